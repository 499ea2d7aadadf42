"""Tests of closecodes.render.texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from markupsafe import Markup

from closecodes.check import check_content
from closecodes.i18n import Language
from closecodes.load import load_content
from closecodes.model.building import build_site
from closecodes.records import LocalizedText
from closecodes.render.texts import Borrowed, TextMaker


_BOTH = LocalizedText({"en": "Who closes?", "fr": "Qui ferme ?"})
_ENGLISH_ONLY = LocalizedText({"en": "Call `close()`, don't wait"})
_LINES = {"text": 10, "text.fix": 20, "text.fix.en": 21, "text.meaning": 11}


class TestOwnLanguage:
    """Tests of texts that exist in the language of the page."""

    def test_inline(self, french: Language) -> None:
        """A translated text is shown, typeset, without any mark."""
        maker = TextMaker(french, _LINES)

        assert maker.inline(_BOTH, "text.fix") == "Qui ferme\u202f?"
        assert maker.borrowed == []

    def test_block(self, french: Language) -> None:
        """A translated text of several sentences is shown as paragraphs."""
        maker = TextMaker(french, _LINES)

        assert maker.block(_BOTH, "text.fix") == "<p>Qui ferme\u202f?</p>"
        assert maker.borrowed == []

    def test_english(self, english: Language) -> None:
        """English borrows nothing from itself."""
        maker = TextMaker(english, _LINES)

        assert maker.inline(_ENGLISH_ONLY, "text.fix") == "Call <code>close()</code>, don’t wait"
        assert maker.borrowed == []

    def test_sanitised(self, french: Language) -> None:
        """What a contributor writes is safe in both forms."""
        text = LocalizedText({"en": "x", "fr": "a<script>alert(1)</script>b"})
        maker = TextMaker(french, _LINES)

        assert maker.inline(text, "text.fix") == "ab"
        assert maker.block(text, "text.fix") == "<p>ab</p>"


class TestBorrowed:
    """Tests of texts that are shown in English for want of a translation."""

    def test_inline(self, french: Language) -> None:
        """A missing translation is shown in English, marked as such, with straight English signs."""
        html = TextMaker(french, _LINES).inline(_ENGLISH_ONLY, "text.fix")

        assert html == '<span lang="en">Call <code>close()</code>, don\'t wait</span>'
        assert isinstance(html, Markup)

    def test_block(self, french: Language) -> None:
        """Paragraphs in English stand in a block that is marked as English."""
        html = TextMaker(french, _LINES).block(LocalizedText({"en": "One.\n\n- two"}), "text.fix")

        assert html == '<div lang="en"><p>One.</p>\n<ul>\n<li>two</li>\n</ul></div>'

    def test_sanitised(self, french: Language) -> None:
        """Borrowed English is as safe as any text."""
        text = LocalizedText({"en": "a<script>alert(1)</script>b {} %s"})

        assert TextMaker(french, _LINES).inline(text, "text.fix") == '<span lang="en">ab {} %s</span>'

    def test_empty_translation(self, french: Language) -> None:
        """A translation that is there but empty counts as missing."""
        maker = TextMaker(french, _LINES)

        assert (
            maker.inline(LocalizedText({"en": "one", "fr": ""}), "text.fix") == '<span lang="en">one</span>'
        )
        assert [Borrowed("text.fix", 21)] == maker.borrowed

    @pytest.mark.parametrize(
        ("path", "line"), [("text.fix", 21), ("text.meaning", 11), ("text.unknown", 10), ("causes.0", 1)]
    )
    def test_line(self, path: str, line: int, french: Language) -> None:
        """The line is that of the English text, or of the nearest thing around it that has one."""
        maker = TextMaker(french, _LINES)

        maker.inline(_ENGLISH_ONLY, path)

        assert [Borrowed(path, line)] == maker.borrowed

    def test_order(self, french: Language) -> None:
        """What was borrowed is remembered in the order in which it was asked for."""
        maker = TextMaker(french, _LINES)

        maker.block(_ENGLISH_ONLY, "text.fix")
        maker.inline(_BOTH, "name")
        maker.inline(_ENGLISH_ONLY, "text.meaning")

        assert [borrowed.field for borrowed in maker.borrowed] == ["text.fix", "text.meaning"]

    def test_line_of_file(
        self, small_project: Path, edit: Callable[[Path, str, str], None], french: Language
    ) -> None:
        """The line of a text in a real record is exactly the one where its English stands."""
        path = small_project / "content/families/websocket/1000.yaml"
        edit(path, "    fr: Regardez 1000.\n", "")
        content = load_content(small_project / "content")
        site = build_site(check_content(content, ("en", "fr")).records)
        code = site.codes["1000"]
        maker = TextMaker(french, code.lines)

        assert code.record.text.check is not None
        maker.inline(code.record.text.check, "text.check")

        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[maker.borrowed[0].line - 1] == "    en: Look at 1000."


class TestPlain:
    """Tests of plain texts, for titles and descriptions."""

    def test_own(self, french: Language) -> None:
        """A translated text is typeset."""
        assert TextMaker(french, {}).plain(_BOTH) == "Qui ferme\u202f?"

    def test_english(self, french: Language) -> None:
        """A missing translation gives the English as it is, and is not remembered."""
        maker = TextMaker(french, {})

        assert maker.plain(_ENGLISH_ONLY) == "Call `close()`, don't wait"
        assert maker.borrowed == []
