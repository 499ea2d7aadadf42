"""Read, check and mend the records of a project, without what renders its pages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from closecodes.check import Checked, check_content, check_errors, check_rest
from closecodes.check.fixing import fix_content
from closecodes.load import Content, load_content
from closecodes.load.languages import find_languages
from closecodes.project import Project


__all__ = ["check_project", "check_rest", "find_errors", "fix_project", "load_project"]


def load_project(project: Project) -> Content:
    """Return the content of ``project`` as read; raises OSError where a file cannot be read."""
    return load_content(project.content, shown_from=project.shown_from(project.content))


def check_project(
    project: Project, content: Content, *, strict: bool, focus: Collection[str] | None = None
) -> Checked:
    """Return the records and problems of ``content`` for the languages of ``project``.

    ``focus`` are the files whose words are looked at, all if None: much faster for one of them. What else is wrong
    is found everywhere.
    """
    return check_content(content, find_languages(project.locales), strict=strict, focus=focus)


def find_errors(project: Project, content: Content) -> Checked:
    """Return the records of ``content`` and their errors; ``check_rest`` finds what is wrong beside them."""
    return check_errors(content, find_languages(project.locales))


def fix_project(
    project: Project, content: Content, *, concerns: Callable[[str], bool] = lambda _: True
) -> Iterator[str]:
    """Mend in place what needs no thought, yielding the path of each file that changed; raises OSError.

    Only files whose path ``concerns`` accepts are touched.
    """
    base = project.shown_from(project.content)
    for path, text in fix_content(content, find_languages(project.locales)):
        if concerns(path):
            (base / path).write_text(text, encoding="utf-8", newline="\n")
            yield path
