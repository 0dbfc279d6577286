"""Where the cache lies: with the user, never with the plans, for whoever writes it decides what is said of them."""

import os
import stat
import sys

VARIABLE = "KEHOACH_CACHE_DIR"
FILE = "cache-2.sqlite"
"""Named by the version of its tables, so that two versions of the tool do not throw out each other's."""


def folder() -> str:
    """Give the cache's folder: KEHOACH_CACHE_DIR, else `kehoach` among the user's own caches; empty where there is none."""
    said = os.environ.get(VARIABLE)
    if said:
        return os.path.abspath(said)
    caches = _caches()
    return os.path.join(caches, "kehoach") if caches else ""


def _caches() -> str:
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA", "")
    said = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(said):
        return said
    home = os.path.expanduser("~")
    if not os.path.isabs(home):
        return ""
    return os.path.join(home, *(("Library", "Caches") if sys.platform == "darwin" else (".cache",)))


def is_private(path: str) -> bool:
    """Tell whether a file or folder is the user's own and nobody else can write to it."""
    seen = os.lstat(path)
    if stat.S_ISLNK(seen.st_mode):
        if path == os.path.join(folder(), FILE):
            return False
        seen = os.stat(path)
    if sys.platform == "win32":
        return True
    return seen.st_uid == os.geteuid() and not seen.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
