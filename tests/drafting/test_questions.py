"""Tests of what is asked, and which answers are refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from closecodes.commands import desk
from closecodes.drafting import questions
from closecodes.drafting.questions import (
    Known,
    Question,
    code_questions,
    comparison_questions,
    family_questions,
)
from closecodes.generated.translated import catalogue_of, translations
from closecodes.i18n.catalogues import read_catalogue


_KNOWN = Known(
    ("en", "fr"),
    frozenset({"Acme"}),
    ("1008", "acme-4000"),
    "https://acme.example/docs",
    frozenset({"https://acme.example/docs"}),
)


def _by_key(questions: Iterable[Question]) -> dict[str, Question]:
    return {question.key: question for question in questions}


@pytest.fixture(name="questions", scope="module")
def _questions() -> dict[str, Question]:
    return _by_key(code_questions("acme", 4002, _KNOWN))


def test_languages(questions: dict[str, Question]) -> None:
    """Each text is asked for in each language, one after the other."""
    keys = list(questions)

    assert keys.index("meaning.en") + 1 == keys.index("meaning.fr")
    assert 'Clause: completes "4002 means that …".' == questions["meaning.fr"].about


def test_words(questions: dict[str, Question]) -> None:
    """A fact is chosen from its words."""
    assert "`later` is not one of `never`, `after-fix`, `delayed`, `at-once` or `depends`" == questions[
        "retry"
    ].fault("later")
    assert questions["retry"].fault("delayed") is None


@pytest.mark.parametrize(
    ("key", "answer", "fault"),
    [
        ("meaning.en", "the end", None),
        ("meaning.en", "Acme ends it", None),
        ("meaning.en", "the end.", "it completes a sentence, so it has no full stop at its end"),
        ("fix.en", "Do this.", None),
        ("see_also", "1008, acme-4000", None),
        ("see_also", "1008, acme-4001", "no code is called `acme-4001`; did you mean `acme-4000`?"),
        ("source.url", "https://acme.example/x", None),
        ("source.url", "acme.example", "`acme.example` is not an https address; write https://…"),
        ("source.verified", "perhaps", "`perhaps` is neither yes nor no"),
        ("retry_delay", "soon", "`soon` is no delay in seconds; write 5-30, or 5 if it is always the same"),
    ],
)
def test_refused(questions: dict[str, Question], key: str, answer: str, fault: str | None) -> None:
    """An answer that `check` would refuse is refused at once, in its words."""
    assert fault == questions[key].fault(answer)


def test_depends(questions: dict[str, Question]) -> None:
    """A delay is asked for where there is one, a title where it is not known."""
    assert questions["retry_delay"].asked_if({"retry": "delayed"})
    assert not questions["retry_delay"].asked_if({"retry": "never"})
    assert questions["source.title"].asked_if({"source.url": "https://acme.example/other"})
    assert not questions["source.title"].asked_if({"source.url": "https://acme.example/docs"})


def test_registered() -> None:
    """A registered code is asked where it is specified, and for advice about sending."""
    questions = _by_key(code_questions("websocket", 1016, _KNOWN))

    assert "identifier" not in questions
    assert "registry" == questions["specified_in"].default
    assert questions["send.en"].asked_if({"sent_by": "server"})
    assert questions["instead.en"].asked_if({"sent_by": "nobody"})
    assert not questions["instead.en"].asked_if({})


def test_family() -> None:
    """A family is asked for its document, its range and its texts."""
    questions = _by_key(family_questions(_KNOWN))

    assert {"name.en", "document", "range", "defined_by.fr", "reconnect.en", "version"} <= questions.keys()
    assert "`all` is no range of numbers; write 4000-4014" == questions["range"].fault("all")


def test_comparison() -> None:
    """A comparison is asked for what only a person can say."""
    assert ["difference.en", "difference.fr", "tell.en"] == list(_by_key(comparison_questions(_KNOWN)))[:3]


class TestFrench:
    """The questions for somebody who answers in French alone."""

    _KNOWN = replace(_KNOWN, languages=("fr",), asked_in="fr")

    def test_clause(self) -> None:
        """A clause is asked for with the French sentence that it completes."""
        about = _by_key(code_questions("acme", 4002, self._KNOWN))["meaning.fr"].about

        assert "Proposition : complète « 4002 signifie que … »." == about.replace("\xa0", " ").replace(
            "\u202f", " "
        )

    @pytest.mark.parametrize(
        "ask",
        [
            lambda known: code_questions("acme", 4002, known),
            lambda known: code_questions("websocket", 1016, known),
            family_questions,
            comparison_questions,
        ],
        ids=["code", "registered code", "family", "comparison"],
    )
    def test_all(self, ask: Callable[[Known], Iterable[Question]]) -> None:
        """No question is left in English, nor the meaning of a word to choose."""
        english = {question.about for question in ask(replace(self._KNOWN, asked_in="en"))}
        french = list(ask(self._KNOWN))
        say = translations("fr")

        assert [] == [question.key for question in french if question.about in english]
        assert [] == [
            word for question in french for word in question.words if say(word.meaning) == word.meaning
        ]

    def test_catalogue(self) -> None:
        """No translation of a question is left that is asked no more."""
        sources = "".join(
            Path(str(module.__file__)).read_text(encoding="utf-8") for module in (questions, desk)
        )
        catalogue = read_catalogue(catalogue_of("fr"), "fr")

        assert [] == [str(m.id) for m in catalogue if m.context == "new" and str(m.id) not in sources]
