"""The fast path: a StaticEmbedding model read with tokenizers and numpy, without importing torch.

Equal to `SentenceTransformer(folder).encode(…)` to 1e-6: token rows gathered, averaged, divided by their norm. Two
layouts of
`model.safetensors` are read: sentence-transformers' own (`embedding.weight`) and model2vec's quantised one
(`embeddings`
[vocab, dim] in int8 or float16 with one float32 scale per row in `weights`).
"""

import json
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from search.encode.fingerprint import hash_files
from search.errors import EncoderError
from search.types import TextKind, Vectors

_FILES = ("modules.json", "tokenizer.json", "model.safetensors")
_BLOCK = 512  # texts averaged at a time: their token rows stay in the processor's cache


def is_static(folder: Path) -> bool:
    """Whether a folder holds a StaticEmbedding model, by its own list of modules."""
    try:
        modules = json.loads((folder / "modules.json").read_text("utf-8"))
        return str(modules[0]["type"]).endswith("StaticEmbedding")
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
        """Encode texts → float32 [n, dim], rows of norm 1 or zero."""
        rows = np.zeros((len(texts), self.dim), dtype=np.float32)
        for start in range(0, len(texts), _BLOCK):
            block = [
                text.encode("utf-8", "replace").decode("utf-8") for text in texts[start : start + _BLOCK]
            ]  # no lone surrogates
            encodings = self._tokenizer.encode_batch_fast(block, add_special_tokens=False)
            self._average([encoding.ids for encoding in encodings], rows[start : start + _BLOCK])
        return rows

    def _average(self, ids: list[list[int]], out: Vectors) -> None:
        lengths = np.fromiter(map(len, ids), dtype=np.int64, count=len(ids))
        full = np.flatnonzero(lengths)
        if not full.size:
            return
        flat = np.fromiter(chain.from_iterable(ids), dtype=np.int64, count=int(lengths.sum()))
        token_rows = self._table[flat].astype(np.float32)
        if self._scale is not None:
            token_rows *= self._scale[flat, None]
        starts = (np.cumsum(lengths) - lengths)[full]
        means = np.add.reduceat(token_rows, starts, axis=0) / lengths[full, None].astype(np.float32)
        norms = np.linalg.norm(means, axis=1, keepdims=True)
        out[full] = means / np.maximum(norms, 1e-12)


def _tables(
    tensors: dict[str, NDArray[np.generic]], name: str
) -> tuple[NDArray[np.generic], NDArray[np.float32] | None]:
    """The token table [vocab, dim] and its row scales [vocab], or None where rows are stored in full."""
    if "embedding.weight" in tensors:
        return tensors["embedding.weight"], None
    if "embeddings" in tensors and "mapping" not in tensors:
        scale = tensors.get("weights")
        return tensors["embeddings"], None if scale is None else scale.astype(np.float32)
    raise EncoderError(
        f"Model '{name}' holds {sorted(tensors)} but 'embedding.weight' or 'embeddings' is needed. Save it anew."
    )
