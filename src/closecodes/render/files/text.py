"""What a page says, in Markdown: for programs that read text, and for people who quote it."""

from __future__ import annotations

from typing import cast

from closecodes.pages import Page
from closecodes.render.files.desk import Desk
from closecodes.render.files.markdown import markdown_of


__all__ = ["text"]


def text(desk: Desk, page: Page) -> bytes:
    """Return the page that ``page`` says again as Markdown, and where it comes from."""
    original = cast("Page", page.original)
    address = desk.url(original.address)
    body = markdown_of(desk.render(original).decode(), address)
    return f"{body}\n\n---\n\n<{address}> · CC BY 4.0\n".encode()
