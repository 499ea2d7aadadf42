"""Tell in milliseconds that a build has nothing to do, before anything else of the program is loaded.

After a build, the size and the time of every file that it read are kept in a small file. As long as they are the
same, so is the site. Whatever is not certain, a file that changed within the clock's resolution for one, is left
to the build itself, which looks at the contents.
"""

from __future__ import annotations

import os
import sys
import time


__all__ = ["CACHE", "PACKAGE", "certain", "find_root", "inputs_of", "keep_state", "main"]

CACHE = os.path.join(".cache", "closecodes")
"""Folder below the project's root for what only saves time and may be deleted at any moment."""

PACKAGE = os.path.dirname(os.path.abspath(__file__))
"""Folder of the program itself."""

_OPTIONS = {"--output", "--content", "--base-url", "--jobs"}
_FLAGS = {"--strict", "--pages-only", "--precompress"}
_PARTS = ("templates", "static", "locales")
_INSTALLED = os.path.join(PACKAGE, "_site")
_COARSE, _FINE = 2.0, 0.05
"""Seconds within which a file could change again without changing its time, by the file system's clock."""


def main(arguments: list[str]) -> int | None:
    """Return 0 after saying so if the build that ``arguments`` ask for has nothing to do, else None."""
    options = _parsed(arguments)
    if options is None:
        return None
    root = find_root(os.getcwd())
    content = os.path.realpath(options.get("--content", os.path.join(root, "content")))
    output = os.path.abspath(options.get("--output", os.path.join(root, "public")))
    try:
        with open(_state_file(root, output), encoding="utf-8") as file:
            kept = file.read()
        flags = {flag[2:].replace("-", "_"): flag in options for flag in _FLAGS}
        inputs = inputs_of(root, content, options.get("--base-url"), **flags)
        if kept != inputs + _manifest_line(output):
            return None
    except OSError:
        return None
    print(f"Nothing to do: {output} is up to date.")  # noqa: T201 - the command line, before there is one
    return 0


def _parsed(arguments: list[str]) -> dict[str, str] | None:
    """Return the options of a plain build; None for any other command, or an option not known here."""
    waiting = list(arguments[1:] if arguments[:1] == ["build"] else arguments)
    found: dict[str, str] = {}
    while waiting:
        name, equals, value = waiting.pop(0).partition("=")
        if name in _FLAGS and not equals:
            found[name] = ""
        elif name in _OPTIONS and (equals or waiting):
            found[name] = value if equals else waiting.pop(0)
        else:
            return None
    jobs = found.get("--jobs", "1")
    return found if jobs.isdecimal() and int(jobs) > 0 else None


def find_root(start: str) -> str:
    """Return the folder of the project that ``start`` lies in, or that the program is installed from."""
    folder = start
    while True:
        if os.path.isfile(os.path.join(folder, "content", "site.yaml")):
            return folder
        parent = os.path.dirname(folder)
        if parent == folder:
            checkout = os.path.dirname(os.path.dirname(PACKAGE))
            return checkout if os.path.isdir(os.path.join(checkout, "content")) else start
        folder = parent


def inputs_of(root: str, content: str, base_url: str | None, **flags: bool) -> str:
    """Return the options, and path, size and time of every file that a build reads.

    Raises OSError where one cannot be looked at.
    """
    lines = [f"{sys.version} {content} {base_url} {sorted(flags.items())} {_indexer()}"]
    parts = [os.path.join(folder, name) for folder in (root, _INSTALLED) for name in _PARTS]
    for folder in (content, *parts, PACKAGE):
        _look_into(folder, lines)
    return "\n".join(lines)


def _indexer() -> str:
    """Return where the indexer of words is installed: with it, the site has more than without."""
    places = (os.path.join(folder, "pagefind_bin") for folder in sys.path)
    return next(filter(os.path.isdir, places), "")


def _manifest_line(output: str) -> str:
    found = os.stat(os.path.join(output, ".closecodes"))
    return f"\n{found.st_ino} {found.st_size} {found.st_mtime_ns}"


def _look_into(folder: str, lines: list[str]) -> None:
    if not os.path.isdir(folder):
        return
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    _look_into(entry.path, lines)
            else:
                found = entry.stat()
                lines.append(f"{entry.path} {found.st_size} {found.st_mtime_ns}")


def certain(inputs: str) -> bool:
    """Return whether no file of ``inputs``, which were looked at just now, can change without showing it."""
    now = time.time()
    times = [int(line.rpartition(" ")[2]) / 1e9 for line in inputs.split("\n")[1:]]
    return all(now - at > (_COARSE if at.is_integer() else _FINE) for at in times)


def keep_state(root: str, output: str, inputs: str | None) -> None:
    """Keep what ``inputs_of`` said before a build that is done now; None forgets what was kept."""
    path = _state_file(root, output)
    try:
        if inputs is None:
            os.unlink(path)
            return
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(f"{path}.new", "w", encoding="utf-8") as file:
            file.write(inputs + _manifest_line(output))
        os.replace(f"{path}.new", path)
    except OSError:
        return


def _state_file(root: str, output: str) -> str:
    return os.path.join(root, CACHE, output.replace(os.sep, "%") + ".state")
