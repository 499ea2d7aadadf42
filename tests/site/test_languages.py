"""Every page speaks its own language."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po, write_po

from closecodes import pipeline
from closecodes.i18n import typeset
from closecodes.model import Site
from closecodes.plan import Page, PageKind, plan_pages


if TYPE_CHECKING:
    from tests.site.conftest import Heard, SitePage

    from closecodes.project import Project

    AllHeard = Mapping[tuple[str, Heard], str]

ENGLISH = re.compile(
    r"\b(the|and|of|with|when|that|this|from|which|what|you|your|is|are|was|were|has|have|not|only|who|it|its"
    r"|after|before|whether|should|close code|never|server|handshake|frame|link)\b",
    re.IGNORECASE,
)
FRENCH = re.compile(
    r"\b(le|la|les|des|une|est|sont|avec|que|qui|pour|dans|vous|trame|fermeture)\b", re.IGNORECASE
)
QUOTED = re.compile(r"«[^»]*»|(?<![\w-])[\w-]*[.#/][\w.#/-]+|(?<![\w-])\w+(?:-\w+)+")
"""What is not prose: quotations, names of files and issues, names with hyphens such as nats-server."""
ACCENTS = str.maketrans("aeiouAEIOU", "åéîøüÅÉÎØÜ")
WORD = r"[A-Za-zåéîøüÅÉÎØÜ]{3,}"
NAMES = {"English", "Français", "Markdown", "WebSocket", "closecodes"}
TELLING = {
    "1006/",
    "1012/",
    "discord/4004/",
    "graphql-ws/4400/",
    "centrifugo/",
    "compare/1000-vs-1012/",
    "compare/1012-vs-1013/",
    "compare/1008-vs-discord-4004/",
    "guides/drops-after-n-seconds/",
    "guides/closing-on-deploy/",
}
"""Pages that show what not every page of their kind does."""


@dataclass(frozen=True)
class Pseudo:
    """A site with a third language."""

    folder: Path
    site: Site


def test_french_pages_are_french(heard: AllHeard) -> None:
    """No text of a French page is English, but for what is marked as English, quoted, a name, or code."""
    found = [
        (file, text)
        for (page, (text, language)), file in heard.items()
        if page == language == "fr" and ENGLISH.search(QUOTED.sub("", text))
    ]

    assert [] == found


def test_english_pages_are_english(heard: AllHeard) -> None:
    """No text of an English page is French, but for what is marked as French."""
    found = [
        (file, text)
        for (page, (text, language)), file in heard.items()
        if page == language == "en" and len(FRENCH.findall(text)) > 1
    ]

    assert [] == found


def test_only_languages_of_the_site_are_marked(heard: AllHeard) -> None:
    """Every text has a language, the page's own or that of what it quotes."""
    assert {("", "en"), ("", "fr"), ("en", "en"), ("en", "fr"), ("fr", "fr"), ("fr", "en")} == {
        (page, text.language) for page, text in heard
    }


def test_registry_names_are_marked_english(pages: dict[str, SitePage]) -> None:
    """On a French page the English name of the registry stands beside the French one, marked as English."""
    heading = pages["fr/1012/index.html"].find("body/main/div/h1")

    names = [(span.text, span.get("lang")) for span in heading.iter("span")]

    assert [("1012", None), ("Redémarrage du service", None), ("Service Restart", "en")] == names


def test_built_french_is_typeset(heard: AllHeard) -> None:
    """Typesetting what a reader sees of a French page once more changes nothing."""
    found = [
        (file, text)
        for (_, (text, language)), file in heard.items()
        if language == "fr" and typeset(text, "fr") != text
    ]

    assert [] == found


def test_french_elides_in_generated_sentences(heard: AllHeard) -> None:
    """No « que » or « lorsque » stands before a vowel on a French page."""
    clash = re.compile(r"\b(que|lorsque|puisque) [aeiouéèêàâîôû]", re.IGNORECASE)

    found = [
        (file, text)
        for (_, (text, language)), file in heard.items()
        if language == "fr" and clash.search(text)
    ]

    assert [] == found


def test_close_codes_are_never_grouped(site: Site, heard: AllHeard) -> None:
    """No close code of the site is written with a thousands separator."""
    grouped = re.compile(r"\b([1-4])[ ,.\u00a0\u202f](\d\d\d)\b")

    found = [
        (file, text)
        for (_, (text, _)), file in heard.items()
        if any(int("".join(digits)) in site.numbers for digits in grouped.findall(text))
    ]

    assert [] == found


@pytest.fixture(scope="module")
def pseudo(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Pseudo:
    """Build the site with a third language, Arabic by name and right-to-left, whose messages are accented English."""
    folder = tmp_path_factory.mktemp("pseudo")
    shutil.copytree(project.locales, folder / "locales")
    catalogue = folder / "locales" / "ar" / "LC_MESSAGES" / "messages.po"
    catalogue.parent.mkdir(parents=True)
    with (project.locales / "messages.pot").open("rb") as file:
        template = read_po(file, locale="ar")
    for message in template:
        if isinstance(message.id, str):
            message.string = _accented(message.id)
        else:
            message.string = tuple(_accented(message.id[1]) for _ in range(template.num_plurals))
        message.flags.discard("fuzzy")
    template.fuzzy = False
    with catalogue.open("wb") as stream:
        write_po(stream, template)
    third = replace(project, locales=folder / "locales")
    content = pipeline.load_project(third)
    records = pipeline.check_project(third, content, strict=False)
    assert not records.failed
    workshop = pipeline.workshop_of(third, records)
    wanted = (page for page in plan_pages(workshop.site) if page.language == "ar")
    for page in wanted:
        if (
            page.kind not in {PageKind.COMPARISON, PageKind.FORWARD}
            or "-1008" in page.file
            or page.slug in TELLING
        ):
            target = folder / "public" / page.file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(workshop.renderer.render(page))
    return Pseudo(folder / "public", workshop.site)


def _accented(text: str) -> str:
    pieces = re.split(r"(%\(\w+\)s)", text)
    return "".join(piece if index % 2 else piece.translate(ACCENTS) for index, piece in enumerate(pieces))


@pytest.fixture(scope="module")
def proper_names(site: Site) -> set[str]:
    """Return the words that are the same in every language: names of services, programs and libraries."""
    named = [
        *(family.record.name.english for family in site.families),
        *(name for library in site.libraries for name in (library.name, library.language)),
        *(timeout.name for timeout in site.timeouts),
        *(name for texts in site.error_texts for name in (texts.name, texts.language)),
        *(reason.by for code in site.codes.values() for reason in code.record.reasons),
        *site.record.proper_names,
    ]
    return {*NAMES, *(word for name in named for word in re.findall(WORD, name))}


@pytest.mark.parametrize(
    "kind", sorted(kind for kind in PageKind if kind.is_html and kind is not PageKind.CHOOSER)
)
def test_no_template_speaks_english_by_itself(
    kind: PageKind, pseudo: Pseudo, proper_names: set[str], page_at: Callable[[Path, Page], SitePage]
) -> None:
    """In a language whose records are not translated, all that is not marked as English is from the catalogue."""
    planned = [
        page
        for page in plan_pages(pseudo.site)
        if page.kind is kind and page.language == "ar" and (pseudo.folder / page.file).is_file()
    ]
    for one in [*planned[:: max(1, len(planned) // 6)], *(p for p in planned if p.slug in TELLING)]:
        page = page_at(pseudo.folder, one)
        plain = [
            heard.text
            for heard in page.texts("body")
            if heard.language == "ar" and _plain_words(heard.text) - proper_names
        ]

        assert [] == plain, page.file
        assert "rtl" == page.tree.get("dir")


def _plain_words(text: str) -> set[str]:
    return {word for word in re.findall(WORD, text) if word.isascii() and re.search("[aeiou]", word)}
