"""Statements × passages → the units a text is about, each with the statements that prove it."""

import numpy as np

from search.match.levels import Levels, levels_of
from search.match.read import ReadText
from search.rank import best_per_unit
from search.store import StoredIndex
from search.types import Evidence, MatchAnswer, Rows, Scores, UnitMatch

_QUOTES = 3  # statements quoted per unit
_SHARES = np.array([0.7, 0.2, 0.1], dtype=np.float32)  # the best statement leads; two more say that it was no accident


def match_units(read: ReadText, index: StoredIndex, titles: dict[str, str], k: int) -> MatchAnswer:
    """Rank the units of a text; ties break by code, units below `levels.weak` are left out."""
    levels = levels_of(index.manifest.chance)
    best, rows = best_per_unit(read.scores, index.unit_starts)  # both [n_proofs, n_units]
    totals = _unit_scores(best)
    order = sorted(range(len(totals)), key=lambda place: (-totals[place], index.unit_codes[place]))
    kept = [place for place in order[:k] if totals[place] > 0 and best[:, place].max() >= levels.weak]
    units = tuple(
        UnitMatch(
            rank=rank,
            code=index.unit_codes[place],
            title=titles[index.unit_codes[place]],
            score=float(totals[place]),
            confidence=levels.belief(float(totals[place])),
            evidence=_evidence(read, index, best[:, place], rows[:, place], levels),
        )
        for rank, place in enumerate(kept, start=1)
    )
    confident = bool(units) and units[0].score >= levels.confident
    covered = {evidence.statement for unit in units for evidence in unit.evidence}
    covered |= {int(read.proof_ids[row]) for row in range(len(best)) if kept and best[row, kept].max() >= levels.weak}
    uncovered = tuple(statement.id for statement in read.proofs if statement.id not in covered)
    return MatchAnswer(read.kind, read.language, confident, read.statements, units, uncovered)


def _unit_scores(best: Scores) -> Scores:
    """[n_proofs, n_units] → [n_units]: weighted mean of each unit's best three statements, rounded."""
    if not best.size:
        return np.zeros(best.shape[1], dtype=np.float32)
    top = -np.sort(-best, axis=0)[:_QUOTES]
    shares = _SHARES[: len(top)] / _SHARES[: len(top)].sum()  # a text of one statement is judged on that one
    totals: Scores = np.round(shares @ top, 4).astype(np.float32)
    return totals


def _evidence(read: ReadText, index: StoredIndex, best: Scores, rows: Rows, levels: Levels) -> tuple[Evidence, ...]:
    order = sorted(range(len(best)), key=lambda row: (-round(float(best[row]), 4), row))
    quoted = [row for row in order[:_QUOTES] if best[row] >= levels.weak]
    return tuple(
        Evidence(
            statement=statement.id,
            start=statement.start,
            end=statement.end,
            text=statement.text,
            field=passage.field,
            field_text=passage.text,
            score=float(best[row]),
        )
        for row in quoted
        for statement, passage in [(read.proofs[row], index.passages[int(rows[row])])]
    )
