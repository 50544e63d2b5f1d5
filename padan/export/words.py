"""What the exports say: the table of the page, which knows nothing of Streamlit, and the words for a next step."""

from padan.export.review import Line
from padan.ui.language import Words
from padan.ui.links import Language
from search.types import DocumentKind

__all__ = ["Language", "Words", "next_step"]


def next_step(line: Line, kind: DocumentKind, words: Words) -> str:
    """What to do next about a criterion, or about a unit that is known by its title only."""
    if line.verdict.evidence:
        return words("step.own")
    if kind == "cv" and not line.no:
        return words(f"step.whole.{line.state}")
    return words(f"step.{kind}.{line.state}")
