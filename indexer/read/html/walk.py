"""The tree of an HTML page → blocks in reading order: paragraphs, list items with their numbers, tables."""

import re
from dataclasses import dataclass, field

from lxml import etree

from indexer.read.blocks import Block, Paragraph
from indexer.read.markup import one_line
from indexer.read.numerals import numeral
from indexer.read.tables import Cell, Row, table_blocks
from search.types import Place

_UNSEEN = frozenset(
    "script style template noscript head title textarea select option iframe object svg math del".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data dfn em font i img input ins kbd label mark nobr o:p q rp rt ruby s "
    "samp small span strike strong sub sup time tt u var wbr".split()
)
_LISTS = frozenset(("ol", "ul", "menu", "dir"))
_KEEPING = frozenset(("pre", "listing", "xmp"))
_NUMERALS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)


@dataclass(slots=True)
class _Sink:
    """Where text goes: the blocks of the page or of one cell, and the paragraph being written."""

    blocks: list[Block] = field(default_factory=list)
    in_cell: bool = False
    words: list[str] = field(default_factory=list)
    line: int = 0
    listed: bool = False
    label: str = ""  # number of the list item that begins here

    def say(self, text: str, line: int) -> None:
        if self.words or (text and not text.isspace()):
            self.line = self.line or line
            self.words.append(text)

    def end(self) -> None:
        text = one_line("".join(self.words)) if self.words else ""
        if text:
            whole = f"{self.label} {text}" if self.label else text
            self.blocks.append(Paragraph(whole, Place("line", max(1, self.line)), self.listed))
            self.listed, self.label = False, ""
        self.words, self.line = [], 0


@dataclass(slots=True)
class _List:
    """A numbered list: the kind of its numbers as in HTML's `type`, and the next number."""

    kind: str
    number: int

    def next(self, said: int) -> str:
        number = said or self.number
        self.number = number + 1
        return f"{numeral(number, _NUMERALS.get(self.kind, 'decimal'))}."


class Walk:
    """One way through the tree, without recursion: pages nest deeper than Python does."""

    def __init__(self, name: str) -> None:
        """Begin before the first element of the page `name`."""
        self._name = name
        self._sinks = [_Sink()]
        self._tables: list[list[Row]] = []
        self._lists: list[_List | None] = []  # None for lists without numbers
        self._kept = 0  # depth of elements whose line breaks count

    def blocks(self, root: etree._Element) -> list[Block]:
        """The blocks of the whole page."""
        walk = etree.iterwalk(root, events=("start", "end"))
        unseen = False  # its end comes next
        for event, element in walk:
            line = element.sourceline or 1
            if event == "start":
                unseen = _is_unseen(element)
                if unseen:
                    walk.skip_subtree()
                else:
                    self._open(element, line)
                    self._say(element.text, line)
                continue
            if not unseen:
                self._close(element)
            unseen = False
            self._say(element.tail, line)
        self._sinks[0].end()
        return self._sinks[0].blocks

    def _say(self, text: str | None, line: int) -> None:
        if not text:
            return
        for number, part in enumerate(text.split("\n") if self._kept else [text]):
            if number:
                self._sinks[-1].end()
            self._sinks[-1].say(part, line + number)

    def _open(self, element: etree._Element, line: int) -> None:
        tag = str(element.tag)
        if tag in _INLINE:
            return
        self._sinks[-1].end()
        if tag == "table":
            self._tables.append([])
        elif tag == "tr" and self._tables:
            self._tables[-1].append(Row(Place("line", line)))
        elif tag in ("td", "th") and self._tables:
            if not self._tables[-1]:
                self._tables[-1].append(Row(Place("line", line)))
            cell = Cell(across=_number(element, "colspan", 1), down=_number(element, "rowspan", 1))
            self._tables[-1][-1].cells.append(cell)
            self._sinks.append(_Sink(cell.blocks, in_cell=True))
        elif tag in _LISTS:
            numbered = _List(element.get("type", "1"), _number(element, "start", 1)) if tag == "ol" else None
            self._lists.append(numbered)
        elif tag == "li":
            self._sinks[-1].listed = True
            if self._lists and (numbered := self._lists[-1]):
                self._sinks[-1].label = numbered.next(_number(element, "value", 0))
        elif tag in _KEEPING:
            self._kept += 1
        elif tag not in ("p", "div"):
            self._sinks[-1].listed = False

    def _close(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in _INLINE:
            return
        self._sinks[-1].end()
        if tag == "table":
            rows = self._tables.pop()
            self._sinks[-1].blocks += table_blocks(rows, self._name)
        elif tag in ("td", "th") and self._sinks[-1].in_cell:
            self._sinks.pop()
        elif tag in _LISTS:
            self._lists.pop()
        elif tag == "li":
            self._sinks[-1].listed, self._sinks[-1].label = False, ""
        elif tag in _KEEPING:
            self._kept -= 1


def _is_unseen(element: etree._Element) -> bool:
    if element.tag in _UNSEEN or not isinstance(element.tag, str):
        return True
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and bool(_HIDDEN.search(style)))


def _number(element: etree._Element, attribute: str, otherwise: int) -> int:
    digits = re.match(r"\s*(\d{1,5})", element.get(attribute, ""))
    return max(otherwise, int(digits[1])) if digits else otherwise
