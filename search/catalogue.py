"""Many decrees as one: look a unit up by any printed form of its code, save and load as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from search.codec import decree_from_dict, decree_to_dict
from search.errors import InputError, UnknownUnitError
from search.types import Decree, Unit

_SUGGESTIONS = 3
_LIST_THEM = "List them with: padan catalogue"


def code_key(code: str) -> str:
    """What all printed forms of a code share: its capitals and digits."""
    return "".join(char for char in code.upper() if char.isalnum())


@dataclass(frozen=True)
class Catalogue:
    """Decrees in the order given."""

    decrees: tuple[Decree, ...]

    @cached_property
    def units(self) -> dict[str, Unit]:
        """Every unit once by canonical code, in order; of a code in several decrees, the unit of the newest."""
        newest: dict[str, tuple[int, int]] = {}
        units: dict[str, Unit] = {}
        for decree in self.decrees:
            age = (decree.year, decree.number)
            for unit in decree.units:
                if unit.code not in units or age > newest[unit.code]:
                    units[unit.code], newest[unit.code] = unit, age
        return units

    def unit(self, code: str) -> Unit:
        """The unit of a code in any printed form, whatever its case; raises UnknownUnitError with the closest codes."""
        key = code_key(code)
        if key in self._by_key:
            return self._by_key[key]
        close = get_close_matches(key, self._by_key, n=_SUGGESTIONS, cutoff=0.6)
        hint = f"Did you mean {', '.join(self._by_key[one].code for one in close)}?" if close else _LIST_THEM
        raise UnknownUnitError(f"Unit '{code.strip()}' is in no decree of the catalogue. {hint}")

    @cached_property
    def _by_key(self) -> dict[str, Unit]:
        return {code_key(code): unit for unit in self.units.values() for code in (*unit.printed_codes, unit.code)}


def catalogue_to_dict(catalogue: Catalogue) -> dict[str, Any]:
    """The catalogue in the shape of `padan catalogue --json`."""
    return {"decrees": [decree_to_dict(decree) for decree in catalogue.decrees]}


def catalogue_from_dict(data: Mapping[str, Any]) -> Catalogue:
    """Inverse of `catalogue_to_dict`; raises InputError when a key is missing or of another type."""
    decrees = data.get("decrees")
    if not isinstance(decrees, list):
        raise InputError("Catalogue JSON has no list 'decrees'. Build the index anew: padan index")
    return Catalogue(tuple(decree_from_dict(decree) for decree in decrees))
