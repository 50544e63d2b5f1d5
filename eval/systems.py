"""The systems compared: each turns queries into unit scores over the same index, so that only the method differs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from search.encode import load_encoder
from search.rank import DEFAULT_WEIGHTS, LexicalRanker, Scorer, best_per_unit
from search.store import StoredIndex, build_lexical
from search.text.stem import Stemmer
from search.text.tokens import tokens
from search.types import Scores

System = Callable[[StoredIndex, Sequence[str]], Scores]  # index, texts → [n_texts, n_units]


def _words(index: StoredIndex, texts: Sequence[str]) -> Scores:
    """BM25 over words as they stand: no stems, no spelling."""
    lexical = build_lexical([tokens(passage.text) for passage in index.passages])
    scores = LexicalRanker(lexical, Stemmer(stem=lambda word: word)).scores(texts)
    return best_per_unit(scores * DEFAULT_WEIGHTS.of(index.passages), index.unit_starts)[0]


def _arms(dense: float, lexical: float) -> System:
    def run(index: StoredIndex, texts: Sequence[str]) -> Scores:
        weights = replace(DEFAULT_WEIGHTS, dense=dense, lexical=lexical)
        scorer = Scorer(index, load_encoder(index.manifest.encoder), weights)
        return scorer.per_unit(scorer.scores(texts))[0]

    return run


SYSTEMS: Mapping[str, System] = MappingProxyType(
    {
        "bm25": _words,
        "bm25-stems": _arms(0.0, 1.0),
        "encoder": _arms(1.0, 0.0),
        "hybrid": _arms(DEFAULT_WEIGHTS.dense, DEFAULT_WEIGHTS.lexical),
    }
)
