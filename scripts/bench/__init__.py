"""What an archive of Reuters' size costs Daybook and others, side by side on this machine: `python -m scripts.bench`."""
