"""Texts × passages → scores: the arms of meaning, the arm of words, and their fusion."""

from search.rank.best import best_places
from search.rank.dense import DenseRanker
from search.rank.examples import ExampleRanker, joined
from search.rank.fusion import WEIGHTS, Arm, Weights, best_per_unit, fuse
from search.rank.lexical import LexicalRanker
from search.rank.scorer import WITHOUT_DEEP, Scorer
from search.rank.scores import TextScores

__all__ = [
    "WEIGHTS",
    "WITHOUT_DEEP",
    "Arm",
    "DenseRanker",
    "ExampleRanker",
    "LexicalRanker",
    "Scorer",
    "TextScores",
    "Weights",
    "best_per_unit",
    "best_places",
    "fuse",
    "joined",
]
