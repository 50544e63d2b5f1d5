"""The graph beside a model's weights gives the rows that sentence-transformers gives, without torch."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="needs padan[models] to build a model")
pytest.importorskip("onnx", reason="needs padan[dev] to write a graph")

from tiny_bert import saved

from search.encode import DEEP, load_encoder
from search.encode.graph import GraphEncoder, is_graph
from search.errors import EncoderError
from search.resources import data_dir

TEXTS = [
    "menangani keluhan pelanggan",
    "Write a REPORT!",
    "tamu " * 300,
    "melayani tamu",
    "tak dikenal zzz",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(tmp_path_factory.mktemp("deep"))


@pytest.mark.filterwarnings("ignore")
def test_rows_are_those_of_sentence_transformers(folder: Path) -> None:
    from sentence_transformers import SentenceTransformer

    theirs = SentenceTransformer(str(folder), device="cpu").encode(TEXTS)
    np.testing.assert_allclose(GraphEncoder("m", folder).encode(TEXTS), theirs, atol=2e-5)


@pytest.mark.filterwarnings("ignore")
def test_the_bundled_model_gives_the_rows_of_sentence_transformers_and_is_small() -> None:
    from sentence_transformers import SentenceTransformer

    bundled = data_dir() / "models" / DEEP
    texts = [*TEXTS, "Data pelanggan dikelompokkan berdasarkan kriteria yang ditetapkan.", "led a team of 12 reps"]
    theirs = SentenceTransformer(str(bundled), device="cpu").encode(texts)
    ours = load_encoder(DEEP).encode(texts)
    assert (ours * theirs).sum(axis=1).min() >= 0.999
    assert sum(path.stat().st_size for path in bundled.rglob("*") if path.is_file()) <= 60_000_000


def test_a_row_does_not_depend_on_its_neighbours(folder: Path) -> None:
    encoder = GraphEncoder("m", folder)
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    np.testing.assert_allclose(encoder.encode(TEXTS), alone, atol=1e-6)
    np.testing.assert_allclose(np.linalg.norm(alone, axis=1), 1, atol=1e-6)


def test_a_text_without_a_piece_is_a_row_of_zeros(folder: Path) -> None:
    rows = GraphEncoder("m", folder).encode(["", "  ", "!!! —", "tamu", "\ud800"])
    assert [bool(row.any()) for row in rows] == [False, False, False, True, False]
    assert GraphEncoder("m", folder).encode([]).shape == (0, 32)


def test_loaded_by_folder_and_known_by_its_graph(folder: Path, tmp_path: Path) -> None:
    assert is_graph(folder)
    assert not is_graph(tmp_path)
    encoder = load_encoder(str(folder))
    assert isinstance(encoder, GraphEncoder)
    assert encoder.dim == 32


def test_broken_weights_are_one_line(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        if path.is_file():
            (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "model.safetensors").write_bytes(b"short")
    with pytest.raises(EncoderError, match=r"Model 'm' in .* cannot be read \(.*\)\. Restore its files\."):
        GraphEncoder("m", tmp_path)


def test_torch_is_not_imported(folder: Path) -> None:
    code = (
        "import sys; from search.encode import load_encoder; "
        f"load_encoder({str(folder)!r}).encode(['tamu']); print('torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
