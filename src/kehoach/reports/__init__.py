"""Reports: what a plan says, worked out as a view and written in a format."""
