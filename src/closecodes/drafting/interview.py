"""Ask questions one after the other, or take the answers that were given beforehand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from closecodes.check.words import did_you_mean
from closecodes.drafting.questions import Question


__all__ = ["AnswerError", "Interview"]


class Ask(Protocol):
    """Puts a question to somebody and returns the answer, empty if there is none."""

    def __call__(self, question: Question, *, again: bool) -> str:
        """Return the answer; ``again`` if the last one was refused."""


Tell = Callable[[str], None]


class AnswerError(Exception):
    """An answer that was given beforehand is refused, or is to no question."""


@dataclass
class Interview:
    """Answers by the keys of their questions, those given beforehand first."""

    given: Mapping[str, str]
    ask: Ask | None
    """None if nobody is there to answer."""
    tell: Tell
    used: set[str] = field(default_factory=set)

    def answers_to(self, questions: Iterable[Question]) -> dict[str, str]:
        """Return the answers to ``questions``; raises AnswerError for one given beforehand that is refused."""
        answers: dict[str, str] = {}
        keys: list[str] = []
        for question in questions:
            keys.append(question.key)
            if question.asked_if(answers) and (answer := self.answer_to(question)):
                answers[question.key] = answer
        for key in self.given.keys() - self.used:
            known = did_you_mean(key, keys) or f"; questions are {', '.join(keys)}"
            message = f"there is no question `{key}`{known}"
            raise AnswerError(message)
        return answers

    def answer_to(self, question: Question) -> str:
        """Return the answer to one question; empty if there is none."""
        if question.key in self.given:
            self.used.add(question.key)
            return self._beforehand(question)
        if self.ask is None:
            return question.default or ""
        answer = _one_line(self.ask(question, again=False))
        while answer and (fault := question.fault(answer)):
            self.tell(fault)
            answer = _one_line(self.ask(question, again=True))
        return answer

    def _beforehand(self, question: Question) -> str:
        answer = _one_line(self.given[question.key])
        if answer and (fault := question.fault(answer)):
            message = f"{question.key}: {fault}"
            raise AnswerError(message)
        return answer


def _one_line(answer: str) -> str:
    return " ".join(answer.split())
