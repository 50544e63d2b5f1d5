"""Systems a user would build instead: one score of a text and each passage, the best passage for its unit, no more."""

import re
from collections.abc import Callable, Sequence

import numpy as np

from eval.answers import Judgement, Ranking, ranked
from eval.world import World
from search.rank import WEIGHTS, best_per_unit
from search.store import StoredIndex
from search.types import Field, Scores

Score = Callable[[Sequence[str]], Scores]  # texts → [n_texts, n_passages]
_SENTENCE_ENDS = re.compile(r"(?<=[.!?;])\s+|\n+")


class Plain:
    """Ranks by raw scores of passages; a whole advert is one query, or its best sentence speaks for it."""

    def __init__(self, world: World, score: Callable[[StoredIndex], Score], by_sentence: bool = False) -> None:
        self._index = world.index("decree")
        self._score, self._by_sentence = score(self._index), by_sentence
        self._per_field = WEIGHTS["fast"].of(self._index.passages)

    def search(self, texts: Sequence[str]) -> list[Ranking]:
        """One query, one row of scores."""
        return [ranked(self._index.unit_codes, row) for row in self._units(self._score(texts))]

    def match(self, texts: Sequence[str]) -> list[Ranking]:
        """The whole text as one query, or the best of its sentences for each unit."""
        if not self._by_sentence:
            return self.search(texts)
        return [ranked(self._index.unit_codes, self._units(best[None])[0]) for best in self._best(texts)]

    def judge(self, texts: Sequence[str], units: Sequence[Sequence[str]]) -> list[list[Judgement]]:
        """A criterion's score is that of the sentence nearest to it; no states."""
        return [
            [
                Judgement(passage.unit, passage.no, float(score))
                for passage, score in zip(self._index.passages, best, strict=True)
                if passage.field is Field.CRITERION and passage.unit in codes
            ]
            for best, codes in zip(self._best(texts), units, strict=True)
        ]

    def _units(self, scores: Scores) -> Scores:
        return best_per_unit(scores * self._per_field, self._index.unit_starts)[0]

    def _best(self, texts: Sequence[str]) -> list[Scores]:
        """For each text the best score of any of its sentences with each passage [n_passages]."""
        sentences = [[part for part in _SENTENCE_ENDS.split(text) if part.strip()] for text in texts]
        scores = self._score([part for parts in sentences for part in parts])
        ends = np.cumsum([len(parts) for parts in sentences])[:-1]
        return [part.max(axis=0, initial=0.0) for part in np.split(scores, ends)]
