"""What a Word form needs beyond python-docx: boxes to tick, cell looks, and the same bytes on any day."""

import io
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

_WORD_2010 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_OLDEST = (1980, 1, 1, 0, 0, 0)  # that a ZIP file can say


def add_box(paragraph: Paragraph, ticked: bool, name: str) -> None:
    """A box that can be ticked in Word and prints as one elsewhere; `name` is read out by screen readers."""
    sign = "\u2611" if ticked else "\u2610"
    paragraph._p.append(
        parse_xml(
            f'<w:sdt {nsdecls("w")} {_WORD_2010}><w:sdtPr><w:alias w:val="{name}"/><w14:checkbox>'
            f'<w14:checked w14:val="{int(ticked)}"/><w14:checkedState w14:val="2611" w14:font="Segoe UI Symbol"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="Segoe UI Symbol"/></w14:checkbox></w:sdtPr>'
            "<w:sdtContent><w:r><w:rPr>"
            '<w:rFonts w:ascii="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol"/>'
            f"</w:rPr><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>"
        )
    )


def set_widths(table: Table, widths: tuple[Length, ...]) -> None:
    """Fix the width of every column; Word reads it from the cells, LibreOffice from the grid."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def shade(cell: _Cell, colour: str = "E7E6E6") -> None:
    """Give a cell a background."""
    cell._tc.get_or_add_tcPr().append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour}"/>')
    )


def repeat_on_each_page(row: _Row) -> None:
    """Make a row the header of its table on every page."""
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def speak_indonesian(document: Document) -> None:
    """Tell Word which language to check the spelling by."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "id-ID")


def saved(document: Document, title: str) -> bytes:
    """The file, the same bytes for the same document: no clock and no name of a program or user in it."""
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by, properties.comments = title, "", "", ""
    properties.created = properties.modified = _EPOCH
    written = io.BytesIO()
    document.save(written)
    still = io.BytesIO()
    with ZipFile(written) as source, ZipFile(still, "w") as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name, _OLDEST), source.read(name), ZIP_DEFLATED)
    return still.getvalue()
