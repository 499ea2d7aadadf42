"""The Jinja environment: strict, autoescaped, one for each language."""

from __future__ import annotations

import json
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, FunctionLoader, StrictUndefined
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from closecodes.i18n import Language
from closecodes.render.compiling import CompilingEnvironment
from closecodes.render.outlines import run_loop
from closecodes.render.parts import Components, NoParts, PartCache, PartCodeGenerator, PartExtension, escaped


__all__ = ["hold_templates", "json_text", "make_environment"]


def make_environment(
    templates: Path, language: Language, *, plain: bool = False, compiled: BytecodeCache | None = None
) -> Environment:
    """Return the environment in which templates speak ``language`` and share parts.

    ``compiled`` is where compiled templates are kept. With ``plain``, every page is rendered by Jinja
    alone: nothing is shared, nothing settled beforehand.
    """
    make = Environment if plain else CompilingEnvironment
    environment = make(
        loader=FileSystemLoader(templates, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=None if plain else compiled,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", PartExtension],
    )
    environment.code_generator_class = PartCodeGenerator
    environment.escaped = escaped  # type: ignore[attr-defined]
    environment.components = Components(environment, shared=not plain)  # type: ignore[attr-defined]
    environment.parts = NoParts() if plain else PartCache()  # type: ignore[attr-defined]
    environment.run_loop = run_loop  # type: ignore[attr-defined]
    environment.message_lookups = {"pgettext": language.message}  # type: ignore[attr-defined]
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.policies["ext.i18n.trimmed"] = True
    environment.globals.update(
        _=language.gettext,
        gettext=language.gettext,
        ngettext=language.ngettext,
        pgettext=language.pgettext,
        npgettext=language.npgettext,
        language=language,
    )
    environment.filters["json"] = json_text
    environment.filters["elided"] = language.elided
    environment.filters["sentence"] = language.sentence
    return environment


def hold_templates(environment: Environment) -> None:
    """Keep the templates of ``environment`` as they are now, those that no page has needed yet among them."""
    loader = environment.loader
    if loader is None:
        return
    held = {
        name: loader.get_source(environment, name)
        for name in loader.list_templates()
        if name.endswith((".html", ".md", ".svg", ".txt", ".xml"))
    }
    environment.loader = FunctionLoader(held.get)


def json_text(value: object) -> Markup:
    r"""Return ``value``, plain or HTML, as a JSON string of plain text that may stand in a script element.

    >>> json_text(Markup("a &amp; <b>b</b>")), json_text("</script>")
    (Markup('"a \\u0026 b"'), Markup('"\\u003c/script\\u003e"'))
    """
    text = value.striptags() if isinstance(value, Markup) else str(value)
    return htmlsafe_json_dumps(text, dumps=_dumps)


def _dumps(text: str, **_: object) -> str:
    return json.dumps(text, ensure_ascii=False)
