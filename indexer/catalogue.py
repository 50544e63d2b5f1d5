"""Many decrees as one: load them, look a unit up by any printed form of its code, save and load as JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any

from indexer.decree import read_decree
from indexer.decree.codes import code_key
from indexer.read import READERS, is_readable
from search.codec import decree_from_dict, decree_to_dict
from search.errors import DecreeError, InputError, UnknownUnitError
from search.types import Decree, Finding, Unit

_NOT_DECREES = frozenset({"sources", "readme"})  # notes that a folder of decrees keeps beside them
_SUGGESTIONS = 3
_LIST_THEM = "List them with: padan catalogue"


@dataclass(frozen=True)
class Catalogue:
    """Decrees in the order given."""

    decrees: tuple[Decree, ...]

    def units(self) -> tuple[Unit, ...]:
        """Every unit once, in order; of a code in several decrees, the unit of the newest."""
        return tuple(self._by_code.values())

    def unit(self, code: str) -> Unit:
        """The unit of a code in any printed form and case; raises `UnknownUnitError` with the closest codes."""
        key = code_key(code)
        if key in self._by_key:
            return self._by_key[key]
        close = get_close_matches(key, self._by_key, n=_SUGGESTIONS, cutoff=0.6)
        hint = f"Did you mean {', '.join(self._by_key[one].code for one in close)}?" if close else _LIST_THEM
        raise UnknownUnitError(f"Unit '{code.strip()}' is in no decree of the catalogue. {hint}")

    @cached_property
    def _by_code(self) -> dict[str, Unit]:
        newest: dict[str, tuple[int, int]] = {}
        units: dict[str, Unit] = {}
        for decree in self.decrees:
            age = (decree.year, decree.number)
            for unit in decree.units:
                if unit.code not in units or age > newest[unit.code]:
                    units[unit.code], newest[unit.code] = unit, age
        return units

    @cached_property
    def _by_key(self) -> dict[str, Unit]:
        return {code_key(code): unit for unit in self._by_code.values() for code in (*unit.printed_codes, unit.code)}


def load_catalogue(paths: Sequence[Path]) -> Catalogue:
    """Read the decrees of files and folders, in the order given, folders by name.

    Raises `DecreeError` for the first file that holds no decree, and when there is nothing to read.
    """
    return catalogue_of([read_decree(file) for file in decree_files(paths)])


def decree_files(paths: Sequence[Path]) -> list[Path]:
    """The decree files that paths and folders name, each once; raises `DecreeError` when there is none."""
    files = list(dict.fromkeys(file.resolve() for path in paths for file in _files(path)))
    if not files:
        raise DecreeError("No decree was given. Name a file or a folder of decrees.")
    return files


def catalogue_of(decrees: Sequence[Decree]) -> Catalogue:
    """A catalogue of decrees; units that two of them share are a finding of the later one."""
    checked: list[Decree] = []
    for decree in decrees:
        shared = [finding for earlier in checked if (finding := _shared(earlier, decree))]
        checked.append(replace(decree, findings=(*decree.findings, *shared)))
    return Catalogue(tuple(checked))


def to_json(catalogue: Catalogue) -> dict[str, Any]:
    """The catalogue in the shape of `padan catalogue --json`."""
    return {"decrees": [decree_to_dict(decree) for decree in catalogue.decrees]}


def from_json(data: Mapping[str, Any]) -> Catalogue:
    """Inverse of `to_json`; raises `InputError` when a key is missing or of another type."""
    decrees = data.get("decrees")
    if not isinstance(decrees, list):
        raise InputError("Catalogue JSON has no list 'decrees'. Build the index anew: padan index")
    return Catalogue(tuple(decree_from_dict(decree) for decree in decrees))


def _files(path: Path) -> list[Path]:
    if not path.exists():
        raise DecreeError(f"{path} does not exist. Check the path.")
    if not path.is_dir():
        return [path]
    files = [file for file in sorted(path.iterdir()) if file.is_file() and is_readable(file)]
    files = [file for file in files if file.stem.lower() not in _NOT_DECREES]
    if not files:
        raise DecreeError(
            f"The folder {path} holds no decree ({', '.join(READERS)}). Put decrees there or name a file."
        )
    return files


def _shared(earlier: Decree, decree: Decree) -> Finding | None:
    codes = {code_key(unit.code) for unit in earlier.units}
    shared = [unit.code for unit in decree.units if code_key(unit.code) in codes]
    if not shared:
        return None
    other = f"decree {earlier.number}/{earlier.year} ({earlier.source})"
    message = f"{len(shared)} units also stand in {other}, the first is {shared[0]}; the newer decree's are used."
    return Finding("duplicate-unit", message, next(unit.source for unit in decree.units if unit.code == shared[0]))
