"""Risks and gaps."""
