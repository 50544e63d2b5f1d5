"""A text and spans of it → pieces, and the pieces → safe markup: nothing lost, nothing added, everything escaped."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from padan.ui.markup import Html, joined, plain, tag
from padan.ui.picks import statement_pick
from search.text.normalise import normalise
from search.text.tokens import tokens, words


class Look(StrEnum):
    """What a marked piece is to the reader; also its class in the style sheet."""

    PICKED = "picked"  # the statement that was chosen
    CHOSEN = "chosen"  # evidence of the unit that was chosen
    EVIDENCE = "evidence"  # evidence of another unit
    COVERED = "covered"  # work of a unit that has better evidence
    UNCOVERED = "uncovered"  # work that no unit covers
    NOISE = "noise"  # pay, praise, age, address
    DISCLAIMED = "disclaimed"  # a wish, a denial, somebody else's work
    HEADING = "heading"
    HIT = "hit"  # a word that was searched for


@dataclass(frozen=True, slots=True)
class Mark:
    """A look for `text[start:end]`; `number` is printed before it by the style sheet, never put into the text.

    A mark of a `statement`, by its id, can be chosen.
    """

    start: int
    end: int
    look: Look
    number: int | None = None
    statement: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text with one look."""

    text: str
    look: Look | None = None
    number: int | None = None
    statement: int | None = None


def pieces(text: str, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """Cut a text at its marks; where marks overlap the earlier one keeps what both claim."""
    found: list[Piece] = []
    reached = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        start, end = max(mark.start, reached), min(mark.end, len(text))
        if start >= end:
            continue
        if start > reached:
            found.append(Piece(text[reached:start]))
        found.append(Piece(text[start:end], mark.look, mark.number, mark.statement))
        reached = end
    if reached < len(text):
        found.append(Piece(text[reached:]))
    return tuple(found)


def marked(text: str, marks: Iterable[Mark], explained: Mapping[Look, str] | None = None) -> Html:
    """A text with its marks as markup; what is `explained` of a look shows when one points at it."""
    return joined(_piece(piece, explained or {}) for piece in pieces(text, marks))


def word_marks(text: str, query: str, stem: Callable[[str], str]) -> list[Mark]:
    """Marks of the words that share a stem with the query, slang read as the formal word."""
    wanted = {stem(token) for token in tokens(query)}
    return [
        Mark(word.start, word.end, Look.HIT)
        for word in words(text)
        if any(stem(token) in wanted for token in tokens(normalise(word.text)))
    ]


def _piece(piece: Piece, explained: Mapping[Look, str]) -> Html:
    if piece.look is None:
        return plain(piece.text)
    attributes = {"title": explained[piece.look]} if piece.look in explained else {}
    if piece.number is not None:
        attributes |= {"data_number": str(piece.number), "id": f"padan-statement-{piece.number}"}
    if piece.statement is not None:
        attributes |= {
            "data_choose": statement_pick(piece.statement),
            "role": "button",
            "tabindex": "0",
            "aria_pressed": str(piece.look is Look.PICKED).lower(),
        }
    return tag("span", piece.text, look=f"mark {piece.look}", **attributes)
