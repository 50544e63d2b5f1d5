"""`padan batch`: one table in, one table out, and what is said of it."""

import csv
import json
from pathlib import Path

import pytest
from kitchen import Padan

TABLE = """id;judul;deskripsi
A1;Juru Masak;Memasak nasi goreng untuk tamu. Mencuci beras dan mengulek bumbu.
A2;Petugas Kebersihan;Membersihkan dapur setiap hari
A3;Kosong;
A4;Akuntan;Menyusun laporan keuangan bulanan perusahaan
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "lowongan.csv"
    path.write_text(TABLE, "utf-8")
    return path


def test_a_table_of_adverts_becomes_a_table_of_matches(built: Padan, table: Path, tmp_path: Path) -> None:
    result = built("batch", table, "-o", tmp_path / "hasil.csv", "--gaps", "-k", "1")
    assert result.code == 0
    assert "padan: reading lowongan.csv: text 'deskripsi', id 'id', title 'judul'\n" in result.err
    assert "hasil.csv: 4 rows, 1 left out" in " ".join(result.out.split())
    with (tmp_path / "hasil.csv").open(encoding="utf-8-sig", newline="") as file:
        first, second, last = csv.DictReader(file)
    assert (first["id"], first["code"], second["code"]) == ("A1", "I.55COK00.001.1", "I.55COK00.002.1")
    assert first["criteria"].startswith("1.1 ")
    assert last["id"] == "A4"
    assert (tmp_path / "hasil.csv.errors.csv").read_text() == "row,reason\n3,the text is empty\n"


def test_the_summary_is_one_document(built: Padan, table: Path, tmp_path: Path) -> None:
    result = built("batch", table, "-o", tmp_path / "hasil.jsonl", "--nested", "--json-summary")
    summary = json.loads(result.out)
    assert (summary["rows"], summary["answered"], summary["left_out"]) == (4, 3, {"the text is empty": 1})
    assert summary["languages"] == {"id": 3}
    assert summary["nothing_here"] == {"adverts": 1, "share": 0.3333}
    assert {unit["code"]: unit["title"] for unit in summary["units"]} == {
        "I.55COK00.001.1": "Memasak Nasi Goreng",
        "I.55COK00.002.1": "Membersihkan Dapur",
    }
    lines = (tmp_path / "hasil.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["A1", "A2", "A4"]


def test_stats_show_what_is_asked_for_most(built: Padan, table: Path, tmp_path: Path) -> None:
    shown = built("batch", table, "-o", tmp_path / "hasil.parquet", "--stats").out
    assert "nothing here for 1 of 3 adverts (33%)" in shown
    assert "Indonesian" in shown
    assert "Memasak Nasi Goreng" in shown


def test_a_run_is_resumed_or_replaced_only_when_asked(built: Padan, table: Path, tmp_path: Path) -> None:
    output = tmp_path / "hasil.jsonl"
    assert built("batch", table, "-o", output).code == 0
    refused = built("batch", table, "-o", output)
    assert (refused.code, refused.err.count("--resume")) == (2, 1)
    assert "4 of them before" in built("batch", table, "-o", output, "--resume").out
    both = built("batch", table, "-o", output, "--resume", "--fresh")
    assert (both.code, both.err) == (2, "padan: --resume and --fresh contradict each other. Leave one of them out.\n")
    assert built("batch", table, "-o", output, "--fresh").code == 0


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--text-column", "isi"], "lowongan.csv has no column 'isi'. Name one of its columns with --text-column"),
        (["--workers", "0"], "--workers is 0, but from 1 to 256 can be started."),
        (["--nested"], "a .csv table has no room for nested units"),
    ],
)
def test_bad_options_are_one_line_and_leave_nothing(
    built: Padan, table: Path, tmp_path: Path, arguments: list[str], why: str
) -> None:
    result = built("batch", table, "-o", tmp_path / "hasil.csv", *arguments)
    assert result.code == 2
    assert why in result.err
    assert "Traceback" not in result.err
    assert not list(tmp_path.glob("hasil*"))


def test_an_interrupted_run_says_how_to_go_on(
    built: Padan, table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("search.batch.run._join", interrupt)
        stopped = built("batch", table, "-o", tmp_path / "hasil.jsonl")
    assert stopped.code == 130
    assert "what is done is kept in hasil.jsonl.batch. Go on with: --resume" in stopped.err
    assert built("batch", table, "-o", tmp_path / "hasil.jsonl", "--resume").code == 0
