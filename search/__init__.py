"""Padan's library: find the units of competency a text is about, with the sentences that prove it."""

from search.searcher import Searcher

__all__ = ["Searcher"]
