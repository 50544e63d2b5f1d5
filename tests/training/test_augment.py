"""What altered texts promise: same number of words, same seed same text, verbs turned only to known words."""

import random

from hypothesis import given
from hypothesis import strategies as st

from training import augment

SENTENCES = st.text(st.sampled_from("abcdegiklmnprstuy -,.AZ1"), max_size=80)


@given(SENTENCES, st.integers(0, 1000))
def test_a_slip_changes_one_word_by_at_most_one_letter(text: str, seed: int) -> None:
    slipped = augment.misspelt(text, random.Random(seed))
    assert abs(len(slipped) - len(text)) <= 1
    before, after = text.split(), slipped.split()
    assert len(before) == len(after)
    assert sum(one != two for one, two in zip(before, after, strict=True)) <= 1
    assert slipped == augment.misspelt(text, random.Random(seed))


@given(st.text(st.sampled_from("aiueo"), max_size=4), st.integers(0, 99))
def test_short_words_stay(word: str, seed: int) -> None:
    assert augment.typo(word, random.Random(seed)) == word


def test_active_verbs_turn_to_known_passives() -> None:
    words = "menganalisis dianalisis mengirim diirim menyusun disusun memilih dipilih membaca dibaca menulis ditulis"
    known = dict.fromkeys([*words.split(), "menang"], 1) | {"dikirim": 9}
    assert augment.voices(known) == {
        "menganalisis": "dianalisis",
        "mengirim": "dikirim",
        "menyusun": "disusun",
        "memilih": "dipilih",
        "membaca": "dibaca",
        "menulis": "ditulis",
    }


def test_tables_replace_whole_words_only() -> None:
    table = augment.slang([("gmn", "bagaimana"), ("gimana", "bagaimana"), ("tdk bisa", "tidak bisa"), ("d", "di")])
    assert table == {"bagaimana": ["gmn", "gimana"]}
    rng = random.Random(0)
    assert augment.replaced("Bagaimana, sebagaimana", table, rng) in {"gmn, sebagaimana", "gimana, sebagaimana"}
    assert augment.replaced("Bagaimana", table, rng, share=0.0) == "Bagaimana"
