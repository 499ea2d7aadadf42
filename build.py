"""Build the site: ``python build.py [command]``; the same program as ``closecodes``."""

import sys

from closecodes.cli import main


sys.exit(main())
