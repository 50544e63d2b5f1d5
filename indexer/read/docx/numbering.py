"""Numbers that Word computes when it shows a document, counted here as Word counts them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lxml import etree

from indexer.read.docx.names import W, child, is_on, number, value
from indexer.read.docx.styles import ListUse, Styles
from indexer.read.numerals import numeral

_LEVELS = 9
_LONGEST_LABEL = 100  # characters of its pattern
_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: where it starts, how it looks, and after which level it starts again (None: any above)."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False  # all numbers in it are printed as 1, 2, 3
    style: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    """A list paragraphs refer to: whose numbers it counts on, its own levels, and the starts it sets anew."""

    shared: str
    levels: Mapping[int, _Level]
    starts: Mapping[int, int]


class Numbering:
    """The lists of one document, counted while its paragraphs are read in order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        """Read the numbering part; a document without one has no numbers."""
        self._styles = styles
        self._shared = {} if root is None else {_id(e, "abstractNumId"): e for e in root.iter(f"{W}abstractNum")}
        self._numbers = {} if root is None else {_id(e, "numId"): e for e in root.iter(f"{W}num")}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}  # shared list → level → number last given
        self._started: set[tuple[str, int]] = set()

    def label(self, use: ListUse) -> str | None:
        """The next number of a list, as printed: `2.1`; "" for a bullet, None where nothing is printed."""
        found = self._list(use.list_id)
        if found is None:
            return None
        depth = self._depth(found, use)
        level = found.levels.get(depth, _Level())
        counts = self._count(use.list_id, found, depth)
        if level.kind == "bullet":
            return ""

        def shown(placeholder: "re.Match[str]") -> str:
            above = int(placeholder[1]) - 1
            other = found.levels.get(above, _Level())
            if other.kind in ("bullet", "none") or above > depth:
                return ""
            return numeral(counts.get(above, other.start), "decimal" if level.legal else other.kind)

        return " ".join(_PLACEHOLDER.sub(shown, level.text[:_LONGEST_LABEL]).split()) or None

    def _depth(self, found: _List, use: ListUse) -> int:
        """The level: a style's paragraphs are on the level that names the style."""
        named = (depth for depth, level in found.levels.items() if use.style and level.style == use.style)
        return max(0, min(next(named, use.level), _LEVELS - 1))

    def _count(self, list_id: str, found: _List, depth: int) -> dict[int, int]:
        counts = self._counts.setdefault(found.shared, {})
        if depth in found.starts and (list_id, depth) not in self._started:
            self._started.add((list_id, depth))
            counts[depth] = found.starts[depth]
        elif depth in counts:
            counts[depth] += 1
        else:
            counts[depth] = found.levels.get(depth, _Level()).start
        for deeper in [level for level in counts if level > depth]:
            restart = found.levels.get(deeper, _Level()).restart
            if restart is None or depth < restart:  # `restart` counts levels from 1; 0 is never
                del counts[deeper]
        return counts

    def _list(self, list_id: str) -> _List | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._read(list_id)
        return self._lists[list_id]

    def _read(self, list_id: str, linked: bool = False) -> _List | None:
        numbers = self._numbers.get(list_id)
        shared_id = value(numbers, "abstractNumId") or ""
        shared = self._shared.get(shared_id)
        if numbers is None or shared is None:
            return None
        link = value(shared, "numStyleLink")
        other = self._styles.list_use(link) if link and not linked else None
        if other:  # the list is kept with a style
            return self._read(other.list_id, linked=True)
        levels = dict(map(_level, shared.iterfind(f"{W}lvl")))
        starts: dict[int, int] = {}
        for change in numbers.iterfind(f"{W}lvlOverride"):
            depth = number(change.get(f"{W}ilvl"))
            own = child(change, "lvl")
            if own is not None:
                levels[depth] = _level(own)[1]
            start = value(change, "startOverride")
            if start is not None:
                starts[depth] = number(start)
                levels[depth] = replace(levels.get(depth, _Level()), start=starts[depth])
        return _List(shared_id, levels, starts)


def _level(element: etree._Element) -> tuple[int, _Level]:
    restart = value(element, "lvlRestart")
    level = _Level(
        start=number(value(element, "start")),  # Word starts at 0 where nothing is said
        kind=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        restart=None if restart is None else number(restart),
        legal=is_on(element, "isLgl"),
        style=value(element, "pStyle") or "",
    )
    return number(element.get(f"{W}ilvl")), level


def _id(element: etree._Element, name: str) -> str:
    return element.get(f"{W}{name}") or ""
