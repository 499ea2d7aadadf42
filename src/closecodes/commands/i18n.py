"""The command ``i18n``: what translators do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from closecodes import inspecting
from closecodes.check.parsing import Parsed, Records, parse_records
from closecodes.check.texts import FoundText
from closecodes.check.words import did_you_mean, one_of
from closecodes.commands.common import content_option, disk_errors, project_here
from closecodes.commands.translating import print_comparison, print_status, status_as_json
from closecodes.load.languages import find_languages
from closecodes.model import SOURCE_LANGUAGE, language_name
from closecodes.model.translation import progress_in
from closecodes.project import Project
from closecodes.records import Record
from closecodes.translation.accepting import accepted
from closecodes.translation.catalogues import (
    LanguageError,
    add_language,
    extract_messages,
    messages_in,
    update_catalogues,
)
from closecodes.translation.comparing import stale_texts
from closecodes.translation.finding import UnknownNameError, find_record, find_texts


__all__ = ["i18n"]


@click.group()
def i18n() -> None:
    """Translate: see what is missing or stale, what changed in the English, and accept what still holds."""


@i18n.command()
@click.argument("language", required=False)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@content_option
def status(language: str | None, form: str, content: Path | None) -> None:
    """Say for each language what is done, stale and missing, by file and field."""
    project = project_here(content)
    records = _records(project)
    languages = [_language(records, language)] if language else _translated(records)
    progress = [(progress_in(records, tag), messages_in(project.locales, tag)) for tag in languages]
    if form == "json":
        click.echo(status_as_json(progress))
    else:
        print_status(progress)


@i18n.command()
@click.argument("name")
@click.argument("language")
@click.argument("field", required=False)
@content_option
def diff(name: str, language: str, field: str | None, content: Path | None) -> None:
    """Show the English that a stale translation was made from, the English now, and the translation.

    NAME is the id of a code (1012, discord-4004) or family, a pair (1000-1012) or a file; FIELD is such as
    `meaning` or `causes.0`. The English then comes from the history in git.
    """
    project = project_here(content)
    records = _records(project)
    parsed, tag = _record(records, name), _language(records, language)
    file = project.shown_from(project.content) / parsed.document.path
    texts = [text for text in stale_texts(parsed, _texts(parsed, field), tag, file) if text.stale or field]
    if not texts:
        click.echo(f"No {language_name(tag)} text of {parsed.document.path} is stale.")
    for text in texts:
        print_comparison(text, tag)


@i18n.command()
@click.argument("name")
@click.argument("language")
@click.argument("field", required=False)
@content_option
def accept(name: str, language: str, field: str | None, content: Path | None) -> None:
    """Note that stale translations of NAME, or that of FIELD, fit the English of today: read both first."""
    project = project_here(content)
    records = _records(project)
    parsed, tag = _record(records, name), _language(records, language)
    file = project.shown_from(project.content) / parsed.document.path
    stale = [text.field for text in stale_texts(parsed, _texts(parsed, field), tag, file) if text.stale]
    if not stale:
        click.echo(f"No {language_name(tag)} text of {parsed.document.path} is stale; nothing to accept.")
        return
    after = accepted(parsed, tag, stale)
    if after == parsed.document.text:
        message = f"{parsed.document.path} is laid out in a way that only its author can change; edit `translation:`"
        raise click.ClickException(message)
    with disk_errors("cannot be written"):
        file.write_text(after, encoding="utf-8", newline="\n")
    click.echo(f"{parsed.document.path}: {', '.join(stale)} accepted in {language_name(tag)}")


@i18n.command()
def extract() -> None:
    """Write locales/messages.pot anew from the templates and the program."""
    with disk_errors("cannot be written"):
        extract_messages(_checkout().root)
    click.echo("wrote locales/messages.pot")


@i18n.command()
def update() -> None:
    """Write locales/messages.pot anew and bring the catalogues of all languages up to date with it."""
    project = _checkout()
    with disk_errors("cannot be written"):
        extract_messages(project.root)
        update_catalogues(project.root)
    for tag in find_languages(project.locales):
        if tag != SOURCE_LANGUAGE:
            messages = messages_in(project.locales, tag)
            click.echo(
                f"{language_name(tag)}: {len(messages.done)} messages done, {len(messages.missing)} missing"
            )


@i18n.command()
@click.argument("language")
def add(language: str) -> None:
    """Begin a language, such as `de` or `pt-BR`: the site has it from then on, in English until translated."""
    project = project_here()
    if not project.locales.is_relative_to(project.root):
        message = "the catalogues belong to the program that is installed; add a language in a clone of its repository"
        raise click.UsageError(message)
    try:
        with disk_errors("cannot be written"):
            path = add_language(project.root, project.locales, language)
    except LanguageError as error:
        raise click.UsageError(str(error)) from None
    tag = path.parents[1].name.replace("_", "-")
    click.echo(f"wrote {path.relative_to(project.root)}")
    click.echo(
        f"Next: translate its messages with any gettext editor, and write `{tag}:` beside `en:` in the records."
    )
    click.echo(f"`closecodes i18n status {tag}` says what is left; `closecodes serve` shows it.")


def _records(project: Project) -> Records:
    with disk_errors("cannot be read"):
        content = inspecting.load_project(project)
    return parse_records(content, find_languages(project.locales))


def _translated(records: Records) -> list[str]:
    return [tag for tag in records.languages if tag != SOURCE_LANGUAGE]


def _language(records: Records, language: str) -> str:
    known = _translated(records)
    if language not in known:
        message = f"the site is not translated into `{language}`{did_you_mean(language, known)}"
        raise click.UsageError(f"{message}; there is {one_of(known)}" if known else message)
    return language


def _record(records: Records, name: str) -> Parsed[Record]:
    try:
        return find_record(records, name)
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from None


def _texts(parsed: Parsed[Record], field: str | None) -> Sequence[FoundText]:
    try:
        return find_texts(parsed, field)
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from None


def _checkout() -> Project:
    project = project_here()
    if not (project.root / "pyproject.toml").is_file():
        message = f"{project.root} is not a checkout of the program: its messages are in its source"
        raise click.UsageError(message)
    return project
