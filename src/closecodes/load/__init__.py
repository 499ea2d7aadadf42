"""The first stage: content files in, plain values with the place of each out."""

from closecodes.load.documents import Content, Document, Kind, load_again, load_content
from closecodes.load.marks import Mark, Marks, ValuePath


__all__ = ["Content", "Document", "Kind", "Mark", "Marks", "ValuePath", "load_again", "load_content"]
