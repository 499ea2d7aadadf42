"""What several test modules share: the repository, a small project of its own, snapshots of folders."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from string import Template

import pytest
import yaml

from closecodes.plan import PageKind


_REPOSITORY = Path(__file__).resolve().parents[1]

_CODE = Template("""\
# yaml-language-server: $$schema=../../../schema/close-code.schema.json
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
# yaml-language-server: $schema=../../../schema/family.schema.json
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
# yaml-language-server: $schema=../../schema/comparison.schema.json
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
# yaml-language-server: $schema=../schema/site.schema.json
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
    "ranges.yaml": "# yaml-language-server: $schema=../schema/ranges.schema.json\nranges: []\n",
    "libraries.yaml": "# yaml-language-server: $schema=../schema/libraries.schema.json\nlibraries: []\n",
    "site.yaml": _SITE,
    "pages/about.en.md": "# About\n\nThis is a small site.\n",
    "pages/about.fr.md": "# À propos\n\nCeci est un petit site.\n",
}


_CATALOGUE = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgctxt "navigation"
msgid "Compare"
msgstr "Comparer"

msgctxt "comparison"
msgid "%(first)s vs %(second)s"
msgstr "%(first)s ou %(second)s"
"""

_TEMPLATES = {
    "base.html": """\
<!doctype html>
<title>{% block title %}{{ site.record.name }}{% endblock %}</title>
<link rel="canonical" href="{{ canonical }}">
{% for tag, address in alternates %}
<link rel="alternate" hreflang="{{ tag }}" href="{{ base_url }}{{ address }}">
{% endfor %}
{% part page.language %}
<link rel="stylesheet" href="{{ asset("style.css") }}">
{% if page.language %}<a href="{{ link("compare/") }}">{{ pgettext("navigation", "Compare") }}</a>{% endif %}
{% endpart %}
{% for other in languages %}
<a href="{{ here(other.tag) }}">{{ other.name }}</a>
{% endfor %}
{% block main %}{% endblock %}
""",
    "components.html": """\
{% macro title(code) %}{{ code.number }} {{ code.name }} {{ code.registry_name or "" }}{% endmacro %}
{% macro borrowed(path, texts) %}
{% for text in texts %}<a href="{{ improve(path, text.line) }}">{{ text.field }}</a>
{% endfor %}
{% endmacro %}
{% macro list(codes) %}
{% for code in codes %}<li><a href="{{ link(code.code) }}">{{ title(code) }}</a> {{ code.text.fix }}</li>
{% endfor %}
{% endmacro %}
""",
    "chooser.html": """\
{% extends "base.html" %}
{% block main %}{{ site.tagline.english }}{% endblock %}
""",
    "not-found.html": """\
{% extends "base.html" %}
{% import "components.html" as ui with context %}
{% block main %}{% if page.language %}{{ ui.list(registered) }}{% endif %}{% endblock %}
""",
    "start.html": """\
{% extends "base.html" %}
{% import "components.html" as ui with context %}
{% block main %}
{{ tagline_html }}
{% for family in families %}<a href="{{ link(family.family) }}">{{ family.name }}</a>{{ ui.list(codes_of(family)) }}
{% endfor %}
{% for comparison in authored %}<a href="{{ link(comparison.pair) }}">{{ comparison.text.difference }}</a>
{% endfor %}
{% for name in site.prose|sort %}<a href="{{ link(name ~ "/") }}">{{ name }}</a>
{% endfor %}
<a href="{{ link("ranges/") }}">ranges</a>
{% endblock %}
""",
    "compare-index.html": """\
{% extends "base.html" %}
{% block main %}
{% for family in families %}
{% for one in codes_of(family) %}
{% for other in codes_of(family) if other.id != one.id %}
<a href="{{ link(pair_of(one, other)) }}">{{ "*" if is_authored(pair_of(one, other)) }}</a>
{% endfor %}
{% endfor %}
{% endfor %}
{% endblock %}
""",
    "retry.html": """\
{% extends "base.html" %}
{% block main %}
{% for family, codes in families %}{% for code in codes %}{{ family.name }} {{ code.name }} {{ code.retry }}
{% endfor %}{% endfor %}
{% endblock %}
""",
    "constants.html": """\
{% extends "base.html" %}
{% block main %}{% for code in codes %}{{ code.name }} {{ code.code.record.constants|dictsort }}
{% endfor %}{% endblock %}
""",
    "number.html": """\
{% extends "base.html" %}
{% block main %}
{{ number }} {% for code in codes %}{{ family_of(code).name }} {{ code.name }} {{ code.text.when }}{% endfor %}
{% for one, other, slug in pairs %}<a href="{{ home }}{{ slug }}">{{ one.name }} {{ other.name }}</a>{% endfor %}
{{ neighbours }}
{% endblock %}
""",
    "find.html": """\
{% extends "base.html" %}
{% block main %}{% for number, codes in numbers %}{% for code in codes %}
<a href="{{ link(code.code) }}">{{ number }}</a>
{% endfor %}{% endfor %}{% endblock %}
""",
    "find-data.html": "{{ json }}",
    "ranges.html": """\
{% extends "base.html" %}
{% block main %}
{% for number in numbers_in(0, 4999) %}{% for code in codes_with(number) %}
<a href="{{ link(code.code) }}">{{ code.name }}</a>
{% endfor %}{% endfor %}
{{ ranges|length }} {{ improve(range_page) }}
{% endblock %}
""",
    "prose.html": """\
{% extends "base.html" %}
{% block main %}{{ prose_title }} {{ prose }} {{ improve(prose_path) }}{% endblock %}
""",
    "family.html": """\
{% extends "base.html" %}
{% import "components.html" as ui with context %}
{% block main %}
{{ family.name }} {{ family.text.defined_by }} {{ family.text.description }}
{{ ui.list(codes) }}{{ ui.borrowed(family.family.path, family.borrowed) }}
{% endblock %}
""",
    "code.html": """\
{% extends "base.html" %}
{% import "components.html" as ui with context %}
{% block title %}{{ family.name }} {{ ui.title(code) }}{% endblock %}
{% block main %}
<a href="{{ link(family.family) }}">{{ family.text.defined_by }}</a>
{{ ui.borrowed(code.code.path, code.borrowed) }}
{{ code.text.meaning }} {{ code.text.when }} {{ code.text.fix }}
{{ improve(code.code.path, code.line("text.fix")) }}
{% for fact in code.facts %}{{ fact.label }} {{ fact.value }}
{% endfor %}
{% for other in related + namesakes %}<a href="{{ home }}{{ comparisons[other.id] }}">{{ ui.title(other) }}</a>
{% endfor %}
{% for slug, other in others %}<a href="{{ home }}{{ slug }}">{{ ui.title(other) }}</a>
{% endfor %}
{% if before %}{{ ui.title(before) }}{% endif %} {% if after %}{{ ui.title(after) }}{% endif %}
{% endblock %}
""",
    "comparison.html": """\
{% extends "base.html" %}
{% composed first, second %}
{% set first, second = comparison.codes %}
{% block title %}{{ family.name }} {{ first.name }} {{ second.name }}{% endblock %}
{% block main %}
{{ pgettext("comparison", "%(first)s vs %(second)s", first=first.number, second=second.number) }}
{% part family %}{{ family.name }} {{ family.text.defined_by }}{% endpart %}
{% if other_family %}{{ other_family.name }} {{ other_family.text.defined_by }}{% endif %}
{% if comparison.text %}
{{ comparison.text.difference }} {{ comparison.text.tell }}
{% part first, second %}{{ ui.borrowed(comparison.authored.path, comparison.borrowed) }}{% endpart %}
{% endif %}
{% for code in comparison.codes %}
{% part code %}
<a href="{{ link(code.code) }}">{{ ui.title(code) }}</a> {{ code.text.reconnect }} {{ code.text.meaning }}
{{ ui.borrowed(code.code.path, code.borrowed) }}
{% endpart %}
{% endfor %}
{% for name in comparison.contrasts %}
{% part first, name %}{{ first.contrast_head(name) }}{% endpart %}
{% part second, name %}{{ second.contrast_tail(name) }}{% endpart %}
{% endfor %}
{% for name, shared in comparison.agreements %}
{% part name, shared %}{{ comparison.agreement(name, shared) }}
{% endpart %}
{% endfor %}
{% for rel in comparison.steps %}
{% part second, rel %}{{ rel }} {{ second.step(rel).number }}{% endpart %}
<a href="{{ home }}{{ first.slug_start }}{{ second.step(rel).slug_end }}"></a>
{% endfor %}
{% for rel, slug, name in steps_across %}
<a href="{{ home }}{{ slug }}">{{ rel }} {{ name }}</a>
{% endfor %}
{% endblock %}
""",
    "forward.html": """\
{% composed first, second %}
{% set first, second = comparison.codes %}
<title>{{ pgettext("comparison", "%(first)s vs %(second)s", first=second.number, second=first.number) }}</title>
<a href="{{ link(target_slug) }}">{{ first.name }}</a>
""",
}


@pytest.fixture(name="repository")
def _repository() -> Path:
    """Return the folder of the repository: where pyproject.toml, build.py and locales/ are."""
    return _REPOSITORY


@pytest.fixture(name="make_small_project", scope="session")
def _make_small_project() -> Callable[[Path], Path]:
    """Return a function that makes a project without faults: two codes, two languages, templates of one line."""

    def make_small_project(root: Path) -> Path:
        files = {f"content/{name}": text for name, text in _CONTENT.items()}
        files |= {f"templates/{kind.template}": "{{ page.address }} {{ canonical }}\n" for kind in PageKind}
        files["static/style.css"] = "body { margin: 0 }\n"
        _write_all(root, files)
        shutil.copytree(_REPOSITORY / "locales", root / "locales")
        return root

    return make_small_project


@pytest.fixture(name="small_project")
def _small_project(make_small_project: Callable[[Path], Path], tmp_path: Path) -> Path:
    """Return the folder of a project without faults: two codes, two languages, templates of one line."""
    return make_small_project(tmp_path / "project")


def _write_all(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


@pytest.fixture(name="code_record", scope="session")
def _code_record() -> Callable[..., str]:
    """Return a function that writes the record of a code, with other facts or fields than usual."""

    def code_record(number: int, facts: Mapping[str, str] | None = None, **fields: object) -> str:
        record = yaml.safe_load(_CODE.substitute(number=number, subject="departure"))
        record["facts"] |= facts or {}
        return json.dumps({**record, **fields}, indent=1, ensure_ascii=False) + "\n"

    return code_record


@pytest.fixture(name="make_family_project", scope="session")
def _make_family_project(
    make_small_project: Callable[[Path], Path], code_record: Callable[..., str]
) -> Callable[[Path], Path]:
    """Return a function that makes a project of two families, with templates that show what those of the site do.

    3000 has a namesake in the other family, and acme-3003 names a registered code; 1000 and 1001 are compared
    by hand, and 1002 and acme-3005.
    """
    acme = {
        **yaml.safe_load(_FAMILY),
        "id": "acme",
        "name": {"en": "Acme"},
        "range": {"min": 3000, "max": 3999},
    }
    across = {**yaml.safe_load(_COMPARISON), "codes": ["1002", "acme-3005"]}
    files = {
        "content/families/acme/family.yaml": json.dumps(acme),
        "content/comparisons/1002-acme-3005.yaml": json.dumps(across),
        "locales/fr/LC_MESSAGES/messages.po": _CATALOGUE,
        **{f"templates/{name}": text for name, text in _TEMPLATES.items()},
    }
    for number in (1002, 1003, 1007, 1008, 3000):
        facts = {"retry": "after-fix"} if number % 2 else None
        files[f"content/families/websocket/{number}.yaml"] = code_record(number, facts)
    for number in range(3000, 3006):
        others = ["1001"] if number == 3003 else []
        text = code_record(number, {"fault": "sender"}, see_also=others)
        files[f"content/families/acme/{number}.yaml"] = text

    def make_family_project(root: Path) -> Path:
        _write_all(make_small_project(root), files)
        return root

    return make_family_project


@pytest.fixture(name="family_project")
def _family_project(make_family_project: Callable[[Path], Path], tmp_path: Path) -> Path:
    """Return the folder of a project of two families, with templates that show what those of the site do."""
    return make_family_project(tmp_path / "project")


@pytest.fixture(name="with_real_templates")
def _with_real_templates() -> Callable[[Path], Path]:
    """Return a function that gives a project the templates, static files and messages of the site."""

    def with_real_templates(root: Path) -> Path:
        for name in ("templates", "static", "locales"):
            shutil.rmtree(root / name)
            shutil.copytree(_REPOSITORY / name, root / name)
        return root

    return with_real_templates


@pytest.fixture(name="snapshot")
def _snapshot() -> Callable[[Path], Mapping[str, bytes]]:
    """Return a function that reads a folder: the bytes of each file by its path."""

    def snapshot(folder: Path) -> Mapping[str, bytes]:
        files = (path for path in sorted(folder.rglob("*")) if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    return snapshot


@pytest.fixture(name="commit_all")
def _commit_all(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Return a function that commits all files of a folder, which becomes a repository if it is none."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Somebody")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "somebody@example.org")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)

    def commit_all(folder: Path) -> None:
        for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message=x"]):
            subprocess.run(["git", *command], cwd=folder, check=True)  # noqa: S607 - as users find it

    return commit_all


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
