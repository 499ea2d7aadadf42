"""Write a content folder of any size: ``python benchmarks/synthesise.py CODES DIR``."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path


def main() -> None:
    """Read the arguments and write the folder."""
    if len(sys.argv) != 3 or not sys.argv[1].isdecimal():  # noqa: PLR2004 - the program and two arguments
        sys.exit(f"usage: python {sys.argv[0]} CODES DIR")
    folder = import_module("benchmarks.synthesis.folder")
    count = int(sys.argv[1])
    if not 1 < count <= folder.MAX_CODES:
        sys.exit(f"CODES is 2 to {folder.MAX_CODES}: a private family has no more numbers")
    folder.write_content(count, Path(sys.argv[2]).resolve())


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    main()
