"""Texts × passages → scores: the dense arm, the lexical arm, and their fusion."""

from search.rank.dense import DenseRanker
from search.rank.fusion import DEFAULT_WEIGHTS, Weights, best_per_unit, fuse
from search.rank.lexical import LexicalRanker
from search.rank.scorer import Scorer

__all__ = ["DEFAULT_WEIGHTS", "DenseRanker", "LexicalRanker", "Scorer", "Weights", "best_per_unit", "fuse"]
