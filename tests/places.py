"""Where things lie in the checkout."""

from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
EXAMPLES = TOP / "examples"
PLANS = sorted(EXAMPLES.glob("*/plan.yaml"))
