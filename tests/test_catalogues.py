"""Tests of the catalogues in locales/: complete, current, and safe to fill in."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po


REPOSITORY = Path(__file__).resolve().parents[1]
LOCALES = REPOSITORY / "locales"
TEMPLATE = LOCALES / "messages.pot"
CATALOGUES = sorted(LOCALES.glob("*/LC_MESSAGES/messages.po"))

CONTEXT_AND_TEXT = ((1, "c"), 2)
KEYWORDS: Mapping[str, Any] = {**DEFAULT_KEYWORDS, "N_": CONTEXT_AND_TEXT, "pgettext_noop": CONTEXT_AND_TEXT}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
PLURALS = {"en": "nplurals=2; plural=(n != 1)", "fr": "nplurals=2; plural=(n > 1)"}

Key = tuple[str | None, str | tuple[str, ...]]

each_catalogue = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parents[1].name)
each_file = pytest.mark.parametrize(
    "path", [TEMPLATE, *CATALOGUES], ids=lambda path: path.relative_to(LOCALES).parts[0]
)


@cache
def _catalogue(path: Path) -> Catalog:
    locale = None if path == TEMPLATE else path.parents[1].name
    with path.open("rb") as file:
        return read_po(file, locale=locale, abort_invalid=True)


def _messages(path: Path) -> list[Message]:
    """Return the messages of a catalogue without its header."""
    return [message for message in _catalogue(path) if message.id]


def _key(message: Message) -> Key:
    id_ = message.id if isinstance(message.id, str) else tuple(message.id)
    return message.context, id_


def _forms(text: object) -> tuple[str, ...]:
    """Return the plural forms of a message or of its translation; one where it has no plural."""
    return (text,) if isinstance(text, str) else tuple(text or ("",))  # type: ignore[arg-type]


def _placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


@cache
def _sources() -> frozenset[Key]:
    """Return the messages of the sources, extracted as pyproject.toml says."""
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["babel"]
    mappings = settings["mappings"]
    found = extract_from_dir(
        REPOSITORY,
        [(mapping["pattern"], mapping["method"]) for mapping in mappings],
        {
            mapping["pattern"]: {k: v for k, v in mapping.items() if k not in {"pattern", "method"}}
            for mapping in mappings
        },
        KEYWORDS,
        directory_filter=_is_source,
    )
    catalogue = Catalog()
    for _, _, text, _, context in found:
        catalogue.add(text, context=context)
    return frozenset(_key(message) for message in catalogue if message.id)


def _is_source(folder: str | Path) -> bool:
    """Return whether messages may lie below ``folder``: not in a site, an environment or a cache."""
    return Path(folder).relative_to(REPOSITORY).parts[0] in {"src", "templates"}


def test_there_are_catalogues() -> None:
    """French has a catalogue, and there is a template for further languages."""
    assert (True, True) == (TEMPLATE.is_file(), "fr" in {path.parents[1].name for path in CATALOGUES})


def test_extraction() -> None:
    """Messages of Python and of templates are extracted, with their contexts and plurals."""
    assert {
        ("fact", "Reconnect?"),
        ("start page", ("%(num)s code", "%(num)s codes")),
        ("retry", "Do not reconnect"),
    } <= _sources()


@each_file
def test_messages_of_sources(path: Path) -> None:
    """A catalogue holds every message of the sources."""
    assert set() == _sources() - {_key(message) for message in _messages(path)}


@each_file
def test_only_messages_of_sources(path: Path) -> None:
    """A catalogue holds no message that the sources do not have."""
    assert set() == {_key(message) for message in _messages(path)} - _sources()


@each_file
def test_no_obsolete(path: Path) -> None:
    """A catalogue keeps no message that went out of use."""
    assert [] == [_key(message) for message in _catalogue(path).obsolete.values()]


@each_catalogue
def test_no_untranslated(path: Path) -> None:
    """Every form of every message is translated."""
    assert [] == [_key(message) for message in _messages(path) if not all(_forms(message.string))]


@each_catalogue
def test_no_fuzzy(path: Path) -> None:
    """No translation waits for somebody to look at it again."""
    assert [] == [_key(message) for message in _messages(path) if message.fuzzy]


@each_catalogue
def test_placeholders(path: Path) -> None:
    """A translation has the placeholders of its message, no more and no fewer."""
    wrong = [
        _key(message)
        for message in _messages(path)
        if not message.pluralizable
        and message.string
        and _placeholders(_forms(message.id)[0]) != _placeholders(_forms(message.string)[0])
    ]

    assert [] == wrong


@each_catalogue
def test_placeholders_of_plurals(path: Path) -> None:
    """A plural has the placeholders of its message; another form may leave out the number alone."""
    wrong = []
    for message in _messages(path):
        forms = _forms(message.string)
        if message.pluralizable and all(forms):
            expected = _placeholders(_forms(message.id)[-1])
            rest = [_placeholders(form) | {"num"} for form in forms[:-1]]
            if _placeholders(forms[-1]) != expected or any(found != expected | {"num"} for found in rest):
                wrong.append(_key(message))

    assert [] == wrong


@each_catalogue
def test_no_stray_percent(path: Path) -> None:
    """A per cent sign is doubled or begins a placeholder, since every message is filled in."""
    strays = re.compile(r"%(?!%|\(\w+\)[sd])")
    stray = [
        _key(message)
        for message in _messages(path)
        for text in (*_forms(message.id), *_forms(message.string))
        if strays.search(text.replace("%%", ""))
    ]

    assert [] == stray


@each_catalogue
def test_babel_check(path: Path) -> None:
    """Babel finds nothing wrong with any translation."""
    faults = [
        (_key(message), [str(error) for error in errors]) for message, errors in _catalogue(path).check()
    ]

    assert [] == faults


@each_catalogue
def test_language_header(path: Path) -> None:
    """A catalogue says which language it is in."""
    assert f'"Language: {path.parents[1].name}\\n"' in path.read_text(encoding="utf-8").splitlines()


@each_catalogue
def test_plural_header(path: Path) -> None:
    """The rule for plurals stands in the file as this project uses it, not as a tool would guess it."""
    name = path.parents[1].name
    lines = path.read_text(encoding="utf-8").splitlines()

    found = [line for line in lines if line.startswith('"Plural-Forms: ')]
    assert [f'"Plural-Forms: {PLURALS.get(name, _catalogue(path).plural_forms.rstrip(";"))};\\n"'] == found
