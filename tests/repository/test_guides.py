"""The guides promise only what is there: files, headings, commands and options; the same in both languages."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml

from .commands import wrong_use


_ROOT = Path(__file__).resolve().parents[2]
_GUIDES = sorted([*_ROOT.glob("*.md"), *_ROOT.glob("docs/*.md"), *_ROOT.glob(".github/*.md")])
_TWINS = ("README", "CONTRIBUTING")

_FENCE = re.compile(r"^( *)```\w*\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_LINK = re.compile(r"\]\(<?([^)>\s]+)>?\)")
_HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)
_OURS = re.compile(r"^(?:\.venv/bin/)?(?:closecodes|python build\.py) ?")
_PLACEHOLDER = re.compile(r"\b(?:COMMAND|COMMANDE)\b")

every_guide = pytest.mark.parametrize("guide", _GUIDES, ids=lambda path: path.relative_to(_ROOT).as_posix())


def _text(guide: Path) -> str:
    return guide.read_text(encoding="utf-8")


def _prose(text: str) -> str:
    return _CODE.sub("", _FENCE.sub("", text))


def _anchors(text: str) -> set[str]:
    """Return the fragments by which GitHub links to the headings of a text."""
    titles = (title for _, title in _HEADING.findall(_FENCE.sub("", text)))
    made = {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
    return made | set(re.findall(r'<a id="([^"]+)">', text))


def _shown(text: str) -> Iterator[str]:
    """Yield what a guide shows of commands, in blocks and within sentences, without comments."""
    for _, block in _FENCE.findall(text):
        yield from (part.strip() for line in block.splitlines() for part in re.split(r"&&|;", line))
    yield from _CODE.findall(_FENCE.sub("", text))


class TestPromises:
    """What a guide leads to is there."""

    @every_guide
    def test_links(self, guide: Path) -> None:
        """Each link within the repository leads to a file, and to a heading of it."""
        broken = []
        for link in _LINK.findall(_prose(_text(guide))):
            path, _, fragment = unquote(link).partition("#")
            if re.match(r"\w+:", path):
                continue
            target = (guide.parent / path) if path else guide
            if not target.exists() or (fragment and fragment not in _anchors(_text(target))):
                broken.append(link)

        assert [] == broken

    @every_guide
    def test_commands(self, guide: Path) -> None:
        """Each command of ours that is shown exists and has the options it is shown with."""
        lines = [line for line in _shown(_text(guide)) if _OURS.match(line) and not _PLACEHOLDER.search(line)]
        uses = [shlex.split(_OURS.sub("closecodes ", line), comments=True) for line in lines]

        assert [] == [wrong for words in uses if (wrong := wrong_use(words))]

    @every_guide
    def test_files(self, guide: Path) -> None:
        """A file of the content that is named in code is there, or its folder if the guide is about a new one."""
        named = [code for code in _shown(_text(guide)) if re.fullmatch(r"content/[\w./-]+", code)]

        assert [] == [path for path in named if not (_ROOT / path).parent.is_dir()]


@pytest.mark.parametrize("name", _TWINS)
class TestTwins:
    """A guide and its French twin."""

    @pytest.fixture(name="texts")
    def _texts(self, name: str) -> tuple[str, str]:
        return _text(_ROOT / f"{name}.md"), _text(_ROOT / f"{name}.fr.md")

    def test_headings(self, texts: tuple[str, str]) -> None:
        """Both have the same chapters, in the same order."""
        english, french = ([marks for marks, _ in _HEADING.findall(_FENCE.sub("", text))] for text in texts)

        assert english == french

    def test_blocks(self, texts: tuple[str, str]) -> None:
        """Both show the same commands, but for comments and what stands in angle brackets."""
        english, french = (
            [re.sub(r"\s+#.*|<[^>]*>", "", block) for _, block in _FENCE.findall(text)] for text in texts
        )

        assert english == french

    def test_links(self, texts: tuple[str, str]) -> None:
        """Both lead to the same files, each to those of its language where there are two."""
        english, french = (
            {link.partition("#")[0].replace(".fr.", ".") for link in _LINK.findall(_prose(text))}
            for text in texts
        )

        assert english == french


def test_private_reports(repository: Path) -> None:
    """The form for weaknesses leads to the repository that the site names."""
    config = yaml.safe_load((repository / ".github/ISSUE_TEMPLATE/config.yml").read_text(encoding="utf-8"))
    site = yaml.safe_load((repository / "content/site.yaml").read_text(encoding="utf-8"))

    assert f"{site['repository']}/security/advisories/new" == config["contact_links"][0]["url"]
