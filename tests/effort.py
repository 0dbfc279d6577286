"""How much work random tests do: little in every run, much with `make fuzz`."""

import os

RANDOM_PLANS = int(os.environ.get("KEHOACH_RANDOM_PLANS", "80"))
