"""What happened on a day: its stories, key points, figures, and what changed since the day before. Each line has its proof."""
