"""The Content-Security-Policy of the pages, as a browser applies it."""

from __future__ import annotations

import pytest
from benchmarks.reading.kinds import KINDS, address_of
from playwright.sync_api import Page, expect


_INLINE = """() => {
  const script = document.createElement("script");
  script.textContent = "document.body.dataset.ran = ''";
  document.body.append(script);
  return "ran" in document.body.dataset;
}"""


def _complaints(page: Page) -> list[str]:
    """Return where the browser will tell what the policy forbade."""
    told: list[str] = []
    page.on(
        "console", lambda message: told.append(message.text) if "Security Policy" in message.text else None
    )
    return told


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_forbidden(page: Page, address: str, kind: str) -> None:
    """No page, its JSON-LD included, asks for anything that its policy forbids."""
    told = _complaints(page)

    page.goto(address + address_of(kind, "fr"), wait_until="networkidle")

    assert [] == told


def test_words_are_searched(page: Page, address: str) -> None:
    """The search by words runs under the policy, WebAssembly included."""
    told = _complaints(page)
    page.goto(f"{address}en/guides/")

    page.locator("#find").fill("heartbeat")

    expect(page.locator("#find-results > *").first).to_be_visible()
    assert [] == told


def test_inline_script_is_refused(page: Page, address: str) -> None:
    """A script that somebody smuggled into a page would not run."""
    told = _complaints(page)
    page.goto(f"{address}en/1012/")

    assert not page.evaluate(_INLINE)
    assert told
