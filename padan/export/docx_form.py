"""Form FR.APL.02 (asesmen mandiri) as certification bodies (LSP) know it, filled with what the text shows.

Per unit one table: each element as a question with its criteria (KUK), boxes K and BK, and the evidence. Evidence is
quoted from the text or the person's own; each criterion keeps its state in words, so that "belum terlihat" stays apart
from BK. The boxes hold the person's own answers and nothing else, see `padan.export.review`; dates and signatures are
left to pen and ink.
"""

from collections.abc import Iterable

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from padan.export.docx_parts import add_box, repeat_on_each_page, saved, set_widths, shade, speak_indonesian
from padan.export.review import Claim, ElementReview, FormHead, Line, Review, UnitReview
from padan.export.words import Language, Words
from search.text.cells import printable

_TITLE = "FR.APL.02. ASESMEN MANDIRI"
_GUIDE = (
    "Baca setiap pertanyaan di kolom sebelah kiri.",
    "Beri tanda centang (\u2713) pada kotak K (kompeten) jika Anda yakin dapat melakukan tugas yang dijelaskan, "
    "atau pada kotak BK (belum kompeten) jika belum.",
    "Isi kolom di sebelah kanan dengan mendaftar bukti yang Anda miliki untuk menunjukkan bahwa Anda melakukan "
    "tugas-tugas ini.",
)
_FOOTNOTE = (
    "*) Coret yang tidak perlu. Kutipan di kolom bukti diambil Padan dari teks asesi apa adanya. “Belum terlihat” "
    "tidak sama dengan “belum kompeten”: teks itu hanya tidak menyebutkannya. Kotak K dan BK hanya diisi oleh asesi."
)
_NO_CRITERIA = "Elemen dan KUK unit ini tidak tercetak dalam keputusan yang dipakai; salin dari dokumen SKKNI-nya."
_WORDS = Words(Language.INDONESIAN)


def to_docx(review: Review, head: FormHead | None = None) -> bytes:
    """The form as a Word file; the same review gives the same bytes."""
    document = docx.Document()
    _page(document)
    head = head or FormHead()
    _paragraph(document.add_paragraph(), _TITLE, bold=True, size=13)
    _scheme(document, head)
    _guide(document)
    for unit in review.units:
        _unit(document, unit)
    _signatures(document, head)
    _paragraph(document.add_paragraph(), _FOOTNOTE, size=8)
    return saved(document, _TITLE)


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Arial", Pt(10)
    style.paragraph_format.space_after = Pt(3)
    speak_indonesian(document)


def _scheme(document: Document, head: FormHead) -> None:
    table = _table(document, 2, (Cm(5.5), Cm(2), Cm(9.5)))
    _write(table.cell(0, 0).merge(table.cell(1, 0)), "Skema Sertifikasi\n(KKNI/Okupasi/Klaster)*")
    for row, (label, text) in enumerate((("Judul", head.scheme), ("Nomor", head.scheme_no))):
        _write(table.cell(row, 1), label)
        _write(table.cell(row, 2), f": {text}")
    _gap(document)


def _guide(document: Document) -> None:
    table = _table(document, 2, (Cm(17),))
    shade(table.cell(0, 0))
    _write(table.cell(0, 0), "PANDUAN ASESMEN MANDIRI", bold=True)
    _write(table.cell(1, 0), "Instruksi:", bold=True)
    for line in _GUIDE:
        _paragraph(table.cell(1, 0).add_paragraph(style="List Bullet"), line)
    _gap(document)


def _unit(document: Document, unit: UnitReview) -> None:
    head = _table(document, 2, (Cm(3.5), Cm(2.5), Cm(11)))
    _write(head.cell(0, 0).merge(head.cell(1, 0)), "Unit Kompetensi", bold=True)
    for row, (label, text) in enumerate((("Kode Unit", unit.code), ("Judul Unit", unit.title))):
        _write(head.cell(row, 1), label)
        _write(head.cell(row, 2), f": {text}")
    for row in head.rows:  # not alone at the foot of a page
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True
    _gap(document, keep=True)
    table = _table(document, 1 + len(unit.elements), (Cm(8.4), Cm(1.2), Cm(1.2), Cm(6.2)))
    repeat_on_each_page(table.rows[0])
    for cell, text in zip(table.rows[0].cells, ("Dapatkah Saya \u2026?", "K", "BK", "Bukti yang relevan"), strict=True):
        shade(cell)
        _write(cell, text, bold=True)
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    for row, element in enumerate(unit.elements, start=1):
        _element(table.rows[row].cells, element, unit.detailed)
    _gap(document)


def _element(cells: Iterable[_Cell], element: ElementReview, detailed: bool) -> None:
    question, *boxes, evidence = cells
    if detailed:
        _write(question, f"{element.no}. Elemen: {element.title}", bold=True)
        _paragraph(question.add_paragraph(), "Kriteria Unjuk Kerja:")
        for line in element.lines:
            paragraph = _paragraph(question.add_paragraph(), f"{line.no}\t{line.text}")
            paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Cm(1), Cm(-1)
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(1))
    else:
        _write(question, _NO_CRITERIA)
    for cell, claim in zip(boxes, Claim, strict=True):
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        add_box(cell.paragraphs[0], element.claim is claim, claim.value)
    for number, (part, bold) in enumerate(part for line in element.lines for part in _evidence(line)):
        _paragraph(evidence.add_paragraph() if number else evidence.paragraphs[0], part, bold, size=9)


def _evidence(line: Line) -> list[tuple[str, bool]]:
    """The state of a criterion in bold, then its quotations and the person's own evidence, one paragraph each."""
    state = _WORDS(f"state.{line.state}")
    if line.state is not line.found:
        state = f"{state} menurut asesi (temuan di teks: {_WORDS(f'state.{line.found}')})"
    quotes = [(f"\u201c{' '.join(quote.text.split())}\u201d", False) for quote in line.quotes]
    own = [(f"Bukti dari asesi: {line.verdict.evidence}", False)] if line.verdict.evidence else []
    return [(f"{line.no} {state}".strip(), True), *quotes, *own]


def _signatures(document: Document, head: FormHead) -> None:
    table = _table(document, 3, (Cm(6), Cm(5.5), Cm(5.5)))
    _write(table.cell(0, 0), f"Nama Asesi:\n{head.candidate}")
    _write(table.cell(0, 1), "Tanggal:")
    _write(table.cell(0, 2), "Tanda Tangan Asesi:\n\n\n")
    shade(table.cell(1, 0).merge(table.cell(1, 2)))
    _write(table.cell(1, 0), "Ditinjau oleh Asesor", bold=True)
    _write(table.cell(2, 0), f"Nama Asesor:\n{head.assessor}")
    _write(table.cell(2, 1), "Rekomendasi:\nAsesmen dapat dilanjutkan / tidak dapat dilanjutkan*")
    _write(table.cell(2, 2), "Tanda Tangan dan Tanggal:\n\n\n")


def _table(document: Document, rows: int, widths: tuple[Cm, ...]) -> Table:
    table: Table = document.add_table(rows, len(widths), "Table Grid")
    set_widths(table, widths)
    return table


def _gap(document: Document, keep: bool = False) -> None:
    """A thin line between tables, which would grow together without one."""
    paragraph = _paragraph(document.add_paragraph(), "", size=4)
    paragraph.paragraph_format.space_after = Pt(0 if keep else 6)
    paragraph.paragraph_format.keep_with_next = keep


def _write(cell: _Cell, text: str, bold: bool = False) -> None:
    _paragraph(cell.paragraphs[0], text, bold)


def _paragraph(paragraph: Paragraph, text: str, bold: bool = False, size: float | None = None) -> Paragraph:
    run = paragraph.add_run(printable(text))
    run.bold = bold
    if size:
        run.font.size = Pt(size)
    return paragraph
