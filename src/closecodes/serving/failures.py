"""Say of what went wrong inside a template, a catalogue or the program itself where it is and what it is."""

from __future__ import annotations

import traceback
from pathlib import Path

from babel.messages.pofile import PoFileError
from jinja2 import TemplateSyntaxError

from closecodes.i18n.catalogues import CATALOGUE
from closecodes.problems import Level, Place, Problem
from closecodes.project import Project


__all__ = ["problem_of"]


def problem_of(error: Exception, project: Project) -> Problem:
    """Return ``error`` as a problem, at the line of the template or catalogue that raised it."""
    match error:
        case PoFileError():
            return _problem(_catalogue_place(error, project), "catalogue", error)
        case TemplateSyntaxError():
            path = Path(error.filename) if error.filename else project.templates
            return _problem(_place(path, error.lineno, project), "template", error)
        case _:
            return _problem(_raised_at(error, project), "template", error)


def _problem(place: Place, rule: str, error: Exception) -> Problem:
    said = " ".join(str(error).split()) or "no message"
    return Problem(place, Level.ERROR, rule, f"{type(error).__name__}: {said}")


def _place(path: Path, line: int, project: Project) -> Place:
    shown = path.relative_to(project.root) if path.is_relative_to(project.root) else path
    return Place(shown.as_posix(), line)


def _raised_at(error: Exception, project: Project) -> Place:
    """Return the innermost line of a template that was running, or else of the program."""
    frames = traceback.extract_tb(error.__traceback__)
    in_templates = [frame for frame in frames if Path(frame.filename).is_relative_to(project.templates)]
    frame = (in_templates or frames)[-1]
    return _place(Path(frame.filename), frame.lineno or 1, project)


def _catalogue_place(error: PoFileError, project: Project) -> Place:
    path = project.locales / str(error.catalog.locale) / CATALOGUE
    return _place(path, error.lineno + 1, project)
