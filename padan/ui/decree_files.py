"""Decrees that come into the index and go out of it; nothing here touches Streamlit."""

from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from padan.index import IndexWish, update_index
from padan.places import default_index
from search.types import Decree

_LONGEST_STEM = 150  # bytes of a file's name before its suffix: file systems end at 255 for both


def add_file(data: bytes, name: str) -> None:
    """Take the decree or taxonomy of an uploaded file into the index in use; raises PadanError with one line.

    Its bytes lie in a folder that only this user can read, for as long as they are being read.
    """
    with TemporaryDirectory(prefix="padan-") as folder:
        path = Path(folder) / file_name(name)
        path.write_bytes(data)
        update_index(default_index(), IndexWish(files=(path,)))


def remove_decree(name: str) -> None:
    """Take a decree out of the index in use; raises InputError when it is the last."""
    update_index(default_index(), IndexWish(remove=(name,)))


def file_name(given: str) -> str:
    """The name a browser gives a file as one that any folder can hold, its suffix kept."""
    last = given.replace("\\", "/").rpartition("/")[2]
    plain = PurePath("".join(letter for letter in last if letter.isprintable()).strip(". ") or "file")
    stem = plain.stem.encode()[:_LONGEST_STEM].decode("utf-8", "ignore")
    return stem + plain.suffix[:20]


def came_in(before: tuple[Decree, ...], after: tuple[Decree, ...]) -> tuple[Decree, ...]:
    """The decrees of a catalogue that were not in it before, or not as they are now."""
    held = {decree.name: decree for decree in before}
    return tuple(decree for decree in after if held.get(decree.name) != decree)
