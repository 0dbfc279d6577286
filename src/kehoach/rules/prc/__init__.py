"""How the plan was made: the process followed."""
