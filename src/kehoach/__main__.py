"""The entry point: answers `--version` before anything is imported."""

import gc
import sys

from kehoach import __version__

_SELDOM = 100_000
"""How many new objects make Python look for circles of dead ones: what is imported and read has none."""


def main() -> None:
    """Run the command line."""
    if sys.argv[1:] == ["--version"]:
        print(f"kehoach {__version__}")  # noqa: T201 - the only line that needs no more than this
        return
    gc.set_threshold(_SELDOM)
    from kehoach.cli.app import run  # noqa: PLC0415 - everything else is heavier

    sys.exit(run())


if __name__ == "__main__":
    main()
