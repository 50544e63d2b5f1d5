"""Scores by letters and words alone: textbook BM25, with or without stems, and TF-IDF of character n-grams."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from eval.plain import Score
from search.store import StoredIndex, build_lexical
from search.text.stem import Stemmer
from search.text.tokens import tokens
from search.types import Scores, Stem

_GRAMS = range(3, 6)  # letters, inside words: what char_wb of 3 to 5 means elsewhere


def words(index: StoredIndex) -> Score:
    """BM25 over words as they stand."""
    return _bm25(index, lambda word: word)


def stems(index: StoredIndex) -> Score:
    """BM25 over stems; unlike the library's own arm it forgives no typing error."""
    return _bm25(index, Stemmer(index.stems))


def _bm25(index: StoredIndex, stem: Stem) -> Score:
    lexical = build_lexical([[stem(word) for word in tokens(passage.text)] for passage in index.passages])
    number = {term: place for place, term in enumerate(lexical.terms)}

    def score(texts: Sequence[str]) -> Scores:
        found = np.zeros((len(texts), len(index.passages)), np.float32)
        for row, text in enumerate(texts):
            for term, times in Counter(map(stem, tokens(text))).items():
                if term in number:
                    rows, weights = lexical.column(number[term])
                    found[row, rows] += times * weights
        return found

    return score


def letters(index: StoredIndex) -> Score:
    """Cosine of TF-IDF vectors of character n-grams."""
    passages = [_grams(passage.text) for passage in index.passages]
    often = Counter(gram for grams in passages for gram in grams)
    rarity = {gram: math.log((1 + len(passages)) / (1 + count)) + 1 for gram, count in often.items()}
    rows: dict[str, list[int]] = defaultdict(list)
    weights: dict[str, list[float]] = defaultdict(list)
    for row, grams in enumerate(passages):
        for gram, weight in _unit(grams, rarity).items():
            rows[gram].append(row)
            weights[gram].append(weight)
    columns: dict[str, tuple[NDArray[np.int64], NDArray[np.float32]]] = {
        gram: (np.array(rows[gram]), np.array(weights[gram], np.float32)) for gram in rows
    }

    def score(texts: Sequence[str]) -> Scores:
        found = np.zeros((len(texts), len(passages)), np.float32)
        for row, text in enumerate(texts):
            for gram, weight in _unit(_grams(text), rarity).items():
                places, their_weights = columns[gram]
                found[row, places] += weight * their_weights
        return found

    return score


def _grams(text: str) -> Counter[str]:
    padded = (f" {word} " for word in text.lower().split())
    return Counter(word[at : at + size] for word in padded for size in _GRAMS for at in range(len(word) - size + 1))


def _unit(grams: Counter[str], rarity: dict[str, float]) -> dict[str, float]:
    """TF-IDF weights of the known n-grams, of norm 1."""
    weights = {gram: count * rarity[gram] for gram, count in grams.items() if gram in rarity}
    norm = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {gram: weight / norm for gram, weight in weights.items()}
