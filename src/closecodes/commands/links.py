"""The command ``links``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urldefrag
from urllib.request import Request, urlopen

import click

from closecodes.check import Checked
from closecodes.check.sources import source_lists
from closecodes.commands.common import CONTENT_HAS_PROBLEMS, content_option, loaded_and_checked, project_here


__all__ = ["links"]

AT_ONCE = 8
PATIENCE = 30.0
"""Seconds after which an address counts as silent."""

_REFUSES_ROBOTS = {
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.METHOD_NOT_ALLOWED,
    HTTPStatus.TOO_MANY_REQUESTS,
}


@click.command()
@content_option
def links(content: Path | None) -> None:
    """Ask every source whether it is still there; print those that are not, as Markdown. Uses the network."""
    checked = loaded_and_checked(project_here(content), strict=False)
    places = _places(checked)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = zip(places, pool.map(fault_of, places), strict=True)
        faults = [(address, fault) for address, fault in answers if fault]
    for address, fault in faults:
        click.echo(f"- <{address}> {fault}: {', '.join(f'`{path}`' for path in places[address])}")
    if faults:
        sys.exit(CONTENT_HAS_PROBLEMS)


def _places(checked: Checked) -> Mapping[str, list[str]]:
    """Return the files that cite each address, by address without its fragment."""
    places: dict[str, list[str]] = {}
    for address, path in _citations(checked):
        known = places.setdefault(urldefrag(address).url, [])
        if path not in known:
            known.append(path)
    return dict(sorted(places.items()))


def _citations(checked: Checked) -> Iterator[tuple[str, str]]:
    for parsed in checked.records.all():
        for _, sources in source_lists(parsed.record):
            yield from ((source.url, parsed.document.path) for source in sources)


def fault_of(address: str) -> str | None:
    """Return in a few words why ``address`` leads nowhere; None if it answers, or refuses programs."""
    request = Request(address, headers={"User-Agent": "closecodes link check"})  # noqa: S310 - records have https only
    try:
        with urlopen(request, timeout=PATIENCE):  # noqa: S310 - as above
            return None
    except HTTPError as error:
        return None if error.code in _REFUSES_ROBOTS else f"answers {error.code}"
    except (URLError, TimeoutError, OSError) as error:
        return f"does not answer ({getattr(error, 'reason', error)})"
