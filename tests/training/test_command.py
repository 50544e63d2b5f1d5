"""The command says in one line what is missing and ends with 2; the table of sources names every source."""

import sys
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="needs padan[train]")

from training import __main__ as command
from training.card import sources_table
from training.sources import SOURCES


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["training", *arguments])
    with pytest.raises(SystemExit) as end:
        command.main()
    return int(end.value.code or 0)


def test_absent_corpora_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(
        monkeypatch,
        "static",
        "--corpora",
        str(tmp_path),
        "--yardstick",
        str(tmp_path),
        "--output",
        str(tmp_path / "model"),
        "--cache",
        str(tmp_path / "cache"),
    )
    message = capsys.readouterr().err.strip()
    assert code == 2
    assert "\n" not in message
    assert message.startswith("Training corpus not found: ")
    assert not (tmp_path / "model").exists()


def test_an_absent_package_gives_its_install_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "training.recipe", None)
    assert run(monkeypatch, "static", "--corpora", str(tmp_path)) == 2
    assert "pip install 'padan[train]'" in capsys.readouterr().err


def test_an_absent_model_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "measure.py").write_text("main = None\n", encoding="utf-8")
    assert run(monkeypatch, "measure", str(tmp_path / "none"), "--yardstick", str(tmp_path)) == 2
    message = capsys.readouterr().err.strip()
    assert "\n" not in message
    assert message.startswith(f"The model folder {tmp_path / 'none'} does not exist.")


def test_every_source_stands_in_the_table() -> None:
    table = sources_table({SOURCES[0].name: 1234})
    assert all(f"| {source.name} |" in table for source in SOURCES)
    assert "| 1,234 |" in table
