"""Many files: finding them, reading their bytes safely, checking them side by side."""
