"""The JSON contracts: every key in its place, and decrees come back as they were."""

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from search.codec import (
    answer_to_dict,
    decree_from_dict,
    decree_to_dict,
    label_file_from_dict,
    label_file_to_dict,
)
from search.types import (
    Coverage,
    CriterionGap,
    CriterionState,
    Decree,
    Evidence,
    Field,
    FieldEvidence,
    Finding,
    FunctionPath,
    GapsAnswer,
    LabelFile,
    MatchAnswer,
    Place,
    PrerequisiteGap,
    Quote,
    SearchAnswer,
    SearchHit,
    Statement,
    StatementKind,
    Unit,
    UnitGaps,
    UnitMatch,
)

places = st.none() | st.builds(Place, st.sampled_from(["line", "page"]), st.integers(1, 10**6))
decrees = st.builds(
    Decree,
    number=st.integers(0, 9999),
    units=st.lists(st.from_type(Unit), max_size=3).map(tuple),
    function_map=st.lists(st.from_type(FunctionPath), max_size=2).map(tuple),
    findings=st.lists(st.builds(Finding, st.text(), st.text(), places), max_size=2).map(tuple),
    revokes=st.lists(st.text(), max_size=2).map(tuple),
    kind=st.sampled_from(["decree", "taxonomy"]),
)


@settings(max_examples=60, deadline=None)
@given(decrees)
def test_round_trip_through_json(decree: Decree) -> None:
    assert decree_from_dict(json.loads(json.dumps(decree_to_dict(decree)))) == decree


def test_a_decree_of_an_index_of_an_older_version_is_read(marketing: Decree) -> None:
    data = decree_to_dict(marketing)
    del data["revokes"], data["kind"]
    assert decree_from_dict(data) == replace(marketing, revokes=())


@settings(max_examples=30, deadline=None)
@given(st.from_type(LabelFile))
def test_files_of_labels_round_trip_through_json(file: LabelFile) -> None:
    assert label_file_from_dict(json.loads(json.dumps(label_file_to_dict(file)))) == file


def test_decree_keys_of_the_contract(marketing: Decree) -> None:
    data = decree_to_dict(marketing)
    assert list(data)[:7] == ["number", "year", "title", "field", "function_map", "units", "findings"]
    assert list(data["function_map"][0]) == ["unit", "path"]
    assert list(data["units"][2])[:14] == [
        *("code", "printed_codes", "title", "description", "detailed", "elements", "prerequisites", "critical_aspects"),
        *("knowledge", "skills", "attitudes", "context", "equipment", "source"),
    ]
    assert data["units"][2]["elements"][0]["criteria"][0]["no"] == "1.1"
    assert data["units"][2]["source"] == {"line": 181}
    assert data["findings"][0] == {
        "kind": "map-shifted",
        "message": data["findings"][0]["message"],
        "where": {"line": 70},
    }


STATEMENT = Statement(0, "Menata kamar", 2, 14, StatementKind.DUTY)
QUOTE = Quote(0, 2, 14, "Menata kamar", 0.123456)


def test_search_answer() -> None:
    hit = SearchHit(1, "A.1", "Menata", 0.98765432, (FieldEvidence(Field.CRITERION, "1.1", "Kamar ditata.", 1 / 3),))
    assert answer_to_dict(SearchAnswer("kamar", (hit,))) == {
        "query": "kamar",
        "results": [
            {
                "rank": 1,
                "code": "A.1",
                "title": "Menata",
                "score": 0.9877,
                "evidence": [{"field": "criterion", "text": "Kamar ditata.", "score": 0.3333, "no": "1.1"}],
                "revoked_by": None,
            }
        ],
        "depth": "fast",
    }


def test_match_answer() -> None:
    evidence = Evidence(0, 2, 14, "Menata kamar", Field.TITLE, "Menata Kamar", 0.5)
    answer = MatchAnswer(
        "job", "id", True, (STATEMENT,), (UnitMatch(1, "A.1", "Menata", 0.5, 0.75, (evidence,)),), (3,)
    )
    data = answer_to_dict(answer)
    assert list(data) == ["kind", "language", "confident", "statements", "units", "uncovered", "depth"]
    assert data["statements"] == [{"id": 0, "text": "Menata kamar", "start": 2, "end": 14, "kind": "duty"}]
    assert list(data["units"][0]) == ["rank", "code", "title", "score", "confidence", "evidence", "revoked_by"]
    assert data["units"][0]["revoked_by"] is None
    assert data["units"][0]["evidence"] == [
        {
            "statement": 0,
            "start": 2,
            "end": 14,
            "text": "Menata kamar",
            "field": "title",
            "field_text": "Menata Kamar",
            "score": 0.5,
            "no": "",
        }
    ]
    assert data["uncovered"] == [3]


def test_gaps_answer() -> None:
    gap = CriterionGap("1", "1.1", "Kamar ditata.", CriterionState.WEAK, 0.44444, (QUOTE,))
    needed = PrerequisiteGap("A.2", "Menyapu", CriterionState.NOT_EVIDENCED)
    unit = UnitGaps("A.1", "Menata", True, Coverage(0, 1, 2), (gap,), (needed,), revoked_by="9/2021")
    data = answer_to_dict(GapsAnswer("cv", "mixed", (STATEMENT,), (unit,), ()))
    assert list(data) == ["units", "kind", "language", "confident", "statements", "uncovered", "depth"]
    assert data["units"] == [
        {
            "code": "A.1",
            "title": "Menata",
            "coverage": {"evidenced": 0, "weak": 1, "not_evidenced": 2},
            "criteria": [
                {
                    "element": "1",
                    "no": "1.1",
                    "text": "Kamar ditata.",
                    "state": "weak",
                    "score": 0.4444,
                    "evidence": [{"start": 2, "end": 14, "text": "Menata kamar", "statement": 0, "score": 0.1235}],
                }
            ],
            "prerequisites": [{"code": "A.2", "title": "Menyapu", "state": "not_evidenced", "evidence": []}],
            "detailed": True,
            "state": "not_evidenced",
            "evidence": [],
            "revoked_by": "9/2021",
        }
    ]
