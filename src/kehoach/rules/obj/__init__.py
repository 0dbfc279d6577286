"""OBJ: the results chain, both ways."""
