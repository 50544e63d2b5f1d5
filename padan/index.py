"""The index a face works with: the one named, or the default one, which is built on first use."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from padan.notices import say
from padan.places import default_decrees, default_index
from search import Searcher
from search.catalogue import Catalogue, catalogue_from_dict
from search.errors import IndexMissingError, InputError
from search.store import build_in_force, open_index

if TYPE_CHECKING:
    from indexer.build import (
        BuildReport,
    )  # reading decrees is imported where it is done: a search shall not wait for it


@dataclass(frozen=True, slots=True)
class IndexWish:
    """What `padan index` was asked to do, as it was asked."""

    files: tuple[Path, ...] = ()
    encoder: str | None = None
    fresh: bool = False
    aliases: tuple[Path, ...] = ()
    no_aliases: bool = False
    examples: tuple[Path, ...] = ()
    no_examples: bool = False
    revoked: bool | None = None
    deep: bool | None = None
    remove: tuple[str, ...] = ()


def open_searcher(folder: Path | None) -> Searcher:
    """Open an index; the default one is built from the bundled decrees when there is none yet."""
    try:
        return Searcher.open(folder or default_index())
    except IndexMissingError:
        if folder is not None:
            raise
    report = build_default()
    say(f"built the index of {report.units} units in {report.folder}")
    return Searcher.open(default_index())


def build_default() -> "BuildReport":
    """Build the default index from the bundled decrees."""
    from indexer.build import build_index

    return build_index([default_decrees()], default_index(), notice=say)


def update_index(output: Path | None, wish: IndexWish) -> "BuildReport":
    """Do what `padan index` was asked, with the default index or one named; the default one holds the bundled decrees.

    Raises InputError for wishes that contradict each other.
    """
    from indexer.build import build_index, remove_from_index

    folder = output or default_index()
    if wish.remove:
        if wish != IndexWish(remove=wish.remove):
            raise InputError("--remove goes with -o alone. Remove first, then index again with the rest.")
        return remove_from_index(wish.remove, folder)
    for name, given, refused in (
        ("aliases", wish.aliases, wish.no_aliases),
        ("examples", wish.examples, wish.no_examples),
    ):
        if given and refused:
            raise InputError(f"--{name} and --no-{name} contradict each other. Leave one of them out.")
    aliases = () if wish.no_aliases else wish.aliases or None
    examples = () if wish.no_examples else wish.examples or None
    settings = (aliases, examples, wish.revoked, wish.deep) != (None, None, None, None)
    files = wish.files
    if not files and (wish.fresh or not settings or build_in_force(folder) is None):
        files = (default_decrees(),)
    ground = () if output else (default_decrees(),)
    return build_index(
        files,
        folder,
        wish.encoder,
        wish.fresh,
        aliases,
        wish.revoked,
        ground,
        notice=say,
        deep=wish.deep,
        examples=examples,
    )


def catalogue_to_show(files: Sequence[Path], folder: Path | None) -> Catalogue:
    """The catalogue of files, or the one an index holds, with what is doubtful in it.

    Without either that of the default index, and of the bundled decrees while there is none.
    """
    from indexer.catalogue import catalogue_of, load_catalogue

    if files and folder:
        raise InputError("FILE and --index contradict each other. Leave one of them out.")
    if files or (folder is None and build_in_force(default_index()) is None):
        return load_catalogue(files or [default_decrees()], say)
    held = catalogue_from_dict(open_index(folder or default_index()).catalogue)
    return catalogue_of(held.decrees, held.labels, held.choices, held.examples)
