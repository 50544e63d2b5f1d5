"""Words in common: BM25 over stems, as the share of a query's information that a passage holds."""

from collections.abc import Sequence
from copy import copy
from functools import cache

import numpy as np
from numpy.typing import NDArray

from search.rank.spelling import Speller
from search.store import LexicalIndex
from search.text.normalise import normalise
from search.text.stem import Stemmer
from search.text.tokens import spellings, tokens, words
from search.types import Scores, Stem


class LexicalRanker:
    """Scores texts against an index's passages in [0, 1]; 1 means that no passage could hold more of the query."""

    def __init__(self, index: LexicalIndex, stemmer: Stemmer) -> None:
        self._index = index
        self._stem: Stem = stemmer
        self._number = {term: place for place, term in enumerate(index.terms)}
        self._most = _column_maxima(index)  # [n_terms], the best any passage can score on a term
        self._unknown = float(np.median(self._most)) if len(self._most) else 1.0
        self._speller = Speller(stemmer.table, stemmer)

    def reading(self) -> "LexicalRanker":
        """This ranker for one call: it stems and corrects each word once, and what it learnt is forgotten with it."""
        reader = copy(self)
        reader._stem = cache(self._stem)
        reader._speller = self._speller.stemming_with(reader._stem)
        return reader

    def scores(self, texts: Sequence[str]) -> Scores:
        """Texts → float32 [n_texts, n_passages]; what their words mean is forgotten when the call ends."""
        found = np.zeros((len(texts), self._index.passages), dtype=np.float32)
        known: dict[str, dict[str, float]] = {}
        for row, text in enumerate(texts):
            total = 0.0
            for word in dict.fromkeys(tokens(text)):
                if word not in known:
                    known[word] = self._meanings(word)
                total += self._add_best(known[word], found[row])
            if total:
                found[row] /= total
        return found

    def meant(self, texts: Sequence[str]) -> list[str]:
        """Texts as their writers meant them: slang written out and single slips corrected, all else normalised only."""
        known: dict[str, str] = {}
        return [self._meant(normalise(text), known) for text in texts]

    def _meant(self, text: str, known: dict[str, str]) -> str:
        pieces, end = [], 0
        for word in words(text):
            if word.text not in known:
                known[word.text] = " ".join(self._corrected(spelt) for spelt in spellings(word.text))
            pieces += [text[end : word.start], known[word.text]]
            end = word.end
        return "".join([*pieces, text[end:]])

    def _corrected(self, word: str) -> str:
        return word if self._stem(word) in self._number else self._speller.correct(word) or word

    def _meanings(self, word: str) -> dict[str, float]:
        """The indexed stems a word may stand for, weighed; empty for a word the index cannot know."""
        stem = self._stem(word)
        return {stem: 1.0} if stem in self._number else self._speller.near(word)

    def _add_best(self, meanings: dict[str, float], out: NDArray[np.float32]) -> float:
        """Add a word's weight to the passages that hold it; returns the most it could have added to one."""
        known = [(self._number[stem], weight) for stem, weight in meanings.items() if stem in self._number]
        if not known:
            return self._unknown
        if len(known) == 1:
            rows, weights = self._index.column(known[0][0])
            out[rows] += known[0][1] * weights
        else:
            best = np.zeros_like(out)
            for term, weight in known:
                rows, weights = self._index.column(term)
                best[rows] = np.maximum(best[rows], weight * weights)
            out += best
        return float(max(self._most[term] for term, _ in known))


def _column_maxima(index: LexicalIndex) -> NDArray[np.float32]:
    if not index.terms:
        return np.zeros(0, dtype=np.float32)
    return np.maximum.reduceat(index.weights, index.starts[:-1]).astype(np.float32)
