"""Form FR.APL.02, opened again: who may tick, what is quoted, and that nothing of it is written anywhere on the way."""

import io
import re
import tempfile
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hostile import hostile_review
from hypothesis import example, given, settings
from hypothesis import strategies as some

from padan.export.docx_form import to_docx
from padan.export.formats import Format, export
from padan.export.review import Decisions, FormHead, Review, Spot, Verdict, review
from padan.export.words import Language, Words
from search import Searcher
from search.errors import InputError
from search.types import CriterionState

ID = Words(Language.INDONESIAN)


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def cells(document: Document) -> list[str]:
    """The text of every cell once, merged or not."""
    return [cell.text for table in document.tables for row in table.rows for cell in row.cells]


def boxes(document: Document) -> list[str]:
    """Every box of the form, in order: the name it is read out by, with a tick when it is ticked."""
    found = []
    for box in document.element.iter(qn("w:sdt")):
        name = next(box.iter(qn("w:alias"))).get(qn("w:val"))
        found.append(f"{name} {next(box.iter(qn('w:t'))).text}")
    return found


def test_a_form_as_assessors_know_it(said: Review) -> None:
    document = opened(to_docx(said, FormHead("Juru Masak", "SKM-7", "Budi", "Sari")))
    assert document.paragraphs[0].text == "FR.APL.02. ASESMEN MANDIRI"
    found = cells(document)
    for text in (": Juru Masak", ": SKM-7", "PANDUAN ASESMEN MANDIRI", ": I.55COK00.001.1", ": Memasak Nasi Goreng"):
        assert text in found
    assert "Nama Asesi:\nBudi" in found
    assert "Nama Asesor:\nSari" in found
    assert "Rekomendasi:\nAsesmen dapat dilanjutkan / tidak dapat dilanjutkan*" in found
    assert [cell.text for cell in document.tables[3].rows[0].cells] == [
        *("Dapatkah Saya \u2026?", "K", "BK", "Bukti yang relevan")
    ]
    first = document.tables[3].rows[1].cells
    assert first[0].text == (
        "1. Elemen: Menyiapkan bahan\nKriteria Unjuk Kerja:\n1.1\tBeras dicuci.\n1.2\tBumbu diulek."
    )
    assert first[3].text == (
        "1.1 Lemah menurut asesi (temuan di teks: Terbukti)\n“Beras dicuci”\n"
        "1.2 Terbukti menurut asesi (temuan di teks: Belum terlihat)\nBukti dari asesi: =1+1 mengulek bumbu rendang"
    )
    assert "“Belum terlihat” tidak sama dengan “belum kompeten”" in document.paragraphs[-1].text


def test_only_the_persons_answer_ticks_a_box(said: Review, found: Review) -> None:
    assert boxes(opened(to_docx(said))) == ["K ☑", "BK ☐", "K ☐", "BK ☑", "K ☐", "BK ☐"]
    assert set(boxes(opened(to_docx(found)))) == {"K ☐", "BK ☐"}


def test_a_unit_known_by_its_title_says_so(said: Review) -> None:
    row = opened(to_docx(said)).tables[5].rows[1].cells
    assert row[0].text.startswith("Elemen dan KUK unit ini tidak tercetak")
    assert row[3].text.endswith("Bukti dari asesi: Pelayan, 2019")


def test_the_same_form_is_the_same_bytes_without_clock_or_name(said: Review) -> None:
    data = to_docx(said)
    assert data == to_docx(said)
    with ZipFile(io.BytesIO(data)) as parts:
        core = parts.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT", core)) == {"2000-01-01T"}
    assert "python" not in core


@settings(max_examples=20, deadline=None)
@given(some.text(), some.text())
@example("<w:t>&amp;", "\x00\x0b\ud800")
def test_any_text_is_a_form_that_opens(first: str, second: str) -> None:
    document = opened(to_docx(hostile_review(first, second), FormHead(first, second, first, second)))
    assert len(document.tables) == 5


def test_an_advert_assesses_nobody(tiny_searcher: Searcher) -> None:
    advert = review(tiny_searcher.gaps("Tugas:\n- Beras dicuci\n", None, "job"), tiny_searcher.units)
    with pytest.raises(
        InputError, match=r"FR\.APL\.02 is for a CV, but the text reads as a job advert\. Say --kind cv"
    ):
        export(advert, Format.DOCX, ID)
    assert b"Lowongan memintanya" in export(advert, Format.HTML, ID)


@pytest.mark.parametrize("form", list(Format))
def test_every_format_carries_the_persons_word_and_no_temporary_file(
    tiny_searcher: Searcher, form: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file")

    for name in ("TemporaryFile", "NamedTemporaryFile", "SpooledTemporaryFile", "mkstemp", "mkdtemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    canary = Verdict(CriterionState.EVIDENCED, "kenari7391")
    answer = tiny_searcher.gaps("Beras dicuci", ["I.55COK00.001.1"], "cv")
    data = export(review(answer, tiny_searcher.units, Decisions({Spot("I.55COK00.001.1", 1): canary})), form, ID)
    if form in {Format.DOCX, Format.XLSX}:
        with ZipFile(io.BytesIO(data)) as parts:
            data = b"".join(parts.read(name) for name in parts.namelist())
    assert data.count(b"kenari7391") == 1
