"""Numbers and structure worked out from plans: pure functions."""
