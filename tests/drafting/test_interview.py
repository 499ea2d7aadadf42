"""Tests of questions and answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from closecodes.drafting.interview import AnswerError, Interview
from closecodes.drafting.questions import Question
from closecodes.records import Retry


_RETRY = Question("retry", "Whether to reconnect.", words=tuple(Retry))
_NAME = Question("name", "The name.", default="Closed")
_DELAY = Question("delay", "How long.", asked_if=lambda given: given.get("retry") == "delayed")


class _Somebody:
    """Somebody who gives one answer after the other, and remembers what was said."""

    def __init__(self, *answers: str) -> None:
        self._answers: Iterator[str] = iter(answers)
        self.asked: list[tuple[str, bool]] = []
        self.told: list[str] = []

    def ask(self, question: Question, *, again: bool) -> str:
        self.asked.append((question.key, again))
        return next(self._answers)

    def interview(self, given: Mapping[str, str] | None = None) -> Interview:
        return Interview(given or {}, self.ask, self.told.append)


def test_asked() -> None:
    """Each question is asked once; spaces around an answer do not count, nor does a missing one."""
    somebody = _Somebody("  never ", "")

    assert {"retry": "never"} == somebody.interview().answers_to([_RETRY, _NAME])
    assert [("retry", False), ("name", False)] == somebody.asked


def test_refused() -> None:
    """A question is asked again until its answer is not refused, and the reason is told."""
    somebody = _Somebody("nevr", "at once", "at-once")

    assert {"retry": "at-once"} == somebody.interview().answers_to([_RETRY])
    assert [("retry", False), ("retry", True), ("retry", True)] == somebody.asked
    first, _ = somebody.told
    assert first.endswith("; did you mean `never`?")


def test_given() -> None:
    """A question that was answered beforehand is not asked."""
    somebody = _Somebody("Gone")

    answers = somebody.interview({"retry": "never"}).answers_to([_RETRY, _NAME])
    assert ({"retry": "never", "name": "Gone"}, [("name", False)]) == (answers, somebody.asked)


def test_given_wrongly() -> None:
    """An answer given beforehand that is refused ends the interview."""
    with pytest.raises(AnswerError, match=r"retry: `nevr` is not one of .*; did you mean `never`\?"):
        _Somebody().interview({"retry": "nevr"}).answers_to([_RETRY])


def test_no_question() -> None:
    """An answer to no question ends the interview, with the nearest question."""
    with pytest.raises(AnswerError, match=r"there is no question `nam`; did you mean `name`\?"):
        _Somebody("never", "").interview({"nam": "x"}).answers_to([_RETRY, _NAME])
    with pytest.raises(AnswerError, match="there is no question `xyz`; questions are retry, name"):
        _Somebody("never", "").interview({"xyz": "x"}).answers_to([_RETRY, _NAME])


def test_depends() -> None:
    """A question that earlier answers settle is not asked."""
    assert {"retry": "never"} == _Somebody("never").interview().answers_to([_RETRY, _DELAY])
    assert {"retry": "delayed", "delay": "5"} == _Somebody("delayed", "5").interview().answers_to(
        [_RETRY, _DELAY]
    )


def test_nobody() -> None:
    """Where nobody is there to answer, what is taken for granted stands."""
    interview = Interview({}, None, lambda _: None)

    assert {"name": "Closed"} == interview.answers_to([_RETRY, _NAME])
