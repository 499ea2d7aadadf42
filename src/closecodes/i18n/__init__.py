"""Languages: gettext catalogues, micro-typography, and sentences made of clauses."""

from closecodes.i18n.catalogues import find_languages, read_catalogue
from closecodes.i18n.clauses import elide, sentence_case
from closecodes.i18n.language import Language
from closecodes.i18n.messages import Message, pgettext_noop
from closecodes.i18n.typography import typeset, typeset_html


__all__ = [
    "Language",
    "Message",
    "elide",
    "find_languages",
    "pgettext_noop",
    "read_catalogue",
    "sentence_case",
    "typeset",
    "typeset_html",
]
