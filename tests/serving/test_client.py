"""Open pages in a real browser: they load again by themselves, and say what is wrong."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright


if TYPE_CHECKING:
    from tests.serving.conftest import Served

Serve = Callable[..., "AbstractContextManager[Served]"]
Edit = Callable[[Path, str, str], None]

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome") or ""
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium here: install one, or set CHROMIUM to its path"),
]

_TEMPLATE = """\
<!doctype html>
<html lang="{{ page.language }}">
<head><meta charset="utf-8"><title>{{ code.number }}</title><link rel="icon" href="{{ asset("icon.svg") }}"></head>
<body><main>{{ code.meaning_plain }}</main></body>
</html>
"""


@pytest.fixture(name="browser", scope="module")
def _browser() -> Iterator[Browser]:
    """Return a headless Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture(name="served", scope="module")
def _served(
    serve: Serve, make_small_project: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Served, Path]]:
    """Return a server, and the file of the record that it shows."""
    folder = make_small_project(tmp_path_factory.mktemp("client") / "project")
    (folder / "templates/code.html").write_text(_TEMPLATE, encoding="utf-8")
    (folder / "static/icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    with serve(folder) as served:
        yield served, folder / "content/families/websocket/1000.yaml"


@pytest.fixture(name="page")
def _page(browser: Browser, served: tuple[Served, Path]) -> Iterator[Page]:
    """Return the French page of a code, connected to the server, with its record whole before and after."""
    server, record = served
    before = record.read_bytes()
    page = browser.new_page()
    page.goto(f"{server.address}fr/1000/")
    page.wait_for_selector("html[data-live]", state="attached")
    yield page
    page.close()
    record.write_bytes(before)


def _break(record: Path, edit: Edit) -> None:
    edit(record, "on_the_wire: true", "on_the_wire: perhaps")


class TestOpenPage:
    """A page while its record is edited."""

    def test_reload(self, page: Page, served: tuple[Served, Path], edit: Edit) -> None:
        """What was saved is shown, without anybody touching the browser."""
        edit(served[1], "le sens de 1000", "la signification de 1000")

        expect(page.locator("main")).to_have_text("la signification de 1000")

    def test_overlay(self, page: Page, served: tuple[Served, Path], edit: Edit) -> None:
        """While the record is broken, the page keeps its text and says in its language where it is wrong."""
        _break(served[1], edit)

        overlay = page.get_by_role("alert")
        expect(overlay.get_by_role("heading")).to_have_text("Un problème dans les fichiers")
        expect(overlay).to_contain_text("error[wrong-type] found the text `perhaps`")
        expect(overlay.locator(".place")).to_contain_text("content/families/websocket/1000.yaml:")
        expect(page.locator("main")).to_have_text("le sens de 1000")
        assert "fr" == overlay.get_attribute("lang")
        assert page.evaluate("document.activeElement === document.body")

    def test_mended(self, page: Page, served: tuple[Served, Path], edit: Edit) -> None:
        """Once the record is mended, the overlay goes away."""
        _break(served[1], edit)
        expect(page.get_by_role("alert")).to_be_visible()

        edit(served[1], "on_the_wire: perhaps", "on_the_wire: true")

        expect(page.get_by_role("alert")).to_have_count(0)

    @pytest.mark.parametrize("how", ["button", "key"])
    def test_dismissed(self, page: Page, served: tuple[Served, Path], edit: Edit, how: str) -> None:
        """The overlay can be dismissed, with its button or with Escape, and the page is there behind it."""
        _break(served[1], edit)
        expect(page.get_by_role("alert")).to_be_visible()

        if how == "button":
            page.get_by_role("button", name="Masquer").click()
        else:
            page.keyboard.press("Escape")

        expect(page.get_by_role("alert")).to_have_count(0)
