"""A small transformer without torch: a sentence-transformers folder whose graph ONNX Runtime runs.

`model.onnx` is the graph alone; its weights lie in the folder's `model.safetensors`, kept in half precision and
computed with in single precision as sentence-transformers does: the rows are the same. Texts of one length go together:
there is no padding, and a text's row does not depend on its neighbours.
"""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from search.encode.fingerprint import hash_files
from search.encode.texts import sound
from search.errors import EncoderError
from search.types import TextKind, Vectors

_FILES = ("modules.json", "tokenizer.json", "tokenizer_config.json", "model.onnx", "model.safetensors")
_BLOCK = 4096  # pieces of all texts of one call: what keeps the memory small and the processor's cache warm
_FRAME = 2  # pieces around every text, [CLS] and [SEP]
_LEAST = 1e-12  # keeps the zero row of an empty text from being divided by zero
_THREADS = 4  # more do not help texts this short


def is_graph(folder: Path) -> bool:
    """Whether a folder holds a sentence encoder with its graph beside it."""
    return (folder / "model.onnx").is_file() and (folder / "tokenizer_config.json").is_file()


class GraphEncoder:
    """Mean of the last layer's piece vectors, normalised; some hundred sentences a second on two cores."""

    def __init__(self, name: str, folder: Path) -> None:
        import onnxruntime  # a fifth of a second: only when such a model is asked for

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = min(_THREADS, os.cpu_count() or 1)
        options.add_session_config_entry(
            "session.intra_op.allow_spinning", "0"
        )  # idle threads leave the cores to others
        options.log_severity_level = 4
        try:
            self._session = onnxruntime.InferenceSession(folder / "model.onnx", options, ["CPUExecutionProvider"])
            tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._longest = int(json.loads((folder / "tokenizer_config.json").read_text("utf-8"))["model_max_length"])
        except Exception as error:  # both libraries raise nothing narrower
            raise EncoderError(
                f"Model '{name}' in {folder} cannot be read ({type(error).__name__}). Restore its files."
            ) from error
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self.name = name
        self.dim = int(self._session.get_outputs()[0].shape[1])
        self.fingerprint = hash_files(folder, _FILES)

    def encode(self, texts: Sequence[str], kind: TextKind = "passage") -> Vectors:  # noqa: ARG002 - no prefixes here
        """Encode texts → float32 [n, dim], rows of norm 1, or zero for a blank text."""
        rows = np.zeros((len(texts), self.dim), dtype=np.float32)
        ids = [self._cut(one.ids) for one in self._tokenizer.encode_batch_fast([sound(text) for text in texts])]
        for block in _blocks([len(one) for one in ids]):
            given = np.array([ids[at] for at in block], dtype=np.int64)
            rows[block] = self._session.run(None, {"ids": given})[0]
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), _LEAST)
        return rows

    def _cut(self, ids: list[int]) -> list[int]:
        """At most as many pieces as the model reads, the closing one kept."""
        return ids if len(ids) <= self._longest else [*ids[: self._longest - 1], ids[-1]]


def _blocks(lengths: Sequence[int]) -> Iterator[NDArray[np.int64]]:
    """Numbers of texts that have one length, no more together than _BLOCK pieces; texts without a piece in no block."""
    all_lengths = np.asarray(lengths)
    for length in np.unique(all_lengths[all_lengths > _FRAME]):
        same = np.flatnonzero(all_lengths == length)
        most = max(1, _BLOCK // int(length))
        for start in range(0, len(same), most):
            yield same[start : start + most]
