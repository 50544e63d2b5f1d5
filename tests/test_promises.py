"""What the README promises, with the bundled decree and model, as a user would ask for it."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from indexer.build import build_index
from padan.places import default_decrees
from search import Searcher
from search.encode import load_encoder
from search.encode.load import DEFAULT
from search.resources import data_dir

ROOT = Path(__file__).parent.parent
SAMPLES = data_dir() / "samples"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("index")
    build_index([default_decrees()], folder, DEFAULT)
    return folder


@pytest.fixture(scope="module")
def searcher(index: Path) -> Searcher:
    return Searcher.open(index)


@pytest.mark.parametrize(
    ("query", "unit", "within"),
    [
        ("cara handle komplen pelanggan yg marah2", "M.70MKT00.020.2", 3),
        ("customer loyalty program", "M.70MKT00.021.2", 1),
        ("menagani kelhuan pelangan", "M.70MKT00.020.2", 3),
        ("telesales", "M.70MKT00.037.1", 1),
        ("riset produk baru", "M.70MKT00.009.2", 3),
    ],
)
def test_search_names_the_unit(searcher: Searcher, query: str, unit: str, within: int) -> None:
    assert unit in [hit.code for hit in searcher.search(query, k=within).results]


def test_an_advert_of_another_trade_gets_no_confident_unit(searcher: Searcher) -> None:
    assert not searcher.match((SAMPLES / "lowongan-network-engineer.txt").read_text("utf-8")).confident
    assert searcher.match((SAMPLES / "advert-brand-manager.txt").read_text("utf-8")).confident


def test_a_cv_proves_nothing_by_wishes_denials_and_other_peoples_work(searcher: Searcher) -> None:
    text = (SAMPLES / "cv-sales-supervisor.txt").read_text("utf-8")
    answer = searcher.match(text, k=50)
    quoted = {evidence.text for unit in answer.units for evidence in unit.evidence}
    assert answer.kind == "cv"
    assert not any(re.search(r"belum pernah|ingin belajar|oleh rekan", text, re.IGNORECASE) for text in quoted)


def test_the_fast_path_equals_sentence_transformers() -> None:
    library = pytest.importorskip("sentence_transformers")
    folder = data_dir() / "models" / DEFAULT
    texts = [
        line for path in sorted(SAMPLES.glob("*.txt")) for line in path.read_text("utf-8").splitlines() if line.strip()
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TOKENIZERS_PARALLELISM", "false")
        theirs = library.SentenceTransformer(str(folder), device="cpu").encode(texts)
    np.testing.assert_allclose(load_encoder().encode(texts), theirs, atol=1e-6)


@pytest.mark.parametrize("command", ["match", "gaps"])
def test_the_same_bytes_at_any_thread_count(index: Path, command: str) -> None:
    text = str(SAMPLES / "cv-sales-supervisor.txt")

    def run(threads: str) -> bytes:
        environment = {
            **os.environ,
            "OMP_NUM_THREADS": threads,
            "OPENBLAS_NUM_THREADS": threads,
            "RAYON_NUM_THREADS": threads,
        }
        arguments = [sys.executable, "-m", "padan", command, text, "--index", str(index), "--json"]
        return subprocess.run(arguments, cwd=ROOT, env=environment, check=True, capture_output=True).stdout

    assert run("1") == run("2")


def test_a_search_imports_nothing_heavy(index: Path) -> None:
    code = (
        "import sys; from search import Searcher; Searcher.open(sys.argv[1]).search('layanan'); "
        "print(sorted({'torch', 'sentence_transformers', 'streamlit', 'bm25s', 'scipy', 'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(index)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout == "[]\n"


def readme_commands() -> list[str]:
    return re.findall(r"^\$ (padan .*)$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("command", readme_commands())
def test_commands_of_the_readme_print_what_it_shows(index: Path, command: str) -> None:
    environment = {**os.environ, "PADAN_INDEX": str(index), "COLUMNS": "120"}
    arguments = [sys.executable, "-m", "padan", *shlex.split(command)[1:]]
    printed = subprocess.run(arguments, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout
    shown = re.search(re.escape(f"$ {command}\n") + r"(.*?)\n```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert shown is not None
    kept = [line.rstrip() for line in shown[1].splitlines() if line.strip() not in {"", "…"}]
    assert set(kept) <= {line.rstrip() for line in printed.splitlines()}
