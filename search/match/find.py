"""A short query → the units, or the criteria, it is about."""

import numpy as np

from search.errors import InputError
from search.rank import Scorer, TextScores, best_places
from search.types import FieldEvidence, Level, Passage, Scores, SearchAnswer, SearchHit

_EVIDENCE = 3  # passages shown per unit
LONGEST_QUERY = 2_000  # characters; longer texts are adverts and belong to `match`


def find_units(scorer: Scorer, query: str, titles: dict[str, str], k: int, level: Level) -> SearchAnswer:
    """Rank units (or single criteria) for a query; ties break by code, then by number."""
    if not query.strip():
        raise InputError(
            "The query is empty. Say what the work is about, for example: padan search 'menangani keluhan pelanggan'"
        )
    if len(query) > LONGEST_QUERY:
        raise InputError(
            f"The query has {len(query):,} characters but at most {LONGEST_QUERY:,} are read. Use: padan match FILE"
        )
    scores = scorer.scores([query])
    if level == "unit":
        hits = _unit_hits(scorer, scores, titles, k)
    else:
        hits = _criterion_hits(scorer, scores.passages[0], titles, k)
    return SearchAnswer(query, tuple(hits), scorer.depth)


def _unit_hits(scorer: Scorer, scored: TextScores, titles: dict[str, str], k: int) -> list[SearchHit]:
    index, scores = scorer.index, scored.passages[0]
    best, leading = (found[0] for found in scorer.per_unit(scored))
    hits = []
    for rank, place in enumerate(best_places(best, k, lambda place: (index.unit_codes[place], 0)), start=1):
        code = index.unit_codes[place]
        others = [row for row in index.unit_rows[place] if row != leading[place] and scores[row] > 0]
        top = [int(leading[place]), *sorted(others, key=lambda row: (-scores[row], row))][:_EVIDENCE]
        evidence = tuple(_shown(index.passages[row], float(scores[row])) for row in top)
        hits.append(SearchHit(rank, code, titles[code], float(best[place]), evidence))
    return hits


def _criterion_hits(scorer: Scorer, scores: Scores, titles: dict[str, str], k: int) -> list[SearchHit]:
    passages = scorer.index.passages
    of_criteria = np.where(scorer.index.is_criterion, scores, np.float32(0))
    return [
        SearchHit(
            rank,
            passages[row].unit,
            titles[passages[row].unit],
            float(scores[row]),
            (_shown(passages[row], float(scores[row])),),
        )
        for rank, row in enumerate(best_places(of_criteria, k, lambda row: (passages[row].unit, row)), start=1)
    ]


def _shown(passage: Passage, score: float) -> FieldEvidence:
    return FieldEvidence(passage.field, passage.no, passage.text, score)
