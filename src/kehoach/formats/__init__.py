"""Formats: what a check found, as text for people and for machines."""
