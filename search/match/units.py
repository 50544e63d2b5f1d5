"""Statements × passages → the units a text is about, each with the statements that prove it."""

import numpy as np

from search.match.levels import Levels, levels_of
from search.match.read import ReadText
from search.store import StoredIndex
from search.types import Evidence, MatchAnswer, Rows, Scores, UnitMatch

_LIKELY = 0.5  # confidence from which a unit more likely belongs to the text than not
_QUOTES = 3  # statements quoted per unit
_VOICES = np.array([0.40, 0.25, 0.15, 0.12, 0.08], dtype=np.float32)  # how far a unit's best statements speak for it
_WITNESSES = 2  # statements a confidence rests on: one alone may be an accident


def match_units(read: ReadText, index: StoredIndex, titles: dict[str, str], k: int) -> MatchAnswer:
    """Rank the units of a text; ties break by code, units below `levels.weak` are left out."""
    levels = levels_of(index.manifest.chance)
    best, rows = read.unit_scores, read.unit_rows
    totals = unit_totals(best, levels)
    order = sorted(range(len(totals)), key=lambda place: (-totals[place], index.unit_codes[place]))
    kept = [place for place in order[:k] if totals[place] > 0 and best[:, place].max() >= levels.weak]
    units = tuple(
        UnitMatch(
            rank=rank,
            code=index.unit_codes[place],
            title=titles[index.unit_codes[place]],
            score=float(totals[place]),
            confidence=_confidence(best[:, place], levels),
            evidence=_evidence(read, index, best[:, place], rows[:, place], levels),
        )
        for rank, place in enumerate(kept, start=1)
    )
    confident = bool(units) and aboutness(best) >= levels.about
    covered = best.max(axis=1, initial=0.0) >= levels.weak
    uncovered = tuple(
        statement.id for statement, is_covered in zip(read.proofs, covered, strict=True) if not is_covered
    )
    return MatchAnswer(read.kind, read.language, confident, read.statements, units, uncovered)


def called_units(answer: MatchAnswer) -> tuple[UnitMatch, ...]:
    """The units a text calls for or shows: the likely ones, else the best; none where nothing fits."""
    if not answer.confident:
        return ()
    return tuple(unit for unit in answer.units if unit.confidence >= _LIKELY) or answer.units[:1]


def unit_totals(best: Scores, levels: Levels) -> Scores:
    """[n_proofs, n_units] → [n_units]: weighted mean of the belief in each unit's best five statements, rounded."""
    top = -np.sort(-best, axis=0)[: len(_VOICES)]
    voices = _VOICES[: len(top)] / _VOICES[: len(top)].sum()  # a text of one statement is judged on that one
    totals: Scores = np.round(voices @ levels.beliefs(top), 4).astype(np.float32)
    return totals


def aboutness(best: Scores) -> float:
    """[n_proofs, n_units] → how well a text's five best statements fit any unit at all, on average."""
    if not best.size:
        return 0.0
    return round(float(np.sort(best.max(axis=1))[-len(_VOICES) :].mean()), 4)


def _confidence(best: Scores, levels: Levels) -> float:
    """One unit's statement scores [n_proofs] → belief in the mean of its best two."""
    return round(float(levels.beliefs(np.sort(best)[-_WITNESSES:].mean())), 4)


def _evidence(read: ReadText, index: StoredIndex, best: Scores, rows: Rows, levels: Levels) -> tuple[Evidence, ...]:
    order = sorted(range(len(best)), key=lambda row: (-best[row], row))
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
            no=passage.no,
        )
        for row in quoted
        for statement, passage in [(read.proofs[row], index.passages[int(rows[row])])]
    )
