"""Any text against every passage of an index: all arms at once."""

from collections.abc import Sequence
from copy import copy

import numpy as np

from search.encode import Encoder
from search.errors import IndexMismatchError
from search.rank.dense import DenseRanker
from search.rank.fusion import WEIGHTS, Weights, best_per_unit, fuse
from search.rank.lexical import LexicalRanker
from search.store import Chance, Deep, Manifest, StoredIndex, check_encoder
from search.text.stem import Stemmer
from search.types import Depth, Rows, Scores, UnitLevels

WITHOUT_DEEP = (
    "The index has no vectors of the deep encoder. Make them with: padan index --deep; or look with: --depth fast"
)


class Scorer:
    """Holds an index, its encoders and its words; refuses an encoder the index was not built with.

    With the deep encoder beside the first one it reads deep, else fast.
    """

    def __init__(
        self, index: StoredIndex, encoder: Encoder, deep: Encoder | None = None, weights: Weights | None = None
    ) -> None:
        check_encoder(index.manifest, encoder.name, encoder.fingerprint, encoder.dim)
        self.index = index
        self.depth: Depth = "deep" if deep else "fast"
        self._weights = weights or WEIGHTS[self.depth]
        self._models = [(self._weights.dense, encoder, DenseRanker(index.vectors))]
        if deep:
            if index.manifest.deep is None or index.deep is None:
                raise IndexMismatchError(WITHOUT_DEEP)
            check_encoder(index.manifest.deep, deep.name, deep.fingerprint, deep.dim)
            self._models.append((self._weights.deep, deep, DenseRanker(index.deep)))
        self._lexical = LexicalRanker(index.lexical, Stemmer(index.stems))
        self._reader: LexicalRanker | None = None
        self._per_field = self._weights.of(index.passages)

    @property
    def chance(self) -> Chance:
        """What a sentence of unrelated work reaches at this depth."""
        return self._measured.chance

    @property
    def chance_of_decree(self) -> Chance:
        """The same without alternative labels, which say nothing of a criterion."""
        return self._measured.chance_of_decree or self._measured.chance

    @property
    def usual(self) -> UnitLevels:
        """What sentences of unrelated work reach in each unit at this depth, 0 where nobody has measured it."""
        index = self.index
        return index.usual.get(self.depth, np.zeros(len(index.unit_codes), dtype=np.float32))

    @property
    def _measured(self) -> Manifest | Deep:
        manifest = self.index.manifest
        return manifest.deep if self.depth == "deep" and manifest.deep else manifest

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
        meant = reader.meant(texts)
        arms = [
            (share, ranker.scores(encoder.encode(meant, kind="query")))
            for share, encoder, ranker in self._models
            if share
        ]
        if self._weights.lexical:
            arms.append((self._weights.lexical, reader.scores(texts)))
        return np.round(fuse(arms), 4)  # rounded once, here: what is compared, sorted and printed is the same number

    def per_unit(self, scores: Scores) -> tuple[Scores, Rows]:
        """Passage scores [n, n_passages] → unit scores [n, n_units], weighed by field, and the passage behind each."""
        return best_per_unit(np.round(scores * self._per_field, 4), self.index.unit_starts)
