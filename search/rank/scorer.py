"""Any text against every passage of an index: all arms at once."""

from collections.abc import Sequence
from copy import copy

import numpy as np
from numpy.typing import NDArray

from search.encode import Encoder
from search.errors import IndexMismatchError
from search.rank.dense import DenseRanker
from search.rank.examples import ExampleRanker, joined
from search.rank.fusion import WEIGHTS, Weights, best_per_unit, fuse
from search.rank.lexical import LexicalRanker
from search.rank.scores import TextScores
from search.store import Chance, Deep, Manifest, StoredIndex, check_encoder
from search.text.stem import Stemmer
from search.types import Depth, Rows, Scores, UnitLevels, Vectors

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
        taught = index.taught.get(self.depth) if self._weights.examples else None
        self._examples = ExampleRanker(taught, len(index.unit_codes)) if taught else None
        self._taught = np.zeros(len(index.unit_codes), dtype=np.float32)  # what the examples count in each unit
        if taught:
            self._taught[taught.places] = self._weights.examples
        self.taught_rows: Rows = taught.rows if taught else np.zeros(0, dtype=np.int64)

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

    @property
    def is_taught(self) -> bool:
        """Whether worked examples have a say at this depth."""
        return self._examples is not None

    @property
    def taught_units(self) -> NDArray[np.bool_]:
        """Which units have worked examples [n_units]."""
        return self._taught > 0

    def scores(self, texts: Sequence[str]) -> TextScores:
        """How near each text is to each passage, by fused scores, and what the examples say of it."""
        reader = self._reader or self._lexical.reading()
        meant = reader.meant(texts)
        vectors = [encoder.encode(meant, kind="query") for _, encoder, _ in self._models]
        arms = [
            (share, ranker.scores(rows))
            for (share, _, ranker), rows in zip(self._models, vectors, strict=True)
            if share
        ]
        if self._weights.lexical:
            arms.append((self._weights.lexical, reader.scores(texts)))
        fused = np.round(fuse(arms), 4)  # rounded once, here: what is compared, sorted and printed is the same number
        if self._examples is None:
            return TextScores(fused, np.zeros((len(texts), len(self._taught)), np.float32), fused[:, :0])
        rows = joined(vectors, self.depth)
        return TextScores(fused, self._examples.units(rows), self._examples.criteria(rows))

    def joined(self, texts: Sequence[str]) -> Vectors:
        """Texts as the arm of examples sees them [n, dim]: slips corrected, the rows of all encoders side by side."""
        meant = self._lexical.reading().meant(texts)
        return joined([encoder.encode(meant, kind="query") for _, encoder, _ in self._models], self.depth)

    def per_unit(self, scores: TextScores) -> tuple[Scores, Rows]:
        """Unit scores [n, n_units]: the best passage, weighed by field, and the examples; and that passage's row."""
        best, behind = best_per_unit(np.round(scores.passages * self._per_field, 4), self.index.unit_starts)
        found: Scores = np.round(best + self._taught * scores.units * (1 - best), 4).astype(np.float32)
        return found, behind
