"""Files and folders of decrees and taxonomies → one catalogue."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from indexer.aliases import read_aliases
from indexer.decree import read_decree
from indexer.overlaps import with_overlaps
from indexer.read import READERS, is_readable
from indexer.taxonomy import SUFFIXES, is_taxonomy, read_taxonomy
from search.catalogue import Catalogue, Choices
from search.errors import DecreeError
from search.types import Decree, LabelFile

_NOT_DECREES = frozenset({"sources", "readme", "license", "notice"})  # notes that a folder of decrees keeps beside them

_MOST_FAULTS = 10  # files named in one line


def load_catalogue(paths: Sequence[Path]) -> Catalogue:
    """Read the decrees and taxonomies of files and folders, in the order given, folders by name, with bundled labels.

    Raises `DecreeError` for files that hold no decree, and when there is nothing to read.
    """
    return catalogue_of(list(read_files(decree_files(paths)).values()), read_aliases([]))


def catalogue_of(
    decrees: Sequence[Decree], labels: Sequence[LabelFile] = (), choices: Choices | None = None
) -> Catalogue:
    """A catalogue of decrees; what one of them has to do with those before it is among its findings."""
    return with_overlaps(Catalogue(tuple(decrees), tuple(labels), choices or Choices()))


def decree_files(paths: Sequence[Path]) -> list[Path]:
    """The files that paths and folders name, each once; raises `DecreeError` when there is none.

    A folder stands for every file below it that can be read, hidden ones and notes (README, SOURCES) left out.
    """
    files = list(dict.fromkeys(file.resolve() for path in paths for file in _files(path)))
    if not files:
        raise DecreeError("No decree was given. Name a file or a folder of decrees.")
    return files


def read_files(files: Sequence[Path], tell: Callable[[Path], None] | None = None) -> dict[Path, Decree]:
    """The decree of each file; raises `DecreeError` naming all files that hold none, to be mended in one go."""
    decrees: dict[Path, Decree] = {}
    faults: list[str] = []
    for file in files:
        if tell:
            tell(file)
        try:
            decrees[file] = read_file(file)
        except DecreeError as error:
            faults.append(str(error))
    if len(faults) > 1:
        shown = " ".join(faults[:_MOST_FAULTS])
        raise DecreeError(f"{len(faults)} of {len(files)} files hold no decree. {shown}")
    if faults:
        raise DecreeError(faults[0])
    return decrees


def read_file(path: Path) -> Decree:
    """The decree or taxonomy in a file; raises `DecreeError` with one line when there is none."""
    return read_taxonomy(path) if is_taxonomy(path) else read_decree(path)


def _files(path: Path) -> list[Path]:
    if not path.exists():
        raise DecreeError(f"{path} does not exist. Check the path.")
    if path.is_file():
        return [path]
    if not path.is_dir():  # a device or pipe may never end
        raise DecreeError(f"{path} is neither a file nor a folder. Name a file that holds a decree.")
    files = [file for file in _below(path) if is_readable(file) or is_taxonomy(file)]
    files = [file for file in files if file.stem.lower() not in _NOT_DECREES]
    if not files:
        known = ", ".join([*READERS, *SUFFIXES])
        raise DecreeError(f"The folder {path} holds no decree ({known}). Put decrees there or name a file.")
    return files


def _below(folder: Path) -> Iterator[Path]:
    """The files in a folder, then those of its subfolders, by name; links to folders are not followed."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here) / name for name in sorted(files) if not name.startswith("."))
