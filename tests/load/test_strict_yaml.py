"""Reading YAML: values, their places, and a problem instead of an exception for everything else."""

from __future__ import annotations

import datetime

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from closecodes.load.strict_yaml import MAX_BYTES, MAX_DEPTH, Reading, YamlProblem, read_yaml


_PIECES = [
    *("a", "é", "\U0001f600", "1", "1_0", "no", "2001-01-01", "2001-99-99", ".inf", "<<", "~", "0x", "1:2"),
    *(
        ": ",
        "- ",
        "? ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "|",
        ">",
        ">-",
        "&x",
        "*x",
        "!t",
        "!!int ",
        "%YAML 1.1",
        "%TAG ! x",
    ),
    *(
        "'",
        '"',
        "\\",
        "\\x",
        "\\u00",
        "\\U0011",
        "\\ud8",
        "00",
        "FF",
        "@",
        "`",
        "#",
        " #",
        "---",
        "...",
        "=",
        "%",
    ),
    *("\n", "\r", "\t", " ", "  ", "\x00", "\x07", "\x85", "\u2028", "\u200b", "\ufeff", "\uffff"),
]

# PyYAML does not write these three line breaks so that even itself reads them back.
_CHARACTERS = st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029")

_PLAIN_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.dates() | st.text(_CHARACTERS),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abc_é", min_size=1), inner, max_size=4)
    ),
    max_leaves=20,
)

_NOT_BESIDE = "and none above that it could stand beside is; fields of one level have the same indentation"
_UNKNOWN = "this is not valid YAML: "
_FAULTS = {
    "quote": (b'a: "x\nb: y\n', (1, 4), "the quote that opens here never closes"),
    "colon": (b"a: b: c\n", (1, 5), '`:` stands in a text without quotes; write `a: "b: c"`'),
    "accents": ("é: è: c\n".encode(), (1, 5), '`:` stands in a text without quotes; write `é: "è: c"`'),
    "at": (b"a: @x\n", (1, 4), 'a text that begins with `@` needs quotes; write `a: "@x"`'),
    "percent": (b"a: %x\n", (1, 4), 'a text that begins with `%` needs quotes; write `a: "%x"`'),
    "backtick": (b"a: `x`\n", (1, 4), 'a text that begins with a backquote needs quotes; write `a: "`x`"`'),
    "bracket": (b"a: ]\n", (1, 4), 'a text that begins with `]` needs quotes; write `a: "]"`'),
    "escape": (b'a: {b: "\\q"}\n', (1, 10), f"{_UNKNOWN}found unknown escape character 'q'"),
    "indent": (
        b"a:\n  - x\n - y\n",
        (3, 2),
        f"this line is indented by 1, {_NOT_BESIDE}",
    ),
    "handle": (
        b"a: !foo!bar 1\n",
        (1, 4),
        'a text that begins with `!` needs quotes; write `a: "!foo!bar 1"`',
    ),
    "version": (
        b"%YAML 2.0\n---\na: 1\n",
        (1, 1),
        f"{_UNKNOWN}found incompatible YAML document (version 1.* is required)",
    ),
    "after": (
        b"a: 1\n...\nb: 2\n",
        (3, 1),
        f"{_UNKNOWN}expected '<document start>', but found '<block mapping start>'",
    ),
}


class _Dumper(yaml.SafeDumper):
    """Writes every value out, even one that stands twice."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML asks for each value
        return True


def _only(reading: Reading) -> YamlProblem:
    (problem,) = reading.problems
    return problem


class TestValues:
    """What a file says."""

    def test_mapping(self) -> None:
        """Scalars, lists and mappings are read as plain values."""
        reading = read_yaml(b"code: 1012\nname: {en: Restart}\nsee_also: [a, true, ~]\nchecked: 2026-11-22\n")

        assert {
            "code": 1012,
            "name": {"en": "Restart"},
            "see_also": ["a", True, None],
            "checked": datetime.date(2026, 11, 22),
        } == reading.value
        assert [] == reading.problems

    @pytest.mark.parametrize("text", ['"1012"', "'1012'", "|-\n  1012", ">-\n  1012"])
    def test_quoted(self, text: str) -> None:
        """What is quoted, or in a block, is a text."""
        assert {"a": "1012"} == read_yaml(f"a: {text}\n".encode()).value

    def test_folded(self) -> None:
        """A folded block is one line."""
        assert {"a": "one two"} == read_yaml(b"a: >-\n  one\n  two\n").value

    @pytest.mark.parametrize("key", ["1012", "null", "no", "2026-11-22"])
    def test_keys(self, key: str) -> None:
        """A key is a text, whatever it looks like."""
        assert {key: "x"} == read_yaml(f"{key}: x\n".encode()).value

    def test_no_merging(self) -> None:
        """The merge key of YAML 1.1 is a key like others."""
        assert {"<<": {"a": 1}} == read_yaml(b"<<: {a: 1}\n").value

    def test_byte_order_mark(self) -> None:
        """A byte order mark at the beginning is no part of the text."""
        reading = read_yaml(b"\xef\xbb\xbfa: 1\n")

        assert {"a": 1} == reading.value
        assert "a: 1\n" == reading.text

    def test_text(self) -> None:
        """The text of the file is kept as it is, comments and all."""
        assert "# é\na: 1\n" == read_yaml("# é\na: 1\n".encode()).text

    @settings(deadline=None, database=None)
    @given(_PLAIN_VALUES.filter(lambda value: value is not None))
    def test_round_trip(self, value: object) -> None:
        """What a YAML writer writes reads back as the same value, without a problem."""
        reading = read_yaml(yaml.dump(value, Dumper=_Dumper, allow_unicode=True).encode())

        assert (value, []) == (reading.value, reading.problems)


class TestMarks:
    """Where each value stands."""

    def test_block(self) -> None:
        """Values and keys of a mapping have line and column from 1."""
        marks = read_yaml(b"# c\nname:\n  en: x\n").marks

        assert ((3, 3), (2, 1)) == (marks.value(("name",)), marks.key(("name",)))
        assert ((3, 7), (3, 3)) == (marks.value(("name", "en")), marks.key(("name", "en")))

    def test_items(self) -> None:
        """An item of a list has no key, so both places are its own."""
        marks = read_yaml(b"- a\n- b\n").marks

        assert ((2, 3), (2, 3)) == (marks.value((1,)), marks.key((1,)))

    def test_accents(self) -> None:
        """Columns count characters, not bytes."""
        assert (1, 13) == read_yaml("{é: «à», b: x}".encode()).marks.value(("b",))

    def test_whole(self) -> None:
        """The whole document begins below its comments."""
        assert (2, 1) == read_yaml(b"# c\na: 1\n").marks.value(())

    def test_first_of_two(self) -> None:
        """A key that stands twice keeps the place of the first."""
        marks = read_yaml(b"a: 1\na: 2\n").marks

        assert (1, 4) == marks.value(("a",))


class TestSyntax:
    """What is not YAML."""

    @pytest.mark.parametrize(("data", "position", "message"), _FAULTS.values(), ids=_FAULTS)
    def test_faults(self, data: bytes, position: tuple[int, int], message: str) -> None:
        """A fault has a place, and what to write instead, or the reader's reason where that is not known."""
        assert YamlProblem("yaml-syntax", position, message) == _only(read_yaml(data))

    @pytest.mark.parametrize("data", [data for data, _, _ in _FAULTS.values()] + [b'a: "\\ud800"\n'])
    def test_same_without_c(self, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
        """The message is the same where PyYAML was built without its C parser."""
        expected = read_yaml(data).problems
        monkeypatch.setattr("closecodes.load.strict_yaml._LOADER", yaml.SafeLoader)

        assert expected == read_yaml(data).problems

    def test_fault_of_c_alone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where only the C parser refuses, its own message is passed on."""
        monkeypatch.setattr("closecodes.load.strict_yaml._LOADER", yaml.CSafeLoader)
        problem = _only(read_yaml(b'a: "\\ud800"\n'))

        assert ("yaml-syntax", (1, 7)) == (problem.rule, problem.position)
        assert "this is not valid YAML: found invalid Unicode character escape code" == problem.message

    def test_fault_before_character(self) -> None:
        """A fault far above a character that may not stand in YAML is told first."""
        problem = _only(read_yaml(b"a: ]\n" + b"# comment\n" * 20_000 + b"b: \x07\n"))

        assert ("yaml-syntax", (1, 4)) == (problem.rule, problem.position)

    @pytest.mark.parametrize("escape", ["\\U00110000", "\\UFFFFFFFF"])
    def test_beyond_unicode(self, escape: str) -> None:
        """An escape for a character beyond Unicode is a fault of the file, not of the program."""
        assert ["yaml-syntax"] == [
            problem.rule for problem in read_yaml(f'a: "{escape}"\n'.encode()).problems
        ]

    def test_second_document(self) -> None:
        """A second document is refused where it begins."""
        expected = YamlProblem(
            "yaml-syntax", (2, 1), "a second document begins here; one file holds one record"
        )

        assert expected == _only(read_yaml(b"a: 1\n---\nb: 1\n"))

    @pytest.mark.parametrize("data", [b"? [a]\n: b\n", b"? {a: 1}\n: b\n"])
    def test_key(self, data: bytes) -> None:
        """The name of a field is a word, never a list or mapping."""
        message = "a list or mapping stands where the name of a field was expected"

        assert YamlProblem("yaml-syntax", (1, 3), message) == _only(read_yaml(data))

    def test_deep_enough(self) -> None:
        """Lists may be nested as deep as the limit."""
        assert [] == read_yaml(b"[" * MAX_DEPTH + b"1" + b"]" * MAX_DEPTH).problems

    @pytest.mark.parametrize("sign", [b"[", b"{a: "])
    def test_too_deep(self, sign: bytes) -> None:
        """Endless nesting is refused before it can fill the stack."""
        problem = _only(read_yaml(sign * 100_000))

        assert ("yaml-syntax", (1, len(sign) * (MAX_DEPTH + 1) + 1)) == (problem.rule, problem.position)
        assert "this is nested more than 20 levels deep; no record needs that" == problem.message

    def test_size_limit(self) -> None:
        """A file may be as large as the limit."""
        data = b"a: 1\n".ljust(MAX_BYTES, b"#")

        assert (MAX_BYTES, []) == (len(data), read_yaml(data).problems)

    def test_too_large(self) -> None:
        """A larger file is not read at all."""
        message = "the file has 1000001 bytes; a record has at most 1000000"

        assert YamlProblem("yaml-syntax", (1, 1), message) == _only(read_yaml(b"#" * (MAX_BYTES + 1)))

    def test_long_number(self) -> None:
        """A number of thousands of digits is a problem of the file, not of the program."""
        assert 1 == len(read_yaml(b"code: " + b"1" * 5000).problems)


class TestCharacters:
    """What may not stand in YAML at all."""

    @pytest.mark.parametrize(
        ("character", "name"), [("\x00", "0000"), ("\x07", "0007"), ("\x7f", "007F"), ("\uffff", "FFFF")]
    )
    def test_control(self, character: str, name: str) -> None:
        """A control character is named, with its place."""
        message = f"character U+{name} may not stand in YAML; remove it"

        assert YamlProblem("yaml-syntax", (2, 5), message) == _only(
            read_yaml(f"a: 1\nb: é{character}\nc: 2\n".encode())
        )

    @pytest.mark.parametrize("innocent", ["\u200b", "\u00ad", "\ue000", "\u202f"])
    def test_innocent(self, innocent: str) -> None:
        """A character that cannot be seen but may stand in YAML is not blamed for another."""
        problem = _only(read_yaml(f"a: x{innocent}\nb: \x07\n".encode()))

        assert ((2, 4), "character U+0007 may not stand in YAML; remove it") == (
            problem.position,
            problem.message,
        )

    @pytest.mark.parametrize("innocent", ["\u200b", "\u00ad", "\ue000", "\u202f"])
    def test_allowed(self, innocent: str) -> None:
        """Characters that cannot be seen may stand in a text."""
        assert {"a": f"x{innocent}y"} == read_yaml(f"a: x{innocent}y\n".encode()).value


class TestEncoding:
    """What is not UTF-8."""

    def test_latin_1(self) -> None:
        """The first byte that is not UTF-8 is named, with its place in characters."""
        message = "byte 0xe9 is not UTF-8; save the file as UTF-8"

        assert YamlProblem("yaml-encoding", (2, 5), message) == _only(read_yaml(b"a: 1\nb: \xc3\xa9\xe9\n"))

    def test_utf_16(self) -> None:
        """UTF-16 is refused from its first byte on."""
        problem = _only(read_yaml("a: 1\n".encode("utf-16")))

        assert ("yaml-encoding", (1, 1)) == (problem.rule, problem.position)

    def test_after_mark(self) -> None:
        """A byte order mark before it changes neither the byte nor the place."""
        message = "byte 0xe9 is not UTF-8; save the file as UTF-8"

        assert YamlProblem("yaml-encoding", (2, 7), message) == _only(
            read_yaml(b"\xef\xbb\xbfa: 1\nb: caf\xe9\n")
        )


class TestTabs:
    """Lines that a tab indents."""

    @pytest.mark.parametrize(("data", "position"), [(b"a:\n\tb: 1\n", (2, 1)), (b"a:\n  \tb: 1\n", (2, 3))])
    def test_indent(self, data: bytes, position: tuple[int, int]) -> None:
        """A tab before the first character of a line is refused at its place."""
        message = "a tab indents this line; YAML is indented with spaces, here two for each level"

        assert YamlProblem("yaml-tab", position, message) == _only(read_yaml(data))

    def test_inside(self) -> None:
        """A tab between two words is none of our business."""
        assert {"a": "b\tc"} == read_yaml(b"a: b\tc\n").value


class TestEmpty:
    """Files that say nothing."""

    @pytest.mark.parametrize(
        "data", [b"", b"\n\n", b"# a comment\n", b"---\n", b"~\n", b"null\n", b"\xef\xbb\xbf"]
    )
    def test_empty(self, data: bytes) -> None:
        """A file without a value is empty, whatever it holds else."""
        expected = YamlProblem("yaml-empty", (1, 1), "the file is empty; a record was expected")

        assert expected == _only(read_yaml(data))

    def test_empty_text(self) -> None:
        """An empty text in quotes is a value."""
        reading = read_yaml(b'""\n')

        assert ("", []) == (reading.value, reading.problems)


class TestStrictness:
    """What YAML allows and we refuse."""

    @pytest.mark.parametrize(
        ("data", "name", "column"),
        [
            (b"a: &x 1\n", "&x", 4),
            (b"a: *x\n", "*x", 4),
            (b"&k a: 1\n", "&k", 1),
            (b"a: &l [1]\n", "&l", 4),
            (b"*k : 1\n", "*k", 1),
        ],
    )
    def test_sharing(self, data: bytes, name: str, column: int) -> None:
        """Anchors and aliases are refused, on keys and values."""
        message = f"`{name}` is an anchor or alias; write the value out in each place"

        assert YamlProblem("yaml-alias", (1, column), message) == _only(read_yaml(data))

    def test_bomb(self) -> None:
        """A chain of aliases is refused at its first link, before it can grow."""
        lines = ["a: &a [x]", *(f"{name}: &{name} [*a, *a, *a]" for name in "bcdefgh")]

        assert [("yaml-alias", (1, 4))] == [
            (p.rule, p.position) for p in read_yaml("\n".join(lines).encode()).problems
        ]

    @pytest.mark.parametrize(
        ("data", "tag"),
        [
            (b"a: !x 3\n", "!x"),
            (b"a: !!int 3\n", "tag:yaml.org,2002:int"),
            (b"a: !!python/object:os.system x\n", "tag:yaml.org,2002:python/object:os.system"),
            (b"a: !!set {}\n", "tag:yaml.org,2002:set"),
            (b"a: ! 3\n", "!"),
        ],
    )
    def test_tags(self, data: bytes, tag: str) -> None:
        """Tags are refused, those of YAML itself as well."""
        message = f"the tag `{tag}` is not allowed; plain text, numbers, lists and mappings are"

        assert YamlProblem("yaml-tag", (1, 4), message) == _only(read_yaml(data))

    def test_duplicate_key(self) -> None:
        """A key that stands twice is refused at its second place, and the first value is kept."""
        reading = read_yaml(b"a: 1\nb: 2\na: {c: 3}\nd: 4\n")
        message = "the key `a` stands twice; it first stood on line 1"

        assert {"a": 1, "b": 2, "d": 4} == reading.value
        assert YamlProblem("yaml-duplicate-key", (3, 1), message) == _only(reading)

    def test_key_thrice(self) -> None:
        """Each further time that a key stands is a problem."""
        assert [(2, 1), (3, 1)] == [problem.position for problem in read_yaml(b"a: 1\na: 2\na: 3\n").problems]

    def test_key_of_two_lines(self) -> None:
        """A key that holds a line break is shown on one line, since a message is one line."""
        problem = _only(read_yaml(b'"a\\nb": 1\n"a\\nb": 2\n'))

        assert (2, 1) == problem.position
        assert 1 == len(problem.message.splitlines())

    def test_same_key_elsewhere(self) -> None:
        """The same key may stand in two mappings."""
        assert [] == read_yaml(b"a: {c: 1}\nb: {c: 1}\n").problems

    def test_ambiguous(self) -> None:
        """A word that other readers take for something else is kept as a text and warned of."""
        reading = read_yaml(b"a: no\nb: 1_000\n")

        assert {"a": "no", "b": "1_000"} == reading.value
        assert [
            YamlProblem(
                "yaml-ambiguous",
                (1, 4),
                '`no` is read as true or false by many YAML readers; write "no" if you mean this text',
            ),
            YamlProblem(
                "yaml-ambiguous",
                (2, 4),
                '`1_000` is read as a number by many YAML readers; write "1_000" if you mean this text',
            ),
        ] == reading.problems

    def test_quoted_word(self) -> None:
        """In quotes, the same word is a text to everybody."""
        assert [] == read_yaml(b"a: 'no'\n").problems


def _assert_sound(data: bytes) -> None:
    """Assert that reading ``data`` gives a value or says why not, with places that the text has."""
    reading = read_yaml(data)
    lines = [*reading.text.splitlines(), ""]

    assert reading.value is not None or reading.problems
    for problem in reading.problems:
        line, column = problem.position
        assert 1 <= line
        assert 1 <= column
        assert len(problem.message.splitlines()) == 1
        assert problem.rule == "yaml-encoding" or line <= len(lines)


class TestAnything:
    """Whatever a file holds, reading it never raises."""

    @settings(deadline=None, database=None, max_examples=300)
    @given(st.binary(max_size=300))
    def test_bytes(self, data: bytes) -> None:
        """Any bytes give a value or problems with a place."""
        _assert_sound(data)

    @settings(deadline=None, database=None, max_examples=300)
    @given(st.text(max_size=200))
    def test_texts(self, text: str) -> None:
        """Any text gives a value or problems with a place."""
        _assert_sound(text.encode("utf-8", "surrogatepass"))

    @settings(deadline=None, database=None, max_examples=500)
    @given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
    def test_pieces(self, text: str) -> None:
        """Any mixture of what means something to YAML gives a value or problems with a place."""
        _assert_sound(text.encode())

    @settings(deadline=None, database=None, max_examples=200)
    @given(
        st.lists(st.sampled_from(_PIECES), max_size=30).map("".join),
        st.binary(min_size=1, max_size=3),
        st.integers(0, 60),
    )
    def test_damaged(self, text: str, noise: bytes, place: int) -> None:
        """The same with stray bytes in between gives a value or problems with a place."""
        data = text.encode()

        _assert_sound(data[:place] + noise + data[place:])
