"""What several test modules share: the repository, a small project of its own, snapshots of folders."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from string import Template

import pytest

from closecodes.plan import PageKind


_REPOSITORY = Path(__file__).resolve().parents[1]

_CODE = Template("""\
# A comment at the top.
code: $number
name:
  en: Number $number in English
  fr: Numéro $number en français
facts:
  sent_by: either
  on_the_wire: true
  subject: $subject  # a comment beside a value
  kind: planned
  fault: none
  retry: never
  specified_in: rfc-6455
text:
  meaning:
    en: the meaning of $number
    fr: le sens de $number
  # A comment between two texts.
  when:
    en: somebody sends $number
    fr: quelqu'un envoie $number
  check:
    en: Look at $number.
    fr: Regardez $number.
  fix:
    en: Nothing needs fixing after $number.
    fr: Rien n'est à corriger après $number.
  reconnect:
    en: Stay closed after $number.
    fr: Restez déconnecté après $number.
  received:
    en: read the page of $number
    fr: lisez la page de $number
  send:
    en: your work with $number is done
    fr: votre travail avec $number est fini
sources:
  - id: rfc
    title: RFC 6455
    url: https://www.rfc-editor.org/rfc/rfc6455.html
    supports: [name, sent_by, on_the_wire, subject, kind, fault, retry, specified_in, meaning, when, check, fix, reconnect, received, send]
    verified: true
""")  # noqa: E501 - a flow sequence is one line

_FAMILY = """\
id: websocket
name: {en: WebSocket, fr: WebSocket}
document: https://www.iana.org/assignments/websocket/websocket.xhtml
range: {min: 1000, max: 3999}
text:
  defined_by: {en: the registry, fr: le registre}
  description: {en: The registered codes., fr: Les codes enregistrés.}
  reconnect: {en: Read the code., fr: Lisez le code.}
sources:
  - id: iana
    url: https://www.iana.org/assignments/websocket/websocket.xhtml
    supports: [defined_by, description, reconnect]
    verified: true
"""

_COMPARISON = """\
codes: ["1000", "1001"]
text:
  difference: {en: 1000 ends the work and 1001 leaves it., fr: 1000 finit le travail et 1001 le quitte.}
  tell: {en: Read the number., fr: Lisez le numéro.}
  act: {en: Stay calm., fr: Restez calme.}
sources:
  - id: rfc
    url: https://www.rfc-editor.org/rfc/rfc6455.html
    supports: [difference, tell, act]
    verified: true
"""

_SITE = """\
name: small
tagline: {en: A small site, fr: Un petit site}
base_url: https://small.example/
repository: https://example.org/small
branch: main
"""

_CONTENT = {
    "families/websocket/family.yaml": _FAMILY,
    "families/websocket/1000.yaml": _CODE.substitute(number=1000, subject="completed-work"),
    "families/websocket/1001.yaml": _CODE.substitute(number=1001, subject="departure"),
    "comparisons/1000-1001.yaml": _COMPARISON,
    "ranges.yaml": "ranges: []\n",
    "libraries.yaml": "libraries: []\n",
    "site.yaml": _SITE,
    "pages/about.en.md": "# About\n\nThis is a small site.\n",
    "pages/about.fr.md": "# À propos\n\nCeci est un petit site.\n",
}


@pytest.fixture(name="repository")
def _repository() -> Path:
    """Return the folder of the repository: where pyproject.toml, build.py and locales/ are."""
    return _REPOSITORY


@pytest.fixture(name="small_project")
def _small_project(tmp_path: Path) -> Path:
    """Return the folder of a project without faults: two codes, two languages, templates of one line."""
    root = tmp_path / "project"
    files = {f"content/{name}": text for name, text in _CONTENT.items()}
    files |= {f"templates/{kind}.html": "{{ page.address }} {{ canonical }}\n" for kind in PageKind}
    files["static/style.css"] = "body { margin: 0 }\n"
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    shutil.copytree(_REPOSITORY / "locales", root / "locales")
    return root


@pytest.fixture(name="snapshot")
def _snapshot() -> Callable[[Path], Mapping[str, bytes]]:
    """Return a function that reads a folder: the bytes of each file by its path."""

    def snapshot(folder: Path) -> Mapping[str, bytes]:
        files = (path for path in sorted(folder.rglob("*")) if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    return snapshot


@pytest.fixture(name="edit")
def _edit() -> Callable[[Path, str, str], None]:
    """Return a function that replaces a text of a file, which must be there."""

    def edit(path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    return edit


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes golden pages anew."""
    parser.addoption(
        "--update-golden", action="store_true", help="write tests/golden anew from today's pages"
    )


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run that skipped tests where none may be skipped, as on CI."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("NO_SKIPPED_TESTS") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
