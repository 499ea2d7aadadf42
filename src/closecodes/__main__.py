"""The program: ``closecodes``, ``python -m closecodes`` and ``python build.py`` are all this."""

from __future__ import annotations

import gc
import sys

from closecodes import quick


__all__ = ["main"]


def main() -> int:
    """Run the program with the arguments of the process and return its exit code."""
    done = quick.main(sys.argv[1:])
    if done is not None:
        return done
    from closecodes import cli  # noqa: PLC0415 - most of the time of a build with nothing to do

    code = cli.main()
    gc.freeze()  # all that is there ends with the process; to look for waste in it first would take a while
    return code


if __name__ == "__main__":
    sys.exit(main())
