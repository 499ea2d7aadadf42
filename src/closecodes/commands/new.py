"""The command ``new``: a record of a code, of a family or of a comparison."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from closecodes.addresses import code_slug, pair_slug
from closecodes.commands.common import content_option
from closecodes.commands.desk import Desk, refuse
from closecodes.drafting.drafts import code_draft, comparison_draft, family_draft
from closecodes.drafting.naming import pair_of, split_code
from closecodes.drafting.questions import Question, code_questions, comparison_questions, family_questions
from closecodes.load import Kind
from closecodes.model.identity import code_id


__all__ = ["new"]


_STOPPED = 130
"""The exit code of a program that Ctrl-C stopped."""


class _Kinds(click.Group):
    """A group in which what is no kind of record belongs to ``code``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in {"--help", "-h"}):
            args = ["code", *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.Abort:
            click.echo("\nStopped; nothing was written.", err=True)
            sys.exit(_STOPPED)


@click.group(cls=_Kinds)
def new() -> None:
    """Draft a new record, of a code unless you say otherwise.

    `closecodes new discord 4015` asks for what a record of the code needs; Enter leaves a gap, marked TODO, which
    `check` explains. `--set retry=never` answers a question beforehand, `--no-input` asks none.
    """


def _draft_options(function: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option(
            "--set", "given", metavar="KEY=ANSWER", multiple=True, help="Answer a question beforehand."
        ),
        click.option(
            "--lang",
            "languages",
            metavar="TAG",
            multiple=True,
            help="Language you write in; repeatable.  [default: en]",
        ),
        click.option("--no-input", is_flag=True, help="Ask nothing; leave gaps."),
        content_option,
    ):
        function = option(function)
    return function


@new.command()
@click.argument("what", nargs=-1, metavar="[FAMILY] [NUMBER]")
@_draft_options
def code(what: tuple[str, ...], content: Path | None, **how: Any) -> None:
    """Draft the record of a code: `discord 4015`, `discord-4015`, or `1016` for a registered one."""
    desk = Desk.of(content, **how)
    family, number = desk.named(split_code, what)
    family = family or desk.asked(_family_question(desk))
    refuse(desk.numbers.family_fault(family))
    number = number or desk.asked(_number_question(desk, family))
    refuse(desk.numbers.answer_fault(family, number))
    value = int(number)
    for note in desk.numbers.notes(family, value):
        click.echo(f"Note: {note}")
    draft = code_draft(family, value, desk.answers(code_questions(family, value, desk.known(family)), family))
    desk.widen(family, value)
    slug = code_slug(code_id(family, value))
    desk.write(Kind.CODE, f"families/{family}/{value}.yaml", draft, slug)


def _family_question(desk: Desk) -> Question:
    names = ", ".join(desk.numbers.families)
    return Question("family", f"Who defines the code? One of {names}.", refuse=desk.numbers.family_fault)


def _number_question(desk: Desk, family: str) -> Question:
    return Question("code", "The number.", refuse=lambda answer: desk.numbers.answer_fault(family, answer))


@new.command()
@click.argument("id_", required=False, metavar="[ID]")
@_draft_options
def family(id_: str | None, content: Path | None, **how: Any) -> None:
    """Draft the record of a family: who defines a group of codes."""
    desk = Desk.of(content, **how)
    question = Question(
        "id", "Short name: small letters, digits, hyphens.", refuse=desk.numbers.new_family_fault
    )
    id_ = id_ or desk.asked(question)
    refuse(desk.numbers.new_family_fault(id_))
    draft = family_draft(id_, desk.answers(family_questions(desk.known())))
    desk.write(Kind.FAMILY, f"families/{id_}/family.yaml", draft, f"{id_}/", first=f"closecodes new {id_}")


@new.command()
@click.argument("codes", nargs=-1, metavar="[CODE CODE]")
@_draft_options
def comparison(codes: tuple[str, ...], content: Path | None, **how: Any) -> None:
    """Draft what only a person can say about two codes: `1000 1012`, `1008 discord-4004`."""
    desk = Desk.of(content, **how)
    while len(codes) < 2:  # noqa: PLR2004 - a comparison is one of two
        about = "Id of a code people confuse, such as 1012 or discord-4004."
        codes = (*codes, desk.asked(Question("code", about, refuse=desk.numbers.id_fault)))
    pair = desk.named(pair_of, codes)
    draft = comparison_draft(pair, desk.answers(comparison_questions(desk.known())))
    desk.write(Kind.COMPARISON, f"comparisons/{'-'.join(pair)}.yaml", draft, pair_slug(*pair))
