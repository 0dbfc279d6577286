"""Objectives and the results chain."""
