"""The rules: one file each, found by walking the families."""
