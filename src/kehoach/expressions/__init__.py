"""The small expression language of custom rules and processes."""
