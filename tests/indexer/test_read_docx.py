"""Word files become blocks as Word shows them."""

import io
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_file import in_list, level, p, shared_list, table, tc, use, word_file, zip_file

from indexer.read.blocks import Block, TableRow
from indexer.read.docx import read_docx
from indexer.read.limits import MEGABYTE, Limits
from search.errors import InputError


def texts(body: str, numbering: str = "", styles: str = "") -> list[str | tuple[str, ...]]:
    return [content(block) for block in read_docx(word_file(body, numbering, styles), "x.docx")]


def content(block: Block) -> str | tuple[str, ...]:
    return block.cells if isinstance(block, TableRow) else block.text


def test_what_python_docx_writes_comes_back_in_order() -> None:
    document = docx.Document()
    document.add_paragraph("Satu")
    document.add_paragraph("poin", style="List Bullet")
    document.add_paragraph("nomor", style="List Number")
    document.add_paragraph("nomor lagi", style="List Number")
    rows = document.add_table(2, 2)
    rows.cell(0, 0).text, rows.cell(0, 1).text = "ELEMEN", "KRITERIA"
    rows.cell(1, 0).text, rows.cell(1, 1).text = "1. Menyiapkan", "1.1 Beras dicuci.\n1.2 Bumbu diulek."
    document.add_paragraph("Akhir")
    file = io.BytesIO()
    document.save(file)
    blocks = read_docx(file.getvalue(), "x.docx")
    assert [content(block) for block in blocks] == [
        "Satu",
        "poin",
        "1. nomor",
        "2. nomor lagi",
        ("ELEMEN", "KRITERIA"),
        ("1. Menyiapkan", "1.1 Beras dicuci.\n1.2 Bumbu diulek."),
        "Akhir",
    ]
    assert [getattr(block, "listed", None) for block in blocks] == [False, True, True, True, None, None, False]
    assert [block.place.number for block in blocks] == [1, 2, 3, 4, 5, 7, 10]


@pytest.mark.parametrize(
    ("paragraph", "shown"),
    [
        ("<w:r><w:t>KODE</w:t><w:tab/><w:t>: A</w:t></w:r>", ["KODE : A"]),
        ("<w:r><w:t>satu</w:t><w:br/><w:t>dua</w:t><w:cr/><w:t>tiga</w:t></w:r>", ["satu", "dua", "tiga"]),
        ("<w:r><w:t>sub</w:t><w:noBreakHyphen/><w:t>unit</w:t><w:softHyphen/></w:r>", ["sub-unit"]),
        ("<w:del><w:r><w:delText>a</w:delText><w:t>a</w:t></w:r></w:del><w:ins><w:r><w:t>b</w:t></w:r></w:ins>", ["b"]),
        ("<w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>b</w:t></w:r></w:moveTo>", ["b"]),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>gaib</w:t></w:r><w:r><w:t>tampak</w:t></w:r>", ["tampak"]),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>tampak</w:t></w:r>', ["tampak"]),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r>", ["7"]),
        ("<w:hyperlink><w:r><w:t>tautan</w:t></w:r></w:hyperlink>", ["tautan"]),
        ("<w:sdt><w:sdtPr><w:t>a</w:t></w:sdtPr><w:sdtContent><w:r><w:t>b</w:t></w:r></w:sdtContent></w:sdt>", ["b"]),
        ("<w:r><w:t>&lt;p&gt; &amp;amp;</w:t></w:r>", ["<p> &amp;"]),
        ("", []),
    ],
)  # fmt: skip
def test_what_a_paragraph_shows(paragraph: str, shown: list[str]) -> None:
    assert texts(f"<w:p>{paragraph}</w:p>") == shown


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    carried = p("Menjual", "<w:rPr><w:del/></w:rPr>")
    assert texts(carried + p("barang") + p("lagi")) == ["Menjual barang", "lagi"]
    assert texts(carried) == ["Menjual"]
    assert texts(f"<w:sdt><w:sdtContent>{carried}</w:sdtContent></w:sdt>" + p("barang")) == ["Menjual barang"]
    assert texts(carried + table(tc(p("a")) + tc(p("b")))) == ["Menjual", ("a", "b")]
    assert texts(f"<w:tbl><w:tr>{tc(carried)}{tc(p('b'))}</w:tr></w:tbl>" + p("c")) == [("Menjual", "b"), "c"]
    box = f"<w:p><w:r><w:txbxContent>{p('kotak')}</w:txbxContent><w:t>barang</w:t></w:r></w:p>"
    assert texts(carried + box) == ["Menjual barang", "kotak"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('kotak')}</w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing>" + box + "</w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict>" + box + "</w:pict></mc:Fallback></mc:AlternateContent><w:t>jangkar</w:t></w:r></w:p>"
    )
    assert texts(body + p("sesudah")) == ["jangkar", "kotak", "sesudah"]


def test_content_controls_and_inserted_rows_are_content() -> None:
    inner = f"<w:sdt><w:sdtContent>{p('a')}{table(tc(p('b')))}</w:sdtContent></w:sdt>"
    gone = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{tc(p('hapus'))}</w:tr><w:tr>{tc(p('tetap'))}</w:tr></w:tbl>"
    assert texts(inner + gone) == ["a", ("b",), ("tetap",)]


def test_merged_cells_are_printed_once_and_columns_stay() -> None:
    wide = tc(p("ELEMEN"), '<w:gridSpan w:val="2"/>') + tc(p("KRITERIA"))
    first = tc(p("1.")) + tc(p("Menyiapkan"), '<w:vMerge w:val="restart"/>') + tc(p("1.1 Satu."))
    second = tc(p("")) + tc(p("Menyiapkan"), "<w:vMerge/>") + tc(p("1.2 Dua."))
    assert texts(table(wide, first, second)) == [
        ("ELEMEN", "", "KRITERIA"),
        ("1.", "Menyiapkan", "1.1 Satu."),
        ("", "", "1.2 Dua."),
    ]


def test_a_table_inside_a_cell_gives_its_rows_as_lines() -> None:
    inner = table(tc(p("1.1")) + tc(p("Satu.")), tc(p("1.2")) + tc(p("Dua.")))
    assert texts(table(tc(p("1. Menyiapkan")) + tc(inner + p("sisa")))) == [
        ("1. Menyiapkan", "1.1 Satu.\n1.2 Dua.\nsisa")
    ]


def test_a_table_that_only_frames_another_is_looked_through() -> None:
    inner = table(tc(p("ELEMEN")) + tc(p("KRITERIA")), tc(p("1. A")) + tc(p("1.1 B")))
    assert texts(table(tc(p("Judul") + inner))) == ["Judul", ("ELEMEN", "KRITERIA"), ("1. A", "1.1 B")]


def test_numbers_of_several_levels() -> None:
    numbering = shared_list(0, level("%1."), level("%1.%2"), level("%1.%2.%3)", "lowerLetter")) + use(5, 0)
    body = "".join(
        in_list(text, 5, depth) for text, depth in [("A", 0), ("B", 1), ("C", 1), ("D", 2), ("E", 0), ("F", 1)]
    )
    assert texts(body, numbering) == ["1. A", "1.1 B", "1.2 C", "1.2.a) D", "2. E", "2.1 F"]


@pytest.mark.parametrize(
    ("kind", "start", "shown"),
    [
        ("decimalZero", 9, ["09) a", "10) a"]),
        ("upperRoman", 9, ["IX) a", "X) a"]),
        ("lowerLetter", 26, ["z) a", "aa) a"]),
        ("upperLetter", 1, ["A) a", "B) a"]),
        ("lowerRoman", 2_000_000_000, ["2000000000) a", "2000000001) a"]),
        ("chineseCounting", 3, ["3) a", "4) a"]),
        ("none", 1, [") a", ") a"]),
        ("bullet", 1, ["a", "a"]),
    ],
)
def test_kinds_of_numbers(kind: str, start: int, shown: list[str]) -> None:
    numbering = shared_list(0, level("%1)", kind, start)) + use(1, 0)
    assert texts(in_list("a", 1) * 2, numbering) == shown


def test_lists_that_share_their_numbers_count_on_unless_they_start_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = shared_list(0, level("%1.")) + use(1, 0) + use(2, 0) + use(3, 0, anew)
    body = in_list("a", 1) + in_list("b", 2) + in_list("c", 3) + in_list("d", 3)
    assert texts(body, numbering) == ["1. a", "2. b", "1. c", "2. d"]


def test_a_level_that_never_starts_again_and_numbers_in_figures() -> None:
    below = level("%1.%2", extra='<w:lvlRestart w:val="0"/><w:isLgl/>')
    numbering = shared_list(0, level("%1.", "upperRoman"), below) + use(1, 0)
    body = in_list("a", 1) + in_list("b", 1, 1) + in_list("c", 1) + in_list("d", 1, 1)
    assert texts(body, numbering) == ["I. a", "1.1 b", "II. c", "2.2 d"]


def test_numbers_by_style_and_by_a_style_it_is_based_on() -> None:
    in_first = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:type="paragraph" w:styleId="Elemen">{in_first}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="Kriteria">{in_first}</w:style>'
        '<w:style w:type="paragraph" w:styleId="Anak"><w:basedOn w:val="Kriteria"/></w:style>'
    )
    linked = level("%1.", extra='<w:pStyle w:val="Elemen"/>'), level("%1.%2", extra='<w:pStyle w:val="Kriteria"/>')
    numbering = shared_list(0, *linked) + use(1, 0)
    off = '<w:pStyle w:val="Kriteria"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = "".join(p(style, f'<w:pStyle w:val="{style}"/>') for style in ("Elemen", "Kriteria", "Anak"))
    assert texts(body + p("tanpa", off), numbering, styles) == ["1. Elemen", "1.1 Kriteria", "1.2 Anak", "tanpa"]


def test_a_list_kept_with_a_style() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        shared_list(0, extra='<w:numStyleLink w:val="S"/>') + shared_list(1, level("§%1")) + use(1, 0) + use(2, 1)
    )
    assert texts(in_list("a", 1) + in_list("b", 2), numbering, styles) == ["§1 a", "§2 b"]


def test_empty_numbered_paragraphs_show_their_number_and_styles_in_a_ring_end() -> None:
    numbering = shared_list(0, level("%1.")) + use(1, 0)
    ring = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
        for one, other in ("AB", "BA")
    )
    rows = table(tc(in_list("", 1)) + tc(p("Satu")), tc(in_list("", 1)) + tc(p("Dua", '<w:pStyle w:val="A"/>')))
    assert texts(rows, numbering, ring) == [("1.", "Satu"), ("2.", "Dua")]


def test_the_strict_spelling_and_a_main_part_of_another_name() -> None:
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        b'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/doc2.xml"/>'
        b"</Relationships>"
    )
    document = (
        b'<w:document xmlns:w="' + strict + b'"><w:body><w:p><w:r><w:t>isi</w:t></w:r></w:p></w:body></w:document>'
    )
    blocks = read_docx(zip_file({"_rels/.rels": relations, "word/doc2.xml": document}), "x.docx")
    assert [content(block) for block in blocks] == ["isi"]


def test_a_link_to_a_part_that_is_not_there_is_no_obstacle() -> None:
    assert texts(p("isi")) == ["isi"]
    whole = zip_file({"word/document.xml": word_part(word_file(p("isi")))})
    assert [content(block) for block in read_docx(whole, "x.docx")] == ["isi"]


def word_part(data: bytes) -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")


SMALL = word_part(
    word_file(in_list("CANARY", 1) + table(tc(p("CANARY"), '<w:gridSpan w:val="2"/>'), tc(p("b")) + tc(p("c"))))
)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "CANARY"}">' for n in range(12))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (word_file("", head=f"<!DOCTYPE d [{LAUGHS}]>") , "x.docx declares a document type, which Word never writes."),
        (word_file(p("&l9;"), head=f"<!DOCTYPE d [{LAUGHS}]>"), "x.docx is damaged at line 1 of its text."),
        (word_file(p("&x;"), head='<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hosts">]>'), "x.docx declares a "),
        (word_file(p("&x;"), head='<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">'), "x.docx declares a document type"),
        (word_file("<w:tbl><w:tr><w:tc>" * 200), "x.docx nests its elements deeper than any document."),
        (
            word_file(
                p("x"),
                **{
                    "word/_rels/document.xml.rels": b'<r xmlns="http://schemas.openxmlformats.org/package/2006/'
                    b'relationships"><Relationship Type="/styles" Target="CANARY.xml"/></r>',
                    "word/CANARY.xml": b"<w>",
                },
            ),
            "x.docx is damaged at line 1 of its styles.",
        ),
        (word_file("<w:p>"), "x.docx is damaged at line 1 of its text."),
        (word_file(p("x"))[:-100], "x.docx is a damaged Word file: it cannot be unpacked."),
        (zip_file({"word/other.xml": b"<a/>"}), "x.docx is a ZIP file but holds no Word document."),
        (zip_file({f"word/{n}": b"" for n in range(5_001)}), "x.docx holds 5,001 files, more than the 5,000 allowed."),
    ],
    ids=range(10),
)  # fmt: skip
def test_harmful_and_damaged_files_are_one_line(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as error:
        read_docx(data, "x.docx")
    assert str(error.value).startswith(message)
    assert "CANARY" not in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        (Limits(unpacked_bytes=2 * MEGABYTE), "x.docx unpacks to 3 MB, more than the 2 MB allowed. Open it in Word"),
        (Limits(ratio_from_bytes=MEGABYTE), "times its size, more than the 200 times allowed. Open it in Word"),
    ],
)
def test_bombs_are_refused_before_they_are_unpacked(
    monkeypatch: pytest.MonkeyPatch, limits: Limits, message: str
) -> None:
    data = word_file(p("isi"), **{"word/media/picture": b"\0" * (3 * MEGABYTE)})
    assert len(read_docx(data, "x.docx")) == 1
    monkeypatch.setattr("indexer.read.docx.package.LIMITS", limits)
    with pytest.raises(InputError) as error:
        read_docx(data, "x.docx")
    assert message in str(error.value)


def test_cells_are_counted_before_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.read.checks.LIMITS", Limits(cells=5, paragraphs=6))
    assert len(read_docx(word_file(table(*[tc(p("x")) * 5])), "x.docx")) == 1
    with pytest.raises(InputError, match="has 6 table cells, more than the 5 allowed"):
        read_docx(word_file(table(tc(p("x")) * 6)), "x.docx")
    with pytest.raises(InputError, match="has 7 paragraphs, more than the 6 allowed"):
        read_docx(word_file(p("x") * 7), "x.docx")


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_damage_gives_blocks_or_an_error_without_the_text(data: st.DataObject) -> None:
    whole = SMALL if data.draw(st.booleans()) else zip_file({"word/document.xml": SMALL})
    place = data.draw(st.integers(0, len(whole) - 1))
    spliced = st.sampled_from([b"<w:tbl>", b"</w:p>", b"99999999999"])
    damage = data.draw(st.binary(min_size=1, max_size=8) | spliced)
    damaged = whole[:place] + damage + whole[place + data.draw(st.integers(0, 8)) :]
    said = ""
    try:
        # Damaged first and packed afterwards, the damage passes the checksum and reaches the XML.
        read_docx(damaged if damaged.startswith(b"PK") else zip_file({"word/document.xml": damaged}), "x.docx")
    except InputError as error:
        said = str(error)
    assert "\n" not in said
    assert "CANARY" not in said
