"""MON: monitoring and evaluation."""
