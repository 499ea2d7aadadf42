"""Tests of the plan: which pages there are, where, in which order, and how they link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

import pytest

from closecodes.addresses import relative_address, slug_of
from closecodes.check.parsing import parse_records
from closecodes.i18n import find_languages
from closecodes.load import load_content
from closecodes.model import CloseCode, Family, Pair, Site, pairs_of
from closecodes.model.building import build_site
from closecodes.plan import Page, PageKind, alternates, pages_count, pages_in, plan_batches, plan_pages


REPOSITORY = Path(__file__).resolve().parents[1]
BASE = "https://example.org/below/a/path/"


def _discord(template: CloseCode, *numbers: int, see_also: tuple[str, ...] = ()) -> tuple[CloseCode, ...]:
    records = (
        template.record.model_copy(update={"code": number, "see_also": see_also}) for number in numbers
    )
    return tuple(replace(template, family="discord", record=record) for record in records)


@pytest.fixture(name="site", scope="module")
def _site() -> Site:
    """Return the model of the content of this repository."""
    languages = find_languages(REPOSITORY / "locales")
    return build_site(parse_records(load_content(REPOSITORY / "content"), languages))


@pytest.fixture(name="two_families", scope="module")
def _two_families(site: Site) -> Site:
    """Return a site of two families: 1000 and 1008 of the registry, 1000 and 4004 of Discord."""
    registry = site.family("websocket")
    kept = tuple(code for code in registry.codes if code.number in {1000, 1008})
    codes = (*_discord(kept[0], 1000), *_discord(kept[0], 4004, see_also=("1008",)))
    alone = tuple(replace(code, record=code.record.model_copy(update={"see_also": ()})) for code in kept)
    discord = Family(
        registry.record.model_copy(update={"id": "discord"}), "content/families/discord/family.yaml", codes
    )
    return replace(
        site, families=(discord, replace(registry, codes=alone)), comparisons={}, languages=("en", "fr")
    )


def _pages(site: Site) -> Iterator[Page]:
    """Yield the pages of a site without what is made beside them."""
    return plan_pages(replace(site, pages_only=True))


def _addresses(site: Site) -> dict[str, PageKind]:
    return {page.address: page.kind for page in plan_pages(site)}


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("", PageKind.CHOOSER),
        ("404.html", PageKind.NOT_FOUND),
        ("{language}/", PageKind.START),
        ("{language}/1012/", PageKind.CODE),
        ("{language}/websocket/", PageKind.FAMILY),
        ("{language}/ranges/", PageKind.RANGES),
        ("{language}/compare/", PageKind.COMPARE_INDEX),
        ("{language}/compare/1000-vs-1012/", PageKind.COMPARISON),
        ("{language}/compare/1012-vs-1000/", PageKind.FORWARD),
        ("{language}/about/", PageKind.PROSE),
        ("{language}/4004/", PageKind.NUMBER),
        ("{language}/constants/", PageKind.CONSTANTS),
        ("{language}/retry/", PageKind.RETRY),
        ("{language}/glossary/", PageKind.GLOSSARY),
        ("{language}/errors/", PageKind.ERRORS),
        ("{language}/errors.json", PageKind.ERROR_DATA),
        ("{language}/find/", PageKind.FIND),
        ("{language}/find.json", PageKind.FIND_DATA),
        ("{language}/translation/", PageKind.TRANSLATION),
        ("{language}/translation.json", PageKind.TRANSLATION_BADGE),
        ("{language}/guides/", PageKind.GUIDES),
        ("{language}/guides/diagnosing-1006/", PageKind.GUIDE),
        ("{language}/404.html", PageKind.NOT_FOUND),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_real_addresses(address: str, kind: PageKind, language: str, site: Site) -> None:
    """Every kind of page is where the design puts it, in each language."""
    assert kind is _addresses(site).get(address.format(language=language))


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("en/discord/", PageKind.FAMILY),
        ("en/discord/4004/", PageKind.CODE),
        ("fr/discord/4004/", PageKind.CODE),
        ("en/compare/discord-1000-vs-discord-4004/", PageKind.COMPARISON),
        ("en/compare/1000-vs-discord-1000/", PageKind.COMPARISON),
        ("en/compare/discord-1000-vs-1000/", PageKind.FORWARD),
        ("en/compare/1008-vs-discord-4004/", PageKind.COMPARISON),
        ("en/compare/discord-4004-vs-1008/", PageKind.FORWARD),
        ("en/compare/1000-vs-discord-4004/", None),
        ("en/4004/", PageKind.NUMBER),
        ("en/1008/", PageKind.CODE),
        ("en/websocket/1000/", None),
    ],
)
def test_addresses_of_families(address: str, kind: PageKind | None, two_families: Site) -> None:
    """The codes of other families stand below their family; comparisons begin with the registered code."""
    assert kind is _addresses(two_families).get(address)


@pytest.mark.parametrize(
    ("page", "address", "file"),
    [
        (Page(PageKind.CHOOSER, ""), "", "index.html"),
        (Page(PageKind.NOT_FOUND, "404.html"), "404.html", "404.html"),
        (Page(PageKind.START, "", "fr"), "fr/", "fr/index.html"),
        (Page(PageKind.CODE, "1012/", "en"), "en/1012/", "en/1012/index.html"),
        (Page(PageKind.NOT_FOUND, "404.html", "fr"), "fr/404.html", "fr/404.html"),
    ],
)
def test_page(page: Page, address: str, file: str) -> None:
    """A page knows its address and the file that a static host serves there."""
    assert (address, file) == (page.address, page.file)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (Page(PageKind.NOT_FOUND, "404.html"), 0),
        (Page(PageKind.START, "", "fr"), 1),
        (Page(PageKind.CODE, "1012/", "fr"), 2),
        (Page(PageKind.CODE, "discord/4004/", "fr"), 3),
    ],
)
def test_depth(page: Page, expected: int) -> None:
    """The depth of a page is the number of folders between it and the root."""
    assert expected == page.depth


def test_subjects(two_families: Site) -> None:
    """A page about a code, a family or a pair has the address of its subject."""
    pages = [page for page in _pages(two_families) if page.kind is not PageKind.FORWARD]
    about = [
        (page.slug, page.subject) for page in pages if isinstance(page.subject, CloseCode | Family | Pair)
    ]

    assert [slug for slug, _ in about] == [slug_of(subject) for _, subject in about]


def test_forwards_follow(site: Site) -> None:
    """Each comparison is followed by the page that forwards to it, in each language."""
    pages = [page for page in _pages(site) if isinstance(page.subject, Pair)]

    kinds = Counter((page.kind, other.kind) for page, other in zip(pages[::2], pages[1::2], strict=True))
    assert {(PageKind.COMPARISON, PageKind.FORWARD): len(list(pairs_of(site))) * len(site.languages)} == kinds
    assert all(one.subject is other.subject for one, other in zip(pages[::2], pages[1::2], strict=True))


def test_order_of_codes(site: Site) -> None:
    """Codes come by number within their family."""
    numbers = [
        page.subject.number
        for page in _pages(site)
        if isinstance(page.subject, CloseCode)
        and page.language == "en"
        and page.subject.family == "websocket"
    ]

    assert sorted(code.number for code in site.family("websocket").codes) == numbers


def test_order_of_kinds(two_families: Site) -> None:
    """Pages for everyone come first; then each language has its pages in the same order."""
    guides = {"reasons": {"en": "# Reasons"}, "backoff": {"en": "# Backoff"}}
    pages = list(_pages(replace(two_families, prose={"zebra": {}, "about": {}}, guides=guides)))

    alone = ["", "404.html"]
    shared = [
        "",
        "find/",
        "find.json",
        "explanations.json",
        "compare/",
        "ranges/",
        "retry/",
        "constants/",
        "glossary/",
        "errors/",
        "errors.json",
        "translation/",
        "translation.json",
        "changes/",
        "guides/",
        "guides/backoff/",
        "guides/reasons/",
        "about/",
        "zebra/",
        "404.html",
        "4004/",
        "discord/",
        "discord/1000/",
        "discord/4004/",
        "websocket/",
        "1000/",
        "1008/",
        "compare/discord-1000-vs-discord-4004/",
        "compare/discord-4004-vs-discord-1000/",
        "compare/1000-vs-1008/",
        "compare/1008-vs-1000/",
        "compare/1000-vs-discord-1000/",
        "compare/discord-1000-vs-1000/",
        "compare/1008-vs-discord-4004/",
        "compare/discord-4004-vs-1008/",
    ]
    expected = [(None, slug) for slug in alone] + [(tag, slug) for tag in ("en", "fr") for slug in shared]
    assert expected == [(page.language, page.slug) for page in pages]


def test_languages(two_families: Site) -> None:
    """A third language has the same pages, at the same slugs, and changes no other page."""
    before = list(_pages(two_families))
    after = list(_pages(replace(two_families, languages=("en", "fr", "ar"))))

    added = [page for page in after if page.language == "ar"]
    assert before == [page for page in after if page.language != "ar"]
    assert [replace(page, language="ar") for page in before if page.language == "en"] == added


def test_lazy(site: Site) -> None:
    """Pages come one at a time and are never all held."""
    pages = plan_pages(site)

    assert isinstance(pages, Iterator)
    assert Page(PageKind.CHOOSER, "") == next(pages)


@pytest.mark.parametrize("pieces", [1, 2, 3, 7, 1000])
def test_batches_are_the_plan(pieces: int, site: Site, two_families: Site) -> None:
    """The batches hold every page once, in the order of the plan, however many there are."""
    for planned in (site, two_families):
        batches = plan_batches(planned, pieces=pieces)
        assert list(plan_pages(planned)) == [page for batch in batches for page in pages_in(planned, batch)]


@pytest.mark.parametrize("pieces", [1, 2, 3, 7, 1000])
def test_pages_count(pieces: int, site: Site, two_families: Site) -> None:
    """The number of pages of a batch is known before they are made."""
    for planned in (site, two_families):
        batches = plan_batches(planned, pieces=pieces)
        expected = [len(list(pages_in(planned, batch))) for batch in batches]
        assert expected == [pages_count(planned, batch) for batch in batches]


@pytest.mark.parametrize("pieces", [1, 2, 3, 4])
def test_batches_of_equal_size(pieces: int, site: Site) -> None:
    """Comparisons of a family are cut into about as many batches as asked for, none much larger than its share."""
    alone = replace(site, families=(site.family("websocket"),))
    sizes = [
        batch.size for batch in plan_batches(alone, pieces=pieces) if batch.language == "en" and batch.rows
    ]
    longest_row = len(alone.codes) - 1

    assert pieces <= len(sizes) <= pieces + 1
    assert all(size < sum(sizes) / pieces + longest_row for size in sizes)


def test_batches_by_language(site: Site) -> None:
    """The pages of all languages come first; the first batch of each language has its other pages as well."""
    for pieces in (1, 2):
        batches = plan_batches(site, pieces=pieces)
        shares = len(batches) // len(site.languages)

        expected = [
            (None, True, False),
            *((tag, piece == 0, True) for tag in site.languages for piece in range(shares)),
        ]
        assert expected == [(batch.language, batch.others, bool(batch.rows)) for batch in batches]


def test_others_before_comparisons(site: Site) -> None:
    """Within a batch, comparisons come after all other pages."""
    batch = plan_batches(site, pieces=1)[1]

    about_pairs = [isinstance(page.subject, Pair) for page in pages_in(site, batch)]
    assert sorted(about_pairs) == about_pairs
    assert {False, True} == set(about_pairs)


def test_nothing_to_cut(site: Site) -> None:
    """A site without comparisons has no batches of them."""
    batches = plan_batches(replace(site, families=(), comparisons={}, languages=("en",)), pieces=4)

    assert [None, "en"] == [batch.language for batch in batches]


def test_own_file(site: Site, two_families: Site) -> None:
    """No two pages have the same file, on disks without capitals either."""
    for planned in (site, two_families):
        files = Counter(page.file.casefold() for page in plan_pages(planned))
        assert [] == [file for file, count in files.items() if count > 1]


def test_no_file_in_the_way(site: Site) -> None:
    """No page’s file is a folder of another page."""
    files = {PurePosixPath(page.file) for page in plan_pages(site)}

    assert set() == files & {folder for file in files for folder in file.parents}


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            Page(PageKind.CODE, "1012/", "fr"),
            [("en", "en/1012/"), ("fr", "fr/1012/"), ("ar", "ar/1012/"), ("x-default", "en/1012/")],
        ),
        (
            Page(PageKind.START, "", "fr"),
            [("en", "en/"), ("fr", "fr/"), ("ar", "ar/"), ("x-default", "")],
        ),
        (
            Page(PageKind.CHOOSER, ""),
            [("en", "en/"), ("fr", "fr/"), ("ar", "ar/"), ("x-default", "")],
        ),
    ],
)
def test_alternates(page: Page, expected: list[tuple[str, str]]) -> None:
    """A page names itself and its other languages; the default is English, or the choice of language."""
    assert expected == list(alternates(page, ("en", "fr", "ar")))


def test_alternates_exist(site: Site) -> None:
    """Every alternate of every page is a page."""
    addresses = _addresses(site)
    missing = {
        address
        for page in plan_pages(site)
        if page.kind.is_html
        for _, address in alternates(page, site.languages)
        if address not in addresses
    }

    assert set() == missing


def test_alternates_reciprocal(two_families: Site) -> None:
    """All languages of a page name the same alternates."""
    named: dict[str, set[tuple[tuple[str, str], ...]]] = {}
    for page in plan_pages(two_families):
        if page.language:
            named.setdefault(page.slug, set()).add(tuple(alternates(page, two_families.languages)))

    assert {1} == {len(versions) for versions in named.values()}


def test_real_links_resolve(site: Site) -> None:
    """The links between any page and its versions in other languages lead to their files."""
    broken = [
        (page.address, address)
        for page in plan_pages(site)
        for _, address in alternates(page, site.languages)
        if BASE + address != urljoin(BASE + page.address, relative_address(page.address, address))
    ]

    assert [] == broken
