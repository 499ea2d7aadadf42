"""Tests of the commands ``explain`` and ``compare``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from closecodes.cli import main


Capture = pytest.CaptureFixture[str]
Edit = Callable[[Path, str, str], None]


@pytest.fixture(name="project", autouse=True)
def _project(
    family_project: Path, with_real_templates: Callable[[Path], Path], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Return a project of two families, with the templates of the site; it is the current folder."""
    monkeypatch.chdir(with_real_templates(family_project))
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    ranges = family_project / "content/ranges.yaml"
    text = "{use: {en: For private use., fr: Pour un usage privé.}, registration: {en: x}, advice: {en: y}}"
    ranges.write_text(
        f"ranges:\n- {{min: 4000, max: 4999, name: {{en: Private}}, text: {text}, sources: [{{id: a, "
        'url: "https://example.org/a", supports: [use, registration, advice], verified: true}]}\n',
        encoding="utf-8",
    )
    return family_project


class TestExplain:
    """Tests of explain."""

    def test_rule(self, capsys: Capture) -> None:
        """A rule is explained by its documentation."""
        assert 0 == main(["explain", "unsourced-delay"])
        assert capsys.readouterr().out.startswith(
            "unsourced-delay (error)\n\nA delay says who published it.\n\n"
        )

    def test_code(self, capsys: Capture) -> None:
        """A code is explained by what its page says, and the address of the page."""
        assert 0 == main(["explain", "1000"])

        out = capsys.readouterr().out
        assert out.startswith("1000 Number 1000 in English\n")
        assert "  1000 means that the meaning of 1000. [1]\n" in out
        assert "\x1b" not in out
        assert out.endswith("\nhttps://small.example/en/1000/\n")

    def test_language(self, capsys: Capture) -> None:
        """A code is explained in the language asked for, headings included."""
        assert 0 == main(["explain", "--lang", "fr", "1000"])

        out = capsys.readouterr().out
        assert out.startswith("1000 Numéro 1000 en français")
        assert "\nQuand vous le voyez\n\nVous voyez 1000 lorsque quelqu’un envoie 1000. [1]\n" in out
        assert out.endswith("\nhttps://small.example/fr/1000/\n")

    @pytest.mark.parametrize("what", [["acme-3001"], ["acme", "3001"]])
    def test_vendor(self, what: list[str], capsys: Capture) -> None:
        """A vendor's code is named by its id, or by family and number."""
        assert 0 == main(["explain", *what])
        assert capsys.readouterr().out.startswith("Acme 3001 Number 3001 in English\n")

    def test_number(self, capsys: Capture) -> None:
        """A number that only vendors use is explained by what each of them means."""
        assert 0 == main(["explain", "3001"])
        assert capsys.readouterr().out.startswith("3001: what it means at 1 service\n")

    def test_unknown_number(self, capsys: Capture) -> None:
        """A number that nobody uses is explained by its range."""
        assert 0 == main(["explain", "4321", "--lang", "fr"])

        out = capsys.readouterr().out
        assert out.startswith("4321\n\n4000–4999 · Private\n")
        assert "\nPour un usage privé.\n" in out

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["70000"], "70000 is no close code: the field has 16 bits, so it holds 0 to 65535"),
            (["clause-stile"], "no rule and no code is called `clause-stile`; did you mean `clause-style`?"),
            (["acme-3010"], "no rule and no code is called `acme-3010`; did you mean `acme-300"),
            (["1000", "--lang", "de"], "the site has no language `de`; it has en, fr"),
            ([], "Missing argument"),
        ],
    )
    def test_wrong_use(self, arguments: list[str], message: str, capsys: Capture) -> None:
        """What is neither a rule nor a code is refused, with the nearest name."""
        assert 2 == main(["explain", *arguments])
        assert message in capsys.readouterr().err

    def test_broken_content(self, project: Path, capsys: Capture, edit: Edit) -> None:
        """Where the content has errors, only rules are explained."""
        edit(project / "content/site.yaml", "branch: main\n", "")

        assert 1 == main(["explain", "1000"])
        assert "`closecodes check` names them" in capsys.readouterr().err
        assert 0 == main(["explain", "missing-field"])


class TestCompare:
    """Tests of compare."""

    def test_authored(self, capsys: Capture) -> None:
        """Two codes are compared as on their page, the authored sentence first, in the order of the page."""
        assert 0 == main(["compare", "1001", "1000", "--lang", "fr"])

        out = capsys.readouterr().out
        assert out.startswith("WebSocket 1000 Numéro 1000 en français")
        assert "\n1000 finit le travail et 1001 le quitte.\n" in out
        assert "\nDifférences clés\n" in out
        assert out.endswith("\nhttps://small.example/fr/compare/1000-vs-1001/\n")

    def test_any_pair(self, capsys: Capture) -> None:
        """Codes whose page does not exist are compared all the same."""
        assert 0 == main(["compare", "acme-3001", "1008"])

        out = capsys.readouterr().out
        assert "\nKey differences\n" in out
        assert "Acme" in out

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["1000", "1000"], "1000 is the same as 1000; give two codes"),
            (["1000", "3001"], "no code is called `3001`; did you mean `acme-3001`?"),
            (["1000", "acme-3010"], "no code is called `acme-3010`; did you mean `acme-300"),
            (["1000"], "Missing argument"),
        ],
    )
    def test_wrong_use(self, arguments: list[str], message: str, capsys: Capture) -> None:
        """What is no pair of codes is refused, with what was meant."""
        assert 2 == main(["compare", *arguments])
        assert message in capsys.readouterr().err
