"""Compose the pages of pairs from stencils, one for each way in which two codes can agree and differ."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import cast

from jinja2 import UndefinedError
from markupsafe import Markup

from closecodes.addresses import forward_slug, slug_of
from closecodes.cache import Parts
from closecodes.compare import all_apart, shape_of
from closecodes.model import Pair, steps_of
from closecodes.plan import Page, PageKind
from closecodes.render.outlines import Body, LoopRecorder, Outline, run_loop
from closecodes.render.parts import PartCache
from closecodes.render.speaker import Speaker
from closecodes.render.stencils import Pieces, Side, Slots, Stencil, StencilParts, UncomposableError
from closecodes.render.views import CodeView, ComparisonView, OutlineView


__all__ = ["Composer"]

MakePage = Callable[..., str]
"""Runs the template of a page about a pair, showing a view that need not be its own."""

_SLUGS = {PageKind.COMPARISON: slug_of, PageKind.FORWARD: forward_slug}


class Composer:
    """Composes pages about pairs in one language."""

    def __init__(self, speaker: Speaker, make_page: MakePage, kept: Parts) -> None:
        self._speaker = speaker
        self._environment = speaker.environment
        self._parts: PartCache = speaker.environment.parts  # type: ignore[attr-defined]
        self._parts.elsewhere = self._piece
        self._make_page = make_page
        self._slots = Slots()
        self._sides = (Side(0, self._slots), Side(1, self._slots))
        self._stencil_parts = StencilParts(self._parts, self._slots)
        self._outlines: dict[Hashable, Outline | None] = {}
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
        key = (page.kind, pair.first.family, self._shape_of(page, pair))
        if key not in self._stencils:
            self._stencils[key] = self._stencil(page, pair)
        stencil = self._stencils[key]
        if stencil is None:
            return None
        try:
            return _ending_once(stencil.fill(self._pieces_of(pair.first.id), self._pieces_of(pair.second.id)))
        except KeyError:
            return None

    def _shape_of(self, page: Page, pair: Pair) -> Hashable:
        """Return what the lists of a page follow from."""
        if page.kind is not PageKind.COMPARISON:
            return None
        return shape_of(pair), steps_of(self._speaker.site.family(pair.first.family), pair)

    def _pieces_of(self, id_: str) -> Pieces:
        pieces = self._pieces.get(id_)
        if pieces is None:
            kept = self._kept.get(id_)
            view = self._speaker.code(id_)
            if kept is None:
                self._rehearse(view)
            pieces = self._pieces[id_] = Pieces(view, id_, self._slots, self._parts, kept)
        return pieces

    def _piece(self, key: Hashable) -> Markup | None:
        """Return a part for a page that is rendered, if it is among those from which others are composed."""
        place, depth, *subjects = cast("tuple[Hashable, ...]", key)  # as the part extension makes it
        view, *others = subjects or (None,)
        if not isinstance(view, CodeView):
            return None
        id_ = view.code.id
        pieces = self._pieces_of(id_) if id_ in self._kept else self._pieces.get(id_)
        if pieces is None or self._speaker.code(id_) is not view:
            return None
        return pieces.part((place, depth, *others))

    @property
    def parts(self) -> Parts:
        """Return the parts of all codes, for later builds."""
        return {**self._kept, **{id_: pieces.to_keep() for id_, pieces in self._pieces.items()}}

    def _rehearse(self, view: CodeView) -> None:
        """Render all parts of a code: it plays both sides of a page on which every fact tells them apart."""
        with_itself = Pair(view.code, view.code)
        apart = ComparisonView(with_itself, (view, view), view.language, all_apart(view.code))
        for kind, slug in _SLUGS.items():
            page = Page(kind, slug(with_itself), view.language.tag, with_itself)
            self._make_page(page, with_itself, apart)

    def _stencil(self, page: Page, pair: Pair) -> Stencil | None:
        lists = self._speaker.comparison_of(pair).lists
        empty = frozenset(name for name, entries in lists.items() if not entries)
        key = (page.kind, pair.first.family, empty)
        try:
            if key not in self._outlines:
                self._outlines[key] = self._outline(page, pair, empty)
            outline = self._outlines[key]
            return outline.stencil(lists) if outline else None
        except (UncomposableError, UndefinedError):
            self._outlines[key] = None
            return None

    def _outline(self, page: Page, pair: Pair, empty: frozenset[str]) -> Outline:
        unnamed = Pair(*self._sides)  # type: ignore[arg-type] # stand-ins, whom no template may ask anything
        marked = Pair(*(SimpleNamespace(id=side.mark) for side in self._sides))  # type: ignore[arg-type] # for addresses
        blank = Page(page.kind, _SLUGS[page.kind](marked), page.language, unnamed)
        view = OutlineView(self._sides, self._speaker.language, empty)  # type: ignore[arg-type] # as above
        recorder = LoopRecorder()
        with self._unknown_codes(recorder):
            html = self._make_page(blank, pair, view, slug_of(marked))
        return Outline.of(html, recorder, self._run_body, self._texts)

    def _run_body(self, body: Body, entry: Hashable) -> str:
        with self._unknown_codes(LoopRecorder()):
            return body(entry)

    @contextmanager
    def _unknown_codes(self, recorder: LoopRecorder) -> Iterator[None]:
        """Let templates be run for codes that are not known, whose parts leave marks behind."""
        self._environment.parts = self._stencil_parts  # type: ignore[attr-defined]
        self._environment.run_loop = recorder  # type: ignore[attr-defined]
        try:
            yield
        finally:
            self._environment.parts = self._parts  # type: ignore[attr-defined]
            self._environment.run_loop = run_loop  # type: ignore[attr-defined]


def _ending_once(html: bytes) -> bytes:
    """Return ``html`` with one line break at its end, as pages have that are rendered."""
    return html if html.endswith(b"\n") and not html.endswith(b"\n\n") else html.rstrip(b"\n") + b"\n"
