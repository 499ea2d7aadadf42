"""Tell changes: as lines for a terminal, as Markdown for a comment, as JSON for scripts."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict

from closecodes.difference.changes import Change, Changes
from closecodes.difference.fields import FieldChange
from closecodes.model.languages import language_name


__all__ = ["as_json", "as_markdown", "as_text"]

_SHORT = 60
"""Characters up to which a value is shown beside the one before it."""

_NOTHING = "Nothing that the pages say has changed."
_HOWS = {
    "added": "new",
    "removed": "gone",
    "unreadable": "unfinished or with mistakes; see `closecodes check`",
}

Quote = Callable[[str], str]
"""Marks what a record says, so that it is told from our own words."""

Texts = tuple[tuple[str, str], ...]
"""Long texts, with the sign of what is gone or of what has come."""


def as_text(changes: Changes) -> str:
    """Return the changes as lines for a terminal."""
    lines = [_summary(changes)]
    for change in changes.changes:
        lines += ["", _headline(change)]
        for line, texts in _parts(change, str):
            lines.append(f"  {line}")
            lines += [f"    {sign} {text}" for sign, text in texts]
    return "\n".join(lines) + "\n"


def as_markdown(changes: Changes) -> str:
    """Return the changes as Markdown; what records say stands in code, where nothing of it is markup."""
    lines = [_summary(changes)]
    for change in changes.changes:
        lines += ["", f"**{_as_code(_headline(change))}**", ""]
        for line, texts in _parts(change, _as_code):
            lines.append(f"- {line}")
            lines += _fenced(texts)
    return "\n".join(lines) + "\n"


def as_json(changes: Changes) -> str:
    """Return the changes as a JSON object."""
    report = {"comparisons": changes.comparisons, "changes": [asdict(change) for change in changes.changes]}
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"


def _summary(changes: Changes) -> str:
    if not changes.changes:
        return _NOTHING
    hows = Counter(change.how for change in changes.changes)
    files = ", ".join(f"{count} {how}" for how, count in hows.items())
    parts = [f"{_counted(len(changes.changes), 'record')} ({files})"]
    if changes.comparisons:
        parts.append(_comparisons(changes.comparisons))
    for what in ("stale", "missing"):
        parts += _translated(changes, what)
    return "; ".join(parts)


def _translated(changes: Changes, what: str) -> Iterator[str]:
    counts = Counter[str]()
    for change in changes.changes:
        for translation in change.translations:
            counts[translation.language] += len(getattr(translation, what))
    for language, count in sorted(counts.items()):
        if count:
            yield f"{language_name(language)} now {what} in {_counted(count, 'field')}"


def _comparisons(count: int) -> str:
    return f"{_counted(count, 'comparison')} {'changes' if count == 1 else 'change'}"


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _headline(change: Change) -> str:
    about = f"{change.name} {change.title}".strip()
    return f"{about} ({_HOWS[change.how]})" if change.how in _HOWS else about


def _parts(change: Change, quote: Quote) -> Iterator[tuple[str, Texts]]:
    """Yield what changed, one thing a line, each with the long texts that it is about."""
    if change.how in {"added", "removed"} and change.name != change.path:
        yield f"{_counted(len(change.fields), 'value')} in {quote(change.path)}", ()
    else:
        yield from (_field(field, quote) for field in change.fields)
    if change.comparisons:
        yield _comparisons(change.comparisons), ()
    for translation in change.translations:
        name = language_name(translation.language)
        for what in ("stale", "missing", "current"):
            if keys := getattr(translation, what):
                yield (
                    f"{name} now {what} in {_counted(len(keys), 'field')}: {', '.join(map(quote, keys))}",
                    (),
                )


def _field(change: FieldChange, quote: Quote) -> tuple[str, Texts]:
    language = f" ({language_name(change.language)})" if change.language else ""
    name = f"{quote(change.field)}{language}"
    before, after = change.before, change.after
    if change.part == "lines":
        return f"+{after} −{before} lines", ()
    if max(len(before or ""), len(after or "")) <= _SHORT:
        return f"{name}: {quote(before) if before else 'none'} → {quote(after) if after else 'none'}", ()
    how = "added" if before is None else "removed" if after is None else "reworded"
    return f"{name}: {how}", tuple((sign, text) for sign, text in (("-", before), ("+", after)) if text)


def _as_code(text: str) -> str:
    """Return ``text`` as code of Markdown, on one line, whatever backticks it holds."""
    text = " ".join(text.split())
    fence = _fence(text, 1)
    return f"{fence} {text} {fence}" if "`" in text else f"{fence}{text}{fence}"


def _fenced(texts: Texts) -> Iterator[str]:
    if texts:
        lines = [f"{sign} {' '.join(text.split())}" for sign, text in texts]
        fence = _fence("".join(lines), 3)
        yield from ("", f"  {fence}diff", *(f"  {line}" for line in lines), f"  {fence}", "")


def _fence(text: str, least: int) -> str:
    """Return backticks enough to enclose ``text``."""
    return "`" * max([least, *(len(run) + 1 for run in re.findall("`+", text))])
