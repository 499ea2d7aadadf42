"""The words for facts: for each value a short form, a clause that sets it apart, and a sentence for two.

The clause (context ``difference``) becomes one half of a sentence such as
“Either side may send 1002, whereas only the client may send 1010.”
"""

from closecodes.render.messages.base import ValueWords
from closecodes.render.messages.derived import DERIVED_WORDS
from closecodes.render.messages.facts import FACT_LABELS, FACT_WORDS
from closecodes.render.messages.subjects import SUBJECT_WORDS


__all__ = ["FACT_LABELS", "VALUE_WORDS", "ValueWords"]

VALUE_WORDS = {**FACT_WORDS, **SUBJECT_WORDS, **DERIVED_WORDS}
"""The words for every value, by the name of the fact and the word of the value."""
