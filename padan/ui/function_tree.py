"""A decree's function map as a tree: tujuan utama, fungsi kunci, fungsi utama, and the units in them."""

from collections.abc import Iterable
from dataclasses import dataclass

from search.types import Decree, Unit


@dataclass(frozen=True, slots=True)
class Branch:
    """A function, its parts and the units that belong to it directly; no name for what the map leaves out."""

    name: str
    parts: tuple["Branch", ...] = ()
    units: tuple[Unit, ...] = ()

    @property
    def count(self) -> int:
        """Units of the function and its parts."""
        return len(self.units) + sum(part.count for part in self.parts)


_Leaf = tuple[tuple[str, ...], Unit]  # names of functions still to be told apart, and the unit below them


def function_tree(decree: Decree) -> tuple[Branch, ...]:
    """The branches in the order of the map; units that are not in it come last.

    A fungsi dasar has no branch: it is the unit itself. Levels that the map leaves empty are left out.
    """
    units = {unit.code: unit for unit in decree.units}
    mapped = [
        (tuple(name for name in path.path[:-1] if name), units[path.unit])
        for path in decree.function_map
        if path.unit in units
    ]
    found = {unit.code for _, unit in mapped}
    rest = [((), unit) for unit in decree.units if unit.code not in found]
    tree = _grown("", mapped)
    ends = (Branch("", units=(*tree.units, *(unit for _, unit in rest))),) if rest or tree.units else ()
    return (*tree.parts, *ends)


def _grown(name: str, leaves: Iterable[_Leaf]) -> Branch:
    own: list[Unit] = []
    below: dict[str, list[_Leaf]] = {}
    for functions, unit in leaves:
        if functions:
            below.setdefault(functions[0], []).append((functions[1:], unit))
        else:
            own.append(unit)
    return Branch(name, tuple(_grown(part, inside) for part, inside in below.items()), tuple(own))
