"""Which format a file is in: by its content where that is certain, else by the suffix of its name.

A new format is one new file beside this one and one line in `READERS`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from search.errors import InputError


@dataclass(frozen=True, slots=True)
class Format:
    """A format Padan reads: its name for messages, and its reader as `module:function`, imported when needed."""

    name: str
    reader: str


@dataclass(frozen=True, slots=True)
class _Foreign:
    """A format Padan does not read, and what to do about it."""

    name: str
    remedy: str


PDF = Format("a PDF file", "indexer.read.pdf:read_pdf")
DOCX = Format("a Word file (DOCX)", "indexer.read.docx:read_docx")
HTML = Format("an HTML page", "indexer.read.html:read_html")
TEXT = Format("Markdown or plain text", "indexer.read.markdown:read_markdown")

READERS: dict[str, Format] = {
    ".md": TEXT,
    ".markdown": TEXT,
    ".txt": TEXT,
    ".pdf": PDF,
    ".docx": DOCX,
    ".html": HTML,
    ".htm": HTML,
}

_SAVE_AS_DOCX = "Open it and save it as DOCX or PDF."
_PICTURE = _Foreign("a picture", "Turn it into text first (OCR), for example as a PDF with a text layer.")
_OLD_WORD = _Foreign("a file of an old Office version (DOC)", _SAVE_AS_DOCX)
_LOCKED = _Foreign("locked with a password", "Open it, take the password off and save it again.")
_RTF = _Foreign("an RTF file", _SAVE_AS_DOCX)
_ODT = _Foreign("an OpenDocument file (ODT)", _SAVE_AS_DOCX)
_ARCHIVE = _Foreign("an archive", "Unpack it and give the file in it.")
_SHEET = _Foreign("a spreadsheet", "Save a table of units as CSV (UTF-8), any other sheet as PDF.")
_SLIDES = _Foreign("a presentation", "Save it as PDF.")
_MHTML = _Foreign("a web archive (MHTML)", "Save the page as HTML or PDF.")

_FOREIGN_SUFFIXES = {
    **dict.fromkeys((".doc", ".dot"), _OLD_WORD),
    ".rtf": _RTF,
    **dict.fromkeys((".odt", ".ott"), _ODT),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic"), _PICTURE),
    **dict.fromkeys((".xls", ".xlsx", ".ods"), _SHEET),
    **dict.fromkeys((".ppt", ".pptx", ".odp"), _SLIDES),
    **dict.fromkeys((".zip", ".rar", ".7z", ".gz", ".tar"), _ARCHIVE),
    **dict.fromkeys((".mht", ".mhtml"), _MHTML),
}
_FOREIGN_STARTS = (
    (b"{\\rtf", _RTF),
    (b"\x89PNG\r\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"MIME-Version: 1.0", _MHTML),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DECLARATION = re.compile(r"<\?xml[^>]{0,200}>")
_PAGE = re.compile(r"<(?:!doctype\s+html|html)\b", re.I)
_LOOKED_AT = 1024  # characters, as viewers of PDF look for its header
_LOOKED_AT_FOR_PAGE = 24_000


def format_of(data: bytes, name: str, otherwise: Format | None = None, besides: Sequence[str] = ()) -> Format:
    """The format of a file; `otherwise` stands for a text whose suffix says nothing.

    besides: suffixes that are read elsewhere, for the message.

    Raises `InputError` for what Padan does not read, with what it is and the remedy.
    """
    if not data.strip():
        raise InputError(f"{name} is empty. Give a file that holds text.")
    found = _certain(data)
    suffix = PurePath(name).suffix.lower()
    expected = READERS.get(suffix)
    if found is None and expected in (PDF, DOCX):
        found = _expected_only(data, name, expected)
    found = found or expected or _FOREIGN_SUFFIXES.get(suffix) or otherwise
    if isinstance(found, Format):
        return found
    known = ", ".join([*READERS, *besides])
    if found:
        reads = "" if found is _LOCKED else f"; Padan reads {known}"
        raise InputError(f"{name} is {found.name}{reads}. {found.remedy}")
    shown = f"suffix '{suffix}'" if suffix else "no suffix"
    raise InputError(f"{name} has {shown}; Padan reads {known}. Save the document under one of these.")


def _expected_only(data: bytes, name: str, expected: Format | None) -> Format:
    """PDF where the header stands behind a few strange bytes; nothing else passes for PDF or DOCX."""
    if expected is PDF and b"%PDF-" in data[:_LOOKED_AT]:
        return PDF
    suffix = PurePath(name).suffix
    looks = "it looks like plain text: name it .txt" if _is_text(data) else "save the document anew under this format"
    raise InputError(f"{name} is named {suffix} but is not {expected.name if expected else 'readable'}; {looks}.")


def _certain(data: bytes) -> Format | _Foreign | None:
    """What the content says beyond doubt; None when only the name can tell."""
    if data.lstrip()[:5] == b"%PDF-":
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(data)
    if data.startswith(_OLE):
        return _LOCKED if _ENCRYPTED in data else _OLD_WORD
    foreign = next((found for start, found in _FOREIGN_STARTS if data.startswith(start)), None)
    if foreign or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        return foreign or _PICTURE
    return HTML if _is_page(_start(data)) else None


def _is_page(start: str) -> bool:
    """Whether a page begins here, behind a declaration and comments; a loop, for one pattern of it all backtracks."""
    start = start.lstrip()
    if declaration := _DECLARATION.match(start):
        start = start[declaration.end() :].lstrip()
    while start.startswith("<!--"):
        start = start[4:].partition("-->")[2].lstrip()
    return _PAGE.match(start) is not None


def _archive(data: bytes) -> Format | _Foreign:
    """A DOCX or another format that is a ZIP file inside; the names of its parts stand unpacked in it."""
    if data[30:38] == b"mimetype":
        return _ODT if b"opendocument.text" in data[38:120] else _ARCHIVE
    if b"word/document" not in data and (b"xl/workbook" in data or b"ppt/presentation" in data):
        return _SHEET if b"xl/workbook" in data else _SLIDES
    return DOCX if b"word/" in data else _ARCHIVE


def _start(data: bytes) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    return data[:_LOOKED_AT_FOR_PAGE].decode(encoding, "replace")


def _is_text(data: bytes) -> bool:
    return b"\0" not in data[:_LOOKED_AT] and "\ufffd" not in _start(data)[:_LOOKED_AT]
