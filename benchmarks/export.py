"""Write the records of a content folder for other tools: ``python benchmarks/export.py DIR FILE.json``."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path


def main() -> None:
    """Read the arguments and write the file."""
    if len(sys.argv) != 3:  # noqa: PLR2004 - the program and two arguments
        sys.exit(f"usage: python {sys.argv[0]} DIR FILE.json")
    import_module("benchmarks.exporting.site").write_site(Path(sys.argv[1]).resolve(), Path(sys.argv[2]))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    main()
