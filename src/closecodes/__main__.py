"""Run the program as ``python -m closecodes``."""

import sys

from closecodes.cli import main


sys.exit(main())
