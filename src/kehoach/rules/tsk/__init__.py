"""TSK: the tasks."""
