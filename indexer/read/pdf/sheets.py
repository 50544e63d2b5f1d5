"""PDF bytes → sheets, through pypdfium2's character boxes and paths.

pdfplumber reads ruled tables as well but takes some fifteen times as long a page; a decree has up to 300 pages.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from indexer.read.limits import LIMITS
from indexer.read.pdf.glyph_text import UNMAPPED, glyph_text
from indexer.read.pdf.marks import Glyph, Rule, Sheet
from indexer.read.pdf.paths import drawn_rules, picture_area
from indexer.read.pdf.upright import Turn
from search.errors import DecreeError

_PASSWORD = 4  # FPDF_ERR_PASSWORD


def read_sheets(data: bytes, name: str) -> Iterator[Sheet]:
    """Pages of a PDF in order, one in memory at a time; raises `DecreeError` for a file that is none or is locked."""
    document = _open(data, name)
    try:
        if len(document) > LIMITS.pages:
            raise DecreeError(f"{name} has {len(document):,} pages; Padan reads up to {LIMITS.pages:,}. Split it.")
        for index in range(len(document)):
            yield _sheet(document, index, name)
    finally:
        document.close()


def _open(data: bytes, name: str) -> pypdfium2.PdfDocument:
    if not data:
        raise DecreeError(f"{name} is empty. Download it again.")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise DecreeError(
                f"{name} is locked with a password. Save a copy without one (open it and print to PDF)."
            ) from None
        raise DecreeError(f"{name} is no readable PDF: it is damaged or cut off. Download it again.") from None
    if len(document) == 0:
        document.close()
        raise DecreeError(f"{name} has no pages: it is damaged or cut off. Download it again.")
    return document


def _sheet(document: pypdfium2.PdfDocument, index: int, name: str) -> Sheet:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return Sheet(index + 1, 0, 0, (), (), damaged=True)
    try:
        return _read_page(page, index + 1, name)
    finally:
        page.close()


def _read_page(page: pypdfium2.PdfPage, number: int, name: str) -> Sheet:
    left, bottom, right, top = page.get_cropbox()
    shown = (left, bottom, right, top)
    raw = [found for found in _characters(page, f"Page {number} of {name}") if _meet(found[1], shown)]
    turn = Turn(_main_direction(raw), left, bottom, right, top)
    glyphs = tuple(
        Glyph(text, *turn.span(box, origin), size)
        for text, box, origin, size, quarter in raw
        if quarter == turn.quarters and text != UNMAPPED
    )
    return Sheet(
        number=number,
        width=turn.width,
        height=turn.height,
        glyphs=glyphs,
        rules=tuple(_upright(rule, turn) for rule in drawn_rules(page)),
        pictured=min(1.0, picture_area(page) / max(1.0, turn.width * turn.height)),
        turned="".join(text for text, *_, quarter in raw if quarter not in (turn.quarters, None)).strip(),
        unmapped=sum(text == UNMAPPED for text, *_ in raw),
    )


_Box = tuple[float, float, float, float]  # left, bottom, right, top
_Raw = tuple[str, _Box, tuple[float, float], float, int | None]


def _meet(one: _Box, other: _Box) -> bool:
    """Whether two boxes share a place: what lies beyond the page's edge is not shown."""
    return one[0] <= other[2] and one[2] >= other[0] and one[1] <= other[3] and one[3] >= other[1]


def _characters(page: pypdfium2.PdfPage, where: str) -> list[_Raw]:
    """Text, box (left, bottom, right, top), origin, size and direction in quarter turns (None: aslant) of each one."""
    textpage = page.get_textpage()
    try:
        handle = textpage.raw
        count = pdfium.FPDFText_CountChars(handle)
        if count > LIMITS.page_characters:
            raise DecreeError(
                f"{where} has {count:,} characters; Padan reads up to {LIMITS.page_characters:,} a page. "
                "Print the file to PDF on pages of the usual size."
            )
        rect, matrix, x, y = pdfium.FS_RECTF(), pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
        found: list[_Raw] = []
        for index in range(count):
            if pdfium.FPDFText_IsGenerated(handle, index) == 1:
                continue  # blanks and line ends that PDFium guesses; the gaps tell more
            text = glyph_text(pdfium.FPDFText_GetUnicode(handle, index))
            if not text or not pdfium.FPDFText_GetLooseCharBox(handle, index, rect):
                continue
            pdfium.FPDFText_GetCharOrigin(handle, index, x, y)
            box = (rect.left, rect.bottom, rect.right, rect.top)
            pdfium.FPDFText_GetMatrix(handle, index, matrix)
            size = pdfium.FPDFText_GetFontSize(handle, index) * math.hypot(matrix.c, matrix.d)
            quarter = _quarter(pdfium.FPDFText_GetCharAngle(handle, index))
            found.append((text, box, (x.value, y.value), size, quarter))
        return found
    finally:
        textpage.close()


def _quarter(angle: float) -> int | None:
    turns = angle / (math.pi / 2)
    nearest = round(turns)
    return nearest % 4 if abs(turns - nearest) < 0.1 else None


def _main_direction(raw: list[_Raw]) -> int:
    counts = Counter(quarter for text, *_, quarter in raw if quarter is not None and text.strip())
    return counts.most_common(1)[0][0] if counts else 0


def _upright(rule: Rule, turn: Turn) -> Rule:
    return turn.rule(rule)
