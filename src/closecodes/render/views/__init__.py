"""What templates see: codes, families and pairs in one language."""

from closecodes.render.views.code import CodeView, FactRow, Statement
from closecodes.render.views.comparison import ComparisonView, OutlineView
from closecodes.render.views.family import FamilyView


__all__ = ["CodeView", "ComparisonView", "FactRow", "FamilyView", "OutlineView", "Statement"]
