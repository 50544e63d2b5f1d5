"""The formats, by the suffix of their files."""

from enum import StrEnum

from padan.export.csv_file import to_csv
from padan.export.docx_form import to_docx
from padan.export.html_page import to_html
from padan.export.review import FormHead, Review
from padan.export.words import Words
from padan.export.xlsx_file import to_xlsx
from search.errors import InputError


class Format(StrEnum):
    """A format; the value is the suffix of its files."""

    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"
    HTML = "html"


def export(review: Review, form: Format, words: Words, head: FormHead | None = None) -> bytes:
    """A review in a format; raises InputError for the form of a job advert, which assesses nobody."""
    if form is Format.DOCX:
        if review.kind == "job":
            raise InputError(
                "Form FR.APL.02 is for a CV, but the text reads as a job advert. "
                "Say --kind cv if it is a CV, or export XLSX, CSV or HTML."
            )
        return to_docx(review, head)
    return {Format.XLSX: to_xlsx, Format.CSV: to_csv, Format.HTML: to_html}[form](review, words)
