"""Any text against every passage of an index: both arms at once."""

from collections.abc import Sequence

import numpy as np

from search.encode import Encoder
from search.rank.dense import dense_scores
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
        self._lexical = LexicalRanker(index.lexical, Stemmer(index.stems))
        self._weights = weights
        self._per_field = weights.of(index.passages)

    def scores(self, texts: Sequence[str]) -> Scores:
        """Texts → fused scores float32 [n_texts, n_passages] in [0, 1]: how near each text is to each passage."""
        reader = self._lexical.reading()
        vectors = self._encoder.encode(reader.meant(texts), kind="query")
        dense = dense_scores(self.index.vectors, vectors)
        fused: Scores = np.round(fuse(dense, reader.scores(texts), self._weights), 4)
        return fused  # rounded once, here: what is compared, sorted and printed is the same number

    def per_unit(self, scores: Scores) -> tuple[Scores, Rows]:
        """Passage scores [n, n_passages] → unit scores [n, n_units], weighed by field, and the passage behind each."""
        return best_per_unit(np.round(scores * self._per_field, 4), self.index.unit_starts)
