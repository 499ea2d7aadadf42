"""Compose the pages of pairs from stencils, one for each way in which two codes can agree and differ."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from types import SimpleNamespace

from jinja2 import Environment, UndefinedError

from closecodes.addresses import forward_slug, slug_of
from closecodes.cache import Parts
from closecodes.compare import all_apart, shape_of
from closecodes.model import Pair
from closecodes.plan import Page, PageKind
from closecodes.render.parts import PartCache
from closecodes.render.stencils import Pieces, Side, Slots, Stencil, StencilParts, UncomposableError, cut
from closecodes.render.views import CodeView


__all__ = ["Composer"]

MakePage = Callable[..., str]
"""Runs the template of a page about a pair, showing the two codes given, and verdicts and a target not its own."""

_SLUGS = {PageKind.COMPARISON: slug_of, PageKind.FORWARD: forward_slug}


class Composer:
    """Composes pages about pairs in one language."""

    def __init__(
        self, environment: Environment, view: Callable[[str], CodeView], make_page: MakePage, kept: Parts
    ) -> None:
        self._environment = environment
        self._parts: PartCache = environment.parts  # type: ignore[attr-defined]
        self._view = view
        self._make_page = make_page
        self._slots = Slots()
        self._sides = (Side(0, self._slots), Side(1, self._slots))
        self._stencil_parts = StencilParts(self._parts, self._slots)
        self._stencils: dict[Hashable, Stencil | None] = {}
        self._pieces: dict[str, Pieces] = {}
        self._kept = kept
        self._texts: dict[str, bytes] = {}

    def compose(self, page: Page, pair: Pair) -> bytes | None:
        """Return the bytes of a page about ``pair``; None where it must be rendered to be known.

        That is so for what a person wrote about one pair, for pairs across families, and until the parts of
        both codes have been rendered once.
        """
        if pair.authored or pair.first.family != pair.second.family:
            return None
        shape = shape_of(pair) if page.kind is PageKind.COMPARISON else None
        key = (page.kind, pair.first.family, shape)
        if key not in self._stencils:
            self._stencils[key] = self._stencil(page, pair)
        stencil = self._stencils[key]
        try:
            return (
                stencil.fill(self._pieces_of(pair.first.id), self._pieces_of(pair.second.id))
                if stencil
                else None
            )
        except KeyError:
            return None

    def _pieces_of(self, id_: str) -> Pieces:
        pieces = self._pieces.get(id_)
        if pieces is None:
            kept = self._kept.get(id_)
            if kept is None:
                self._rehearse(self._view(id_))
            pieces = self._pieces[id_] = Pieces(self._view(id_), id_, self._slots, self._parts, kept)
        return pieces

    @property
    def parts(self) -> Parts:
        """Return the parts of all codes, for later builds."""
        return {**self._kept, **{id_: pieces.to_keep() for id_, pieces in self._pieces.items()}}

    def _rehearse(self, view: CodeView) -> None:
        """Render all parts of a code: it plays both sides of a page on which every fact tells them apart."""
        with_itself = Pair(view.code, view.code)
        for kind, slug in _SLUGS.items():
            page = Page(kind, slug(with_itself), view.language.tag, with_itself)
            self._make_page(page, with_itself, (view, view), all_apart(view.code))

    def _stencil(self, page: Page, pair: Pair) -> Stencil | None:
        unnamed = Pair(*self._sides)  # type: ignore[arg-type] # stand-ins, whom no template may ask anything
        marked = Pair(*(SimpleNamespace(id=side.mark) for side in self._sides))  # type: ignore[arg-type] # for addresses
        blank = Page(page.kind, _SLUGS[page.kind](marked), page.language, unnamed)
        self._environment.parts = self._stencil_parts  # type: ignore[attr-defined]
        try:
            return cut(self._make_page(blank, pair, self._sides, target=slug_of(marked)), self._texts)
        except (UncomposableError, UndefinedError):
            return None
        finally:
            self._environment.parts = self._parts  # type: ignore[attr-defined]
