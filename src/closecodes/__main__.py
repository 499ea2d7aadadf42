"""The program: ``closecodes``, ``python -m closecodes`` and ``python build.py`` are all this."""

from __future__ import annotations

import gc
import sys

from closecodes import quick


__all__ = ["main"]


_RARE_COLLECTIONS = (20_000, 50, 100)
"""Nearly all that a build makes is needed to its end: Python need not look for waste every 700 objects."""


def main() -> int:
    """Run the program with the arguments of the process and return its exit code."""
    gc.set_threshold(*_RARE_COLLECTIONS)
    done = quick.main(sys.argv[1:])
    if done is not None:
        return done
    from closecodes import cli  # noqa: PLC0415 - most of the time of a build with nothing to do

    code = cli.main()
    gc.freeze()  # all that is there ends with the process; to look for waste in it first would take a while
    return code


if __name__ == "__main__":
    sys.exit(main())
