"""Rules on the process followed."""
