"""What a change of the content means: which records say something else, what follows, and how to tell it."""

from closecodes.difference.changes import Change, changes_between
from closecodes.difference.telling import as_json, as_markdown, as_text


__all__ = ["Change", "as_json", "as_markdown", "as_text", "changes_between"]
