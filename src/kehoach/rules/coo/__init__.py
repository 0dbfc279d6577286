"""COO: coordination."""
