"""The Nu HTML checker reads every page of the site."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


CHECKER = os.environ.get("VNU_JAR", "")

pytestmark = pytest.mark.skipif(
    not (CHECKER and Path(CHECKER).is_file() and shutil.which("java")),
    reason="the Nu HTML checker is not here: set VNU_JAR to the vnu.jar of the npm package vnu-jar, and install Java",
)

_ON_DISK = ("--filterpattern", r"(Resource|Inline script) violates Content Security Policy \(meta tag\).*")
"""The policy allows what comes from the page's own host, and a file on disk has none; and JSON-LD is data, which the
checker takes for a script. ``browser/test_policy.py`` asks a browser, before a host."""


def test_every_page_is_valid(built: Path) -> None:
    """The checker finds no error and no warning, a wrong language included, on any page."""
    command = ["java", "-jar", CHECKER, "--skip-non-html", "--format", "gnu", *_ON_DISK, str(built)]

    result = subprocess.run(command, capture_output=True, text=True, check=False)

    assert "" == result.stderr
    assert 0 == result.returncode
