"""Words in common: BM25 over stems, as the share of a query's information that a passage holds."""

from collections.abc import Callable, Sequence
from copy import copy
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from search.rank.spelling import Speller
from search.store import LexicalIndex
from search.text.normalise import normalise
from search.text.stem import Stemmer
from search.text.tokens import spellings, tokens, with_words
from search.types import Rows, Scores, Stem

_Column = tuple[Rows, NDArray[np.float32]]  # passages that hold an indexed stem, and its weight in each
_Meaning = tuple[tuple[tuple[_Column, float], ...], float]  # stems a word may stand for, each with its share; the most
_MOST_WORDS = 1 << 16  # that a reader remembers: some ten megabytes of each kind


class LexicalRanker:
    """Scores texts against an index's passages in [0, 1]; 1 means that no passage could hold more of the query."""

    def __init__(self, index: LexicalIndex, stemmer: Stemmer) -> None:
        self._index = index
        self._stem: Stem = stemmer
        self._number = {term: place for place, term in enumerate(index.terms)}
        self._most = _column_maxima(index)  # [n_terms], the best any passage can score on a term
        self._unknown = float(np.median(self._most)) if len(self._most) else 1.0
        self._speller = Speller(stemmer.table, stemmer)
        self._meaning: Callable[[str], _Meaning] = self._find_meaning
        self._written: Callable[[str], str] = self._write_out

    def reading(self) -> "LexicalRanker":
        """This ranker for one call or many: it looks a word up once, and what it learnt is forgotten with it."""
        remember = lru_cache(_MOST_WORDS)
        source, reader = copy(self), copy(self)
        source._stem = remember(self._stem)
        source._speller = self._speller.stemming_with(source._stem)
        reader._meaning, reader._written = remember(source._find_meaning), remember(source._write_out)
        return reader

    def scores(self, texts: Sequence[str]) -> Scores:
        """Texts → float32 [n_texts, n_passages]."""
        found = np.zeros((len(texts), self._index.passages), dtype=np.float32)
        for row, text in enumerate(texts):
            out = found[row]
            total = sum(_add_best(self._meaning(word), out) for word in dict.fromkeys(tokens(text)))
            if total:
                out /= total
        return found

    def meant(self, texts: Sequence[str]) -> list[str]:
        """Texts as their writers meant them: slang written out and single slips corrected, all else normalised only."""
        return [with_words(normalise(text), self._written) for text in texts]

    def _write_out(self, word: str) -> str:
        return " ".join(self._corrected(spelt) for spelt in spellings(word))

    def _corrected(self, word: str) -> str:
        return word if self._stem(word) in self._number else self._speller.correct(word) or word

    def _find_meaning(self, word: str) -> _Meaning:
        """The indexed stems a word may stand for; none for a word the index cannot know, which counts all the same."""
        stem = self._stem(word)
        shares = {stem: 1.0} if stem in self._number else self._speller.near(word)
        terms = [(self._number[stem], share) for stem, share in shares.items() if stem in self._number]
        most = float(max((self._most[term] for term, _ in terms), default=self._unknown))
        return tuple((self._index.column(term), share) for term, share in terms), most


def _add_best(meaning: _Meaning, out: NDArray[np.float32]) -> float:
    """Add a word's weight to the passages that hold it; returns the most it could have added to one."""
    stems, most = meaning
    if len(stems) == 1:
        ((rows, weights), share) = stems[0]
        out[rows] += weights if share == 1 else share * weights
    elif stems:
        best = np.zeros_like(out)
        for (rows, weights), share in stems:
            best[rows] = np.maximum(best[rows], share * weights)
        out += best
    return most


def _column_maxima(index: LexicalIndex) -> NDArray[np.float32]:
    if not index.terms:
        return np.zeros(0, dtype=np.float32)
    return np.maximum.reduceat(index.weights, index.starts[:-1]).astype(np.float32)
