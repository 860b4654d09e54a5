"""What of a text layer is article: title, paragraphs, sentences, dateline; and for all else, why it is not."""

from daybook.clean import sentences
from daybook.clean.cleaner import clean
from daybook.clean.printable import printable

__all__ = ["clean", "printable", "sentences"]
