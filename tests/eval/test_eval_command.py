"""`padan eval` as a person calls it."""

import json
import sys
from pathlib import Path

import pytest

from padan import evaluate
from padan.cli import main


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["padan", "eval", *arguments])
    with pytest.raises(SystemExit) as stop:
        main()
    return int(stop.value.code or 0)


def test_a_system_is_measured_on_the_split_to_choose_by(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code = run(monkeypatch, "--set", "queries", "--system", "bm25", "--json", "-o", str(tmp_path / "report"))
    printed = capsys.readouterr()
    assert (code, printed.err) == (0, "")
    document = json.loads(printed.out)
    assert (document["set"], document["split"], list(document["systems"])) == ("queries", "dev", ["bm25"])
    whole = next(verdict for verdict in document["verdicts"] if verdict["group"] == "all")
    assert (whole["system"], whole["queries"]) == ("bm25", 120)
    assert set(whole["figures"]["nDCG@10"]) == {"mean", "low", "high"}
    names = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*"))
    assert names == [
        "report/figures.json",
        "report/report.html",
        "report/report.md",
        "report/runs/queries.bm25.run",
        "report/runs/queries.qrels",
    ]
    assert run(monkeypatch, "--set", "queries", "--system", "bm25") == 0
    shown = capsys.readouterr().out
    assert f"{whole['figures']['nDCG@10']['mean']:.3f} [" in shown
    assert "queries (120)" in shown


@pytest.mark.parametrize("kept", ["figures", "baseline"])
def test_what_is_kept_is_named_in_one_document(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, kept: str
) -> None:
    monkeypatch.setattr(evaluate, f"write_{kept}", lambda _: tmp_path / f"{kept}.json")
    assert run(monkeypatch, f"--write-{kept}", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"kept": str(tmp_path / f"{kept}.json")}
    assert run(monkeypatch, f"--write-{kept}") == 0
    assert f"Kept in {tmp_path}"[:30] in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--split", "train"), "'train' is not one of 'dev', 'test', 'all'"),
        (("--write-baseline",), "Write it with: padan eval --split test --write-baseline"),
        (("--write-figures", "--set", "cvs"), "Write its figures with: padan eval --write-figures"),
        (("--write-baseline", "--split", "test", "--system", "bm25"), "The baseline holds Padan's own systems"),
        (("--set", "queries", "--set", "x"), "There is no labelled set 'x'. Sets here: queries, adverts, cvs"),
    ],
)
def test_bad_input_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
) -> None:
    assert run(monkeypatch, *arguments) == 2
    printed = capsys.readouterr()
    assert message in printed.err
    assert len(printed.err.splitlines()) == 1
    assert printed.out == ""
