"""A review as CSV: one row a criterion, for any spreadsheet or program."""

import csv
import io

from padan.export.review import Review
from padan.export.table import criteria_table
from padan.export.words import Words
from search.text.cells import harmless


def to_csv(review: Review, words: Words) -> bytes:
    """UTF-8 with a byte order mark, without which Excel reads another encoding; every cell is quoted and one line."""
    table = criteria_table(review, words)
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([harmless(str(cell)) for cell in row] for row in (table.header, *table.rows))
    return written.getvalue().encode("utf-8-sig")
