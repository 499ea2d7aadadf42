"""When the content changed: from what people noted, so that it is the same on any machine."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from closecodes.model.codes import CloseCode, Family, Pair
from closecodes.model.site import Site


__all__ = ["changed_on", "days_of"]

Days = Mapping[str, datetime.date]


def days_of(site: Site) -> Days:
    """Return the last day on which each page changed, by the reference that changes name it with."""
    days: dict[str, datetime.date] = {}
    for change in site.changes:
        for reference in change.pages:
            days[reference] = max(change.date, days.get(reference, change.date))
    return days


def changed_on(days: Days, subject: object) -> datetime.date | None:
    """Return the last day on which what a page is about changed; None where nobody noted one.

    A change of a family is one of its codes, and a change of a code one of what compares it.
    """
    found = [days[name] for name in _names(subject) if name in days]
    return max(found, default=None)


def _names(subject: object) -> list[str]:
    match subject:
        case CloseCode():
            return [f"code:{subject.id}", f"family:{subject.family}"]
        case Family():
            return [f"family:{subject.id}"]
        case Pair(first=first, second=second):
            return [f"compare:{first.id}/{second.id}", *_names(first), *_names(second)]
        case str():
            return [f"guide:{subject}"]
        case _:
            return []
