"""Graded sentences: read by line, some held out, compared in the order of their grades."""

from pathlib import Path

import numpy as np
import pytest

from training import graded, leaks
from training.errors import TrainingError

LINE = "\t".join(f"kata {letter}" for letter in "abcdef")


def test_one_line_in_ten_is_held_out_and_a_bad_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("\n".join(LINE.replace("a", f"a{i}") for i in range(20)) + "\n", encoding="utf-8")
    train, held = graded.graded(tmp_path)
    assert (len(train), len(held)) == (18, 2)
    assert not {each.texts for each in train} & {each.texts for each in held}
    (tmp_path / "b.tsv").write_text("anchor\tsama\tsame\n", encoding="utf-8")
    with pytest.raises(TrainingError, match=r"b\.tsv, line 1: need 6 columns, none empty"):
        graded.graded(tmp_path)


def test_a_line_that_resembles_the_yardstick_goes_whole() -> None:
    one, two = graded.Graded(("a", "b", "c", "d", "e", "f")), graded.Graded(("g", "h", "i", "j", "k", "l"))
    assert leaks.without([one, two], lambda text: text if text == "e" else None) == [two]


def test_the_english_teaches_both_wordings() -> None:
    rows = graded.rows([graded.Graded(("anjing tidur", "anjing terlelap", "a dog sleeps", "…", "…", "…"))])
    assert [(row.left, row.right) for row in rows] == [
        ("a dog sleeps", "anjing tidur"),
        ("a dog sleeps", "anjing terlelap"),
    ]


def test_every_grade_is_compared_within_a_line_and_nothing_across() -> None:
    compared = graded.pairs(2)
    triples = set(zip(compared.one.tolist(), compared.two.tolist(), compared.grades.tolist(), strict=True))
    assert {(0, 1, 5), (0, 2, 5), (1, 2, 5), (2, 3, 4), (1, 4, 3), (0, 5, 1)} < triples
    assert {(6, 7, 5), (0, 6, 0), (11, 5, 0)} < triples
    assert not {(3, 4), (3, 5), (4, 5)} & {(one, two) for one, two, _ in triples}  # no grade speaks of them
    assert len(triples) == 2 * 12 + 2 * 6
    assert np.array_equal(graded.pairs(1).grades, [5, 5, 4, 3, 1, 5, 4, 3, 1, 4, 3, 1])


def test_the_written_lines_are_whole() -> None:
    train, held = graded.graded()
    assert (len(train), len(held)) == (1620, 180)
