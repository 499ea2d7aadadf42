"""Take a picture of every kind of page: ``python -m benchmarks.reading.screenshots FOLDER``."""

from __future__ import annotations

import argparse
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from benchmarks.reading.chromium import CHROMIUM, QUIET
from benchmarks.reading.kinds import KINDS, LANGUAGES, SCHEMES, SCREENS, address_of
from benchmarks.reading.serving import built_and_served


__all__ = ["main"]


def main() -> None:
    """Take the pictures that the options ask for."""
    options = _options()
    options.folder.mkdir(parents=True, exist_ok=True)
    with built_and_served() as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        for look in product(options.screens, options.schemes, options.languages):
            _take_all(browser, root, look, options)
        browser.close()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.reading.screenshots", description="Take pictures of every kind of page."
    )
    parser.add_argument("folder", type=Path, help="folder for the pictures")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS))
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=list(LANGUAGES))
    parser.add_argument("--schemes", nargs="+", choices=SCHEMES, default=list(SCHEMES))
    parser.add_argument("--screens", nargs="+", choices=SCREENS, default=["phone", "desktop"])
    parser.add_argument("--fold", action="store_true", help="only what is seen without scrolling")
    return parser.parse_args()


def _take_all(
    browser: Browser, root: str, look: tuple[str, Literal["light", "dark"], str], options: argparse.Namespace
) -> None:
    screen, scheme, language = look
    width, height = SCREENS[screen]
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, locale=language
    )
    page = context.new_page()
    for kind in options.kinds:
        page.goto(root + address_of(kind, language), wait_until="networkidle")
        file = options.folder / f"{kind}-{language}-{screen}-{scheme}.png"
        page.screenshot(path=file, full_page=not options.fold)
        print(file)
    context.close()


if __name__ == "__main__":
    main()
