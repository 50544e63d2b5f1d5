"""Which columns of a table are the adverts' ids, titles and texts: as named, or as their names tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from search.errors import InputError

# Folded names, the surest first: what job boards, their exports and people's own tables call them.
_TEXT = (
    "text teks jobtext fulltext jobdescription jobdesc deskripsipekerjaan deskripsilowongan description deskripsi "
    "advert lowongan posting content isi body uraian requirements kualifikasi jobad iklan cv"
).split()
_TITLE = "jobtitle title judul judullowongan position posisi jabatan job pekerjaan role namapekerjaan".split()
_LONGEST_NAME = 60  # characters of a column's name
_ID = "id rowid jobid advertid postingid uid uuid kode code no nomor key url link".split()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Columns as the user named them; empty where they shall be guessed."""

    text: str = ""
    id: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns by their names in the table; `id` and `title` may be empty: rows then go by number, and text is all."""

    text: str
    id: str = ""
    title: str = ""


def choose_columns(names: Sequence[str], wanted: Wanted, table: str) -> Columns:
    """Columns for a header; raises InputError, with the header's names, for one that is not there or not to be told."""
    text = _named(names, wanted.text, "--text-column", table) or _guess(names, _TEXT)
    if not text and len(names) == 1:
        text = names[0]
    if not text:
        raise InputError(f"{table} has no column that looks like the advert's text. {_there(names, '--text-column')}")
    rest = [name for name in names if name != text]
    return Columns(
        text,
        _named(names, wanted.id, "--id-column", table) or _guess(rest, _ID),
        _named(names, wanted.title, "--title-column", table) or _guess(rest, _TITLE),
    )


def _named(names: Sequence[str], wanted: str, option: str, table: str) -> str:
    if wanted and wanted not in names:
        raise InputError(f"{table} has no column '{wanted}'. {_there(names, option)}")
    return wanted


def _there(names: Sequence[str], option: str) -> str:
    """The columns there are, unless the first line seems to hold an advert instead, which is never repeated."""
    if any(len(name) > _LONGEST_NAME for name in names):
        return "Its first line is no header: put one above it that names the columns, such as: id, title, text."
    shown = ", ".join(f"'{name}'" for name in names[:20]) or "none"
    return f"Name one of its columns with {option}: {shown}."


def _guess(names: Sequence[str], known: Sequence[str]) -> str:
    folded = {_fold(name): name for name in reversed(names)}
    return next((folded[name] for name in known if name in folded), "")


def _fold(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())
