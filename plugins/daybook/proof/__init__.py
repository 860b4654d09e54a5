"""What proves a briefing: the record of each day, the roots of releases, and the command that checks all of it again."""
