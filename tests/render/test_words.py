"""Tests of closecodes.render.words: every value has words, every generated sentence is a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import permutations

import pytest

from closecodes.compare import FACTS, FACTS_BY_NAME, Value, Verdict, compare
from closecodes.i18n import Language
from closecodes.model import CloseCode, Pair
from closecodes.records import Fault, Kind, ReportedFor, Retry, SentBy, SpecifiedIn, Subject
from closecodes.render.messages import VALUE_WORDS
from closecodes.render.words import agreements, differences, fact_label, short_value


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
            yield from differences(pair, (Verdict.of(FACTS_BY_NAME[name], first, second),), language)


def _agreements(values: Values, language: Language) -> Iterator[str]:
    """Yield the sentence of every fact for every value that two codes can share."""
    for name, possible in values.items():
        for value in possible:
            yield from agreements((Verdict.of(FACTS_BY_NAME[name], value, value),), language)


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


class TestDifferences:
    """Tests of differences."""

    def test_english(self, make_code: MakeCode, english: Language) -> None:
        """Each fact that differs makes one sentence, the most telling first."""
        pair = Pair(
            make_code(1002, subject="framing", fault="receiver"),
            make_code(1010, subject="extension", fault="either", sent_by="client"),
        )

        assert list(differences(pair, compare(pair), english)) == [
            "1002 is about frames that break the protocol, whereas 1010 is about an extension that was not negotiated.",
            "Either side may send 1002, whereas only the client may send 1010.",
            "The cause of 1002 lies with the side that receives it, whereas the cause of 1010 may lie on either side.",
        ]

    def test_french(self, make_code: MakeCode, french: Language) -> None:
        """In French the second half is joined with « alors que », elided before a vowel."""
        pair = Pair(make_code(1002), make_code(1010, sent_by="client"))

        (sentence,) = differences(pair, compare(pair), french)

        assert re.fullmatch(r"[A-Z].*\b1002\b.*, alors (que |qu’).*\b1010\b.*\.", sentence)

    def test_code(self, make_code: MakeCode, english: Language) -> None:
        """Code in a sentence is marked as code and keeps its small letters."""
        pair = Pair(make_code(1008), make_code(4008))

        call, *_ = differences(pair, compare(pair), english)

        assert call == (
            "<code>close(1008)</code> throws <code>InvalidAccessError</code> in a page, "
            "whereas a page may call <code>close(4008)</code>."
        )

    def test_delays(self, make_code: MakeCode, english: Language) -> None:
        """Two delays that differ only in their numbers are a difference."""
        first = make_code(1012, retry="delayed", retry_delay={"min": 5, "max": 30, "source": "rfc"})
        second = make_code(1006, retry="delayed", retry_delay={"min": 0, "max": 5, "source": "rfc"})
        pair = Pair(first, second)

        (sentence,) = differences(pair, compare(pair), english)

        assert sentence == (
            "After 1012 you may reconnect after a random delay of 5 to 30 seconds, "
            "whereas after 1006 you may reconnect after a random delay of 0 to 5 seconds."
        )

    def test_question_that_does_not_arise(self, make_code: MakeCode, english: Language) -> None:
        """A fact that only one of the two has makes no sentence."""
        pair = Pair(make_code(1008), make_code(1009, http_status=413))

        assert list(differences(pair, compare(pair), english)) == []

    def test_nothing(self, make_code: MakeCode, language: Language) -> None:
        """Two codes with the same facts have no differences."""
        pair = Pair(make_code(1008), make_code(1009))

        assert list(differences(pair, compare(pair), language)) == []


class TestAgreements:
    """Tests of agreements."""

    def test_english(self, make_code: MakeCode, english: Language) -> None:
        """Each fact that both share makes one sentence, the most telling first."""
        pair = Pair(make_code(1003), make_code(1009, subject="message-size", sent_by="server"))

        assert list(agreements(compare(pair), english)) == [
            "Both stand in a Close frame that somebody sent.",
            "After either, reconnecting helps only once the cause is fixed.",
            "The cause of both lies with the side that receives them.",
            "Both refuse something that the other side did.",
            "<code>wasClean</code> is <code>true</code> with both once the closing handshake is complete.",
            "Both need a connection that was open.",
            "A page can pass neither to <code>close()</code>, which throws <code>InvalidAccessError</code>.",
            "Both belong to the protocol’s own range, 1000–2999.",
            "Both stand in RFC 6455 itself.",
        ]

    def test_numbers(self, make_code: MakeCode, english: Language) -> None:
        """A shared delay is said with its numbers."""
        delay = {"min": 5, "max": 30, "source": "rfc"}
        first, second = (make_code(n, retry="delayed", retry_delay=delay) for n in (1012, 1013))

        said = list(agreements(compare(Pair(first, second)), english))

        assert "After either, you may reconnect after a random delay of 5 to 30 seconds." in said


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
