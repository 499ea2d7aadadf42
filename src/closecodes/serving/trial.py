"""Try whether the program, after a change of its own source, can still be loaded."""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path

from closecodes.problems import Level, Place, Problem


__all__ = ["fault_of_program"]

_LOAD_ALL = "import closecodes.commands.build, closecodes.commands.serve"

_PLACE = re.compile(r'^ *File "(?P<path>[^"]+)", line (?P<line>[0-9]+)', re.MULTILINE)


async def fault_of_program(package: Path) -> Problem | None:
    """Return what keeps the program of ``package`` from being loaded; None if nothing does."""
    trial = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-c", _LOAD_ALL),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    _, said = await trial.communicate()
    return _problem(said.decode(errors="replace"), package) if trial.returncode else None


def _problem(said: str, package: Path) -> Problem:
    """Return the last line of a traceback, at the innermost place in the program that it names."""
    ours = [found for found in _PLACE.finditer(said) if Path(found["path"]).is_relative_to(package)]
    place = Place(ours[-1]["path"], int(ours[-1]["line"])) if ours else Place(package.as_posix())
    return Problem(place, Level.ERROR, "program", (said.strip().splitlines() or ["it cannot be loaded"])[-1])
