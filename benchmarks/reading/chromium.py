"""The Chromium that looks at pages, and the options that keep it from talking to anybody."""

from __future__ import annotations

import os
import shutil


__all__ = ["CHROMIUM", "QUIET"]

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome") or ""
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
