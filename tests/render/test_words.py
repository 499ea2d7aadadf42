"""Tests of closecodes.render.words: every value has words, every generated sentence is a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import permutations

import pytest

from closecodes.compare import FACTS, Value
from closecodes.i18n import Language
from closecodes.model import CloseCode, Pair
from closecodes.records import Fault, Kind, ReportedFor, Retry, SentBy, SpecifiedIn, Subject
from closecodes.render.messages import VALUE_WORDS
from closecodes.render.words import agreement, contrast_head, contrast_tail, fact_label, short_value


MakeCode = Callable[..., CloseCode]
Values = Mapping[str, list[Value]]

_LOCAL = {"sent_by": "nobody", "on_the_wire": False}
_DELAY = {"min": 5, "max": 30, "source": "rfc"}
_FIRST, _SECOND = 1001, 3008


def _possible_facts() -> Iterator[Mapping[str, object]]:
    """Yield facts such that each value of each fact comes up at least once."""
    closed_sets = {
        "subject": Subject,
        "kind": Kind,
        "fault": Fault,
        "retry": Retry,
        "specified_in": SpecifiedIn,
    }
    for name, words in closed_sets.items():
        yield from ({name: word} for word in words)
    yield from ({"sent_by": sender} for sender in SentBy if sender is not SentBy.NOBODY)
    yield from ({**_LOCAL, "reported_for": event} for event in (*ReportedFor, None))
    yield {"retry": "delayed", "retry_delay": _DELAY}
    yield {"retry": "delayed", "retry_delay": {**_DELAY, "max": 60}}
    yield {"retry": "delayed", "retry_delay": {**_DELAY, "growth": "exponential"}}
    yield {"retry": "delayed", "retry_delay": {**_DELAY, "min": 30}}
    yield {"retry": "delayed", "retry_delay": {**_DELAY, "min": 30, "growth": "exponential"}}
    yield {"retry": "delayed", "retry_address": "other"}
    yield {"retry": "delayed", "retry_address": "same"}
    yield {"http_status": 408}
    yield {"http_status": 502}


@pytest.fixture(name="values", scope="module")
def _values(make_code: MakeCode) -> Values:
    """Return every value that the model can give each fact."""
    codes = [make_code(**facts) for facts in _possible_facts()]
    codes += [make_code(number) for number in (0, 999, 1000, 2999, 3000, 3999, 4000, 4999, 5000, 65_535)]
    found = {fact.name: {fact.value_of(code) for code in codes} - {None} for fact in FACTS}
    return {name: sorted((v for v in values if v), key=str) for name, values in found.items()}


@pytest.fixture(name="language", params=["english", "french"])
def _language(request: pytest.FixtureRequest) -> Language:
    language: Language = request.getfixturevalue(request.param)
    return language


@pytest.fixture(name="pair")
def _pair(make_code: MakeCode) -> Pair:
    return Pair(make_code(_FIRST), make_code(_SECOND))


def _contrasts(pair: Pair, values: Values, language: Language) -> Iterator[str]:
    """Yield the sentence of every fact for every two values it can have, in both orders."""
    for name, possible in values.items():
        for first, second in permutations(possible, 2):
            head = contrast_head(name, first, pair.first, language)
            yield head + contrast_tail(name, second, pair.second, language)


def _agreements(values: Values, language: Language) -> Iterator[str]:
    """Yield the sentence of every fact for every value that two codes can share."""
    for name, possible in values.items():
        yield from (agreement(name, value, language) for value in possible)


def _text(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


def _is_sentence(html: str) -> bool:
    """Return whether ``html`` begins as a sentence does and has one full stop, at its end."""
    text = _text(html)
    begins = html.startswith("<code>") or text[0].isdigit() or text[0].isupper()
    return begins and text.find(".") == len(text) - 1 and "  " not in text and "%(" not in text


def _number_of_pairs(values: Values) -> int:
    return sum(len(possible) * (len(possible) - 1) for possible in values.values())


class TestEveryValue:
    """Tests over every value that the model can give a fact."""

    def test_words(self, values: Values) -> None:
        """Every value has words, and there are no words for a value that cannot be."""
        possible = {(name, value.word) for name, values in values.items() for value in values}

        assert set(VALUE_WORDS) == possible

    def test_labels(self, language: Language) -> None:
        """Every fact has a label that begins with a capital or names something of the API."""
        labels = [_text(fact_label(fact.name, language)) for fact in FACTS]

        api = ("wasClean", "close()")
        assert [label for label in labels if not (label[:1].isupper() or label.startswith(api))] == []
        assert len(FACTS) == len(set(labels))

    def test_short_values(self, make_code: MakeCode, language: Language) -> None:
        """Every value has a short form for tables, without a full stop and without gaps."""
        codes = [make_code(**facts) for facts in _possible_facts()]
        shown = {short_value(fact.name, code, language) for code in codes for fact in FACTS} - {None}

        texts = [_text(html) for html in shown if html]
        assert [text for text in texts if not text or text.endswith(".") or "%(" in text] == []

    def test_contrast_form(self, pair: Pair, values: Values, language: Language) -> None:
        """Every contrast begins with a capital or with code, and ends with its only full stop."""
        sentences = list(_contrasts(pair, values, language))

        assert _number_of_pairs(values) == len(sentences)
        assert [sentence for sentence in sentences if not _is_sentence(sentence)] == []

    def test_contrast_numbers(self, pair: Pair, values: Values, language: Language) -> None:
        """Every contrast names both codes, in their order."""
        sentences = [_text(sentence) for sentence in _contrasts(pair, values, language)]

        both = re.compile(rf"\b{_FIRST}\b.*\b{_SECOND}\b")
        assert [sentence for sentence in sentences if not both.search(sentence)] == []

    def test_contrast_halves(self, pair: Pair, values: Values, language: Language) -> None:
        """No contrast says the same of both codes."""
        same = re.compile(rf"(.*)\b{_FIRST}\b(.*), (?:whereas|alors que |alors qu’)(.*)\b{_SECOND}\b(.*)\.")
        sentences = [_text(sentence) for sentence in _contrasts(pair, values, language)]

        halves = [found.groups() for sentence in sentences if (found := same.fullmatch(sentence))]
        repeated = [
            before for before, after, before_2, after_2 in halves
            if (before.strip().casefold(), after) == (before_2.strip().casefold(), after_2)
        ]  # fmt: skip
        assert len(sentences) == len(halves)
        assert repeated == []

    def test_contrast_french(self, pair: Pair, values: Values, english: Language, french: Language) -> None:
        """Every contrast is French in French, elided and without English words."""
        sentences = [_text(sentence) for sentence in _contrasts(pair, values, french)]

        english_word = re.compile(
            r"\b(whereas|the|after|both|either|may|is about|comes|lies)\b", re.IGNORECASE
        )
        not_elided = re.compile(r"\b(que|lorsque) [aeiouyéèêâîôû]", re.IGNORECASE)
        assert [text for text in sentences if english_word.search(text) or not_elided.search(text)] == []
        assert not set(sentences) & {_text(sentence) for sentence in _contrasts(pair, values, english)}

    def test_agreement_form(self, values: Values, language: Language) -> None:
        """Every agreement begins with a capital or with code, and ends with its only full stop."""
        sentences = list(_agreements(values, language))

        assert sum(map(len, values.values())) == len(sentences)
        assert [sentence for sentence in sentences if not _is_sentence(sentence)] == []

    def test_agreement_french(self, values: Values, english: Language, french: Language) -> None:
        """Every agreement is translated into French."""
        assert not set(_agreements(values, french)) & set(_agreements(values, english))


class TestShortValue:
    """Tests of short_value."""

    def test_number(self, make_code: MakeCode, english: Language) -> None:
        """A value with numbers shows them."""
        code = make_code(1012, retry="delayed", retry_delay={"min": 5, "max": 30, "source": "rfc"})

        assert short_value("retry", code, english) == "Yes, after 5 to 30 seconds at random"

    def test_code(self, make_code: MakeCode, english: Language) -> None:
        """A value that is a call shows it as code with the number."""
        shown = short_value("browser", make_code(4001), english)

        assert shown == "<code>close(4001)</code> is allowed"

    @pytest.mark.parametrize("name", ["sent_by", "clean", "phase", "http_status"])
    def test_none(self, name: str, make_code: MakeCode, language: Language) -> None:
        """Where the question does not arise there is no value."""
        assert short_value(name, make_code(1004, **_LOCAL), language) is None

    def test_no_range(self, make_code: MakeCode, language: Language) -> None:
        """A number outside every range has none."""
        assert short_value("range", make_code(999), language) is None
