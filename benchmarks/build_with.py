"""Make a site with one of the tools: ``python benchmarks/build_with.py TOOL DIR OUTPUT``.

Exit code 3 says that the tool is not installed; why stands on the standard error.
"""

from __future__ import annotations

import sys
import tempfile
from importlib import import_module
from pathlib import Path


NOT_INSTALLED = 3


def main() -> int:
    """Read the arguments and build; return the exit code."""
    tools = import_module("benchmarks.measuring.tools").TOOLS
    if len(sys.argv) != 4 or sys.argv[1] not in tools:  # noqa: PLR2004 - the program and three arguments
        sys.exit(f"usage: python {sys.argv[0]} {{{'|'.join(tools)}}} DIR OUTPUT")
    tool = tools[sys.argv[1]]
    if reason := tool.missing():
        sys.stderr.write(f"{reason}\n")
        return NOT_INSTALLED
    content, output = (Path(argument).resolve() for argument in sys.argv[2:])
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder, tool.name)
        tool.prepare(content, own)
        outcome = import_module("benchmarks.measuring.processes").run(
            tool.build(content, own, output), limit=3600
        )
    sys.stdout.write(outcome.said)
    return 1 if outcome.failure else 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    sys.exit(main())
