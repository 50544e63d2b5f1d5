"""Judged pairs: read by line, some held out, shown in either language, compared by their grades."""

import random
from pathlib import Path

import numpy as np
import pytest

from training import judged, leaks
from training.errors import TrainingError
from training.pairs import Row


def test_one_pair_in_ten_is_held_out_and_shares_no_sentence(tmp_path: Path) -> None:
    lines = [f"satu {i}\tdua {i}\t{i % 6}" for i in range(19)]
    lines += ["satu 10\ttiga\t2.5"]  # the eleventh pair is held out and has its first sentence
    (tmp_path / "a.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    train, held = judged.judged(tmp_path)
    assert [each.one for each in held] == ["satu 0", "satu 10"]
    assert len(train) == 17
    assert train[0] == judged.Judged("satu 1", "dua 1", 1.0)
    assert "tiga" not in judged.texts(train)


@pytest.mark.parametrize("grade", ["lima", "5.1", "-1", "nan"])
def test_a_grade_out_of_range_is_named(tmp_path: Path, grade: str) -> None:
    (tmp_path / "a.tsv").write_text(f"satu\tdua\t{grade}\n", encoding="utf-8")
    with pytest.raises(TrainingError, match=rf"a\.tsv, line 1: '{grade}' is no grade; need a number from 0 to 5"):
        judged.judged(tmp_path)


def test_a_pair_that_resembles_the_yardstick_goes() -> None:
    one, two = judged.Judged("a", "b", 1), judged.Judged("c", "d", 2)
    assert leaks.without([one, two], lambda text: text if text == "d" else None) == [one]


def test_a_drawn_sentence_is_itself_or_its_english() -> None:
    every = [judged.Judged(f"satu {i}", f"dua {i}", float(i)) for i in range(40)]
    english = judged.translations(every, [Row(f"one {i}", f"satu {i}", "parallel", "x", 1) for i in range(50)])
    assert len(english) == 40
    texts, compared = judged.draw(every, english, 30, np.random.default_rng(0), random.Random(0))
    assert len(texts) == 60
    assert compared.one.tolist() == list(range(0, 60, 2))
    assert compared.two.tolist() == list(range(1, 60, 2))
    for one, two, grade in zip(texts[0::2], texts[1::2], compared.grades, strict=True):
        assert one in (f"satu {grade:.0f}", f"one {grade:.0f}")
        assert two == f"dua {grade:.0f}"  # it has no translation
    assert {text.split()[0] for text in texts[0::2]} == {"satu", "one"}
    assert len(set(compared.grades.tolist())) == 30  # no pair twice
    assert len(judged.draw(every, {}, 99, np.random.default_rng(0), random.Random(0))[0]) == 80


def test_the_judged_pairs_are_whole() -> None:
    train, held = judged.judged()
    assert (len(train), len(held)) == (20556, 2424)
    known = set(judged.texts(held))
    assert not [text for text in judged.texts(train) if text in known]


def test_two_sentences_of_one_translation_are_not_shown_as_the_same() -> None:
    one = [judged.Judged("satu", "tunggal", 4.5)]
    english = {"satu": "one", "tunggal": "one"}
    drawn = [judged.draw(one, english, 1, np.random.default_rng(i), random.Random(i))[0] for i in range(100)]
    assert all(left != right for left, right in drawn)
    assert ["one", "tunggal"] in drawn


def test_pairs_of_a_graded_line_are_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / "graded.tsv").write_text("satu\tdua\t1\n", encoding="utf-8")
    (tmp_path / "scenes.tsv").write_text("tiga\tempat\t1\n" * 10, encoding="utf-8")
    assert judged.judged(tmp_path) == ([], [judged.Judged("tiga", "empat", 1.0)])
