from hypothesis import given
from hypothesis import strategies as st

from search.text.tokens import spellings, tokens, words


def test_writes_out_slang_and_reduplication_and_drops_function_words() -> None:
    assert tokens("Cara handle komplen pelanggan yg marah2 di medsos") == [
        "menangani",
        "keluhan",
        "pelanggan",
        "marah",
        "media",
        "sosial",
    ]


def test_spellings() -> None:
    assert spellings("yg") == ["yang"]
    assert spellings("mobil2an") == ["mobilan"]
    assert spellings("b2b") == ["b2b"]
    assert spellings("4g") == ["4g"]


@given(st.text())
def test_words_are_spans_of_the_text_in_order(text: str) -> None:
    end = 0
    for word in words(text):
        assert text[word.start : word.end] == word.text
        assert word.start >= end
        end = word.end


@given(st.text())
def test_tokens_are_total(text: str) -> None:
    assert all(token and not token.isspace() for token in tokens(text))
