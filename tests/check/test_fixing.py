"""Fixing: digests are written, everything else stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from closecodes.check.fixing import fix_content, with_digests
from closecodes.check.parsing import Parsed, Records, parse_records
from closecodes.load import Content, Document, Kind, load_content
from closecodes.load.strict_yaml import read_yaml
from closecodes.records import Record


Make = Callable[..., dict[str, Any]]

_SITE = """\
# yaml-language-server: $schema=../schema/site.schema.json
# The site.
name: small  # not large
tagline:
  en: A small site
  fr: Un petit site
base_url: https://small.example/
repository: https://example.org/small
branch: main
"""

_DIGEST = 'translation:\n  fr:\n    tagline: "a6b1f3ed"\n'
_GONE = 'translation:\n  fr:\n    title: "11111111"\n'
_OLD = 'translation:\n  fr:\n    tagline: "00000000"\n'


def _site(text: str) -> Parsed[Record]:
    reading = read_yaml(text.encode())
    document = Document("content/site.yaml", Kind.SITE, reading.value, reading.marks, reading.text)
    (parsed,) = parse_records(Content((document,)), ("en", "fr")).all()
    return parsed


class TestWithDigests:
    """The text of a record with its digests."""

    def test_add(self) -> None:
        """A missing digest is added at the end, and nothing else changes."""
        assert _SITE + _DIGEST == with_digests(_site(_SITE))

    def test_again(self) -> None:
        """A second time, nothing changes."""
        fixed = with_digests(_site(_SITE))

        assert fixed == with_digests(_site(fixed))

    def test_keep(self) -> None:
        """A digest that is there stays, stale or not, since only a person can say what still holds."""
        assert _SITE + _OLD == with_digests(_site(_SITE + _OLD))

    def test_drop(self) -> None:
        """Digests of texts and languages that are gone are dropped."""
        gone = _DIGEST + '    title: "11111111"\n  de:\n    tagline: "22222222"\n'

        assert _SITE + _DIGEST == with_digests(_site(_SITE + gone))

    def test_no_translation(self) -> None:
        """A record without translations has no digests, and loses those it had."""
        english = _SITE.replace("  fr: Un petit site\n", "")

        assert english == with_digests(_site(english))
        assert english == with_digests(_site(english + _OLD))

    @pytest.mark.parametrize(
        "text", [_OLD + _SITE, _SITE + 'translation: {fr: {tagline: "00000000"}}\n', _SITE + _OLD + "\n\n"]
    )
    def test_complete(self, text: str) -> None:
        """A file that lacks no digest keeps its layout, whatever it is."""
        assert text == with_digests(_site(text))

    def test_move(self) -> None:
        """Digests that change move to the end of the file, and what followed them stays."""
        assert "# After.\n" + _SITE + _DIGEST == with_digests(_site(_GONE + "\n# After.\n" + _SITE))

    def test_flow(self) -> None:
        """Digests on one line are spread over several where one changes."""
        assert _SITE + _DIGEST == with_digests(_site(_SITE + 'translation: {fr: {title: "11111111"}}\n'))

    def test_comment(self) -> None:
        """A comment between digests is kept."""
        text = _GONE.replace("  fr:", "  # By hand.\n  fr:")

        assert _SITE + _DIGEST.replace("  fr:", "  # By hand.\n  fr:") == with_digests(_site(_SITE + text))

    @pytest.mark.parametrize("end", ["", "\n\n", "\n\n\n"])
    def test_end(self, end: str) -> None:
        """The text ends with one line break."""
        assert _SITE + _DIGEST == with_digests(_site(_SITE.rstrip("\n") + end))

    def test_sorted(self) -> None:
        """Languages stand in the order of their tags, texts in the order of the record."""
        text = _SITE.replace("  fr: Un petit site\n", "  fr: Un petit site\n  de: Eine kleine Seite\n")

        assert (
            'translation:\n  de:\n    tagline: "a6b1f3ed"\n  fr:\n    tagline: "a6b1f3ed"\n'
            == with_digests(_site(text))[-73:]
        )

    def test_without_field(self, records_of: Callable[..., Records]) -> None:
        """A kind of record that keeps no digests is left as it is."""
        (libraries,) = records_of().libraries

        assert libraries.document.text == with_digests(libraries)

    @pytest.mark.parametrize(
        "text",
        [
            _SITE.replace("\n", "\r\n"),
            _SITE + "...\n",
            "---\n" + _SITE,
            _SITE + 'translation: {\n  fr: {title: "11111111"}\n}\n',
            _SITE + _GONE.replace("translation", '"translation"'),
            _SITE + _GONE.replace("translation:", "translation :"),
            _SITE + _GONE.replace("  fr:", "# A comment.\n  fr:"),
            "".join(f"  {line}\n" for line in _SITE.splitlines()),
            '{"name": "x", "tagline": {"en": "A", "fr": "B"}, "base_url": "x", "repository": "x", "branch": "x"}\n',
        ],
        ids=[
            "crlf",
            "document-end",
            "document-start",
            "flow-lines",
            "quoted",
            "space",
            "comment",
            "indented",
            "json",
        ],
    )
    def test_still_readable(self, text: str) -> None:
        """Whatever the layout of a file, it still says the same when it is fixed."""
        before, after = read_yaml(text.encode()), read_yaml(with_digests(_site(text)).encode())

        assert [] == before.problems
        assert [] == after.problems
        assert {**before.value, "translation": None} == {**after.value, "translation": None}


class TestFixContent:
    """The files of a content folder that can be mended."""

    @pytest.fixture(name="fix")
    def _fix(
        self, write_content: Callable[..., Path], make_code: Make
    ) -> Callable[[str | bytes], dict[str, str]]:
        """Return a function that mends a content folder with this site.yaml: each mended text by its path."""

        def fix(site: str | bytes) -> dict[str, str]:
            folder = write_content(make_code(1000), files={"site.yaml": site, "pages/a.en.md": "# A\n\n\n"})
            return dict(fix_content(load_content(folder), ("en", "fr")))

        return fix

    def test_mended(self, fix: Callable[[str], dict[str, str]]) -> None:
        """A file that lacks digests is yielded with them."""
        assert _SITE + _DIGEST == fix(_SITE)["content/site.yaml"]

    def test_flow_layout(self, fix: Callable[[str], dict[str, str]]) -> None:
        """A record in another layout, here JSON, is left to its author."""
        assert {"content/site.yaml"} == set(fix(_SITE))

    def test_in_order(self, fix: Callable[[str], dict[str, str]]) -> None:
        """A file that is in order is not yielded."""
        assert "content/site.yaml" not in fix(_SITE + _DIGEST)

    @pytest.mark.parametrize(
        "text",
        [
            _SITE.replace("branch", "brnch"),
            _SITE + "---\nname: a second document\n",
            _SITE + "name: twice\n",
            "name: [",
        ],
        ids=["model", "second-document", "duplicate-key", "syntax"],
    )
    def test_faulty(self, fix: Callable[[str], dict[str, str]], text: str) -> None:
        """A file with faults is left alone, even where a record can be read of it."""
        assert "content/site.yaml" not in fix(text)
