"""Each kind of system in the smallest world; Padan's own answer as `Searcher` does."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import bm25s
import numpy as np
import pytest
from world import CLEAN, COOK, SERVE, word_model

from eval import words
from eval.floor import Floor
from eval.library import Library
from eval.plain import Plain
from eval.systems import chosen, systems
from eval.world import OnceEncoder, World
from indexer.assemble import assemble
from search import Searcher
from search.encode.static import StaticEncoder
from search.errors import InputError
from search.rank import WEIGHTS, DenseRanker, LexicalRanker, best_per_unit
from search.store import StoredIndex
from search.text.stem import Stemmer
from search.text.tokens import tokens
from search.types import CriterionState, LabelFile, TextKind, UnitLabels, Vectors

ADVERT = "Dicari juru masak.\nMemasak nasi goreng setiap hari.\nMembersihkan dapur sesudahnya."
CV = "Pengalaman kerja saya\nSaya mencuci beras dan mengulek bumbu."


@pytest.fixture
def world(tiny_index: StoredIndex, tiny_encoder: StaticEncoder) -> World:
    return World(tiny_index, tiny_encoder)


def test_the_library_answers_as_the_searcher(world: World, tiny_searcher: Searcher) -> None:
    system = Library(world, "examples")
    hits = tiny_searcher.search("memasak nasi di dapur", k=3).results
    (found,) = system.search(["memasak nasi di dapur"])
    assert found.units == tuple(hit.code for hit in hits)
    assert found.scores == pytest.approx([hit.score for hit in hits])
    answer = tiny_searcher.match(ADVERT, k=3)
    (matched,) = system.match([ADVERT])
    assert answer.units
    assert matched.units == tuple(unit.code for unit in answer.units)
    assert (matched.scores, matched.confidences, matched.confident) == (
        tuple(unit.score for unit in answer.units), tuple(unit.confidence for unit in answer.units), answer.confident,
    )  # fmt: skip
    (gaps,) = tiny_searcher.gaps(CV, [COOK.code]).units
    (judged,) = system.judge([CV], [[COOK.code]])
    assert [(one.unit, one.no, one.score, one.state) for one in judged] == [
        (COOK.code, gap.no, gap.score, gap.state) for gap in gaps.criteria
    ]
    assert max(one.score for one in judged) > 0


def test_the_floor_knows_nothing(world: World) -> None:
    floor = Floor(world)
    assert floor.search(["x", "y"]) == floor.match(["x", "y"])
    assert floor.search(["x"])[0].units == (COOK.code, CLEAN.code, SERVE.code)
    (judged,) = floor.judge([CV], [[COOK.code]])
    assert [(one.no, one.score, one.state) for one in judged] == [
        (no, 1.0, CriterionState.EVIDENCED) for no in ("1.1", "1.2", "2.1")
    ]


def test_variants_of_an_index_share_its_catalogue(world: World, tmp_path: Path) -> None:
    labelled = replace(
        world.catalogue, labels=(LabelFile("own.yaml", "0", (UnitLabels(CLEAN.code, ("bersih bersih",), 1),)),)
    )
    own, index = world.encoder, assemble(labelled, {}, world.encoder)[0]
    texts = [passage.text for passage in index.passages]
    deep = StaticEncoder("deep", word_model(tmp_path / "deep", texts, dim=16))
    with_labels = World(index, own, deep)
    assert with_labels.index() is index
    without = [passage.text for passage in with_labels.index("decree").passages]
    assert set(texts) - set(without) == {"bersih bersih"}
    variant = with_labels.index("labels", "deep")
    assert [passage.text for passage in variant.passages] == texts
    assert variant.manifest.deep
    assert (variant.manifest.deep.dim, variant.deep.d, variant.vectors.d) == (16, 16, 64)
    for alone in (None, "deep", "dense", "lexical"):
        system = Library(with_labels, "labels", depth="deep", alone=alone)
        assert system.search(["bersih bersih"])[0].units[0] == CLEAN.code


def test_a_text_is_encoded_once(tiny_encoder: StaticEncoder) -> None:
    asked: list[str] = []

    class Counting:
        name, dim, fingerprint = tiny_encoder.name, tiny_encoder.dim, tiny_encoder.fingerprint

        def encode(self, texts: Sequence[str], kind: TextKind = "passage") -> Vectors:
            asked.extend(f"{kind} {text}" for text in texts)
            return tiny_encoder.encode(texts, kind)

    once = OnceEncoder(Counting())
    for kind in ("query", "passage"):
        for texts in (["nasi", "dapur", "nasi"], ["dapur"], []):
            np.testing.assert_array_equal(once.encode(texts, kind), tiny_encoder.encode(texts, kind))
    assert asked == ["query nasi", "query dapur", "passage nasi", "passage dapur"]


def test_one_arm_alone_ranks_by_its_own_scores(
    world: World, tiny_index: StoredIndex, tiny_encoder: StaticEncoder
) -> None:
    ask = ["memasak nasi goreng", "dapur"]
    by_words = LexicalRanker(tiny_index.lexical, Stemmer(tiny_index.stems)).scores(ask)
    by_meaning = DenseRanker(tiny_index.vectors).scores(tiny_encoder.encode(ask, "query"))
    for system, scores in ((Library(world, alone="lexical"), by_words), (Library(world, alone="dense"), by_meaning)):
        for answer, row in zip(system.search(ask), scores, strict=True):
            weighed = np.round(row, 4) * WEIGHTS["fast"].of(tiny_index.passages)
            best = best_per_unit(np.round(weighed, 4)[None], tiny_index.unit_starts)[0][0]
            there = {code: score for code, score in zip(tiny_index.unit_codes, best.tolist(), strict=True) if score}
            assert dict(zip(answer.units, answer.scores, strict=True)) == pytest.approx(there)


def test_an_advert_is_one_query_or_its_best_sentence(world: World) -> None:
    whole, best = Plain(world, words.letters), Plain(world, words.letters, by_sentence=True)
    (by_whole,), (by_best,) = whole.match([ADVERT]), best.match([ADVERT])
    sentences = best.search(ADVERT.split("\n"))
    for unit, score in zip(by_best.units, by_best.scores, strict=True):
        each = [dict(zip(one.units, one.scores, strict=True)).get(unit, 0.0) for one in sentences]
        assert score == pytest.approx(max(each))
    assert dict(zip(by_whole.units, by_whole.scores, strict=True))[CLEAN.code] < by_best.scores[1]


def test_a_plain_system_judges_by_the_nearest_sentence_and_names_no_state(world: World) -> None:
    judged = Plain(world, words.words).judge(["Beras dicuci. Lantai disapu.", " "], [[COOK.code], [CLEAN.code]])
    assert [(one.no, one.score > 0, one.state) for one in judged[0]] == [
        ("1.1", True, None), ("1.2", False, None), ("2.1", False, None),
    ]  # fmt: skip
    assert judged[1] == []


def test_words_do_not_join_forms_and_stems_do(world: World) -> None:
    ask = ["membersihkan", "bersihnya"]
    by_words, by_stems = Plain(world, words.words).search(ask), Plain(world, words.stems).search(ask)
    assert [one.units for one in by_words] == [(CLEAN.code,), ()]
    assert [one.units for one in by_stems] == [(CLEAN.code,), (CLEAN.code,)]


def test_letters_are_cosines_of_tf_idf(tiny_index: StoredIndex) -> None:
    text = pytest.importorskip("sklearn.feature_extraction.text", reason="comes with sentence-transformers")
    oracle = text.TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5))
    passages = oracle.fit_transform([passage.text for passage in tiny_index.passages])
    ask = ["bumbu diulek halus", "NASI", "zzz", ""]
    expected = (oracle.transform(ask) @ passages.T).toarray()
    np.testing.assert_allclose(words.letters(tiny_index)(ask), expected, rtol=1e-5)
    assert expected.max() > 0.5


def test_words_are_bm25(tiny_index: StoredIndex) -> None:
    documents = [tokens(passage.text) for passage in tiny_index.passages]
    model = bm25s.BM25(method="lucene")
    model.index(documents, show_progress=False)
    ask = "beras nasi nasi goreng"
    expected = sum(model.get_scores([word]) for word in ask.split())
    found = words.words(tiny_index)([ask])[0]
    assert expected.max() > 0
    np.testing.assert_array_equal(np.argsort(-found, kind="stable"), np.argsort(-expected, kind="stable"))


def test_a_system_there_is_not_is_one_line() -> None:
    with pytest.raises(InputError, match=r"There is no system 'x'\. Systems: bm25, floor, bm25-stems, char-tfidf"):
        chosen(["x"])
    assert list(chosen(["hybrid", "bm25", "hybrid"])) == ["hybrid", "bm25"]
    assert chosen(()) == systems()
