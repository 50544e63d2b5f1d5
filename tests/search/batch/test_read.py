"""Tables of any format give the same rows; what cannot be read is told by its row and stops nothing."""

import csv
import gzip
import io
import json
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.batch.columns import Columns, Wanted, choose_columns
from search.batch.read import open_source
from search.batch.rows import EMPTY, NOT_UTF8, TOO_LONG, Row, row_of
from search.errors import InputError
from search.text.statements import LONGEST_TEXT

COLUMNS = Columns("deskripsi", "id", "judul")
NAMES = ("id", "judul", "gaji", "deskripsi")
TABLE = (
    ("7", "Juru Masak", "5", 'Memasak "nasi goreng",\nlalu menyajikannya'),
    ("8", "", "", "Melayani tamu; membersihkan dapur"),
    ("9", "Kosong", "1", ""),
)
ROWS = [
    Row(1, "7", "Juru Masak", 'Memasak "nasi goreng",\nlalu menyajikannya', offset=12),
    Row(2, "8", "", "Melayani tamu; membersihkan dapur"),
    Row(3, "9", "", "", EMPTY),
]


def rows_of(path: Path, columns: Columns = COLUMNS) -> list[Row]:
    return [row for row, _ in open_source(path).rows(columns)]


def separated(delimiter: str, table: tuple[tuple[str, ...], ...] = TABLE) -> str:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter).writerows([NAMES, *table])
    return written.getvalue()


def save(path: Path) -> Path:
    """The table in the format of a name."""
    lines = "".join(json.dumps(dict(zip(NAMES, row, strict=True))) + "\n\n" for row in TABLE).encode()
    numbers = [[int(row[0]), row[1] or None, row[2], row[3] or None] for row in TABLE]
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        for row in ([], NAMES, *numbers[:1], [], *numbers[1:]):
            book.worksheets[0].append(row)
        book.save(path)
    elif path.suffix == ".parquet":
        columns = [list(column) for column in zip(*numbers, strict=True)]
        columns[1] = pa.array(columns[1]).dictionary_encode()
        pq.write_table(pa.table(dict(zip(NAMES, columns, strict=True))), path)
    else:
        forms = {
            "comma.csv": b"\xef\xbb\xbf" + separated(",").encode(),
            "semicolon.csv": b"sep=;\r\n" + separated(";").encode(),
            "wide.csv": separated(";").encode("utf-16"),
            "tab.tsv": separated("\t").encode(),
            "lines.jsonl": lines,
            "packed.jsonl.gz": gzip.compress(lines),
        }
        path.write_bytes(forms[path.name])
    return path


@pytest.mark.parametrize(
    "name",
    [
        "comma.csv",
        "semicolon.csv",
        "wide.csv",
        "tab.tsv",
        "lines.jsonl",
        "packed.jsonl.gz",
        "book.xlsx",
        "table.parquet",
    ],
)
def test_every_format_gives_the_same_rows(tmp_path: Path, name: str) -> None:
    source = open_source(save(tmp_path / name))
    assert source.names == NAMES
    read = list(source.rows(COLUMNS))
    assert [row for row, _ in read] == ROWS
    shares = [share for _, share in read]
    assert shares == sorted(shares)
    assert 0 < shares[-1] <= 1


_CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)


@settings(deadline=None)
@given(st.lists(st.tuples(_CELLS, _CELLS, _CELLS, _CELLS), max_size=5), st.sampled_from(",;\t|"))
def test_any_cells_come_back(tmp_path_factory: pytest.TempPathFactory, table: list[tuple[str, ...]], by: str) -> None:
    path = tmp_path_factory.mktemp("any") / "any.csv"
    path.write_bytes(separated(by, tuple(table)).encode())
    assert rows_of(path) == [row_of(n, row[0], row[1], row[3]) for n, row in enumerate(table, start=1)]


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from([".csv", ".tsv", ".jsonl", ".xlsx", ".parquet", ".csv.gz"]))
def test_any_bytes_are_rows_or_one_line(tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str) -> None:
    path = tmp_path_factory.mktemp("bytes") / f"any{suffix}"
    path.write_bytes(data)
    try:
        source = open_source(path)
        columns = choose_columns(source.names, Wanted(), path.name)
        rows = [row for row, _ in source.rows(columns)]
    except InputError:
        return
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))


def test_bad_rows_of_a_csv_are_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    long = "a" * (LONGEST_TEXT + 1)
    path.write_bytes(
        b"id,deskripsi\n1,baik\n2,p\xe9langgan\n\n3,satu,dua\n4\n5," + long.encode() + b"\n6,baik,\n7,\0\n8,baik"
    )
    rows = rows_of(path, Columns("deskripsi", "id"))
    assert [(row.number, row.id, row.fault) for row in rows] == [
        (1, "1", ""),
        (2, "2", NOT_UTF8),
        (3, "", "the row has more cells than the header has columns: a cell with a separator in it needs quotes"),
        (4, "4", EMPTY),
        (5, "5", TOO_LONG),
        (6, "6", ""),
        (7, "7", ""),
        (8, "8", ""),
    ]
    assert not any(row.text for row in rows if row.fault)


def test_an_open_quotation_mark_takes_no_more_than_its_bound(tmp_path: Path) -> None:
    path = tmp_path / "open.csv"
    path.write_text('id,teks\n1,"terbuka\n' + "2,baris\n" * 120_000, "utf-8")
    rows = rows_of(path, Columns("teks", "id"))
    assert rows[0].fault == "a cell is too long to be one: a quotation mark is not closed"
    assert rows[-1] == Row(len(rows), "2", "", "baris")
    assert csv.field_size_limit() == 131_072  # others' tables are read as before


def test_bad_lines_of_json_are_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    lines = [
        b'{"deskripsi": "baik", "id": 4.5}',
        b'{"deskripsi": "p\xe9langgan"}',
        b'["baik"]',
        b"{",
        b'{"deskripsi": {"a": 1}, "id": true}',
        b'{"judul": "tanpa teks"}',
        b"[" * 5000,
        b'"' + b"x" * (17 << 20) + b'"',
        b'{"deskripsi": "baik", "judul": ["x"]}',
    ]
    path.write_bytes(b"\n".join(lines))
    assert [(row.id, row.fault) for row in rows_of(path)] == [
        ("4.5", ""),
        ("", NOT_UTF8),
        ("", "the line is not a JSON object"),
        ("", "the line is not a JSON object"),
        ("", "the text is not a string"),
        ("", EMPTY),
        ("", "the line is not a JSON object"),
        ("", TOO_LONG),
        ("", ""),
    ]


def test_undecodable_cells_of_parquet_are_told(tmp_path: Path) -> None:
    path = tmp_path / "bad.parquet"
    pq.write_table(
        pa.table({"deskripsi": pa.array([b"p\xe9langgan", b"baik"]), "id": [1, 2], "judul": ["", "A"]}), path
    )
    assert [(row.id, row.fault) for row in rows_of(path)] == [("1", NOT_UTF8), ("2", "")]


@pytest.mark.parametrize(
    ("names", "wanted", "chosen"),
    [
        (("id", "title", "text", "lang"), Wanted(), Columns("text", "id", "title")),
        (("Job ID", "Job Title", "Job Description"), Wanted(), Columns("Job Description", "Job ID", "Job Title")),
        (("judul", "deskripsi_pekerjaan"), Wanted(), Columns("deskripsi_pekerjaan", "", "judul")),
        (("semua",), Wanted(), Columns("semua")),
        (("a", "b", "text"), Wanted("b", "a"), Columns("b", "a")),
    ],
)
def test_columns_are_guessed_or_named(names: tuple[str, ...], wanted: Wanted, chosen: Columns) -> None:
    assert choose_columns(names, wanted, "t.csv") == chosen


def test_columns_not_to_be_told_are_asked_for_without_repeating_a_text() -> None:
    with pytest.raises(InputError, match=r"Name one of its columns with --text-column: 'a', 'b'\."):
        choose_columns(("a", "b"), Wanted(), "t.csv")
    with pytest.raises(
        InputError, match=r"t\.csv has no column 'teks'\. Name one of its columns with --text-column: 'a'"
    ):
        choose_columns(("a",), Wanted("teks"), "t.csv")
    with pytest.raises(InputError, match="Its first line is no header") as refused:
        choose_columns(("1", "Dicari pelayan restoran yang rajin menghias piring dan melayani tamu"), Wanted(), "t.csv")
    assert "rajin" not in str(refused.value)


def test_a_title_stands_above_its_text_unless_that_begins_with_it() -> None:
    assert row_of(1, "", "Juru Masak", "Memasak").advert == "Juru Masak\n\nMemasak"
    assert row_of(1, "", "Juru Masak", "JURU MASAK di hotel").advert == "JURU MASAK di hotel"
    assert row_of(1, "", "", "Memasak").advert == "Memasak"


def test_a_format_not_known_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"suffix '\.doc'; tables of adverts are read as \.csv, "):
        open_source(tmp_path / "a.doc")
    (tmp_path / "a.csv").write_text("")
    with pytest.raises(InputError, match=r"a\.csv is empty"):
        open_source(tmp_path / "a.csv")
