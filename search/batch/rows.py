"""One advert as a table holds it, or why it cannot be used."""

from dataclasses import dataclass, field

from search.text.statements import LONGEST_TEXT

EMPTY = "the text is empty"
TOO_LONG = f"the text has more than {LONGEST_TEXT:,} characters"
NOT_UTF8 = "the row is not UTF-8 text"
_BETWEEN = "\n\n"  # title and text: a blank line, over which no statement goes on


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the input, counted from 1 below the header; `fault` says why it cannot be matched."""

    number: int
    id: str
    title: str = field(repr=False)  # whoever logs a row does not log what a person wrote
    text: str = field(repr=False)
    fault: str = ""
    offset: int = 0  # where the text begins in the advert

    @property
    def advert(self) -> str:
        """What is matched: the text, below its title unless it begins with that."""
        return self.title + _BETWEEN + self.text if self.offset else self.text


def row_of(number: int, id: str, title: str, text: str) -> Row:  # noqa: A002 - the column's name
    """A row of cells as they were read, undecodable bytes as lone surrogates; one that cannot be used has a fault."""
    if not all(map(_is_sound, (id, title, text))):
        return bad_row(number, NOT_UTF8, id)
    if not text.strip():
        return bad_row(number, EMPTY, id)
    title = title.strip()
    known = not title or text[: 2 * len(title)].casefold().startswith(title.casefold())
    offset = 0 if known else len(title) + len(_BETWEEN)
    if offset + len(text) > LONGEST_TEXT:
        return bad_row(number, TOO_LONG, id)
    return Row(number, id.strip(), title, text, offset=offset)


def bad_row(number: int, fault: str, id: str = "") -> Row:  # noqa: A002
    """A row that goes to the error file; its text goes nowhere."""
    return Row(number, id.strip() if _is_sound(id) else "", "", "", fault)


def _is_sound(cell: str) -> bool:
    return cell.isascii() or not any("\ud800" <= char <= "\udfff" for char in cell)
