"""How far translations are: by text, by language, rounded to nobody's advantage."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from closecodes.check.parsing import Records, parse_records
from closecodes.load import load_content
from closecodes.model.translation import Progress, State, TextState, Translations, progress_in


Edit = Callable[[Path, str, str], None]

_RECORD = "content/families/websocket/1000.yaml"


def _records(project: Path) -> Records:
    return parse_records(load_content(project / "content"), ("en", "fr"))


def _line(project: Path, text: str) -> int:
    lines = (project / _RECORD).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


class TestProgressIn:
    """The texts of a content folder in one language."""

    def test_done(self, small_project: Path) -> None:
        """Where everything is translated, nothing is open; English is always done."""
        records = _records(small_project)
        french, english = progress_in(records, "fr"), progress_in(records, "en")

        assert (100, ()) == (french.percent, french.open)
        assert (french.total, 100) == (english.done, english.percent)

    def test_missing(self, small_project: Path, edit: Edit) -> None:
        """A text without translation is open at the line of its English; so is one that is still to come."""
        edit(small_project / _RECORD, "    fr: Regardez 1000.\n", "")
        edit(small_project / _RECORD, "fr: le sens de 1000", "fr: TODO")

        assert [
            TextState(_RECORD, _line(small_project, "en: the meaning of"), "meaning", State.MISSING),
            TextState(_RECORD, _line(small_project, "en: Look at"), "check", State.MISSING),
        ] == list(progress_in(_records(small_project), "fr").open)

    def test_stale(self, small_project: Path) -> None:
        """A translation of another English is open at its own line, after what is missing."""
        with (small_project / _RECORD).open("a", encoding="utf-8") as file:
            file.write('translation:\n  fr:\n    when: "00000000"\n')
        (small_project / "content/pages/about.fr.md").unlink()

        progress = progress_in(_records(small_project), "fr")

        assert [
            TextState("content/pages/about.en.md", 1, "page", State.MISSING),
            TextState(_RECORD, _line(small_project, "fr: quelqu'un envoie"), "when", State.STALE),
        ] == list(progress.open)
        assert (1, 1) == (progress.count(State.STALE), progress.count(State.MISSING))
        assert progress.total - 2 == progress.count(State.DONE)


class TestProgress:
    """Numbers of one language."""

    @pytest.mark.parametrize(
        ("done", "waiting", "percent"), [(0, 0, 100), (999, 1, 99), (1, 2, 33), (0, 3, 0)]
    )
    def test_percent(self, done: int, waiting: int, percent: int) -> None:
        """A hundred means all: anything else is rounded down."""
        text = TextState("a.yaml", 1, "name", State.STALE)

        assert percent == Progress("fr", done, (text,) * waiting).percent


class TestTranslations:
    """All languages of a site."""

    def test_other_process(self, small_project: Path) -> None:
        """What another process gets are the numbers, without the records."""
        translations = Translations(_records(small_project))

        sent = pickle.loads(pickle.dumps(translations))  # noqa: S301 - our own

        assert translations.into("fr") == sent.into("fr")
        assert translations.into("fr") is translations.into("fr")
        assert len(pickle.dumps(translations)) < 2000

    def test_passed_on(self, small_project: Path) -> None:
        """What another process got, it can pass on."""
        sent = pickle.loads(pickle.dumps(Translations(_records(small_project))))  # noqa: S301 - our own

        passed = pickle.loads(pickle.dumps(sent))  # noqa: S301 - our own

        assert sent.into("fr") == passed.into("fr")
