"""The third stage: immutable close codes, families and pairs. No rendering, no files."""

from closecodes.model.codes import CloseCode, Comparison, Family, Pair
from closecodes.model.endings import BrowserClose, CleanClose, Origin, Phase, browser_close
from closecodes.model.history import changed_on, days_of
from closecodes.model.identity import (
    REGISTERED_FAMILY,
    Beside,
    beside_each,
    code_id,
    family_and_number,
    in_page_order,
    page_order,
)
from closecodes.model.languages import SOURCE_LANGUAGE, language_name
from closecodes.model.pairs import (
    PairRow,
    beside_across,
    pair_rows,
    pairs_across,
    pairs_in,
    pairs_of,
    pairs_with,
    steps_of,
)
from closecodes.model.site import Site, is_registered
from closecodes.model.situations import SITUATIONS, situation_of


__all__ = [
    "REGISTERED_FAMILY",
    "SITUATIONS",
    "SOURCE_LANGUAGE",
    "Beside",
    "BrowserClose",
    "CleanClose",
    "CloseCode",
    "Comparison",
    "Family",
    "Origin",
    "Pair",
    "PairRow",
    "Phase",
    "Site",
    "beside_across",
    "beside_each",
    "browser_close",
    "changed_on",
    "code_id",
    "days_of",
    "family_and_number",
    "in_page_order",
    "is_registered",
    "language_name",
    "page_order",
    "pair_rows",
    "pairs_across",
    "pairs_in",
    "pairs_of",
    "pairs_with",
    "situation_of",
    "steps_of",
]
