"""The pages that browsers look at are of every kind."""

from __future__ import annotations

from benchmarks.reading.kinds import KINDS, address_of

from closecodes.model import Site
from closecodes.plan import PageKind, plan_pages


def test_one_page_of_each_kind_is_looked_at(site: Site) -> None:
    """Whatever kind of page the plan has is among those looked at, but for forwards, which show nothing."""
    kinds = {page.address: page.kind for page in plan_pages(site) if page.file.endswith(".html")}

    looked_at = {kinds[address_of(kind, "fr")] for kind in KINDS}

    assert set(kinds.values()) - {PageKind.FORWARD} == looked_at
