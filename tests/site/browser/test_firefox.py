"""The site in Debian's Firefox: finding, languages, screens, dark, paper."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator

import pytest
from benchmarks.reading.kinds import KINDS, LANGUAGES, SCREENS, address_of
from tests.site.browser.bidi import ENTER, TAB, Firefox, launched
from tests.site.browser.test_keyboard import WAYS


FIREFOX = os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox") or ""
_PATIENCE = 15

pytestmark = pytest.mark.skipif(
    not FIREFOX, reason="no Firefox here: install firefox-esr, or set FIREFOX to its path"
)


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Return a headless Firefox that prefers dark pages."""
    with launched(FIREFOX, tmp_path_factory.mktemp("firefox") / "profile") as firefox:
        yield firefox


def _arrives(firefox: Firefox, address: str) -> bool:
    """Return whether Firefox comes to ``address``, whatever the fragment."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if firefox.address.partition("#")[0] == address:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", WAYS)
def test_found_with_the_keyboard(firefox: Firefox, address: str, way: str, language: str) -> None:
    """The slash key leads to the field, and the enter key to what was typed."""
    query, slug = WAYS[way]
    firefox.open(f"{address}{language}/guides/")

    firefox.press(f"/{query}")
    firefox.press_and_leave(ENTER)

    assert _arrives(firefox, f"{address}{language}/{slug}")


def test_skip_link_is_the_first_stop(firefox: Firefox, address: str) -> None:
    """The first press of the tab key leads to the link past the header."""
    firefox.open(f"{address}fr/1006/")

    firefox.press(TAB)

    assert "#main" == firefox.evaluate("document.activeElement.getAttribute('href')")


def test_switch_keeps_the_page(firefox: Firefox, address: str) -> None:
    """The switch on a comparison leads to the same comparison in the other language."""
    firefox.open(f"{address}en/compare/1000-vs-1012/")

    firefox.evaluate("document.querySelector('.languages a').click()")

    assert _arrives(firefox, f"{address}fr/compare/1000-vs-1012/")


def test_link_to_an_error_text_opens_its_list(firefox: Firefox, address: str) -> None:
    """What an address leads to is shown, though the lists of all programs are closed."""
    firefox.open(f"{address}en/errors/#python-websockets-2")

    shown = [
        firefox.evaluate(f"document.getElementById('{id_}').checkVisibility()")
        for id_ in ("python-websockets-2", "ws-1")
    ]

    assert [True, False] == shown


@pytest.mark.parametrize("kind", KINDS)
def test_page_fits_a_narrow_screen_in_the_dark(firefox: Firefox, address: str, kind: str) -> None:
    """No kind of page scrolls sideways at 320 pixels, and each is dark where the reader prefers it."""
    firefox.resize(*SCREENS["narrow"])
    firefox.open(address + address_of(kind, "fr"))

    assert 0 == firefox.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    # The 404 page takes its style from the address of the published site, which nobody serves here.
    dark = ["rgb(17, 19, 21)", "rgba(0, 0, 0, 0)"][kind == "not-found"]
    assert dark == firefox.evaluate("getComputedStyle(document.body).backgroundColor")


def test_code_is_printed(firefox: Firefox, address: str) -> None:
    """The page of a code can be printed."""
    firefox.open(f"{address}fr/1012/")

    assert firefox.print_to_pdf().startswith("JVBERi0")
