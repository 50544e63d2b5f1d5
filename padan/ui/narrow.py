"""Search results narrowed to a decree, a function of its map, or units with their criteria printed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from search.catalogue import Catalogue
from search.types import Decree, FunctionPath, SearchHit

Function = tuple[str, ...]  # fungsi kunci, or that and the fungsi utama in it


class Printed(StrEnum):
    """How much of a unit its decree prints."""

    ALL = "all"
    DETAILED = "detailed"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What results have to be; empty is anything."""

    decree: str = ""
    function: Function = ()
    printed: Printed = Printed.ALL


def functions(decrees: Iterable[Decree]) -> dict[Function, int]:
    """The functions of decrees with how many units each has, in the order of the map, each before its parts."""
    counts = Counter(function for decree in decrees for path in decree.function_map for function in _above(path))
    return dict(sorted(counts.items(), key=lambda item: _order(item[0], list(counts))))


def narrowed(hits: Iterable[SearchHit], wanted: Wanted, catalogue: Catalogue) -> tuple[SearchHit, ...]:
    """The hits that are as wanted, in their order."""
    decrees = [decree for decree in catalogue.decrees if wanted.decree in ("", decree.name)]
    in_decree = {unit.code for decree in decrees for unit in decree.units}
    in_function = {
        path.unit
        for decree in decrees
        for path in decree.function_map
        if not wanted.function or wanted.function in _above(path)
    }
    return tuple(
        hit
        for hit in hits
        if hit.code in in_decree
        and (not wanted.function or hit.code in in_function)
        and wanted.printed in (Printed.ALL, Printed.DETAILED if catalogue.units[hit.code].detailed else Printed.TITLE)
    )


def _above(path: FunctionPath) -> tuple[Function, ...]:
    """The functions a unit belongs to; a level left empty in the map names none."""
    _, key, main, _ = path.path
    return tuple(function for function in ((key,), (key, main)) if all(function))


def _order(function: Function, met: list[Function]) -> tuple[int, int]:
    """Functions as they were met, the parts of one together."""
    return met.index(function[:1]), met.index(function) if len(function) > 1 else -1
