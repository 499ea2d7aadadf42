"""Tests of closecodes.render.compiling: what is settled beforehand changes no byte."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, TemplateRuntimeError, UndefinedError, nodes
from markupsafe import Markup

from closecodes.i18n import Language
from closecodes.render.environment import make_environment


Templates = Mapping[str, str]
Render = Callable[..., str]

_CATALOGUE = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgctxt "test"
msgid "Compare"
msgstr "Comparer < & >"

msgctxt "test"
msgid "%(code)s means that %(clause)s."
msgstr "%(code)s signifie que %(clause)s."

msgctxt "test"
msgid "<b>%(code)s</b> & more"
msgstr "« <i>%(code)s</i> » & d'autres"

msgctxt "test"
msgid "lost"
msgstr "perdu %(code)s"
"""


@pytest.fixture(name="languages", scope="module")
def _languages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Language]:
    """Return English and French with a catalogue of a few messages."""
    locales = tmp_path_factory.mktemp("locales")
    path = locales / "fr/LC_MESSAGES/messages.po"
    path.parent.mkdir(parents=True)
    path.write_text(_CATALOGUE, encoding="utf-8")
    return {tag: Language.load(tag, locales) for tag in ("en", "fr")}


@pytest.fixture(name="environments")
def _environments(
    languages: Mapping[str, Language], tmp_path: Path
) -> Callable[[Templates, str], tuple[Environment, Environment]]:
    """Return a function that gives the environments of templates: ours, and Jinja's own."""
    numbers = itertools.count()

    def environments(templates: Templates, tag: str = "en") -> tuple[Environment, Environment]:
        folder = tmp_path / f"templates-{next(numbers)}"
        folder.mkdir()
        for name, text in templates.items():
            (folder / name).write_text(text, encoding="utf-8")
        return make_environment(folder, languages[tag]), make_environment(folder, languages[tag], plain=True)

    return environments


@pytest.fixture(name="render")
def _render(environments: Callable[[Templates, str], tuple[Environment, Environment]]) -> Render:
    """Return a function that renders ``page.html`` both ways, which must make the same bytes, and returns them."""

    def render(templates: Templates, tag: str = "en", **context: Any) -> str:
        ours, plain = (
            environment.get_template("page.html").render(depth=1, **context)
            for environment in environments(templates, tag)
        )
        assert plain == ours
        return ours

    return render


_BASE = "<title>{% block title %}Codes{% endblock %}</title>{% block main %}{% endblock %}!"


class TestInheritance:
    """Tests of templates that extend others."""

    def test_blocks(self, render: Render) -> None:
        """A child fills the blocks of its parent; what it does not give stays as the parent has it."""
        page = '{% extends "base.html" %}{% block main %}{{ code }}{% endblock %}'

        assert "<title>Codes</title>1012!" == render({"base.html": _BASE, "page.html": page}, code=1012)

    def test_nothing_given(self, render: Render) -> None:
        """A child that gives nothing is its parent."""
        page = '{% extends "base.html" %}'

        assert "<title>Codes</title>!" == render({"base.html": _BASE, "page.html": page})

    def test_three_generations(self, render: Render) -> None:
        """The youngest template that gives a block decides."""
        templates = {
            "base.html": _BASE,
            "middle.html": (
                '{% extends "base.html" %}{% block title %}middle{% endblock %}{% block main %}middle{% endblock %}'
            ),
            "page.html": '{% extends "middle.html" %}{% block main %}page{% endblock %}',
        }

        assert "<title>middle</title>page!" == render(templates)

    def test_nested_blocks(self, render: Render) -> None:
        """A block inside a block is filled wherever it is given, and gone where its parent is replaced."""
        base = "{% block outer %}<{% block inner %}base{% endblock %}>{% endblock %}"
        middle = '{% extends "base.html" %}{% block inner %}{% block innermost %}middle{% endblock %}{% endblock %}'

        templates = {"base.html": base, "middle.html": middle}
        inner = '{% extends "middle.html" %}{% block innermost %}page{% endblock %}'
        outer = '{% extends "middle.html" %}{% block outer %}page{% endblock %}{% block inner %}lost{% endblock %}'
        assert "<page>" == render({**templates, "page.html": inner})
        assert "page" == render({**templates, "page.html": outer})

    def test_settings(self, render: Render) -> None:
        """What a child sets is known in its blocks and in its parent."""
        page = '{% extends "base.html" %}{% set word = "set" %}{% block main %}{{ word }}{% endblock %}'

        assert "set/set" == render(
            {"base.html": "{% block main %}{% endblock %}/{{ word }}", "page.html": page}
        )

    def test_order_of_settings(self, render: Render) -> None:
        """Where both set a name, what is set later holds: the parent comes after the child."""
        templates = {
            "base.html": (
                '{% set word = word ~ "base" %}{% block main %}{% endblock %}{% set word = "late" %}{{ word }}'
            ),
            "middle.html": '{% extends "base.html" %}{% set word = word ~ "middle" %}',
            "page.html": '{% extends "middle.html" %}{% set word = "page" %}{% block main %}{{ word }}/{% endblock %}',
        }

        assert "pagemiddlebase/late" == render(templates)

    def test_settings_of_a_block(self, render: Render) -> None:
        """What a block sets is known in it only."""
        base = '{% set word = "base" %}{% block main %}{% endblock %}/{{ word }}'
        page = '{% extends "base.html" %}{% block main %}{% set word = "block" %}{{ word }}{% endblock %}'

        assert "block/base" == render({"base.html": base, "page.html": page})

    def test_set_block(self, render: Render) -> None:
        """A child may set a name to a piece of markup."""
        setting = "{% set word %}<b>{{ sign }}</b>{% endset %}"
        page = '{% extends "base.html" %}' + setting + "{% block main %}{{ word }}{% endblock %}"

        assert "<b>&lt;</b>" == render(
            {"base.html": "{% block main %}{% endblock %}", "page.html": page}, sign="<"
        )

    def test_macros(self, render: Render) -> None:
        """A child may import macros and have its own."""
        templates = {
            "base.html": "{% block main %}{% endblock %}",
            "macros.html": "{% macro bold(text) %}<b>{{ text }}{{ code }}</b>{% endmacro %}",
            "page.html": (
                '{% extends "base.html" %}{% import "macros.html" as ui with context %}'
                "{% macro own(text) %}[{{ text }}]{% endmacro %}"
                '{% block main %}{{ ui.bold("a") }}{{ own("b") }}{% endblock %}'
            ),
        }

        assert "<b>a1012</b>[b]" == render(templates, code=1012)

    @pytest.mark.parametrize(
        "own",
        [
            "text {{ code }}",
            "{% if code %}text{% endif %}",
            "{% for one in [1, 2] %}{{ one }}{% endfor %}",
            "{% if code %}{% set word = 'if' %} {% endif %}",
            "{% with code = 2 %}{{ code }}{% endwith %}",
            "{% part code %}text{% endpart %}",
            "{% block other %}lost{% endblock %}",
            "{% if code %}{% block other %}lost{% endblock %}{% endif %}",
            "{% filter upper %}{% block third %}x{% endblock %}{% endfilter %}",
        ],
    )
    def test_outside_of_blocks(self, own: str, render: Render) -> None:
        """What a child prints outside of blocks makes no difference to Jinja’s bytes."""
        page = '{% extends "base.html" %}' + own + "{% block main %}{{ code }}{% endblock %}"

        assert render(
            {"base.html": "{% block main %}{% endblock %}!", "page.html": page}, code=1012
        ).endswith("1012!")

    @pytest.mark.parametrize(
        "before", ["text", "{{ code }}", "{# a comment #}\n", "{% set word = 1 %}{{ word }}", "\n"]
    )
    def test_before_extends(self, before: str, render: Render) -> None:
        """What a template prints before it extends another is printed."""
        page = before + '{% extends "base.html" %}{% block main %}{{ code }}{% endblock %}'

        assert render(
            {"base.html": "{% block main %}{% endblock %}!", "page.html": page}, code=1012
        ).endswith("1012!")

    @pytest.mark.parametrize(
        "page",
        [
            '{% extends "base.html" %}{% block main %}{{ super() }}page{% endblock %}',
            '{% extends "base.html" %}{% block main %}{{ self.title() }}{% endblock %}',
            "{% extends parent %}{% block main %}page{% endblock %}",
            '{% extends "ba" ~ "se.html" %}{% block main %}page{% endblock %}',
            '{% if parent %}{% extends "base.html" %}{% endif %}{% block main %}page{% endblock %}',
            '{% if not parent %}{% extends "other.html" %}{% endif %}{% block main %}page{% endblock %}',
            '{% if parent %}{% extends parent %}{% else %}{% extends "other.html" %}{% endif %}',
        ],
    )
    def test_left_to_jinja(self, page: str, render: Render) -> None:
        """What cannot be settled by reading is left to Jinja."""
        templates = {
            "base.html": _BASE.replace("{% endblock %}!", "base{% endblock %}!"),
            "other.html": "other",
        }

        assert render({**templates, "page.html": page}, parent="base.html")

    @pytest.mark.parametrize(
        "base",
        [
            "{% set n = 1 %}{% for n in [2, 3] %}{% block main %}{{ n }}{% endblock %}{% endfor %}",
            "{% set n = 1 %}{% for n in [2, 3] %}{% block main scoped %}{{ n }}{% endblock %}{% endfor %}",
            "{% set n = 1 %}{% with n = 2 %}{% block main %}{{ n }}{% endblock %}{% endwith %}",
            "{% set n = 1 %}{% block outer %}{% set n = 2 %}{% block main %}{{ n }}{% endblock %}{% endblock %}",
            "{% set n = 1 %}{% if n %}{% set n = 2 %}{% block main %}{{ n }}{% endblock %}{% endif %}",
            "{% set n = 1 %}{% filter upper %}{% block main %}{{ n }}a{% endblock %}{% endfilter %}",
            "{% set n = 1 %}{% block main %}{{ n }}{% endblock %}{% set n = 2 %}",
        ],
    )
    @pytest.mark.parametrize("own", ["", "{% block main %}({{ n }}){% endblock %}"])
    def test_blocks_inside(self, base: str, own: str, render: Render) -> None:
        """A block that lies inside of something sees the names that Jinja lets it see."""
        assert render({"base.html": base, "page.html": '{% extends "base.html" %}' + own})

    def test_required(self, environments: Callable[..., tuple[Environment, Environment]]) -> None:
        """A block that must be given must be given."""
        templates = {
            "base.html": "{% block main required %}{% endblock %}",
            "page.html": '{% extends "base.html" %}',
        }

        for environment in environments(templates):
            with pytest.raises(TemplateRuntimeError):
                environment.get_template("page.html").render(depth=1)

    def test_undefined(self, environments: Callable[..., tuple[Environment, Environment]]) -> None:
        """A name that is nowhere is an error, both ways."""
        templates = {
            "base.html": _BASE,
            "page.html": '{% extends "base.html" %}{% block main %}{{ x }}{% endblock %}',
        }

        for environment in environments(templates):
            with pytest.raises(UndefinedError, match="'x' is undefined"):
                environment.get_template("page.html").render(depth=1)

    def test_settled_once(self, environments: Callable[..., tuple[Environment, Environment]]) -> None:
        """A template of ours is one with its parents: it asks for none of them when it is rendered."""
        templates = {"base.html": _BASE, "page.html": '{% extends "base.html" %}'}
        ours, plain = environments(templates)

        trees = [environment.parse(templates["page.html"], "page.html") for environment in (ours, plain)]
        assert [None, True] == [tree.find(nodes.Extends) and True for tree in trees]

    def test_real_templates(self, english: Language) -> None:
        """All templates of the site are settled."""
        folder = Path(__file__).parents[2] / "templates"
        environment = make_environment(folder, english)

        names = environment.list_templates()
        trees = [environment.parse((folder / name).read_text(encoding="utf-8"), name) for name in names]
        assert "comparison.html" in names
        assert [] == [name for name, tree in zip(names, trees, strict=True) if tree.find(nodes.Extends)]


class TestMessages:
    """Tests of messages in templates."""

    @pytest.mark.parametrize(("tag", "expected"), [("en", "Compare"), ("fr", "Comparer < & >")])
    def test_without_placeholders(self, tag: str, expected: str, render: Render) -> None:
        """A message without placeholders stands in the template in its language, as it is."""
        assert expected == render({"page.html": '{{ pgettext("test", "Compare") }}'}, tag)

    @pytest.mark.parametrize(
        ("tag", "clause", "expected"),
        [
            ("en", "it is <over>", "1012 means that it is &lt;over&gt;."),
            ("fr", "le serveur part", "1012 signifie que le serveur part."),
            ("fr", "un serveur part", "1012 signifie qu’un serveur part."),
            ("fr", Markup("<em>il</em> part"), "1012 signifie qu’<em>il</em> part."),
            ("fr", "<em>il</em> part", "1012 signifie que &lt;em&gt;il&lt;/em&gt; part."),
            ("fr", "onze partent", "1012 signifie que onze partent."),
            ("fr", "", "1012 signifie que ."),
            ("fr", 8, "1012 signifie que 8."),
        ],
    )
    def test_placeholders(self, tag: str, clause: object, expected: str, render: Render) -> None:
        """Placeholders are filled, escaped where they are not markup, and elided where French wants it."""
        template = '{{ pgettext("test", "%(code)s means that %(clause)s.", code=code, clause=clause) }}'

        assert expected == render({"page.html": template}, tag, code=1012, clause=clause)

    @pytest.mark.parametrize(
        ("tag", "expected"),
        [("en", "<b>&lt;</b> & more"), ("fr", "«\u202f<i>&lt;</i>\u202f» & d’autres")],
    )
    def test_markup(self, tag: str, expected: str, render: Render) -> None:
        """Messages are ours and may hold markup, before a placeholder and after it; parts are escaped."""
        template = '{{ pgettext("test", "<b>%(code)s</b> & more", code="<") }}'

        found = render({"page.html": template}, tag).replace("\u00a0", "\u202f")
        assert expected == found

    @pytest.mark.parametrize(
        "template",
        [
            '{% set text = pgettext("test", "Compare") %}{{ text }}{{ text|length }}',
            '{% set text = pgettext("test", "%(code)s means that %(clause)s.", code=1, clause="un") %}{{ text }}',
            '{{ pgettext("test", "Compare")|upper }}',
            '{{ pgettext("test", "Compare") if code else "nothing" }}',
            '{{ pgettext("test", name) }}',
            '{{ pgettext("test", "%(code)s means that %(clause)s.", code=pgettext("test", "Compare"), clause="un") }}',
            '{{ pgettext("test", "%(code)s means that %(clause)s.", **{"code": 1, "clause": "un"}) }}',
            '{{ pgettext("test", "Compare") ~ "<" }}',
            '{{ pgettext("test", "Compare", code=code) }}',
            '{{ npgettext("test", "%(num)s code", "%(num)s codes", code) }}',
            '{{ _("Compare") }}',
            '{% macro own() %}{{ pgettext("test", "Compare") }}{% endmacro %}{{ own() }}',
        ],
    )
    @pytest.mark.parametrize("tag", ["en", "fr"])
    def test_anywhere(self, template: str, tag: str, render: Render) -> None:
        """Wherever a message stands, and whatever is done with it, the bytes are Jinja’s."""
        assert render({"page.html": template}, tag, code=3, name="Compare")

    def test_missing_part(self, environments: Callable[..., tuple[Environment, Environment]]) -> None:
        """A part that a message wants and does not get is an error, both ways."""
        templates = {"page.html": '{{ pgettext("test", "lost", other=1) }}'}

        for environment in environments(templates, "fr"):
            with pytest.raises(KeyError, match="code"):
                environment.get_template("page.html").render(depth=1)

    def test_looked_up_once(
        self, environments: Callable[..., tuple[Environment, Environment]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A template that is rendered asks nobody for messages."""
        template = (
            '{{ pgettext("test", "Compare") }}{{ pgettext("test", "<b>%(code)s</b> & more", code=code) }}'
        )
        ours, _ = environments({"page.html": template}, "fr")
        page = ours.get_template("page.html")
        monkeypatch.setitem(ours.globals, "pgettext", None)

        assert "Comparer < & >" in page.render(code=1, depth=1)

    @given(
        message=st.lists(
            st.sampled_from(
                (
                    "%(one)s",
                    "%(other)s",
                    "%%",
                    "<b>",
                    "</b>",
                    "&",
                    "'",
                    "«",
                    "que ",
                    "lorsque ",
                    "Que",
                    " ",
                    "a",
                    ".",
                )
            ),
            max_size=8,
        ).map("".join),
        one=st.sampled_from(("", "a", "le", "<", "'", "%", "%(one)s", Markup("<i>il</i>"), 11)),
        other=st.sampled_from(("a", "onze", Markup("&amp;"), 8)),
    )
    @pytest.mark.parametrize("tag", ["en", "fr"])
    @settings(deadline=None)
    def test_any_message(
        self, tag: str, message: str, one: object, other: object, languages: Mapping[str, Language]
    ) -> None:
        """Whatever a message is made of, it is filled alike both ways."""
        template = f'{{{{ pgettext("test", {message!r}, one=one, other=other) }}}}'

        ours, plain = (
            make_environment(Path("nowhere"), languages[tag], plain=is_plain)
            .from_string(template)
            .render(one=one, other=other)
            for is_plain in (False, True)
        )

        assert plain == ours


class TestImplicitParts:
    """Tests of what composed templates print outside of their parts."""

    @pytest.mark.parametrize(
        ("expression", "expected"),
        [
            ("{{ first.name }}", 1),
            ("{{ first.name }}{{ second.name }}", 2),
            ("{{ first.name ~ first.other }}", 1),
            ("{{ first.name ~ second.name }}", 0),
            ("{{ word }}", 0),
            ("{% part first %}{{ first.name }}{% endpart %}", 1),
            ("{% part first %}{{ first.name }}{{ first.other }}{% endpart %}{{ word }}", 1),
            ("{% if word %}{{ first.name }}{% endif %}", 1),
            (
                '{{ pgettext("test", "%(code)s means that %(clause)s.", code=first.name, clause=second.name) }}',
                2,
            ),
        ],
    )
    def test_one_side(
        self, expression: str, expected: int, environments: Callable[..., tuple[Environment, Environment]]
    ) -> None:
        """What is printed of one side is a part by itself; what is printed of both, or of neither, is not."""
        sides = {side: {"name": f"<{side}>", "other": "!"} for side in ("first", "second")}
        ours, plain = environments({"page.html": "{% composed first, second %}" + expression})

        contexts = {side: _Hashable(values) for side, values in sides.items()}
        pages = [
            environment.get_template("page.html").render(depth=1, word="w", **contexts)
            for environment in (ours, plain)
        ]

        assert pages[0] == pages[1]
        assert expected == len(ours.parts)  # type: ignore[attr-defined]

    def test_promise_only(self, environments: Callable[..., tuple[Environment, Environment]]) -> None:
        """A template that promises nothing has no parts but those it marks."""
        ours, _ = environments({"page.html": "{{ first.name }}"})

        assert "a" == ours.get_template("page.html").render(first=_Hashable({"name": "a"}), depth=1)
        assert 0 == len(ours.parts)  # type: ignore[attr-defined]


class _Hashable(dict[str, object]):
    """Values that can be the subject of a part."""

    def __hash__(self) -> int:  # type: ignore[override]
        return id(self)
