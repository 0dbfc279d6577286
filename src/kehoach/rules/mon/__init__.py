"""Monitoring and evaluation."""
