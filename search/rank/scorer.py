"""Any text against every passage of an index: both arms at once."""

from collections.abc import Sequence
from copy import copy

import numpy as np

from search.encode import Encoder
from search.rank.dense import DenseRanker
from search.rank.fusion import DEFAULT_WEIGHTS, Weights, best_per_unit, fuse
from search.rank.lexical import LexicalRanker
from search.store import StoredIndex, check_encoder
from search.text.stem import Stemmer
from search.types import Rows, Scores


class Scorer:
    """Holds an index, its encoder and its words; refuses an encoder the index was not built with."""

    def __init__(self, index: StoredIndex, encoder: Encoder, weights: Weights = DEFAULT_WEIGHTS) -> None:
        check_encoder(index.manifest, encoder.name, encoder.fingerprint, encoder.dim)
        self.index = index
        self._encoder = encoder
        self._dense = DenseRanker(index.vectors)
        self._lexical = LexicalRanker(index.lexical, Stemmer(index.stems))
        self._reader: LexicalRanker | None = None
        self._weights = weights
        self._per_field = weights.of(index.passages)

    def remembering(self) -> "Scorer":
        """This scorer for a run of many calls: what it learns of a word it knows until it is let go of.

        Its answers are the same bit for bit; only the words of the last texts stay in memory longer than a call.
        """
        other = copy(self)
        other._reader = self._lexical.reading()
        return other

    def scores(self, texts: Sequence[str]) -> Scores:
        """Texts → fused scores float32 [n_texts, n_passages] in [0, 1]: how near each text is to each passage."""
        reader = self._reader or self._lexical.reading()
        vectors = self._encoder.encode(reader.meant(texts), kind="query")
        fused = fuse(self._dense.scores(vectors), reader.scores(texts), self._weights)
        return np.round(fused, 4)  # rounded once, here: what is compared, sorted and printed is the same number

    def per_unit(self, scores: Scores) -> tuple[Scores, Rows]:
        """Passage scores [n, n_passages] → unit scores [n, n_units], weighed by field, and the passage behind each."""
        return best_per_unit(np.round(scores * self._per_field, 4), self.index.unit_starts)
