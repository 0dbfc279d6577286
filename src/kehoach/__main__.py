"""The entry point: answers `--version` before anything is imported."""

import sys

from kehoach import __version__


def main() -> None:
    """Run the command line."""
    if sys.argv[1:] == ["--version"]:
        print(f"kehoach {__version__}")  # noqa: T201 - the only line that needs no more than this
        return
    from kehoach.cli.app import run  # noqa: PLC0415 - everything else is heavier

    sys.exit(run())


if __name__ == "__main__":
    main()
