"""The leak check finds equal and nearly equal lines, exactly as a slow comparison of all pairs would."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.errors import LeakError
from training.leaks import THRESHOLD, Forbidden, forbidden, words

NUMBERS = st.sampled_from(["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh"])
TEXTS = st.lists(NUMBERS, min_size=1, max_size=8).map(" ".join)


@given(st.lists(TEXTS, max_size=6), TEXTS)
def test_finds_what_a_slow_comparison_finds(lines: list[str], text: str) -> None:
    def near(one: str, two: str) -> bool:
        left, right = set(words(one)), set(words(two))
        long = min(len(left), len(right)) >= 4
        return words(one) == words(two) or (long and len(left & right) >= THRESHOLD * len(left | right))

    found = Forbidden(lines).resembles(text)
    assert (found is not None) == any(near(line, text) for line in lines)
    assert found is None or near(found, text)


def test_case_and_punctuation_do_not_hide_a_leak() -> None:
    assert Forbidden(["Seorang pria bermain gitar."]).resembles("seorang PRIA — bermain gitar!") is not None


def test_check_names_the_line_and_the_count() -> None:
    with pytest.raises(LeakError, match=r"2 training line\(s\) leak .* 'satu dua' resembles 'Satu, dua'"):
        Forbidden(["Satu, dua"]).check(["satu dua", "tiga", "SATU DUA"])


def test_reads_every_text_file_of_the_folders(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("kepuasan pelanggan\tcustomer satisfaction\n", encoding="utf-8")
    with gzip.open(tmp_path / "b.jsonl.gz", "wt", encoding="utf-8") as handle:
        handle.write(json.dumps({"text": "surat lamaran", "deep": [{"title": "kasir toko"}]}) + "\n")
    (tmp_path / "c.csv").write_text('"satu, dua",tiga\n', encoding="utf-8")
    found = forbidden([tmp_path, tmp_path / "absent"])
    assert all(
        found.resembles(text)
        for text in ("Kepuasan Pelanggan", "customer satisfaction", "surat lamaran", "kasir toko", "satu dua", "tiga")
    )
    assert found.resembles("sesuatu yang lain") is None
