"""Search, match and gaps in the smallest world."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from world import CLEAN, COOK, SERVE

from search import Searcher
from search.codec import answer_to_dict
from search.encode.static import StaticEncoder
from search.errors import InputError, UnknownUnitError
from search.match import called_units
from search.store import StoredIndex, save_index
from search.types import CriterionState, Field

ADVERT = """Juru Masak
Tugas:
- Memasak nasi goreng
- Beras dicuci dan bumbu diulek
Benefit:
- Gaji dan bonus
"""
CV = """Pengalaman kerja
Beras dicuci setiap pagi.
Belum pernah bumbu diulek.
Ingin belajar piring dihias.
Saya membersihkan dapur.
"""


def test_search_names_the_unit_and_what_it_met(tiny_searcher: Searcher) -> None:
    answer = tiny_searcher.search("bumbu diulek", k=2)
    assert answer.results[0].code == COOK.code
    top = answer.results[0].evidence[0]
    assert (top.field, top.no, top.text) == (Field.CRITERION, "1.2", "Bumbu diulek.")
    assert 0 <= answer.results[0].score <= 1


def test_search_by_criterion(tiny_searcher: Searcher) -> None:
    answer = tiny_searcher.search("piring dihias", level="criterion")
    assert (answer.results[0].code, answer.results[0].evidence[0].no) == (COOK.code, "2.1")


def test_a_typing_error_does_not_lose_the_unit(tiny_searcher: Searcher) -> None:
    assert tiny_searcher.search("membersikan dapurr").results[0].code == CLEAN.code


@pytest.mark.parametrize(
    ("query", "message"), [("  \n", "The query is empty"), ("x" * 2001, "The query has 2,001 characters")]
)
def test_unusable_queries_are_one_line(tiny_searcher: Searcher, query: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        tiny_searcher.search(query)


def test_match_quotes_the_statement_that_proves_the_unit(tiny_searcher: Searcher) -> None:
    answer = tiny_searcher.match(ADVERT)
    assert (answer.kind, answer.confident) == ("job", True)
    unit = answer.units[0]
    assert unit.code == COOK.code
    quoted = {evidence.text for evidence in unit.evidence}
    assert "Memasak nasi goreng" in quoted
    assert not any("bonus" in text for text in quoted)
    for evidence in unit.evidence:
        assert ADVERT[evidence.start : evidence.end] == evidence.text


def test_nothing_here_is_said(tiny_searcher: Searcher) -> None:
    answer = tiny_searcher.match("Mengelas pipa baja\nMengemudi truk gandeng antar kota")
    assert not answer.confident
    assert [unit.code for unit in answer.units] == [SERVE.code]  # the only one with any likeness at all
    assert answer.units[0].confidence < 0.5
    assert called_units(answer) == ()
    assert len(answer.uncovered) == 2


def test_as_many_units_as_asked_for_however_unlikely(tiny_searcher: Searcher) -> None:
    answer = tiny_searcher.match(ADVERT)
    assert [unit.code for unit in answer.units] == [COOK.code, CLEAN.code, SERVE.code]
    confidences = [unit.confidence for unit in answer.units]
    assert confidences == sorted(confidences, reverse=True)
    assert confidences[0] > 0.5 > confidences[-1]
    assert all(unit.evidence for unit in answer.units)
    assert tiny_searcher.match(ADVERT, k=2).units == answer.units[:2]


def test_gaps_tell_three_states_and_heed_wishes_and_denials(tiny_searcher: Searcher) -> None:
    answer = tiny_searcher.gaps(CV, [COOK.code], kind="cv")
    (unit,) = answer.units
    states = {gap.no: gap.state for gap in unit.criteria}
    assert states == {
        "1.1": CriterionState.EVIDENCED,
        "1.2": CriterionState.NOT_EVIDENCED,
        "2.1": CriterionState.NOT_EVIDENCED,
    }
    assert (unit.coverage.evidenced, unit.coverage.weak, unit.coverage.not_evidenced) == (1, 0, 2)
    assert unit.criteria[0].evidence[0].text == "Beras dicuci setiap pagi."
    (needed,) = unit.prerequisites
    assert (needed.code, needed.title, needed.state) == (CLEAN.code, CLEAN.title, CriterionState.EVIDENCED)


def test_a_unit_known_by_title_has_no_criteria_to_judge(tiny_searcher: Searcher) -> None:
    (unit,) = tiny_searcher.gaps("Melayani tamu setiap hari", [SERVE.code]).units
    assert (unit.detailed, unit.criteria) == (False, ())
    assert unit.evidence[0].text == "Melayani tamu setiap hari"


def test_units_are_found_by_any_printed_code(tiny_searcher: Searcher) -> None:
    assert tiny_searcher.unit(" i.55.cok00.001.1 ").code == COOK.code
    with pytest.raises(UnknownUnitError, match=r"Unit 'X\.1' is in no decree"):
        tiny_searcher.gaps("teks", ["X.1"])


@pytest.mark.parametrize("text", ["", "   \n", "x" * 200_001])
def test_unusable_texts_are_refused_without_being_quoted(tiny_searcher: Searcher, text: str) -> None:
    with pytest.raises(InputError) as caught:
        tiny_searcher.match(text)
    assert "xx" not in str(caught.value)


def test_the_same_text_gives_the_same_bytes(
    tiny_index: StoredIndex, tiny_encoder: StaticEncoder, tmp_path: Path
) -> None:
    save_index(tmp_path, tiny_index)
    again = Searcher(tiny_index, tiny_encoder)
    assert answer_to_dict(again.match(ADVERT)) == answer_to_dict(Searcher(tiny_index, tiny_encoder).match(ADVERT))


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(
        alphabet=st.one_of(st.characters(), st.sampled_from("\n •-.:beras dicuci nasi")), min_size=1, max_size=300
    )
)
def test_every_quotation_is_a_span_of_the_text(tiny_searcher: Searcher, text: str) -> None:
    if not text.strip():
        return
    answer = tiny_searcher.match(text)
    for unit in answer.units:
        assert 0 <= unit.score <= 1
        assert 0 <= unit.confidence <= 1
        for evidence in unit.evidence:
            assert text[evidence.start : evidence.end] == evidence.text
    gaps = tiny_searcher.gaps(text, [COOK.code])
    for gap in gaps.units[0].criteria:
        for quote in gap.evidence:
            assert text[quote.start : quote.end] == quote.text
    assert np.isfinite([unit.score for unit in answer.units]).all()


def test_words_of_a_text_are_forgotten(tiny_searcher: Searcher) -> None:
    """The searcher is shared between sessions: after an answer it holds no word that only the text held."""
    before = dict(tiny_searcher.scorer().index.stems)
    tiny_searcher.match("Kanarikuning memasak nasi gorenk untuk Kanarikuning")
    tiny_searcher.search("kanarikuning")
    seen: set[int] = set()

    def words(thing: object, depth: int = 0) -> Iterator[str]:
        if id(thing) in seen or depth > 8:
            return
        seen.add(id(thing))
        if isinstance(thing, str):
            yield thing
        elif isinstance(thing, dict):
            for pair in thing.items():
                yield from words(pair, depth + 1)
        elif isinstance(thing, (list, tuple, set, frozenset)):
            for part in thing:
                yield from words(part, depth + 1)
        elif hasattr(thing, "__dict__"):
            yield from words(vars(thing), depth + 1)

    assert not any("kanarikuning" in word.lower() for word in words(tiny_searcher))
    assert tiny_searcher.scorer().index.stems == before
