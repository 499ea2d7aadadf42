"""The texts of a record in one language, field by field, borrowed from English where untranslated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from closecodes.i18n import Language
from closecodes.model import SOURCE_LANGUAGE
from closecodes.records import CodeTexts, LocalizedText
from closecodes.render.markup import block_html, inline_html


__all__ = ["Borrowed", "CodeTextsView", "TextMaker"]


@dataclass(frozen=True, slots=True)
class Borrowed:
    """A text that is shown in English because it is not translated yet."""

    field: str
    line: int


class TextMaker:
    """Makes HTML of a record's texts in one language, and remembers which had to be borrowed."""

    def __init__(self, language: Language, lines: Mapping[str, int]) -> None:
        self._language = language
        self._lines = lines
        self.borrowed: list[Borrowed] = []

    def inline(self, text: LocalizedText, path: str) -> Markup:
        """Return the text at ``path`` as HTML that may stand inside a sentence."""
        return self._make(text, path, inline_html, "span")

    def block(self, text: LocalizedText, path: str) -> Markup:
        """Return the text at ``path`` as paragraphs and lists."""
        return self._make(text, path, block_html, "div")

    def plain(self, text: LocalizedText) -> str:
        """Return the text without markup, for titles and descriptions."""
        own = text.get(self._language.tag)
        return self._language.typeset(own) if own else text.english

    def borrowing(self, text: LocalizedText, path: str) -> tuple[Borrowed, ...]:
        """Return what a plain text at ``path`` borrows: itself, or nothing where it is translated."""
        return () if text.get(self._language.tag) else (Borrowed(path, self._line(path)),)

    def _make(self, text: LocalizedText, path: str, convert: Callable[[str], str], element: str) -> Markup:
        own = text.get(self._language.tag)
        if own:
            return self._language.typeset_html(convert(own))
        self.borrowed.append(Borrowed(path, self._line(path)))
        template = Markup(f'<{element} lang="{SOURCE_LANGUAGE}">{{}}</{element}>')  # noqa: S704 - both are ours
        return template.format(Markup(convert(text.english)))  # noqa: S704 - sanitised by convert

    def _line(self, path: str) -> int:
        for candidate in self._around(path):
            if candidate in self._lines:
                return self._lines[candidate]
        return 1

    def _around(self, path: str) -> Iterator[str]:
        yield f"{path}.{SOURCE_LANGUAGE}"
        while path:
            yield path
            path = path.rpartition(".")[0]


class CodeTextsView:
    """The texts of a code, each made into HTML when it is first asked for; None for those it has not."""

    BLOCKS = frozenset({"fix", "reconnect"})

    def __init__(self, record: CodeTexts, maker: TextMaker) -> None:
        self._record = record
        self._maker = maker

    def __getattr__(self, name: str) -> Markup | None:
        """Return the text called ``name``; raises AttributeError where no code has such a text."""
        text = getattr(self._record, name)
        make = self._maker.block if name in self.BLOCKS else self._maker.inline
        html = make(text, f"text.{name}") if text else None
        setattr(self, name, html)
        return html

    def make_all(self) -> None:
        """Make all texts, so that it is known which of them are borrowed."""
        for name in type(self._record).model_fields:
            getattr(self, name)
