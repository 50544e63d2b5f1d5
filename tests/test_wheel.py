"""The wheel works where no checkout is: built, installed into an empty environment, asked a question."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def padan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)], check=True, capture_output=True
    )
    (wheel,) = folder.glob("padan-*.whl")
    subprocess.run([sys.executable, "-m", "venv", str(folder / "env")], check=True)
    pip = [
        str(folder / "env" / "bin" / "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--constraint",
        str(ROOT / "constraints.txt"),
    ]
    subprocess.run([*pip, str(wheel)], check=True)
    return folder / "env" / "bin" / "padan"


def run(padan: Path, *arguments: str, cache: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(cache), "XDG_CACHE_HOME": str(cache)}
    return subprocess.run([str(padan), *arguments], cwd=cache, env=environment, capture_output=True, text=True)


def test_search_works_out_of_the_box(padan: Path, tmp_path: Path) -> None:
    first = run(padan, "search", "customer loyalty program", "--json", cache=tmp_path)
    assert first.returncode == 0, first.stderr
    assert json.loads(first.stdout)["results"][0]["code"] == "M.70MKT00.021.2"
    assert "padan: learning from 4,424 worked examples, to answer fast\n" in first.stderr
    assert "\npadan: built the index of 50 units" in first.stderr
    again = run(padan, "search", "customer loyalty program", "--json", cache=tmp_path)
    assert (again.stdout, again.stderr) == (first.stdout, "")


def test_the_bundled_labels_are_in_the_wheel(padan: Path, tmp_path: Path) -> None:
    shown = run(padan, "catalogue", "--json", cache=tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert all(unit["aliases"] for decree in json.loads(shown.stdout)["decrees"] for unit in decree["units"])


def test_an_extra_that_is_missing_is_an_install_line(padan: Path, tmp_path: Path) -> None:
    for command, line in (
        (["serve"], "padan: streamlit is not installed. Install it with: pip install 'padan[app]'\n"),
        (["eval"], "padan: ir-measures is not installed. Install it with: pip install 'padan[eval]'\n"),
        (
            ["index", "--encoder", "some/model"],
            "padan: sentence-transformers is not installed. Install it with: pip install 'padan[models]'\n",
        ),
    ):
        result = run(padan, *command, cache=tmp_path)
        assert (result.returncode, result.stderr) == (2, line)


def test_the_page_and_its_settings_are_in_the_wheel(padan: Path, tmp_path: Path) -> None:
    code = "import pathlib, padan; print(*(path.name for path in pathlib.Path(padan.__path__[0], 'ui').iterdir()))"
    command = [str(padan.parent / "python"), "-c", code]
    done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert {"app.py", "config.toml", "page.css", "page.py"} <= set(done.stdout.split())
