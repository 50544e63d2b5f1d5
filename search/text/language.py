"""Indonesian, English or mixed, told by function words and affixes: no model, no download, the same answer everywhere.

A trained guesser (fastText's) was tried and left out: it brings a downloader, costs 0.17 s to import, and on a line
of six words
of a real advert it is no surer than the words `dan`, `untuk`, `the`, `with` themselves.
"""

import re
from collections import Counter
from typing import Literal

from search.text.normalise import normalise
from search.text.tokens import plain_words

Language = Literal["id", "en", "mixed"]

_ID = frozenset(
    """
    dan yang di ke dari untuk dengan pada dalam oleh sebagai serta atau agar para itu ini adalah akan dapat bisa juga
    sudah
    telah secara setiap saya kami kita anda tidak yg dgn utk minimal maksimal tahun bidang kerja mampu memiliki baik
    jujur
    """.split()
)
_EN = frozenset(
    """
    the an and or of to in for on with at by from as is are be will this that our your you we who which must should
    can have
    has not years year experience ability skills work team
    """.split()
)
_ID_SHAPE = re.compile(
    r"(?:me[mnr]?|meng|meny|ber|pe[mnr]|peng|peny|ter)[a-z]{4,}|di[a-z]{3,}(?:kan|i)|[a-z]{4,}(?:kan|nya)"
)
_EN_SHAPE = re.compile(r"[a-z]{3,}(?:ing|tion|tions|ment|ness|ity|ed|ly|ive|ers?)")
_SHORTEST = 5  # letters; no shorter word has a tell-tale shape
_MIXED_FROM = 0.25  # the lesser language's share of the tell-tale words from which a text counts as mixed


def guess_language(text: str) -> Language:
    """Name the language of a text; a text with no tell-tale word counts as Indonesian, the house's first language."""
    indonesian = english = 0.0
    for word, times in Counter(plain_words(normalise(text))).items():
        indonesian += times * _weight(word, _ID, _ID_SHAPE)
        english += times * _weight(word, _EN, _EN_SHAPE)
    total = indonesian + english
    if total == 0:
        return "id"
    if min(indonesian, english) / total >= _MIXED_FROM:
        return "mixed"
    return "id" if indonesian >= english else "en"


def _weight(word: str, known: frozenset[str], shape: re.Pattern[str]) -> float:
    if word in known:
        return 1.0
    return 0.5 if len(word) >= _SHORTEST and shape.fullmatch(word) else 0.0
