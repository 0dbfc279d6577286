"""The entry point: answers `--version` before anything is imported."""

import gc
import sys

from kehoach import __version__


def main() -> None:
    """Run the command line."""
    if sys.argv[1:] == ["--version"]:
        print(f"kehoach {__version__}")  # noqa: T201 - the only line that needs no more than this
        return
    gc.disable()  # what is imported and read has no circles, and looking for them takes a tenth of the time
    words = sys.argv[1:]
    try:
        code = _validated(words[1:]) if words[:1] == ["validate"] else _run()
    except KeyboardInterrupt:
        code = _INTERRUPTED  # so early that nothing can be said yet
    gc.freeze()  # the end of the process frees all of it at once
    sys.exit(code)


def _validated(words: list[str]) -> int:
    """Say what was said before, else check; where there may be many files, a second process loads what that needs meanwhile."""
    code = _said_again(words)
    if code is not None:
        return code
    from kehoach.workspace import ahead  # noqa: PLC0415 - as below

    with ahead.ready(words):
        return _run()


def _run() -> int:
    from kehoach.cli.app import run  # noqa: PLC0415 - everything else is heavier

    return run()


def _said_again(words: list[str]) -> int | None:
    """Say what the same words said before, where nothing that was looked at has changed; else none."""
    if "--no-cache" in words:
        return None
    from kehoach.workspace.cache.answers import recalled  # noqa: PLC0415 - other commands need it not

    answer = recalled(words)
    if answer is None:
        return None
    try:
        for stream, text in ((sys.stderr, answer.err), (sys.stdout, answer.out)):
            if text and stream is not None:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
                stream.write(text)
                stream.flush()
    except OSError:
        return None  # the long way meets the same trouble, and tells of it
    return answer.code


_INTERRUPTED = 130

if __name__ == "__main__":
    main()
