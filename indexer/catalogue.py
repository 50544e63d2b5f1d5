"""Decree files and folders → one catalogue."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from indexer.decree import read_decree
from indexer.read import READERS, is_readable
from search.catalogue import Catalogue, code_key
from search.errors import DecreeError
from search.types import Decree, Finding

_NOT_DECREES = frozenset({"sources", "readme"})  # notes that a folder of decrees keeps beside them


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
