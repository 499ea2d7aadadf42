"""What ``i18n`` prints: how far translations are, and texts beside each other."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from closecodes.model import language_name
from closecodes.model.translation import Progress, State
from closecodes.translation.catalogues import Messages
from closecodes.translation.comparing import Piece, Translated, changed_pieces


__all__ = ["print_comparison", "print_status", "status_as_json"]

Status = Sequence[tuple[Progress, Messages]]

_STYLES = {State.MISSING: "bold red", State.STALE: "bold yellow"}


def print_status(status: Status) -> None:
    """Print a table of all languages, then each text that needs somebody, with file and line."""
    table = Table("language", "texts", "done", "stale", "missing", "%", "messages", "fuzzy", "missing")
    for column in table.columns[1:]:
        column.justify = "right"
    for progress, messages in status:
        table.add_row(
            f"{language_name(progress.language)} ({progress.language})", *_numbers(progress, messages)
        )
    console = _console()
    console.print(table)
    for progress, messages in status:
        for line in _open(progress, messages):
            console.print(line, soft_wrap=True)


def _numbers(progress: Progress, messages: Messages) -> Iterator[str]:
    yield str(progress.total)
    yield from (str(progress.count(state)) for state in (State.DONE, State.STALE, State.MISSING))
    yield str(progress.percent)
    yield str(len(messages.done) + len(messages.stale) + len(messages.missing))
    yield str(len(messages.stale))
    yield str(len(messages.missing))


def _open(progress: Progress, messages: Messages) -> Iterator[Text]:
    for text in progress.open:
        line = Text(f"{text.path}:{text.line}: ")
        line.append(str(text.state), _STYLES[text.state])
        yield line.append(f" {progress.language} {text.field}")
    name = f"locales/{progress.language.replace('-', '_')}/LC_MESSAGES/messages.po"
    for state, numbers in ((State.STALE, messages.stale), (State.MISSING, messages.missing)):
        for number in numbers:
            yield Text(f"{name}:{number}: ").append(str(state), _STYLES[state]).append(" message")


def status_as_json(status: Status) -> str:
    """Return the same for programs: by language, the numbers and what is open."""
    return json.dumps(
        {progress.language: _as_value(progress, messages) for progress, messages in status}, indent=2
    )


def _as_value(progress: Progress, messages: Messages) -> dict[str, object]:
    return {
        "name": language_name(progress.language),
        "total": progress.total,
        "done": progress.done,
        "stale": progress.count(State.STALE),
        "missing": progress.count(State.MISSING),
        "percent": progress.percent,
        "messages": {
            "done": len(messages.done),
            "stale": len(messages.stale),
            "missing": len(messages.missing),
        },
        "open": [
            {"path": text.path, "line": text.line, "field": text.field, "state": text.state}
            for text in progress.open
        ],
    }


def print_comparison(text: Translated, language: str) -> None:
    """Print one text as it was, as it is, and its translation, beside each other; what changed stands out."""
    then, now = (
        changed_pieces(text.then.text, text.english)
        if text.then
        else ([], [Piece(text.english, changed=False)])
    )
    since = f"English then ({text.then.day}, {text.then.commit})" if text.then else "English then"
    table = Table(since, "English now", language_name(language), title_justify="left")
    table.title = f"{text.path}:{text.line}: {text.field}"
    table.add_row(
        _styled(then, "red strike") if then else _unknown(text), _styled(now, "bold green"), text.translation
    )
    _console().print(table)


def _unknown(text: Translated) -> Text:
    if not text.stale:
        return Text("as now" if text.recorded else "not recorded; `check --fix` notes today's")
    return Text(f"git does not have it here; its digest was {text.recorded}", "dim")


def _styled(pieces: Sequence[Piece], style: str) -> Text:
    text = Text()
    for piece in pieces:
        text.append(piece.text, style if piece.changed else "")
    return text


def _console() -> Console:
    return Console(highlight=False, no_color=bool(os.environ.get("NO_COLOR")) or None)
