"""What the disk allows: ``python benchmarks/floor.py SITE OUTPUT PROCESSES``.

Reads a finished site into memory, then writes the same paths and bytes to OUTPUT and prints the seconds that
the writing alone took.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path


Files = list[tuple[str, bytes]]


def read(site: Path, output: Path) -> tuple[list[str], Files]:
    """Return the folders to make, parents first, and the files to write."""
    folders, files = [], []
    for folder, _, names in os.walk(site):
        target = output / Path(folder).relative_to(site)
        folders.append(str(target))
        files += [(str(target / name), Path(folder, name).read_bytes()) for name in sorted(names)]
    return folders, files


def write(files: Files) -> None:
    """Write the files, with as few calls of the system as there can be."""
    for path, data in files:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.write(file, data)
        os.close(file)


def write_with(processes: int, folders: list[str], files: Files) -> float:
    """Return the seconds that ``processes`` took to write everything."""
    started = time.perf_counter()
    for folder in folders:
        os.mkdir(folder)  # noqa: PTH102 - pathlib costs more than the call
    children = [_child(files[number::processes]) for number in range(1, processes)]
    write(files[::processes])
    for child in children:
        os.waitpid(child, 0)
    return time.perf_counter() - started


def _child(files: Files) -> int:
    child = os.fork()
    if child == 0:
        write(files)
        os._exit(0)
    return child


def main() -> None:
    """Read the arguments, the site and the clock."""
    if len(sys.argv) != 4:  # noqa: PLR2004 - the program and three arguments
        sys.exit(f"usage: python {sys.argv[0]} SITE OUTPUT PROCESSES")
    folders, files = read(Path(sys.argv[1]), Path(sys.argv[2]))
    print(f"{write_with(int(sys.argv[3]), folders, files):.6f}")


if __name__ == "__main__":
    main()
