"""Words alone on the yardstick: what an encoder has to beat."""

import zlib

import numpy as np
from numpy.typing import NDArray

from search.text.stem import Stemmer
from search.text.tokens import tokens
from training.teachers import Encode, UnitRows, unit

K1, B = 1.2, 0.75  # BM25's usual saturation and length norm
SLOTS = 1 << 16  # numbers of a row; with a quarter of them so many stems fall together that NTREX loses 0.03
CHANCE = 64  # more numbers, by which texts without a common word come in a chance order,
FAINT = 1e-3  # and so small that they do nothing else


def bm25() -> Encode:
    """Rows of BM25's weights of stems, for a yardstick that takes rows: the product of two counts what both say.

    A stem's weight in a text is its saturated count times the root of its rarity among the texts of the same call, so
    that a product has the rarity once; rows are scaled to norm 1, as every encoder's are.
    """
    stem = Stemmer()

    def encode(texts: list[str]) -> UnitRows:
        counts = np.zeros((len(texts), SLOTS), dtype=np.float32)
        for row, text in zip(counts, texts, strict=True):
            for word in tokens(text):
                row[zlib.crc32(stem(word).encode()) % SLOTS] += 1
        lengths, often = counts.sum(axis=1, keepdims=True), (counts > 0).sum(axis=0)
        rarity = np.log1p((len(texts) - often + 0.5) / (often + 0.5))
        full = counts + K1 * (1 - B + B * lengths / max(float(lengths.mean()), 1.0))
        rows = unit(counts * (K1 + 1) / np.maximum(full, 1e-12) * np.sqrt(rarity))
        return unit(np.concatenate([rows, np.stack([_chance(text) for text in texts])], axis=1))

    return encode


def _chance(text: str) -> NDArray[np.float32]:
    drawn = np.random.default_rng(zlib.crc32(text.encode())).standard_normal(CHANCE)
    return np.asarray(FAINT * drawn / np.sqrt(CHANCE), dtype=np.float32)
