"""HTML pages → blocks, as a browser without style sheets and scripts would show them; nothing is fetched."""

import codecs
import re
from dataclasses import dataclass, field

from lxml import etree

from indexer.read.blocks import Block, Paragraph
from indexer.read.checks import check_cells, check_elements
from indexer.read.markup import one_line
from indexer.read.numerals import numeral
from indexer.read.tables import Cell, Row, table_blocks
from search.errors import InputError
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
_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,500}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I)
_DECLARED_WITHIN = 4096
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def read_html(data: bytes, name: str) -> tuple[Block, ...]:
    """Blocks of an HTML page with the line of the source each stands on; raises `InputError` for what is no page."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root = etree.fromstring(_decode(data, name).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from None
        raise InputError(f"{name} is no readable HTML page. Save it anew, or give it as plain text.") from None
    if any("depth" in entry.message for entry in parser.error_log.filter_from_level(etree.ErrorLevels.ERROR)):
        raise InputError(f"{name} nests its elements deeper than any page. Save it anew, or give it as plain text.")
    if root is None:
        return ()
    check_elements(sum(1 for _ in root.iter()), name)
    check_cells(sum(1 for _ in root.iter("td", "th")), name)
    return tuple(_Walk(name).blocks(root))


def _decode(data: bytes, name: str) -> str:
    """The page's text: by its mark, by what it declares, as UTF-8, or as the Windows encoding of the West."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\0" in data:
        raise InputError(f"{name} is a binary file, not HTML. Give the page as it was saved.")
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    encoding = _known(declared[1].decode("ascii", "replace")) if declared else ""
    if encoding:
        return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _known(label: str) -> str:
    """The encoding that browsers take a label for; "" for one nobody knows."""
    try:
        found = codecs.lookup(label)
    except LookupError:
        return ""
    if not found._is_text_encoding or found.name.startswith("utf-16"):  # rot13 and the like; UTF-16 has a mark
        return "utf-8" if found.name.startswith("utf-16") else ""
    return "cp1252" if found.name in ("ascii", "iso8859-1") else found.name


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


class _Walk:
    """One way through the tree, without recursion: pages nest deeper than Python does."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._sinks = [_Sink()]
        self._tables: list[list[Row]] = []
        self._lists: list[_List | None] = []  # None for lists without numbers
        self._kept = 0  # depth of elements whose line breaks count

    def blocks(self, root: etree._Element) -> list[Block]:
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
