"""Suppression and baseline."""
