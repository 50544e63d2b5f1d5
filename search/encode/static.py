"""The fast path: a StaticEmbedding model read with tokenizers and numpy, without importing torch.

Equal to `SentenceTransformer(folder).encode(…)` to 1e-6: token rows gathered, added up, divided by the norm of the sum.
Two layouts of `model.safetensors` are read: sentence-transformers' own (`embedding.weight`) and model2vec's quantised
one (`embeddings` [vocab, dim] in int8 or float16 with one float32 scale per row in `weights`).
"""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from search.encode.fingerprint import hash_files
from search.encode.texts import sound
from search.errors import EncoderError
from search.types import TextKind, Vectors

_FILES = ("modules.json", "tokenizer.json", "model.safetensors")
_BLOCK = 1024  # texts given to the tokenizer at a time
_LEAST = 1e-12  # keeps the zero row of an empty text from being divided by zero


def is_static(folder: Path) -> bool:
    """Whether a folder holds a StaticEmbedding model and nothing behind its mean, by its own list of modules."""
    try:
        modules = json.loads((folder / "modules.json").read_text("utf-8"))
        first, *others = (str(module["type"]).rpartition(".")[2] for module in modules)
        return first == "StaticEmbedding" and set(others) <= {"Normalize"}
    except (OSError, ValueError, LookupError, TypeError):
        return False


class StaticEncoder:
    """Mean of token vectors, normalised; thousands of sentences a second on one core."""

    def __init__(self, name: str, folder: Path) -> None:
        try:
            tensors = load_file(folder / "model.safetensors")
            tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:  # tokenizers raises nothing narrower
            raise EncoderError(
                f"Model '{name}' in {folder} cannot be read ({type(error).__name__}). Restore its files."
            ) from error
        self._table, self._scale = _tables(tensors, name)
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self.name = name
        self.dim = int(self._table.shape[1])
        self.fingerprint = hash_files(folder, _FILES)

    def encode(self, texts: Sequence[str], kind: TextKind = "passage") -> Vectors:  # noqa: ARG002 - no prefixes here
        """Encode texts → float32 [n, dim], rows of norm 1 or zero; a text's row does not depend on its neighbours."""
        rows = np.zeros((len(texts), self.dim), dtype=np.float32)
        for start in range(0, len(texts), _BLOCK):
            block = [sound(text) for text in texts[start : start + _BLOCK]]
            for place, encoding in enumerate(self._tokenizer.encode_batch_fast(block, add_special_tokens=False), start):
                if encoding.ids:
                    rows[place] = self._sum(encoding.ids)
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), _LEAST)
        return rows

    def pieces(self, names: Sequence[str]) -> Vectors:
        """The unit row of each piece by its name in the vocabulary, zero for one that is not in it."""
        rows = np.zeros((len(names), self.dim), dtype=np.float32)
        for place, name in enumerate(names):
            if (number := self._tokenizer.token_to_id(name)) is not None:
                rows[place] = self._sum([number])
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), _LEAST)
        return rows

    def _sum(self, ids: list[int]) -> NDArray[np.float32]:
        """Sum of token rows [dim], as one product per text: many times faster than adding up segments of a block."""
        rows: NDArray[np.float32] = self._table[ids].astype(np.float32)
        total: NDArray[np.float32] = np.dot(self._scale[ids], rows)
        return total


def _tables(tensors: dict[str, NDArray[np.generic]], name: str) -> tuple[NDArray[np.generic], NDArray[np.float32]]:
    """The token table [vocab, dim] and the scale of its rows [vocab]."""
    table = tensors.get("embedding.weight", tensors.get("embeddings"))
    if table is None or "mapping" in tensors:
        raise EncoderError(
            f"Model '{name}' holds {sorted(tensors)} but 'embedding.weight' or 'embeddings' is needed. Save it anew."
        )
    scale = tensors.get("weights")
    return table, np.ones(len(table), np.float32) if scale is None else scale.astype(np.float32)
