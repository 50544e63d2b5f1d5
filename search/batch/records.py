"""Answers → records: one for each unit of an advert, or one for each advert with its units inside.

Every advert that was answered has a record, also one that shows no unit at all.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias

from search.batch.bulk import Answer
from search.batch.rows import Row
from search.codec.answers import rounded
from search.types import CriterionGap, Evidence, UnitGaps, UnitMatch

Record: TypeAlias = dict[str, Any]

UNIT_KEYS = ("rank", "code", "title", "score", "confidence", "revoked_by", "evidence")
GAPS_KEYS = ("state", "criteria")


def records(row: Row, answer: Answer, nested: bool, gaps: bool) -> Iterator[Record]:
    """Yield the records of one advert; `nested` gives one, with a list of units."""
    judged = {unit.code: unit for unit in answer.gaps.units} if answer.gaps else {}
    units = [_unit(row, unit, judged.get(unit.code), gaps) for unit in answer.match.units]
    head = _head(row, answer)
    if nested:
        yield {**head, "units": units}
    elif units:
        yield from ({**head, **unit} for unit in units)
    else:
        keys = (*UNIT_KEYS, *GAPS_KEYS) if gaps else UNIT_KEYS
        yield {**head, **dict.fromkeys(keys), "evidence": []}


def _head(row: Row, answer: Answer) -> Record:
    match = answer.match
    return {
        "row": row.number,
        "id": row.id,
        "kind": match.kind,
        "language": match.language,
        "confident": match.confident,
    }


def _unit(row: Row, unit: UnitMatch, judged: UnitGaps | None, gaps: bool) -> Record:
    found: Record = {
        "rank": unit.rank,
        "code": unit.code,
        "title": unit.title,
        "score": rounded(unit.score),
        "confidence": rounded(unit.confidence),
        "revoked_by": unit.revoked_by or None,
        "evidence": [_evidence(row, part) for part in unit.evidence],
    }
    if gaps:
        found["state"] = judged.state.value if judged else None
        found["criteria"] = [_criterion(one) for one in judged.criteria] if judged else []
    return found


def _evidence(row: Row, part: Evidence) -> Record:
    """A quotation with its span in the cell it comes from: no statement goes over the line between title and text."""
    inside = part.start >= row.offset
    before = row.offset if inside else 0
    return {
        "column": "text" if inside else "title",
        "start": part.start - before,
        "end": part.end - before,
        "text": part.text,
        "field": part.field.value,
        "no": part.no,
        "field_text": part.field_text,
        "score": rounded(part.score),
    }


def _criterion(one: CriterionGap) -> Record:
    return {"element": one.element, "no": one.no, "state": one.state.value, "score": rounded(one.score)}
