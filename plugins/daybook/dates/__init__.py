"""The day of publication, and the days spoken of."""
