"""Tests of which codes are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closecodes.model import (
    REGISTERED_FAMILY,
    CloseCode,
    Pair,
    Site,
    beside_across,
    in_page_order,
    pairs_of,
    steps_of,
)
from closecodes.model.pairs import PairRow, pair_rows, pairs_in


MakeCode = Callable[..., CloseCode]
MakeSite = Callable[..., Site]

CODES = st.tuples(
    st.sampled_from(["websocket", "alpha", "beta"]), st.integers(min_value=4000, max_value=4004)
)


def _ids(site: Site) -> list[tuple[str, str]]:
    return [(pair.first.id, pair.second.id) for pair in pairs_of(site)]


def _registered(site: Site) -> list[tuple[int, int]]:
    pairs = (pair for pair in pairs_of(site) if pair.first.family == pair.second.family == REGISTERED_FAMILY)
    return [(pair.first.number, pair.second.number) for pair in pairs]


def test_within_family(make_site: MakeSite, make_code: MakeCode) -> None:
    """All codes of a family are compared with one another, lower number first."""
    site = make_site(*map(make_code, (1000, 1001, 1012)))

    assert [("1000", "1001"), ("1000", "1012"), ("1001", "1012")] == _ids(site)


def test_unrelated_families(make_site: MakeSite, make_code: MakeCode) -> None:
    """Codes of two families are not compared without a reason."""
    assert [] == _ids(make_site(make_code(1000), make_code(4004, "discord")))


def test_same_number(make_site: MakeSite, make_code: MakeCode) -> None:
    """The same number in several families is compared, the registered code first."""
    site = make_site(
        make_code(4000, "beta"), make_code(4000), make_code(4000, "alpha"), make_code(4001, "gamma")
    )

    expected = [("4000", "alpha-4000"), ("4000", "beta-4000"), ("alpha-4000", "beta-4000")]
    assert expected == sorted(_ids(site))


def test_see_also(make_site: MakeSite, make_code: MakeCode) -> None:
    """A code that another names is compared with it across families, in page order."""
    site = make_site(make_code(1008), make_code(4004, "discord", see_also=["1008"]))

    assert [("1008", "discord-4004")] == _ids(site)


def test_see_also_from_both_sides(make_site: MakeSite, make_code: MakeCode) -> None:
    """Two codes that name each other are compared once."""
    site = make_site(
        make_code(1008, see_also=["discord-4004"]), make_code(4004, "discord", see_also=["1008"])
    )

    assert [("1008", "discord-4004")] == _ids(site)


def test_see_also_within_family(make_site: MakeSite, make_code: MakeCode) -> None:
    """A code that names one of its own family is not compared twice."""
    site = make_site(make_code(1000, see_also=["1001"]), make_code(1001))

    assert [("1000", "1001")] == _ids(site)


def test_see_also_and_same_number(make_site: MakeSite, make_code: MakeCode) -> None:
    """Two reasons to compare two codes make one comparison."""
    site = make_site(
        make_code(4004),
        make_code(4004, "discord", see_also=["4004"]),
        comparisons=[("4004", "discord-4004")],
    )

    assert [("4004", "discord-4004")] == _ids(site)


def test_authored_across_families(make_site: MakeSite, make_code: MakeCode) -> None:
    """A comparison that somebody wrote is made across families, and carries what was written."""
    site = make_site(make_code(1008), make_code(4004, "discord"), comparisons=[("1008", "discord-4004")])
    (pair,) = pairs_of(site)

    assert site.comparisons["1008", "discord-4004"] is pair.authored


def test_authored_within_family(make_site: MakeSite, make_code: MakeCode) -> None:
    """What somebody wrote goes to its own pair and to no other."""
    site = make_site(*map(make_code, (1000, 1001, 1012)), comparisons=[("1000", "1012")])

    assert ["1000-1012"] == [f"{pair.first.id}-{pair.second.id}" for pair in pairs_of(site) if pair.authored]


def test_lazy(make_site: MakeSite, make_code: MakeCode) -> None:
    """Pairs come one at a time and are never all held."""
    pairs = pairs_of(make_site(*map(make_code, range(4000, 5000))))

    assert isinstance(pairs, Iterator)
    assert "4001" == next(pairs).second.id


def test_no_codes(make_site: MakeSite) -> None:
    """A site without codes compares nothing."""
    assert [] == _ids(make_site())


@given(data=st.data(), keys=st.sets(CODES, max_size=8))
@settings(deadline=None)
def test_any_site(
    data: st.DataObject, keys: set[tuple[str, int]], make_site: MakeSite, make_code: MakeCode
) -> None:
    """On any site no pair comes twice, none compares a code with itself, and all stand in page order."""
    ids = sorted(make_code(number, family).id for family, number in keys)
    names = st.lists(st.sampled_from(ids), max_size=3) if ids else st.just([])
    codes = [make_code(number, family, see_also=data.draw(names)) for family, number in sorted(keys)]
    pairs = _ids(make_site(*codes))

    assert len(pairs) == len({frozenset(pair) for pair in pairs})
    assert all(first != second and in_page_order(second, first) == (first, second) for first, second in pairs)


@given(data=st.data(), keys=st.sets(CODES, max_size=8))
@settings(deadline=None)
def test_any_reason(
    data: st.DataObject, keys: set[tuple[str, int]], make_site: MakeSite, make_code: MakeCode
) -> None:
    """Two codes are compared if and only if family, number or one of them says so."""
    ids = sorted(make_code(number, family).id for family, number in keys)
    names = st.lists(st.sampled_from(ids), max_size=3) if ids else st.just([])
    codes = [make_code(number, family, see_also=data.draw(names)) for family, number in sorted(keys)]
    expected = {
        in_page_order(one.id, other.id)
        for one in codes
        for other in codes
        if one is not other
        and (one.family == other.family or one.number == other.number or other.id in one.record.see_also)
    }

    assert expected == set(_ids(make_site(*codes)))


def test_rows(make_site: MakeSite, make_code: MakeCode) -> None:
    """Each code but the last of a family has a row; all pairs across families share the last row."""
    site = make_site(*map(make_code, (1000, 1001, 1012)), make_code(1000, "zulu"), make_code(4004, "zulu"))

    assert [
        (PairRow(0, 0, 2), [("1000", "1001"), ("1000", "1012")]),
        (PairRow(0, 1, 1), [("1001", "1012")]),
        (PairRow(1, 0, 1), [("zulu-1000", "zulu-4004")]),
        (PairRow(None, 0, 1), [("1000", "zulu-1000")]),
    ] == [(row, [(pair.first.id, pair.second.id) for pair in pairs_in(site, row)]) for row in pair_rows(site)]


def test_row_by_itself(make_site: MakeSite, make_code: MakeCode) -> None:
    """A row is made without those before it, and carries what somebody wrote about its pairs."""
    site = make_site(*map(make_code, (1000, 1001, 1012)), comparisons=[("1001", "1012")])
    (pair,) = pairs_in(site, PairRow(0, 1, 1))

    assert ("1001", "1012", site.comparisons["1001", "1012"]) == (
        pair.first.id,
        pair.second.id,
        pair.authored,
    )


def test_no_row_across(make_site: MakeSite, make_code: MakeCode) -> None:
    """Families that have nothing to compare make no row across."""
    assert [] == pair_rows(make_site(make_code(1000), make_code(4004, "discord")))


@given(data=st.data(), keys=st.sets(CODES, max_size=8))
@settings(deadline=None)
def test_sizes_of_rows(
    data: st.DataObject, keys: set[tuple[str, int]], make_site: MakeSite, make_code: MakeCode
) -> None:
    """A row within a family has exactly its size in pairs; the row across has at most its size, and some."""
    ids = sorted(make_code(number, family).id for family, number in keys)
    names = st.lists(st.sampled_from(ids), max_size=3) if ids else st.just([])
    site = make_site(
        *(make_code(number, family, see_also=data.draw(names)) for family, number in sorted(keys))
    )
    sizes = [(row, len(list(pairs_in(site, row)))) for row in pair_rows(site)]

    assert all(size == row.size if row.family is not None else 0 < size <= row.size for row, size in sizes)


def test_real_registered_pairs(real_site: Site) -> None:
    """The 19 registered codes make 171 comparisons."""
    assert 171 == len(_registered(real_site))


def test_real_order(real_site: Site) -> None:
    """Comparisons of registered codes come in the order of their numbers."""
    assert sorted(_registered(real_site)) == _registered(real_site)


def test_real_pairs_once(real_site: Site) -> None:
    """No two comparisons of the real site are about the same two codes."""
    pairs = _ids(real_site)

    assert len(pairs) == len({frozenset(pair) for pair in pairs})


def test_real_authored_pairs(real_site: Site) -> None:
    """Everything that somebody wrote about two codes is on a page."""
    authored = {(pair.first.id, pair.second.id) for pair in pairs_of(real_site) if pair.authored}

    assert set(real_site.comparisons) == authored


def test_real_see_also(real_site: Site) -> None:
    """Every code that a record names is compared with it."""
    named = {
        in_page_order(code.id, other) for code in real_site.codes.values() for other in code.record.see_also
    }

    assert set() == named - set(_ids(real_site))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("1000", "1001", ("next",)),
        ("1000", "1007", ("prev", "next")),
        ("1000", "1012", ("prev",)),
        ("1007", "1012", ()),
    ],
)
def test_steps(
    first: str, second: str, expected: tuple[str, ...], make_site: MakeSite, make_code: MakeCode
) -> None:
    """From a pair one steps through the codes after its first, and no further than to both ends."""
    site = make_site(*map(make_code, (1000, 1001, 1007, 1012)))

    assert expected == steps_of(site.families[0], Pair(site.codes[first], site.codes[second]))


def test_beside_across() -> None:
    """Pairs across families follow each other where their first code is the same, the lower number first."""
    pairs = [("4000", "beta-4000"), ("4000", "alpha-4001"), ("4000", "alpha-4000"), ("4001", "alpha-4001")]

    assert {
        ("4000", "alpha-4000"): (None, "beta-4000"),
        ("4000", "beta-4000"): ("alpha-4000", "alpha-4001"),
        ("4000", "alpha-4001"): ("beta-4000", None),
        ("4001", "alpha-4001"): (None, None),
    } == beside_across(pairs)
