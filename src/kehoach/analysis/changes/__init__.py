"""What changed between two plans: compared by meaning, things matched by their ids."""
