"""Situation, vision, options."""
