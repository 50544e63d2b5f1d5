"""Many at once say what each says alone."""

from dataclasses import replace

import pytest
from adverts import ADVERTS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.build import index_of_files
from search import Searcher
from search.batch.bulk import Answer, BulkMatcher, Questions
from search.rank import Scorer, dense
from search.resources import data_dir
from search.store import CodedVectors, StoredIndex
from search.text.statements import LONGEST_TEXT

_WORDS = "memasak nasi goreng dapur tamu melayani piring dihias beras dicuci dan, . - \n ingin belum pernah gaji".split(
    " "
)
_TEXTS = st.lists(st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join) | st.text(max_size=40), max_size=8)


@pytest.fixture(scope="module")
def marketing_index() -> StoredIndex:
    return index_of_files([data_dir() / "decrees"])


@pytest.fixture(params=["exact", "coded"])
def searcher(request: pytest.FixtureRequest, marketing_index: StoredIndex, monkeypatch: pytest.MonkeyPatch) -> Searcher:
    """Of a catalogue searched whole, and of one that counts as large."""
    if request.param == "exact":
        return Searcher(marketing_index)
    monkeypatch.setattr(dense, "POOL", 60)
    rows = marketing_index.vectors.reconstruct_n(0, len(marketing_index.passages))
    return Searcher(replace(marketing_index, vectors=CodedVectors.pack(rows)))


@pytest.mark.parametrize("remember", [True, False])
def test_real_texts_get_the_answers_they_get_alone(searcher: Searcher, remember: bool) -> None:
    texts = [path.read_text("utf-8") for path in sorted((data_dir() / "samples").glob("*.txt"))]
    texts += [text[: len(text) // 2] for text in texts] + texts[:2]
    alone = {text: (searcher.match(text, k=7, depth="fast"), searcher.gaps(text, depth="fast")) for text in texts}
    matcher = BulkMatcher(searcher, Questions(k=7, gaps=True), remember)
    for company in (texts, texts[::-1], texts[3:5]):
        for text, answer in zip(company, matcher.answers(company), strict=True):
            assert isinstance(answer, Answer)
            assert (answer.match, answer.gaps) == alone[text]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(_TEXTS)
def test_any_texts_in_any_company(kitchen_searcher: Searcher, texts: list[str]) -> None:
    matcher = BulkMatcher(kitchen_searcher, Questions(kind="job"))
    for text, answer in zip(texts, matcher.answers(texts), strict=True):
        if isinstance(answer, str):
            assert not text.strip()
        else:
            assert answer.match == kitchen_searcher.match(text, "job")


def test_a_text_that_cannot_be_matched_says_why_without_a_word_of_it(kitchen_searcher: Searcher) -> None:
    empty, long, good = BulkMatcher(kitchen_searcher, Questions()).answers(
        ["  \n", "rahasia " * LONGEST_TEXT, ADVERTS[0]]
    )
    assert isinstance(good, Answer)
    assert str(empty).startswith("The text is empty.")
    assert "characters but at most" in str(long)
    assert "rahasia" not in str(long)


def test_equal_texts_are_read_once(kitchen_searcher: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    scores = Scorer.scores
    monkeypatch.setattr(Scorer, "scores", lambda self, texts: asked.extend(texts) or scores(self, texts))
    matcher = BulkMatcher(kitchen_searcher, Questions(kind="job"))
    matcher.answers([ADVERTS[0], ADVERTS[1], ADVERTS[0]])
    once = list(asked)
    assert len(once) == len(set(once)) > 0
    matcher.answers([ADVERTS[1], ADVERTS[0]])
    matcher.answers([f"{ADVERTS[0]}\n- Melayani tamu hotel"])
    assert asked == [*once, "Melayani tamu hotel"]
