"""What differs between two codes, and what they share: computed from their facts, without words."""

from closecodes.compare.comparing import Shape, Verdict, all_apart, compare, shape_of
from closecodes.compare.facts import FACTS, FACTS_BY_NAME, Fact, Value


__all__ = ["FACTS", "FACTS_BY_NAME", "Fact", "Shape", "Value", "Verdict", "all_apart", "compare", "shape_of"]
