"""Padan's library: find the units of competency a text is about, with the sentences that prove it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.searcher import Searcher

__all__ = ["Searcher"]


def __getattr__(name: str) -> object:
    """Import the searcher when it is first asked for: whoever needs only `search.types` shall not wait for FAISS."""
    if name == "Searcher":
        from search.searcher import Searcher

        return Searcher
    raise AttributeError(f"module 'search' has no attribute '{name}'")
