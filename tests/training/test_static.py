"""A ten-row world from corpus to model folder: pieces, teaching, export, equality with sentence-transformers."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="needs padan[train]")
pytest.importorskip("sentence_transformers", reason="needs padan[train]")

from training import export, held, material, recipe, student, targets, teachers, vocabulary
from training.pairs import Row

PAIRS = [
    ("handle customer complaints", "menangani keluhan pelanggan"),
    ("write a report", "menulis laporan"),
    ("count the stock", "menghitung stok barang"),
    ("serve the guests", "melayani tamu"),
    ("repair the engine", "memperbaiki mesin"),
    ("cook rice", "memasak nasi"),
    ("teach children", "mengajar anak"),
    ("drive a truck", "mengemudikan truk"),
    ("design a poster", "merancang poster"),
    ("sell shoes", "menjual sepatu"),
]
ROWS = [Row(left, right, "parallel", "tiny", 1.0) for left, right in PAIRS]
TITLES = [Row("Kasir", "Orang yang menghitung uang di toko", "pairs", "tiny", 1.0)] * 4
OWN = student.Settings(batch=8, pair_batch=4, rate=0.1, drop=0.0)


def a_tokenizer() -> vocabulary.Tokenizer:
    return vocabulary.train(vocabulary.count([text for pair in PAIRS for text in pair] * 3), words=60, parts=60)


def a_teacher(texts: list[str]) -> teachers.UnitRows:
    return teachers.unit(np.stack([np.random.default_rng(sum(map(ord, t))).standard_normal(16) for t in texts]))


def taught(rounds: int) -> tuple[vocabulary.Tokenizer, np.ndarray, np.ndarray]:
    tokenizer = a_tokenizer()
    aims = a_teacher([row.left for row in ROWS])
    draw = material.Drawer(ROWS + TITLES, aims, tokenizer, material.Alter({}, {}), OWN, steps=4)
    start = np.random.default_rng(0).standard_normal((tokenizer.get_vocab_size(), 16)).astype(np.float32) / 20
    return tokenizer, start, student.train(start, draw, OWN, rounds)


def test_common_words_stay_whole_and_case_and_marks_do_not_count() -> None:
    tokenizer = a_tokenizer()
    assert tokenizer.encode("Menangani  KELUHAN, pelanggan!").tokens == ["▁menangani", "▁keluhan", "▁pelanggan"]
    assert tokenizer.encode("!!! —").ids == []


def test_teaching_moves_both_sides_to_the_target_and_is_repeatable() -> None:
    tokenizer, start, rows = taught(rounds=40)
    aims = a_teacher([row.left for row in ROWS])

    def near(table: np.ndarray) -> float:
        own = recipe.encoder(tokenizer, table)([row.right for row in ROWS])
        return float((own * aims).sum(1).mean())

    assert near(start) < 0.3 < 0.8 < near(rows)
    assert np.array_equal(rows, taught(rounds=40)[2])


def test_the_recipe_averages_students_that_drew_other_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recipe, "ROUNDS", 2)
    monkeypatch.setattr(recipe, "STEPS", 4)
    tokenizer, start, _ = taught(rounds=1)
    aims, alter = a_teacher([row.left for row in ROWS]), material.Alter({}, {})
    lesson = recipe.Lesson(ROWS + TITLES, aims, tokenizer, start, alter)

    def alone(seed: int) -> np.ndarray:
        own = replace(OWN, seed=seed)
        draw = material.Drawer(lesson.rows, aims, tokenizer, alter, own, steps=4)
        return student.train(start, draw, own, 2)

    first, second = alone(3), alone(4)
    assert not np.array_equal(first, second)
    assert np.allclose(recipe.taught(lesson, replace(OWN, seed=3)), (first + second) / 2, atol=1e-6)


def test_the_folder_gives_sentence_transformers_what_numpy_gives(tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer

    tokenizer, _, rows = taught(rounds=1)
    export.write(tmp_path, tokenizer, rows)
    texts = ["menangani keluhan", "Write A Report!", "tak dikenal zzz", ""]
    by_library = SentenceTransformer(str(tmp_path), device="cpu").encode(texts)
    embeddings, weights = export.quantise(rows)
    by_numpy = recipe.encoder(tokenizer, embeddings * weights[:, None])(texts)
    assert np.abs(by_library - by_numpy).max() < 1e-6
    assert not by_numpy[-1].any()
    assert np.abs(embeddings * weights[:, None] - rows).max() <= weights.max() / 2 + 1e-6


def test_targets_keep_the_shares_of_the_teachers() -> None:
    rng = np.random.default_rng(0)
    known = {name: teachers.unit(rng.standard_normal((400, dim))) for name, dim in (("one", 8), ("two", 12))}
    shares = {"one": 0.7, "two": 0.3}
    places = targets.Space(known, 20, shares).place(known)
    centred = {name: teachers.unit(rows - rows.mean(axis=0)) for name, rows in known.items()}
    wanted = sum(share * centred[name] @ centred[name].T for name, share in shares.items())
    assert np.abs(places @ places.T - wanted).max() < 1e-4


def test_a_teacher_is_asked_once(tmp_path: Path) -> None:
    asked: list[str] = []

    def load() -> teachers.Encode:
        return lambda texts: (asked.extend(texts), a_teacher(texts))[1]

    first = teachers.Remembered("tiny", tmp_path, load).vectors(["a", "bb", "a"])
    again = teachers.Remembered("tiny", tmp_path, load).vectors(["bb", "a", "ccc"])
    assert sorted(asked) == ["a", "bb", "ccc"]
    assert np.array_equal(first[1], again[0])
    assert np.abs(first - a_teacher(["a", "bb", "a"])).max() < 1e-3


def test_held_out_figures_of_a_perfect_encoder() -> None:
    rows = [Row(text, text, "parallel", "tiny", 1.0) for pair in PAIRS for text in pair] * 2
    rows = [Row(f"{row.left} {i}", f"{row.left} {i}", "parallel", "tiny", 1.0) for i, row in enumerate(rows)]
    found = held.figures(a_teacher, rows, [], a_teacher([row.left for row in rows]))
    assert found["held_acc1"] == 1.0
    assert found["held_alike"] > 0.99
