"""The search for plain words: an index of each language, made of the records by Pagefind, beside the pages."""

from closecodes.search.bundles import BUNDLE, Bundles, bundles, left_over
from closecodes.search.indexer import Indexer, IndexingError, find_indexer


__all__ = ["BUNDLE", "Bundles", "Indexer", "IndexingError", "bundles", "find_indexer", "left_over"]
