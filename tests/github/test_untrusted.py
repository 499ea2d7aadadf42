"""What a proposal wrote is shown and does nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closecodes.github import harmless


_JOINER = "\u2060"


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("@octocat", "@|octocat"),
        ("@owner/team", "@|owner/team"),
        ("&#64;octocat", "&|#|64;octocat"),
        ("<img src=x>", "<|img src=x>"),
        ("<!-- hidden", "<|!-- hidden"),
        ("[here](javascript:x)", "[here]|(javascript:x)"),
        ("![](https://example.org/x.png)", "![]|(https:|//example.org/x.png)"),
        ("[here]: https://example.org", "[here]|: https:|//example.org"),
        ("[a][b]", "[a]|[b]"),
        ("www.example.org", "www|.example.org"),
        ("WWW.example.org", "WWW|.example.org"),
        ("owner/name#12", "owner/name#|12"),
        ("GH-12", "GH|-12"),
    ],
)
def test_broken(text: str, broken: str) -> None:
    """What would notify, link, load or hide is taken apart by a sign that nobody sees."""
    assert broken == harmless(text).replace(_JOINER, "|")


@pytest.mark.parametrize(
    "text",
    [
        "### 1013 Try Again Later\n\n- **retry_delay**: 5–30 s → none\n- `fr` is stale in 1 field",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "Une phrase : « avec des guillemets ».",
    ],
)
def test_kept(text: str) -> None:
    """Headings, lists, tables, code and French come through as they were written."""
    assert text == harmless(text)


@pytest.mark.parametrize("sign", ["\x1b", "\u202e", "\u200b", "\u2066", "\ufeff", "\x00"])
def test_invisible(sign: str) -> None:
    """Signs that are not seen, or turn the direction of what is, become spaces."""
    assert "a b" == harmless(f"a{sign}b")


@given(st.text(alphabet="@<&[]():/#1w.ghGH- \n\u2060\u202e"))
def test_nothing_left(text: str) -> None:
    """However signs are put together, nothing active is left, and nothing that was seen is lost."""
    shown = harmless(text)

    for active in ("@w", "<w", "&#", "](", "]:", "][", "://", "www.", "WWW.", "#1", "gh-1", "GH-1"):
        assert active not in shown
    visible = shown.replace(_JOINER, "").replace(" ", "")
    assert text.replace(_JOINER, "").replace("\u202e", "").replace(" ", "") == visible
