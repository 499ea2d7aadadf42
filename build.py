"""Build the site: ``python build.py [command]``; the same program as ``closecodes``."""

import sys

from closecodes.__main__ import main


if __name__ == "__main__":
    sys.exit(main())
