"""Say of what went wrong inside a template, a catalogue or the program itself where it is and what it is."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import PoFileError
from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from closecodes.check.words import did_you_mean
from closecodes.i18n.catalogues import CATALOGUE
from closecodes.problems import Level, Place, Problem
from closecodes.project import Project


__all__ = ["problem_of", "problem_of_author"]

_FRAME = re.compile(r'^ *File "([^"]+)", line (\d+)', re.MULTILINE)


def problem_of_author(error: Exception, project: Project) -> Problem | None:
    """Return ``error`` as a problem if it lies in a template or catalogue; None if it is the program's own."""
    in_template = any(path.is_relative_to(project.templates) for path, _ in _frames(error))
    is_authors = in_template or isinstance(error, (PoFileError, TemplateError))
    return problem_of(error, project) if is_authors else None


def problem_of(error: Exception, project: Project) -> Problem:
    """Return ``error`` as a problem, at the line of the template or catalogue that raised it."""
    match error:
        case PoFileError():
            return _problem(_catalogue_place(error, project), "catalogue", error)
        case TemplateSyntaxError():
            path = Path(error.filename) if error.filename else project.templates
            return _problem(_place(path, error.lineno, project), "template", error, error.message)
        case TemplateNotFound():
            return _missing_template(str(error.name), project)
        case _:
            return _problem(_raised_at(error, project), "template", error)


def _missing_template(name: str, project: Project) -> Problem:
    templates = sorted(path for path in project.templates.iterdir() if path.is_file())
    named = (
        (path, number)
        for path in templates
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if f'"{name}"' in line or f"'{name}'" in line
    )
    path, line = next(named, (project.templates / name, 1))
    message = f"no template is called `{name}`{did_you_mean(name, (path.name for path in templates))}"
    return Problem(_place(path, line, project), Level.ERROR, "template", message)


def _problem(place: Place, rule: str, error: Exception, said: str | None = None) -> Problem:
    message = " ".join((said or str(error)).split()) or "no message"
    return Problem(place, Level.ERROR, rule, f"{type(error).__name__}: {message}")


def _place(path: Path, line: int, project: Project) -> Place:
    shown = path.relative_to(project.root) if path.is_relative_to(project.root) else path
    return Place(shown.as_posix(), line)


def _raised_at(error: Exception, project: Project) -> Place:
    """Return the innermost line of a template that was running, or else of the program."""
    frames = list(_frames(error)) or [(project.templates, 1)]
    in_templates = [frame for frame in frames if frame[0].is_relative_to(project.templates)]
    return _place(*(in_templates or frames)[-1], project)


def _frames(error: Exception) -> Iterator[tuple[Path, int]]:
    """Yield file and line of what was running, the innermost last; in another process, if it was raised there."""
    for frame in traceback.extract_tb(error.__traceback__):
        yield Path(frame.filename), frame.lineno or 1
    if type(error.__cause__).__name__ == "_RemoteTraceback":
        yield from ((Path(path), int(line)) for path, line in _FRAME.findall(str(error.__cause__)))


def _catalogue_place(error: PoFileError, project: Project) -> Place:
    path = project.locales / str(error.catalog.locale) / CATALOGUE
    return _place(path, error.lineno + 1, project)
