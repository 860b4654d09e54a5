"""The ways in which Daybook can refuse to go on. A bad article is no error but a `Problem` (see `values`)."""


class DaybookError(Exception):
    """Stops the whole run. Its text names the file, what was expected, what was found and what to do."""

    exitcode = 1


class SettingError(DaybookError):
    """A setting, template or authority file is wrong."""

    exitcode = 2


class WriteError(DaybookError):
    """Nothing could be written: disk full, read-only, no permission, or another build holds the lock."""

    exitcode = 3
