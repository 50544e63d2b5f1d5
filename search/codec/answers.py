"""Answers → dicts in the shape of `padan search|match|gaps --json`: contract keys first, scores to four places."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from search.types import (
    Comparison,
    CriterionState,
    Evidence,
    GapsAnswer,
    MatchAnswer,
    Quote,
    SearchAnswer,
    SearchHit,
    Statement,
    UnitGaps,
    UnitMatch,
)

Json: TypeAlias = dict[str, Any]

_DECIMALS = 4  # of scores


def answer_to_dict(answer: SearchAnswer | MatchAnswer | GapsAnswer | Comparison) -> Json:
    """An answer as its command prints it with `--json`; scores are rounded to four places."""
    if isinstance(answer, SearchAnswer):
        return {"query": answer.query, "results": [_hit(hit) for hit in answer.results], "depth": answer.depth}
    if isinstance(answer, MatchAnswer):
        return {
            "kind": answer.kind,
            "language": answer.language,
            "confident": answer.confident,
            "statements": _statements(answer.statements),
            "units": [_match(unit) for unit in answer.units],
            "uncovered": list(answer.uncovered),
            "depth": answer.depth,
        }
    if isinstance(answer, Comparison):
        return {**answer_to_dict(answer.gaps), "against": _against(answer)}
    return {
        "units": [_gaps(unit) for unit in answer.units],
        "kind": answer.kind,
        "language": answer.language,
        "confident": answer.confident,
        "statements": _statements(answer.statements),
        "uncovered": list(answer.uncovered),
        "depth": answer.depth,
    }


def _against(found: Comparison) -> Json:
    states = {unit.code: unit.state for unit in found.gaps.units}
    names = {
        CriterionState.EVIDENCED: "shown",
        CriterionState.WEAK: "partly_shown",
        CriterionState.NOT_EVIDENCED: "not_shown",
    }
    return {
        "asked": list(found.asked),
        **{name: [code for code in found.asked if states[code] is state] for state, name in names.items()},
        "next": [
            {
                "code": one.code,
                "title": one.title,
                "state": one.state.value,
                "asked": one.asked,
                "needed_for": list(one.needed_for),
                "open": list(one.open),
            }
            for one in found.next
        ],
    }


def _hit(hit: SearchHit) -> Json:
    evidence = [
        {"field": part.field.value, "text": part.text, "score": rounded(part.score), "no": part.no}
        for part in hit.evidence
    ]
    return {
        "rank": hit.rank,
        "code": hit.code,
        "title": hit.title,
        "score": rounded(hit.score),
        "evidence": evidence,
        "revoked_by": hit.revoked_by or None,
    }


def _match(unit: UnitMatch) -> Json:
    return {
        "rank": unit.rank,
        "code": unit.code,
        "title": unit.title,
        "score": rounded(unit.score),
        "confidence": rounded(unit.confidence),
        "evidence": [_evidence(part) for part in unit.evidence],
        "revoked_by": unit.revoked_by or None,
    }


def _evidence(part: Evidence) -> Json:
    return {
        "statement": part.statement,
        "start": part.start,
        "end": part.end,
        "text": part.text,
        "field": part.field.value,
        "field_text": part.field_text,
        "score": rounded(part.score),
        "no": part.no,
    }


def _gaps(unit: UnitGaps) -> Json:
    coverage = unit.coverage
    return {
        "code": unit.code,
        "title": unit.title,
        "coverage": {
            "evidenced": coverage.evidenced,
            "weak": coverage.weak,
            "not_evidenced": coverage.not_evidenced,
        },
        "criteria": [
            {
                "element": criterion.element,
                "no": criterion.no,
                "text": criterion.text,
                "state": criterion.state.value,
                "score": rounded(criterion.score),
                "evidence": _quotes(criterion.evidence),
            }
            for criterion in unit.criteria
        ],
        "prerequisites": [
            {"code": one.code, "title": one.title, "state": one.state.value, "evidence": _quotes(one.evidence)}
            for one in unit.prerequisites
        ],
        "detailed": unit.detailed,
        "state": unit.state.value,
        "evidence": _quotes(unit.evidence),
        "revoked_by": unit.revoked_by or None,
    }


def _quotes(quotes: Sequence[Quote]) -> list[Json]:
    return [
        {
            "start": quote.start,
            "end": quote.end,
            "text": quote.text,
            "statement": quote.statement,
            "score": rounded(quote.score),
        }
        for quote in quotes
    ]


def _statements(statements: Sequence[Statement]) -> list[Json]:
    return [
        {"id": one.id, "text": one.text, "start": one.start, "end": one.end, "kind": one.kind.value}
        for one in statements
    ]


def rounded(value: float) -> float:
    """A score as every answer prints it: to four places; more would differ between machines."""
    return round(float(value), _DECIMALS)
