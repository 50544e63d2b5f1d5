"""Bytes of an HTML page → its text, in the encoding a browser would take."""

import codecs
import re

from search.errors import InputError

_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,500}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I)
_OF_PAGES = re.compile(r"ascii|utf-8|iso8859-\d+|cp\d+|koi8-\w|(?:gb|big5|shift|euc|mac).*")
_DECLARED_WITHIN = 4096
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decode_page(data: bytes, name: str) -> str:
    """The page's text: by its mark, by what it declares, as UTF-8, or as Western Windows."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\0" in data:
        raise InputError(f"{name} is a binary file, not HTML. Give the page as it was saved.")
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    encoding = _known(declared[1].decode("ascii", "replace")) if declared else ""
    if encoding:
        return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _known(label: str) -> str:
    """The encoding that browsers take a label for; "" for one nobody knows."""
    try:
        found = codecs.lookup(label)
    except LookupError:
        return ""
    if found.name.startswith("utf-16"):  # what says so in bytes of one is not in it
        return "utf-8"
    if not _OF_PAGES.fullmatch(found.name):
        return ""  # rot13, idna and what else Python knows
    return "cp1252" if found.name in ("ascii", "iso8859-1") else found.name
