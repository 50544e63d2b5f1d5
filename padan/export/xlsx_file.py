"""A review as a workbook: criteria, units, and what to take next.

XlsxWriter makes it in memory: other writers lay sheets into temporary files, where a person's text must not be.
"""

import io
from datetime import UTC, datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell

from padan.export.review import Review
from padan.export.table import Table, criteria_table, next_table, units_table
from padan.export.words import Words
from search.text.cells import printable

_LONGEST = 32_000  # characters of a cell; Excel ends at 32,767
_NARROW, _WIDE = 14, 46  # of columns, in characters
_WIDE_FROM = 30  # characters in any cell of a column
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # the same review gives the same bytes on any day


def to_xlsx(review: Review, words: Words) -> bytes:
    """Sheets whose cells are text, but for counts: nothing a person wrote can be a formula or a link."""
    written = io.BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        book.set_properties({"title": "Padan", "created": _EPOCH})
        plain = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
        bold = book.add_format({"text_wrap": True, "valign": "top", "bold": True, "bottom": 1, "quote_prefix": True})
        for table in (criteria_table(review, words), units_table(review, words), next_table(review, words)):
            if table.rows:
                _sheet(book, table, plain, bold)
    return written.getvalue()


def _sheet(book: Workbook, table: Table, plain: Format, bold: Format) -> None:
    sheet = book.add_worksheet(table.name)
    for column, cells in enumerate(zip(table.header, *table.rows, strict=True)):
        wide = max(len(str(cell)) for cell in cells) >= _WIDE_FROM
        sheet.set_column(column, column, _WIDE if wide else _NARROW)
        for row, cell in enumerate(cells):
            look = plain if row else bold
            if isinstance(cell, int):
                sheet.write_number(row, column, cell, look)
            elif cell:
                sheet.write_string(row, column, _fitting(printable(cell)), look)
            else:
                sheet.write_blank(row, column, None, look)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_rowcol_to_cell(len(table.rows), len(table.header) - 1)}"})
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(table.header) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _fitting(text: str) -> str:
    return f"{text[:_LONGEST]}…" if len(text) > _LONGEST else text
