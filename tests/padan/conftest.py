"""A way to run the command, and an index of a small decree to run it with."""

import io
import sys
from pathlib import Path

import pytest
from world import word_model

sys.path.insert(0, str(Path(__file__).parent))  # for `kitchen`

from kitchen import DECREE, Padan, Result

from padan.cli import main


@pytest.fixture
def padan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Padan:
    """Run the command in this process, with an index and a cache of its own."""
    monkeypatch.setenv("PADAN_INDEX", str(tmp_path / "index"))
    monkeypatch.delenv("PADAN_DEBUG", raising=False)

    def run(*arguments: object, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "argv", ["padan", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as stop:
            main()
        printed = capsys.readouterr()
        return Result(int(stop.value.code or 0), printed.out, printed.err)

    return run


@pytest.fixture
def decree(tmp_path: Path) -> Path:
    path = tmp_path / "boga.md"
    path.write_text(DECREE, "utf-8")
    return path


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return word_model(tmp_path / "model", [DECREE])


@pytest.fixture
def built(padan: Padan, decree: Path, model: Path) -> Padan:
    result = padan("index", "--fresh", decree, "--encoder", model)
    assert (result.code, result.err) == (0, "")
    return padan
