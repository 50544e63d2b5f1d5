"""What is written: every quotation in its cell, no cell a formula, every advert there."""

import csv
import json
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest
from adverts import ADVERTS
from hypothesis import given, settings
from hypothesis import strategies as st

from search import Searcher
from search.batch.bulk import Answer, BulkMatcher, Questions
from search.batch.records import Record, records
from search.batch.rows import row_of
from search.batch.write import OUTPUTS, Shape, open_format
from search.batch.write.separated import SeparatedWriter
from search.batch.write.sheet import SheetWriter
from search.codec import answer_to_dict
from search.errors import InputError

GAPS = Shape(gaps=True)


def written(searcher: Searcher, shape: Shape) -> list[Record]:
    rows = [row_of(n, f"A{n}", "Pramusaji" if n % 2 else "", text) for n, text in enumerate(ADVERTS, start=1)]
    answers = BulkMatcher(searcher, Questions(kind="job", gaps=shape.gaps)).answers([row.advert for row in rows])
    found: list[Record] = []
    for row, answer in zip(rows, answers, strict=True):
        assert isinstance(answer, Answer)
        found += records(row, answer, shape.nested, shape.gaps)
    return found


def test_a_nested_record_says_what_match_says(kitchen_searcher: Searcher) -> None:
    for record, text in zip(written(kitchen_searcher, Shape(nested=True)), ADVERTS, strict=True):
        if record["row"] % 2:
            continue
        single = answer_to_dict(kitchen_searcher.match(text, "job"))
        assert [record[key] for key in ("kind", "language", "confident")] == [
            single[key] for key in ("kind", "language", "confident")
        ]
        for unit, alone in zip(record["units"], single["units"], strict=True):
            assert {**unit, "evidence": None} == {**alone, "evidence": None}
            for part, quote in zip(unit["evidence"], alone["evidence"], strict=True):
                assert part == {"column": "text", **{key: quote[key] for key in part if key != "column"}}


def test_quotations_stand_where_the_record_says(kitchen_searcher: Searcher) -> None:
    seen = set()
    for record in written(kitchen_searcher, Shape()):
        cells = {"title": "Pramusaji", "text": ADVERTS[record["row"] - 1]}
        for part in record["evidence"]:
            assert cells[part["column"]][part["start"] : part["end"]] == part["text"]
            seen.add(part["column"])
    assert seen == {"title", "text"}


def test_an_advert_without_a_unit_is_there_too(kitchen_searcher: Searcher) -> None:
    found = written(kitchen_searcher, GAPS)
    assert {record["row"] for record in found} == {1, 2, 3, 4, 5}
    (nothing,) = [record for record in found if record["row"] == 4]
    assert (nothing["confident"], nothing["rank"], nothing["code"], nothing["evidence"]) == (False, None, None, [])


def join(name: str, shape: Shape, found: list[Record], folder: Path) -> Path:
    """A table of two parts."""
    writer = open_format(folder / name, shape)
    parts = [folder / "0", folder / "1"]
    for path, lot in zip(parts, (found[:3], found[3:]), strict=True):
        path.write_bytes(writer.part(lot))
    writer.join(parts, folder / name)
    return folder / name


@pytest.mark.parametrize("shape", [Shape(), GAPS, Shape(True), Shape(True, True)])
def test_parquet_and_json_hold_the_same(kitchen_searcher: Searcher, shape: Shape, tmp_path: Path) -> None:
    found = written(kitchen_searcher, shape)
    lines = join("a.jsonl", shape, found, tmp_path).read_text("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == found
    table = pq.ParquetFile(join("a.parquet", shape, found, tmp_path))
    assert table.read().to_pylist() == [_filled(record) for record in found]
    assert table.num_row_groups == 2


def _filled(record: Record) -> Record:
    return {**record, "criteria": record["criteria"] or None} if record.get("criteria", 0) is None else record


def test_csv_and_workbook_hold_the_same(kitchen_searcher: Searcher, tmp_path: Path) -> None:
    found = written(kitchen_searcher, GAPS)
    with join("a.csv", GAPS, found, tmp_path).open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file))
    sheet = openpyxl.load_workbook(join("a.xlsx", GAPS, found, tmp_path)).worksheets[0]
    cells = [[_as_csv(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert [[_bare(cell) for cell in row] for row in table] == cells
    first = dict(zip(table[0], table[1], strict=True))
    assert (first["row"], first["id"], first["rank"], first["confident"]) == ("1", "A1", "1", "true")
    assert first["criteria"].split("; ")[0].split()[0] == "1.1"
    assert first["meets_1"].startswith("title: ")


def _as_csv(cell: Any) -> str:
    return "" if cell is None else str(cell).lower() if isinstance(cell, bool) else " ".join(str(cell).split())


def _bare(cell: str) -> str:
    return cell.replace("'=", "=").replace("'+", "+").replace("'-", "-")


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=20), st.sampled_from(["", "=1+1", "\t=1", "\r-1", "@a", "+1", "=HYPERLINK(1)", "＝1"]))
def test_no_cell_runs_as_a_formula(tmp_path_factory: pytest.TempPathFactory, tail: str, start: str) -> None:
    part = {"text": start + tail, "field": "title", "no": "", "field_text": start + tail}
    names = ("row", "id", "kind", "language", "confident", "rank", "code", "title", "score", "confidence", "revoked_by")
    record = {**dict.fromkeys(names), "id": start + tail, "evidence": [part]}
    line = SeparatedWriter(Shape()).part([record]).decode()
    for cell in next(csv.reader([line.replace("\r\n", "")])):
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝"))
    folder = tmp_path_factory.mktemp("sheet")
    (folder / "0").write_bytes(SheetWriter(Shape()).part([record]))
    SheetWriter(Shape()).join([folder / "0"], folder / "a.xlsx")
    for row in openpyxl.load_workbook(folder / "a.xlsx").worksheets[0].iter_rows():
        assert all(cell.data_type != "f" and cell.hyperlink is None for cell in row)


def test_what_is_longer_than_a_sheet_goes_on_in_the_next(kitchen_searcher: Searcher, tmp_path: Path) -> None:
    found = written(kitchen_searcher, Shape())
    writer = SheetWriter(Shape(), most_rows=6)
    (tmp_path / "0").write_bytes(writer.part(found))
    writer.join([tmp_path / "0"], tmp_path / "a.xlsx")
    sheets = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets
    assert sum(sheet.max_row - 1 for sheet in sheets) == len(found)
    assert {sheet.max_row for sheet in sheets[:-1]} == {6}
    assert {sheet["A1"].value for sheet in sheets} == {"row"}


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_flat_table_has_no_room_for_nested_units(name: str) -> None:
    with pytest.raises(InputError, match=r"has no room for nested units\. Write \.jsonl or \.parquet"):
        open_format(Path(name), Shape(nested=True))


@pytest.mark.parametrize("name", [f"a{suffix}" for suffix in OUTPUTS])
def test_a_table_of_nothing_has_its_columns(name: str, tmp_path: Path) -> None:
    open_format(Path(name), Shape()).join([], tmp_path / name)
    assert name == "a.jsonl" or (tmp_path / name).stat().st_size > 0
