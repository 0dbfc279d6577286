"""Planning processes: the five that ship with the tool, a workspace's own, and how far a plan has come in them."""
