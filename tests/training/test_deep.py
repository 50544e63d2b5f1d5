"""The deep recipe in its smallest world: glossed start, packing, teaching that can be resumed, near misses."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("torch", reason="needs padan[models]")
pytest.importorskip("onnx", reason="needs padan[dev]")

import torch
from tiny_bert import DIM, PAIRS, a_body, a_tokenizer

from training import export as bag
from training import graded, judged, material, targets, teachers, units, vocabulary, written
from training.deep import export, further, lean, lessons, recipe, start, teach
from training.errors import TrainingError
from training.pairs import Row

ROWS = [Row(left, right, "parallel", "tiny", 1.0) for left, right in PAIRS]
LOOSE = [Row("Kasir", "menghitung stok barang", "pairs", "tiny", 1.0)] * 4
OWN = teach.Settings(body_rate=3e-3, piece_rate=0.05, warm=1, pieces=64, chapter=8, alike=1.0)
WRITTEN = [written.Sentence(left, (right, right, right), "menulis tamu") for left, right in PAIRS]
LINES = [graded.Graded((right, right, left, "menulis tamu", "tamu", "barang")) for left, right in PAIRS]
JUDGED = [judged.Judged(right, "melayani tamu", 1.5) for _, right in PAIRS]
UNITS = [units.Unit(right, (units.Shown(right, (right, right, left), "menulis tamu"),) * 2) for left, right in PAIRS]


def a_student() -> teach.Student:
    pieces = np.random.default_rng(1).standard_normal((a_tokenizer().get_vocab_size(), DIM)).astype(np.float32)
    return teach.Student(a_body(), pieces, OWN)


def aims() -> teachers.UnitRows:
    return teachers.unit(np.random.default_rng(2).standard_normal((len(ROWS), DIM)))


def a_lesson() -> lessons.Lesson:
    clusters = np.zeros(len(ROWS), dtype=np.int64)
    alter = material.Alter({}, {}, 0, 0, 0)
    return lessons.Lesson(ROWS + LOOSE, aims(), clusters, WRITTEN, UNITS, LINES, JUDGED, {}, a_tokenizer(), alter)


def chapters(much: range = range(2, 3), own: teach.Settings = OWN) -> lessons.Chapters:
    return lessons.Chapters(a_lesson(), own, much, range(3, 4))


def test_a_piece_starts_as_the_english_words_it_lies_next_to() -> None:
    english, near = ["customer", "rice", "##er"], np.array([[1.0, 0], [0, 1], [0, 0]], dtype=np.float32)
    rows = np.array([[1.0, 0, 0], [0, 1, 0], [0, 0, 1]], dtype=np.float32)
    places = np.array([[1.0, 0], [0, 1]], dtype=np.float32)
    first = start.glossed(["pelanggan", "rice"], places, english * 3, np.tile(near, (3, 1)), np.tile(rows, (3, 1)))
    centred = rows - rows.mean(axis=0)
    alike = teachers.unit(first - rows.mean(axis=0)) @ teachers.unit(centred).T
    assert alike.argmax(axis=1).tolist() == [0, 1]
    assert np.diag(alike).min() > 0.99
    np.testing.assert_allclose(np.linalg.norm(first - rows.mean(axis=0), axis=1), np.linalg.norm(centred[0]), rtol=1e-5)


def test_fewer_pieces_keep_the_common_ones_and_every_letter() -> None:
    whole = a_tokenizer()
    often = np.zeros(whole.get_vocab_size())
    often[whole.token_to_id("▁tamu")] = 9
    letters = sum(len(piece.strip("▁")) <= 1 for piece in whole.get_vocab())
    small = start.smaller(whole, often, size=letters + 8)
    assert small.token_to_id("▁tamu") is not None
    assert small.token_to_id("▁keluhan") is None
    assert small.encode("tamu").tokens == ["[CLS]", "▁tamu", "[SEP]"]
    assert [small.id_to_token(i) for i in range(3)] == [start.PAD, start.OPEN, start.CLOSE]


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(1, 6))), st.integers(1, 200))
def test_packing_loses_nothing_and_keeps_to_the_size(groups: list[tuple[int, int]], most: int) -> None:
    lengths, sizes = [length for length, _ in groups], [size for _, size in groups]
    parts = lessons.packed(lengths, most, sizes)
    assert sorted(i for part in parts for i in part) == list(range(len(groups)))
    for part in parts:
        filled = max(lengths[i] for i in part) * sum(sizes[i] for i in part)
        assert filled <= most or len(part) == 1


def test_a_chapter_is_drawn_by_its_number_alone() -> None:
    one, two = chapters()(3), chapters()(3)
    assert all(np.array_equal(a.ids, b.ids) and a.misses == b.misses for a, b in zip(one, two, strict=True))
    assert {(batch.targets is None, batch.misses > 0) for batch in one} == {(False, False), (True, False), (True, True)}
    assert not all(np.array_equal(a.ids, b.ids) for a, b in zip(one, chapters()(4), strict=False))


def test_units_are_read_not_at_first_then_much_then_little() -> None:
    much = replace(OWN, chapter=50)
    counts = [sum(batch.weight == much.judge for batch in chapters(own=much)(number)) for number in (1, 2, 3)]
    assert counts == [0, 9 + 2, 3 + 1]


def test_a_unit_is_whole_and_what_resembles_the_yardstick_goes(tmp_path: Path) -> None:
    line = "Menyeduh Kopi\t{}\tmenyeduh\tbikin kopi\tbrew\tmencuci cangkir\n"
    (tmp_path / "a.tsv").write_text(line.format("Air dipanaskan.") + line.format("Biji digiling."), encoding="utf-8")
    (unit,) = units.units(tmp_path)
    assert [one.criterion for one in unit.criteria] == ["Air dipanaskan.", "Biji digiling."]
    (left,) = units.without([unit], lambda text: text if text == "Biji digiling." else None)
    assert [one.criterion for one in left.criteria] == ["Air dipanaskan."]
    assert units.without([unit], lambda text: text if text == "mencuci cangkir" else None) == []
    (tmp_path / "b.tsv").write_text("hanya satu\n", encoding="utf-8")
    with pytest.raises(TrainingError, match=r"b\.tsv, line 1: need 6 columns, none empty"):
        units.units(tmp_path)


def test_teaching_reaches_the_targets_and_goes_on_where_it_broke_off(tmp_path: Path) -> None:
    whole, broken = a_student(), a_student()
    teach.teach(whole, chapters(), 6, fall=2)

    def stop(number: int) -> None:
        if number == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        teach.teach(broken, chapters(), 6, 2, tmp_path / "keep.pt", stop)
    again = a_student()
    teach.teach(again, chapters(), 6, 2, tmp_path / "keep.pt")
    encode = lessons.encoder(whole, a_tokenizer())
    rows = encode([row.right for row in ROWS])
    before = lessons.encoder(a_student(), a_tokenizer())([row.right for row in ROWS])
    assert (before * aims()).sum(1).mean() < 0.3 < 0.6 < (rows * aims()).sum(1).mean()
    np.testing.assert_array_equal(rows, lessons.encoder(again, a_tokenizer())([row.right for row in ROWS]))


def test_texts_of_uneven_lengths_have_the_rows_they_have_alone() -> None:
    student, rng = a_student(), np.random.default_rng(0)
    ids = [rng.integers(4, len(student.table.rows), length).tolist() for length in (3, 30, 4, 5, 3, 12, 9)]
    together = student.encode(lessons.padded(ids))
    alone = np.concatenate([student.encode(lessons.padded([one])) for one in ids])
    np.testing.assert_allclose(together, alone, atol=0.02 if student._halves else 1e-5)


def test_a_near_miss_is_a_wrong_answer() -> None:
    rows = torch.eye(4)[[0, 0, 1, 1, 0]]
    missed = float(teach.pairs_loss(rows, 1, OWN))
    assert missed == pytest.approx((np.log(2 + np.exp(-20)) + np.log(1 + 2 * np.exp(-20))) / 2, abs=1e-6)
    assert float(teach.pairs_loss(rows[:4], 0, OWN)) < 1e-6


def test_likeness_out_of_the_order_of_grades_costs() -> None:
    rows, two = torch.eye(3)[[0, 0, 1]], np.array([1, 2])
    right = graded.Pairs(np.array([0, 0]), two, np.array([5, 1], dtype=np.float32))
    wrong = graded.Pairs(np.array([0, 0]), two, np.array([1, 5], dtype=np.float32))
    assert float(teach.order(rows, right, scale=2)) == pytest.approx(np.log(1 + np.exp(-2)))
    assert float(teach.order(rows, wrong, scale=2)) == pytest.approx(np.log(1 + np.exp(2)))


def test_graded_sentences_and_judged_pairs_are_read_in_their_chapters_alone() -> None:
    own = replace(OWN, pieces=200, chapter=20)
    every = [chapters(own=own)(number) for number in (2, 3, 4)]
    assert [sum(batch.compared is not None for batch in batches) for batches in every] == [0, 3 + 5, 0]
    judged_ones = [batch.compared for batch in every[1] if batch.compared and 1.5 in batch.compared.grades]
    assert [len(one.grades) for one in judged_ones] == [min(len(JUDGED), 200 // 14 // 2)] * 5


def test_targets_are_turned_towards_the_body() -> None:
    rng = np.random.default_rng(0)
    places = teachers.unit(rng.standard_normal((50, 8)))
    turn, _ = np.linalg.qr(rng.standard_normal((8, 8)))
    centred = places - places.mean(axis=0)
    turned = places @ targets.turn(places, (centred @ turn).astype(np.float32))
    np.testing.assert_allclose(turned @ turned.T, places @ places.T, atol=1e-5)
    assert (turned * (places @ turn)).sum(1).mean() > 0.95


@pytest.mark.filterwarnings("ignore")  # of the libraries that save the model
def test_a_model_is_taught_further_from_where_it_is(tmp_path: Path) -> None:
    texts = [row.left for row in ROWS]
    one = a_student()
    rows = lessons.encoder(one, a_tokenizer())(texts)
    export.write(tmp_path, a_tokenizer(), one.body, one.table.rows.numpy())
    turn, _ = np.linalg.qr(np.random.default_rng(3).standard_normal((DIM, DIM)))
    places = np.asarray(teachers.unit(rows - rows.mean(axis=0)) @ turn, dtype=np.float32)
    lesson = replace(a_lesson(), rows=ROWS, targets=places)
    lesson, again = further.opened(lesson, tmp_path, OWN)
    np.testing.assert_allclose(lessons.encoder(again, lesson.tokenizer)(texts), rows, atol=0.02)
    np.testing.assert_allclose(lesson.targets @ lesson.targets.T, places @ places.T, atol=1e-5)
    assert (lesson.targets * teachers.unit(rows - rows.mean(axis=0))).sum(1).mean() > 0.95
    before = {name: value.detach().clone() for name, value in again.weights().items()}
    again.step(lessons.Chapters(replace(lesson, written=[], units=[]), OWN)(0)[0], 1.0)
    after = {name: value.detach().clone() for name, value in again.weights().items()}
    assert not torch.equal(before["pieces"], after["pieces"])
    further.mix(again, before, newer=0.75)
    for name, value in again.weights().items():
        torch.testing.assert_close(value.detach(), 0.75 * after[name] + 0.25 * before[name])
    known = further.fingerprint(tmp_path)
    export.write(tmp_path, a_tokenizer(), again.body, again.table.rows.numpy())
    assert further.fingerprint(tmp_path) != known


def test_written_sentences_are_whole_and_a_bad_line_is_named(tmp_path: Path) -> None:
    every = written.sentences()
    assert len(every) == 1306
    assert len(written.rows(every)) == 3 * 1306
    (tmp_path / "a.tsv").write_text("one\tsatu\tsatu\tsatu\tdua\nonly one\n", encoding="utf-8")
    with pytest.raises(TrainingError, match=r"a\.tsv, line 2: need 5 columns, none empty"):
        written.sentences(tmp_path)


def test_scenes_are_pairs_and_none_is_of_a_held_out_line(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("A dog sleeps.\tAnjing tidur.\nA cat sits.\tKucing duduk.\n", encoding="utf-8")
    rows = written.scenes(tmp_path)
    assert [(row.left, row.right, row.kind) for row in rows] == [
        ("A dog sleeps.", "Anjing tidur.", "parallel"),
        ("A cat sits.", "Kucing duduk.", "parallel"),
    ]
    (tmp_path / "b.tsv").write_text("A dog sleeps.\n", encoding="utf-8")
    with pytest.raises(TrainingError, match=r"b\.tsv, line 1: need 2 columns, none empty"):
        written.scenes(tmp_path)
    every = written.scenes()
    assert len(every) == 40029
    held = {text for line in graded.graded()[1] for text in line.texts}
    assert not [row.right for row in every if row.right in held]


def test_a_rare_piece_leans_on_what_the_others_foretell() -> None:
    rng = np.random.default_rng(5)
    said, way = rng.standard_normal((400, 6)).astype(np.float32), rng.standard_normal((6, 4)).astype(np.float32)
    pieces = said @ way
    often = np.full(400, 500.0)
    often[:150] = lean.KNOWN  # met too seldom to foretell anything: what they hold is worth little
    pieces[:150] = 9.0
    often[0] = 0.0
    other = lean.foretold(pieces, often, said)
    np.testing.assert_allclose(other, said @ way, atol=0.2)
    result = lean.towards(pieces, other, often, trust=lean.KNOWN)
    np.testing.assert_allclose(result[0], other[0])
    np.testing.assert_allclose(result[1], (pieces[1] + other[1]) / 2, rtol=1e-5)


def test_pieces_are_met_by_weight_and_by_the_share_of_either_side() -> None:
    rows = [Row("guests", "tamu", "parallel", "tiny", 2.0), Row("guests", "tamu tamu", "parallel", "tiny", 1.0)]
    rows += [Row("kasir", "tamu", "pairs", "tiny", 1.0)]  # no target: both sides are shown
    tokenizer = a_tokenizer()
    often = lean.met(rows, tokenizer, 0.75)
    one, two = tokenizer.encode("tamu", add_special_tokens=False), tokenizer.encode("guests", add_special_tokens=False)
    assert len(one.ids) == 1
    assert often[one.ids[0]] == pytest.approx(0.75 * 4 + 1)
    assert often[two.ids[0]] == pytest.approx(0.25 * 3)
    three = tokenizer.encode("kasir", add_special_tokens=False)
    assert often.sum() == pytest.approx(0.75 * 4 + 1 + 0.25 * 3 * len(two.ids) + len(three.ids))


@pytest.mark.filterwarnings("ignore")  # of the libraries that save the static model
def test_the_special_pieces_lean_on_nothing_and_a_piece_met_often_hardly(tmp_path: Path) -> None:
    rng, tokenizer = np.random.default_rng(0), a_tokenizer()
    whole = vocabulary.train(vocabulary.count([text for pair in PAIRS for text in pair] * 3), words=60, parts=60)
    bag.write(tmp_path, whole, rng.standard_normal((whole.get_vocab_size(), 16)).astype(np.float32))
    words = ["[UNK]", "[PAD]", "[CLS]", "[SEP]", *" ".join(left for left, _ in PAIRS).split()]
    known = start.MiniLM(None, words, rng.standard_normal((len(words), DIM)).astype(np.float32))
    pieces = rng.standard_normal((tokenizer.get_vocab_size(), DIM)).astype(np.float32)
    often = np.full(len(pieces), 1e6)
    rare = [tokenizer.token_to_id("▁stok"), *map(tokenizer.token_to_id, lean.SPECIAL)]
    often[rare] = 0.0
    moved = np.abs(lean.leaned(pieces, often, tokenizer, tmp_path, known) - pieces).max(axis=1)
    assert moved[rare[0]] > 0.1
    assert not moved[rare[1:]].any()
    assert np.delete(moved, rare).max() < 0.01


def test_the_state_of_a_run_is_of_its_lesson_and_plan() -> None:
    found = material.Material(ROWS, [], [], [], Counter())

    def name(lesson: lessons.Lesson, plan: recipe.Plan) -> str:
        return recipe.digest(recipe.account(lesson, found, plan))

    one = name(a_lesson(), recipe.FURTHER)
    assert one == name(a_lesson(), recipe.FURTHER)
    assert one != name(a_lesson(), replace(recipe.FURTHER, chapters=3))
    assert one != name(a_lesson(), replace(recipe.FURTHER, own=OWN))
    assert one != name(replace(a_lesson(), judged=JUDGED[1:]), recipe.FURTHER)
