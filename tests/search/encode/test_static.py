import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.numpy import save_file
from world import save_model

from search.encode import load_encoder
from search.encode.static import StaticEncoder, is_static
from search.errors import EncoderError

WORDS = ["[UNK]", "nasi", "goreng", "tamu"]
ROWS = np.array([[0, 0, 0.001], [3, 0, 0], [0, 4, 0], [0, 0, 5]], dtype=np.float32)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return save_model(tmp_path / "model", WORDS, ROWS)


def test_mean_of_token_rows_divided_by_its_norm(folder: Path) -> None:
    encoder = StaticEncoder("m", folder)
    rows = encoder.encode(["nasi goreng", "NASI", "", "tamu tamu"])
    np.testing.assert_allclose(rows, [[0.6, 0.8, 0], [1, 0, 0], [0, 0, 0], [0, 0, 1]], atol=1e-7)
    assert rows.dtype == np.float32
    assert encoder.dim == 3


def test_quantised_rows_are_scaled_back(tmp_path: Path) -> None:
    encoder = StaticEncoder("m", save_model(tmp_path / "q", WORDS, ROWS, quantised=True))
    np.testing.assert_allclose(encoder.encode(["nasi goreng"]), [[0.6, 0.8, 0]], atol=1e-6)


def test_blocks_do_not_change_the_answer(folder: Path) -> None:
    encoder = StaticEncoder("m", folder)
    texts = ["nasi goreng tamu"[: 3 + number % 14] for number in range(1100)]
    np.testing.assert_array_equal(encoder.encode(texts), np.concatenate([encoder.encode([text]) for text in texts]))


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("quantised", [False, True])
def test_equals_sentence_transformers(tmp_path: Path, quantised: bool) -> None:
    library = pytest.importorskip("sentence_transformers")
    rows = np.random.default_rng(1).standard_normal((len(WORDS), 16)).astype(np.float32)
    folder = save_model(tmp_path / "model", WORDS, rows, quantised)
    texts = ["nasi goreng", "tamu", "Nasi tamu tamu lain", "goreng tamu " * 30]
    theirs = library.SentenceTransformer(str(folder), device="cpu").encode(texts)
    np.testing.assert_allclose(StaticEncoder("m", folder).encode(texts), theirs, atol=1e-6)


def test_fingerprint_follows_the_files(folder: Path, tmp_path: Path) -> None:
    other = save_model(tmp_path / "other", WORDS, ROWS * 2)
    again = save_model(tmp_path / "again", WORDS, ROWS)
    assert (
        StaticEncoder("a", folder).fingerprint
        == StaticEncoder("b", again).fingerprint
        != StaticEncoder("a", other).fingerprint
    )


def test_a_folder_is_loaded_by_its_path(folder: Path) -> None:
    assert load_encoder(str(folder)).dim == 3


def test_a_relative_folder_is_named_by_its_whole_path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    assert load_encoder("model").name == load_encoder("./model").name == str(folder.resolve())
    assert load_encoder("padan-id-en").name == "padan-id-en"


def test_a_folder_that_is_gone_names_the_way_back(tmp_path: Path) -> None:
    with pytest.raises(
        EncoderError, match=r"gone does not exist\. .* use --encoder padan-id-en for the bundled model\.$"
    ):
        load_encoder(str(tmp_path / "gone"))


def test_broken_models_say_so_in_one_line(folder: Path) -> None:
    (folder / "model.safetensors").write_bytes(b"nonsense")
    with pytest.raises(EncoderError, match=r"^Model 'm' in .* cannot be read \(.*\)\. Restore its files\.$"):
        StaticEncoder("m", folder)


def test_is_static_is_total(tmp_path: Path) -> None:
    for number, text in enumerate(["", "[]", "{}", "[1]", '[{"type": 3}]', "null"]):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "modules.json").write_text(text)
        assert not is_static(folder)
    assert not is_static(tmp_path / "absent")
    (tmp_path / "modules.json").write_text(json.dumps([{"type": "sentence_transformers.models.StaticEmbedding"}]))
    assert is_static(tmp_path)


@pytest.mark.filterwarnings("ignore")
def test_layers_behind_the_mean_are_left_to_the_library(folder: Path) -> None:
    library = pytest.importorskip("sentence_transformers")
    turned = np.array([[0, 1, 0], [0, 0, 1], [1, 0, 0]], dtype=np.float32)
    path = folder / "1_Dense"
    path.mkdir()
    save_file({"linear.weight": turned}, path / "model.safetensors")
    config = {"in_features": 3, "out_features": 3, "bias": False}
    activation = {"activation_function": "torch.nn.modules.linear.Identity"}
    (path / "config.json").write_text(json.dumps(config | activation), "utf-8")
    first, last = json.loads((folder / "modules.json").read_text("utf-8"))
    kind = "sentence_transformers.base.modules.dense.Dense"
    dense = {"idx": 1, "name": "dense", "path": path.name, "type": kind}
    (folder / "modules.json").write_text(json.dumps([first, dense, last | {"idx": 2}]), "utf-8")
    assert not is_static(folder)
    theirs = library.SentenceTransformer(str(folder), device="cpu").encode(["nasi goreng"])
    rows = load_encoder(str(folder)).encode(["nasi goreng"])
    np.testing.assert_allclose(theirs, [[0.8, 0, 0.6]], atol=1e-6)
    np.testing.assert_allclose(rows, theirs, atol=1e-6)


@settings(max_examples=50)
@given(texts=st.lists(st.text(), max_size=5))
def test_any_text_gives_a_row_of_norm_one_or_zero(tiny_encoder: StaticEncoder, texts: list[str]) -> None:
    norms = np.linalg.norm(tiny_encoder.encode(texts), axis=1)
    assert all(abs(norm - 1) < 1e-5 or norm == 0 for norm in norms)


def test_lone_surrogates_are_read(tiny_encoder: StaticEncoder) -> None:
    assert tiny_encoder.encode(["nasi \ud800"]).shape == (1, 64)
