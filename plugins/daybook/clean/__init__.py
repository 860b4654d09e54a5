"""What of a text layer is article: title, paragraphs, sentences, dateline."""
