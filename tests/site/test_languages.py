"""Every page speaks its own language."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po, write_po

from closecodes import pipeline
from closecodes.i18n import typeset


if TYPE_CHECKING:
    from tests.site.conftest import SitePage

    from closecodes.project import Project

    TextsOf = Callable[[SitePage], list[tuple[str, str | None]]]

ENGLISH = re.compile(
    r"\b(the|and|of|with|when|that|this|from|which|what|you|your|is|are|was|were|has|have|not|only|who|it|its"
    r"|after|before|whether|should|close code|never|server|handshake|frame|link)\b",
    re.IGNORECASE,
)
FRENCH = re.compile(
    r"\b(le|la|les|des|une|est|sont|avec|que|qui|pour|dans|vous|trame|fermeture)\b", re.IGNORECASE
)
ACCENTS = str.maketrans("aeiouAEIOU", "åéîøüÅÉÎØÜ")
PROPER_NAMES = [
    "AssemblyAI",
    "Centrifugo",
    "ClientWebSocket",
    "Cloudflare",
    "Discord",
    "English",
    "Euler",
    "Framework",
    "Français",
    "Go",
    "Jakarta",
    "Java",
    "NATS",
    "NET",
    "Netty",
    "Python",
    "Rust",
    "SockJS",
    "Spring",
    "Starlette",
    "Stream",
    "Tomcat",
    "WebSocket",
    "aiohttp",
    "client",
    "closecodes",
    "coder",
    "gorilla",
    "graphql",
    "server",
    "tungstenite",
    "uvicorn",
    "websocket",
    "websockets",
    "ws",
]


def test_french_pages_are_french(full_pages: list[SitePage], texts_of: TextsOf) -> None:
    """No visible text of a French page is English, but for what is marked as English and for code."""
    found = [
        (page.file, text)
        for page in full_pages
        if page.language == "fr"
        for text, language in texts_of(page)
        if language == "fr" and ENGLISH.search(text)
    ]

    assert [] == found


def test_english_pages_are_english(full_pages: list[SitePage], texts_of: TextsOf) -> None:
    """No visible text of an English page is French."""
    found = [
        (page.file, text)
        for page in full_pages
        if page.language == "en"
        for text, language in texts_of(page)
        if language == "en" and len(FRENCH.findall(text)) > 1
    ]

    assert [] == found


def test_registry_names_are_marked_english(pages: dict[str, SitePage]) -> None:
    """On a French page the English name of the registry stands beside the French one, marked as English."""
    heading = pages["fr/1012/index.html"].find("body/main/div/h1")

    names = [(span.text, span.get("lang")) for span in heading.iter("span")]

    assert [("1012", None), ("Redémarrage du service", None), ("Service Restart", "en")] == names


def test_built_french_is_typeset(full_pages: list[SitePage], texts_of: TextsOf) -> None:
    """Typesetting what a reader sees of a French page once more changes nothing."""
    found = [
        (page.file, text)
        for page in full_pages
        if page.language == "fr"
        for text, language in texts_of(page)
        if language == "fr" and typeset(text, "fr") != text
    ]

    assert [] == found


def test_french_elides_in_generated_sentences(full_pages: list[SitePage], texts_of: TextsOf) -> None:
    """No « que » or « lorsque » stands before a vowel on a French page."""
    clash = re.compile(r"\b(que|lorsque|puisque) [aeiouéèêàâîôû]", re.IGNORECASE)

    found = [
        (page.file, text)
        for page in full_pages
        if page.language == "fr"
        for text, language in texts_of(page)
        if language == "fr" and clash.search(text)
    ]

    assert [] == found


def test_close_codes_are_never_grouped(full_pages: list[SitePage], texts_of: TextsOf) -> None:
    """No close code is written with a thousands separator."""
    grouped = re.compile(r"\b[1-4][ ,.\u00a0\u202f]0\d\d\b")

    found = [(page.file, text) for page in full_pages for text, _ in texts_of(page) if grouped.search(text)]

    assert [] == found


@pytest.fixture(scope="module")
def pseudo(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
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
    with catalogue.open("wb") as file:
        write_po(file, template)
    third = replace(project, locales=folder / "locales")
    content = pipeline.load_project(third)
    records = pipeline.check_project(third, content, strict=False)
    assert not records.failed
    pipeline.build(third, records, folder / "public")
    return folder / "public"


def _accented(text: str) -> str:
    pieces = re.split(r"(%\(\w+\)s)", text)
    return "".join(piece if index % 2 else piece.translate(ACCENTS) for index, piece in enumerate(pieces))


def test_no_template_speaks_english_by_itself(
    pseudo: Path,
    page_at: Callable[[Path, str], SitePage],
    body_texts_of: TextsOf,
) -> None:
    """In a language whose records are not translated, all that is not marked as English is from the catalogue."""
    for address in (
        "",
        "1012/",
        "1006/",
        "compare/1000-vs-1012/",
        "compare/",
        "ranges/",
        "websocket/",
        "about/",
    ):
        page = page_at(pseudo, f"ar/{address}index.html")
        plain = [text for text, language in body_texts_of(page) if language == "ar" and _plain_words(text)]

        assert [] == plain, address
        assert "rtl" == page.tree.get("dir")


def _plain_words(text: str) -> list[str]:
    words = re.findall(r"[A-Za-zåéîøüÅÉÎØÜ]{3,}", text)
    return [
        word for word in words if word.isascii() and re.search("[aeiou]", word) and word not in PROPER_NAMES
    ]
