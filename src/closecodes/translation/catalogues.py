"""Bring the gettext catalogues up to date with Babel, always with the same options."""

from __future__ import annotations

import re
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Message
from babel.messages.frontend import CommandLineInterface
from jinja2 import Environment

from closecodes.i18n.catalogues import catalogue_path, is_translated, read_catalogue
from closecodes.render.parts import PartExtension


__all__ = [
    "LanguageError",
    "Messages",
    "add_language",
    "extract_messages",
    "messages_in",
    "update_catalogues",
]

_TEMPLATE = "locales/messages.pot"
_LAYOUT = ("--no-wrap",)
_DAY = re.compile(r"^\"POT-Creation-Date: .*\n", re.MULTILINE)


class LanguageError(Exception):
    """The language cannot be added: it is there already, or CLDR does not know it."""


class Messages:
    """How many messages of a catalogue are translated, and the lines of those that are not."""

    def __init__(self, messages: list[Message]) -> None:
        self.done = [message for message in messages if is_translated(message)]
        self.stale = [message.lineno or 1 for message in messages if message.fuzzy]
        self.missing = [
            message.lineno or 1 for message in messages if not message.fuzzy and not is_translated(message)
        ]


def messages_in(locales: Path, language: str) -> Messages:
    """Return the messages of ``language``; fuzzy ones count as stale, since they are not shown.

    Raises babel.messages.pofile.PoFileError where the catalogue is damaged.
    """
    path = catalogue_path(locales, language)
    return Messages([message for message in read_catalogue(path, language) if message.id])


def extract_messages(root: Path) -> None:
    """Write the template of all messages of the project at ``root``: those of the program and of the templates.

    Where nothing but the day would change, it stays as it is. Raises jinja2.TemplateSyntaxError.
    """
    _parse_templates(root / "templates")
    path = root / _TEMPLATE
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    with TemporaryDirectory() as folder:
        found = Path(folder, path.name)
        _babel(
            root,
            *("extract", "--mapping=pyproject.toml", "--keyword=N_:1c,2", f"--output-file={found}"),
            *("--add-comments=NOTE:", "--sort-by-file", "--add-location=file", "--project=closecodes"),
            ".",
        )
        after = found.read_text(encoding="utf-8")
    if _DAY.sub("", before) != _DAY.sub("", after):
        path.write_text(after, encoding="utf-8", newline="\n")


def _parse_templates(folder: Path) -> None:
    """Raise jinja2.TemplateSyntaxError where a template is none; Babel's does not say in which file."""
    environment = Environment(extensions=[PartExtension], trim_blocks=True, lstrip_blocks=True)  # noqa: S701 - only read
    for path in sorted(folder.rglob("*.*")):
        environment.parse(path.read_text(encoding="utf-8"), path.name, str(path))


def update_catalogues(root: Path) -> None:
    """Bring the catalogues of all languages up to date with the template; never guess a translation."""
    _babel(
        root,
        *("update", f"--input-file={_TEMPLATE}", "--output-dir=locales", "--no-fuzzy-matching"),
        *("--ignore-pot-creation-date", "--ignore-obsolete"),
    )


def add_language(root: Path, locales: Path, language: str) -> Path:
    """Begin the catalogue of ``language``, a BCP 47 tag, and return where it is; raises LanguageError."""
    try:
        locale = Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        message = f"`{language}` is no language that CLDR knows; give a BCP 47 tag, such as `de` or `pt-BR`"
        raise LanguageError(message) from None
    path = catalogue_path(locales, language)
    if path.exists():
        message = f"the site has {locale.get_display_name('en')} already: {path}"
        raise LanguageError(message)
    template = f"--input-file={locales / 'messages.pot'}"
    _babel(root, "init", template, f"--output-file={path}", f"--locale={locale}")
    return path


def _babel(root: Path, *arguments: str) -> None:
    with chdir(root):
        command = ["pybabel", "--quiet", arguments[0], *_LAYOUT, *arguments[1:]]
        CommandLineInterface().run(command)  # type: ignore[no-untyped-call] # Babel does not say
