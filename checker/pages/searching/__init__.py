"""The site's own search: from the pages as they were made to one index for each language, a script without code."""

from checker.pages.searching.files import search_files
from checker.pages.searching.gathering import SearchedPage

__all__ = ["SearchedPage", "search_files"]
