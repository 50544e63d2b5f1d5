"""What `padan gaps` does: judge a text by units or by an advert, and save what it found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from padan.index import open_searcher
from padan.inputs import read_text_file
from search.errors import InputError
from search.types import Comparison, Depth, DocumentChoice, GapsAnswer, Unit


@dataclass(frozen=True, slots=True)
class GapsWish:
    """What to judge, by what, and where to save it; no units and no advert leave the units to the text."""

    file: str
    units: tuple[str, ...] = ()
    against: str | None = None
    kind: DocumentChoice = "auto"
    depth: Depth | None = None
    index: Path | None = None
    exports: tuple[Path, ...] = ()
    language: str = "id"


def find_gaps(wish: GapsWish, notice: Callable[[str], None]) -> GapsAnswer | Comparison:
    """Judge and export; raises InputError and its kin with the remedy, before anything is written.

    notice: is told what could not be read of a text, and which files were saved.
    """
    if wish.file == wish.against == "-":
        raise InputError("FILE and --against are both -, but standard input holds one text. Name a file for one.")
    if wish.exports:
        from padan.export.save import check_targets

        check_targets(wish.exports)
    text = read_text_file(wish.file, notice)
    searcher = open_searcher(wish.index)
    found: GapsAnswer | Comparison
    if wish.against:
        found = searcher.compare(text, read_text_file(wish.against, notice), wish.units, wish.kind, wish.depth)
    else:
        found = searcher.gaps(text, wish.units or None, wish.kind, wish.depth)
    if wish.exports:
        _save(found, searcher.units, wish, notice)
    return found


def _save(
    found: GapsAnswer | Comparison, catalogue: Mapping[str, Unit], wish: GapsWish, notice: Callable[[str], None]
) -> None:
    from padan.export.review import review
    from padan.export.save import save
    from padan.export.words import Language, Words

    reviewed = (
        review(found.gaps, catalogue).with_comparison(found)
        if isinstance(found, Comparison)
        else review(found, catalogue)
    )
    save(reviewed, wish.exports, Words(Language(wish.language)))
    for path in wish.exports:
        notice(f"saved {path}")
