"""The same site in plain Jinja2: ``python benchmarks/jinja/build.py FILE.json OUTPUT``.

Straightforward on purpose: texts are made into HTML once, and then every page is one call of ``render``.
"""

from __future__ import annotations

import json
import sys
from itertools import combinations
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markdown import Markdown


BLOCKS = ("fix", "reconnect")
CLAUSES = ("meaning", "meaning_clause", "when", "when_clause", "send", "received", "check", "browser")

MARKDOWN = Markdown(extensions=["sane_lists"])


def block(text: str) -> str:
    """Return Markdown as HTML."""
    return MARKDOWN.reset().convert(text).replace("<a href", '<a rel="noopener" href')


def inline(text: str) -> str:
    """Return one paragraph of Markdown as HTML without the paragraph."""
    return block(text).removeprefix("<p>").removesuffix("</p>")


def make_html(spoken: dict[str, Any]) -> None:
    """Turn the Markdown of one language into HTML."""
    for name in ("about", "reconnect"):
        spoken["family"][name] = block(spoken["family"][name])
    for code in spoken["codes"].values():
        code |= {name: block(code[name]) for name in BLOCKS}
        code |= {name: inline(code[name]) for name in CLAUSES}
        for item in (*code["causes"], *code["pitfalls"]):
            item["text"] = inline(item["text"])


def write(output: Path, address: str, html: str) -> None:
    """Write a page."""
    path = output / address / "index.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html, encoding="utf-8")


def build_language(
    site: dict[str, Any], spoken: dict[str, Any], environment: Environment, output: Path
) -> None:
    """Write every page of one language."""
    codes = [spoken["codes"][id_] for id_ in site["order"]]
    common = {"site": site, "t": spoken, "m": spoken["messages"]}

    def page(template: str, slug: str, **parts: Any) -> None:
        depth = slug.count("/")
        root = "../" * (depth + 1)
        folders = {"slug": slug, "root": root, "home": f"{root}{spoken['tag']}/"}
        html = environment.get_template(template).render(**common, **folders, **parts)
        write(output, f"{spoken['tag']}/{slug}", html)

    page("family.html", f"{site['family']}/")
    for code in codes:
        page("code.html", f"{site['family']}/{code['number']}/", code=code)
    for first, second in combinations(codes, 2):
        pair = {"first": first, "second": second}
        page("comparison.html", f"compare/{first['id']}-vs-{second['id']}/", **pair)
        page("forward.html", f"compare/{second['id']}-vs-{first['id']}/", **pair)


def main() -> None:
    """Build the site of a JSON file."""
    site = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    loader = FileSystemLoader(Path(__file__).with_name("templates"))
    environment = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    for language in site["languages"]:
        make_html(site[language["tag"]])
        build_language(site, site[language["tag"]], environment, Path(sys.argv[2]))


if __name__ == "__main__":
    main()
