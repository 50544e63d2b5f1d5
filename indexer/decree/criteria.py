"""Element tables → elements with their criteria, wherever pages, rows and paragraphs cut them."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from indexer.decree.criterion_numbers import Split, split_criteria
from indexer.decree.drafts import Found
from indexer.decree.element_rows import ElementRow, split_element
from indexer.decree.unnumbered import are_unnumbered, begins, unnumbered_criteria
from indexer.decree.words import fold, starts_lower
from indexer.read.markup import one_line
from search.types import Criterion, Element, Finding, Place

_SHOWN = 4  # numbers in a message
_FIRST = re.compile(r"\d{1,2}[.,]\s?1(?!\d)")  # the first criterion of an element


@dataclass(slots=True)
class _Draft:
    number: int
    place: Place
    titles: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)  # of all its criteria cells; a criterion may go on over a cut


def parse_elements(rows: list[ElementRow], code: str, found: Found) -> tuple[Element, ...]:
    """Elements of a unit in printed order; doubtful numbers are findings, texts stay as printed."""
    for row in rows:
        if row.stray:
            message = f"Unit {code}: '{row.element or row.criteria}' stands outside the table of elements."
            found.append(Finding("stray-line", message, row.place))
    elements: list[Element] = []
    drafts = _drafts(rows)
    if len(drafts) > 1 and are_unnumbered(rows):
        message = f"Unit {code}: its elements have no numbers; they are numbered by their order. See the page."
        found.append(Finding("elements-unnumbered", message, drafts[0].place))
    for draft in drafts:
        before = int(elements[-1].no) if elements else 0
        if draft.number != before + 1:
            message = f"Unit {code}: element {draft.number} follows {f'element {before}' if before else 'no other'}."
            found.append(Finding("element-gap", message, draft.place))
        elements.append(_element(draft, code, found))
    return tuple(elements)


def _drafts(rows: list[ElementRow]) -> list[_Draft]:
    drafts: list[_Draft] = []
    unnumbered = are_unnumbered(rows)
    for row in rows:
        last = drafts[-1].number if drafts else 0
        begun = split_element(row.element, last)
        if drafts and begun and begun[0] == last and not any(drafts[-1].titles):
            drafts[-1].titles.append(begun[1])  # its first criteria stand above it
        elif drafts and begun and begun[0] == last and _again(row, begun[1], drafts[-1]):
            pass  # the page repeats the element's cell above the rest of its criteria
        elif begun or not drafts or _criteria_begin(row, last + 1) or (unnumbered and begins(row)):
            number, title = begun or (last + 1, row.element)
            drafts.append(_Draft(number, row.place, [title]))
        else:
            drafts[-1].titles.append(row.element)
        drafts[-1].lines += row.criteria.split("\n")
    for above, below in pairwise(drafts):
        _hand_down(above, below)
    return drafts


def _hand_down(above: _Draft, below: _Draft) -> None:
    """Give an element the criteria from its first on that stand above it: a page break cut its cell over its middle."""
    first = re.compile(rf"{below.number}[.,]\s?1(?!\d)")
    if above.number == below.number or any(map(first.match, below.lines)):
        return
    start = next((index for index, line in enumerate(above.lines) if first.match(line)), len(above.lines))
    below.lines[:0] = above.lines[start:]
    del above.lines[start:]


def _again(row: ElementRow, title: str, draft: _Draft) -> bool:
    """Whether a row with the number of the element above goes on with it: by its title, or in mid-series."""
    if fold(" ".join(draft.titles)) == fold(title):
        return True
    return bool(row.criteria) and _FIRST.match(row.criteria) is None


def _criteria_begin(row: ElementRow, number: int) -> bool:
    """Whether a row whose element has no number begins an element by the numbers of its criteria."""
    return not starts_lower(row.element) and re.match(rf"{number}\.1\.?\s+[A-Z]", row.criteria) is not None


def _element(draft: _Draft, code: str, found: Found) -> Element:
    title = one_line(" ".join(draft.titles))
    where = f"Unit {code}, element {draft.number}"
    if not title:
        found.append(Finding("element-untitled", f"{where} has no title.", draft.place))
    split = split_criteria(draft.lines, draft.number)
    if split.lead and not split.numbers:
        message = f"{where}: its criteria have no numbers; they are numbered by their order. See the page."
        found.append(Finding("criteria-unnumbered", message, draft.place))
        texts = enumerate(unnumbered_criteria(draft.lines), start=1)
        return Element(str(draft.number), title, tuple(Criterion(f"{draft.number}.{n}", text) for n, text in texts))
    if split.prefix != draft.number:
        numbers = ", ".join(f"{split.prefix}.{number}" for number in split.numbers[:_SHOWN])
        message = (
            f"{where}: its criteria are numbered {numbers}; meant may be {draft.number}.1 and so on. Left as printed."
        )
        found.append(Finding("criteria-prefix", message, draft.place))
    if split.lead:
        message = f"{where}: '{split.lead}' stands before the first criterion."
        found.append(Finding("criteria-unnumbered", message, draft.place))
    found += _gaps(split, where, draft)
    for doubt in split.doubts:
        found.append(Finding("criteria-doubtful", f"{where}: '{doubt}' may begin a criterion of its own.", draft.place))
    for prefix, number in zip(split.prefixes, split.numbers, strict=True):
        if prefix != split.prefix:
            message = f"{where}: criterion {split.prefix}.{number} is printed as {prefix}.{number}."
            found.append(Finding("criteria-prefix", message, draft.place))
    numbered = zip(split.prefixes, split.numbers, split.texts, strict=True)
    criteria = tuple(Criterion(f"{prefix}.{number}", text) for prefix, number, text in numbered)
    return Element(str(draft.number), title, criteria)


def _gaps(split: Split, where: str, draft: _Draft) -> Found:
    """Numbers that do not follow each other; a series under another element's number may begin anywhere."""
    found: Found = []
    first = split.numbers[0] - 1 if split.numbers and split.prefix != draft.number else 0
    for before, after in pairwise((first, *split.numbers)):
        if after != before + 1:
            follows = f"follows {split.prefix}.{before}" if before else "is the first"
            message = f"{where}: criterion {split.prefix}.{after} {follows}; see the page whether one is missing."
            found.append(Finding("criteria-gap", message, draft.place))
    return found
