"""The worked-out names that stand beside the keys of the format."""
