"""Read the answers that are not plain text: delays, ranges, yes and no."""

from __future__ import annotations

import re


__all__ = ["bounds_of", "delay_fault", "flag_fault", "flag_of", "range_fault"]

_BOUNDS = re.compile(r"([0-9]{1,5})(?:\s*(?:-|–|to)\s*([0-9]{1,5}))?")
_FLAGS = {
    "yes": True,
    "y": True,
    "true": True,
    "oui": True,
    "no": False,
    "n": False,
    "false": False,
    "non": False,
}
_LONGEST_DELAY = 86_400
_LOWEST, _HIGHEST = 1000, 4999


def bounds_of(answer: str) -> tuple[int, int] | None:
    """Return the lower and the upper bound that ``answer`` gives; None if it gives none.

    >>> bounds_of("5-30"), bounds_of("4000 to 4014"), bounds_of("7"), bounds_of("soon")
    ((5, 30), (4000, 4014), (7, 7), None)
    """
    found = _BOUNDS.fullmatch(answer.strip())
    return (int(found[1]), int(found[2] or found[1])) if found else None


def delay_fault(answer: str) -> str | None:
    """Return why ``answer`` cannot be a delay in seconds; None if it can."""
    bounds = bounds_of(answer)
    if bounds is None:
        return f"`{answer}` is no delay in seconds; write 5-30, or 5 if it is always the same"
    return _order_fault(bounds) or (
        f"{bounds[1]} seconds are more than a day" if bounds[1] > _LONGEST_DELAY else None
    )


def range_fault(answer: str) -> str | None:
    """Return why ``answer`` cannot be the range of a family; None if it can."""
    bounds = bounds_of(answer)
    if bounds is None:
        return f"`{answer}` is no range of numbers; write 4000-4014"
    if bounds[0] < _LOWEST or bounds[1] > _HIGHEST:
        return f"close codes are {_LOWEST} to {_HIGHEST} (RFC 6455, section 7.4.2)"
    return _order_fault(bounds)


def _order_fault(bounds: tuple[int, int]) -> str | None:
    low, high = bounds
    return f"{low} is above {high}; the lower one comes first" if low > high else None


def flag_of(answer: str) -> bool | None:
    """Return whether ``answer`` is yes or no; None if it is neither."""
    return _FLAGS.get(answer.strip().casefold())


def flag_fault(answer: str) -> str | None:
    """Return why ``answer`` is neither yes nor no; None if it is one of them."""
    return f"`{answer}` is neither yes nor no" if flag_of(answer) is None else None
