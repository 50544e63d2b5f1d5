"""Files and folders of decrees and taxonomies → one catalogue."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from indexer.aliases import read_aliases
from indexer.decree import read_decree
from indexer.examples import read_examples
from indexer.overlaps import with_overlaps
from indexer.read import READERS, is_readable
from indexer.taxonomy import SUFFIXES, is_taxonomy, read_taxonomy
from search.catalogue import Catalogue, Choices
from search.errors import DecreeError
from search.types import Decree, ExampleFile, LabelFile

_NOT_DECREES = frozenset({"sources", "readme", "license", "notice"})  # notes that a folder of decrees keeps beside them

_MOST_FAULTS = 10  # files named in one line


def load_catalogue(paths: Sequence[Path], notice: Callable[[str], None] | None = None) -> Catalogue:
    """Read the decrees and taxonomies of files and folders, in the order given, folders by name, with bundled labels.

    notice: is told of files in a folder that hold no decree and are left out; without it they are refused.
    Raises `DecreeError` for files that hold no decree, and when there is nothing to read.
    """
    files = decree_files(paths)
    decrees, faults = read_files(files)
    leave_out(faults, paths, len(files), notice)
    return catalogue_of(list(decrees.values()), read_aliases([]), examples=read_examples([]))


def catalogue_of(
    decrees: Sequence[Decree],
    labels: Sequence[LabelFile] = (),
    choices: Choices | None = None,
    examples: Sequence[ExampleFile] = (),
) -> Catalogue:
    """A catalogue of decrees; what one of them has to do with those before it is among its findings."""
    return with_overlaps(Catalogue(tuple(decrees), tuple(labels), choices or Choices(), tuple(examples)))


def decree_files(paths: Sequence[Path]) -> list[Path]:
    """The files that paths and folders name, each once; raises `DecreeError` when there is none.

    A folder stands for every file below it that can be read, hidden ones and notes (README, SOURCES) left out.
    """
    files = list(dict.fromkeys(file.resolve() for path in paths for file in _files(path)))
    if not files:
        raise DecreeError("No decree was given. Name a file or a folder of decrees.")
    return files


def read_files(
    files: Sequence[Path], tell: Callable[[Path], None] | None = None
) -> tuple[dict[Path, Decree], dict[Path, str]]:
    """The decree of each file, and of those that hold none why."""
    decrees: dict[Path, Decree] = {}
    faults: dict[Path, str] = {}
    for file in files:
        if tell:
            tell(file)
        try:
            decrees[file] = read_file(file)
        except DecreeError as error:
            faults[file] = str(error)
    return decrees, faults


def leave_out(
    faults: Mapping[Path, str], paths: Sequence[Path], files: int, notice: Callable[[str], None] | None
) -> None:
    """Tell of the files that hold no decree, if folders brought them; a stray table shall not stop a folder of decrees.

    Raises `DecreeError` naming all of them, to be mended in one go, when one was named itself, none of `files` is left,
    or nobody is told.
    """
    named = {path.resolve() for path in paths}
    if not faults:
        return
    if notice is None or len(faults) == files or not named.isdisjoint(faults):
        said = " ".join([*faults.values()][:_MOST_FAULTS])
        raise DecreeError(said if len(faults) == 1 else f"{len(faults)} of {files} files hold no decree. {said}")
    for fault in faults.values():
        notice(f"left out: {fault}")


def read_file(path: Path) -> Decree:
    """The decree or taxonomy in a file; raises `DecreeError` with one line when there is none."""
    return read_taxonomy(path) if is_taxonomy(path) else read_decree(path, besides=SUFFIXES)


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
