"""Make a text look as people write it: misspelt, in slang, with its verbs turned from active to passive.

Every function is pure, keeps the number of words, and draws only from the generator it is given.
"""

import random
import re
from collections.abc import Collection, Iterable, Mapping

_WORD = re.compile(r"[^\W\d_]+")
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEAR = {key: row[max(0, i - 1) : i] + row[i + 1 : i + 2] for row in _KEYS for i, key in enumerate(row)}
# meng- before a root: what the nasal hides of it, likeliest first
_ACTIVE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("menge", ("",)),
    ("meny", ("s",)),
    ("meng", ("", "k")),
    ("mem", ("", "p")),
    ("men", ("", "t")),
    ("me", ("",)),
)


def typo(word: str, rng: random.Random) -> str:
    """The word with one slip of the finger: a swap, a drop, a double or a neighbouring key; short words stay."""
    if len(word) < 5:
        return word
    at = rng.randrange(1, len(word) - 1)
    slip = rng.randrange(4)
    if slip == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if slip == 1:
        return word[:at] + word[at + 1 :]
    if slip == 2:
        return word[:at] + word[at] + word[at:]
    return word[:at] + rng.choice(_NEAR.get(word[at].lower()) or word[at]) + word[at + 1 :]


def misspelt(text: str, rng: random.Random) -> str:
    """The text with a slip in one of its longer words."""
    spans = [match.span() for match in _WORD.finditer(text) if len(match.group()) >= 5]
    if not spans:
        return text
    start, end = rng.choice(spans)
    return text[:start] + typo(text[start:end], rng) + text[end:]


def voices(known: Mapping[str, int]) -> dict[str, str]:
    """Active verb → passive verb (menganalisis → dianalisis), for every pair of which both are known words.

    `known` gives each small-letter word its frequency; where a nasal hides two possible roots the commoner wins.
    """
    found = {}
    for word in known:
        forms = [
            "di" + hidden + word[len(prefix) :]
            for prefix, roots in _ACTIVE
            if word.startswith(prefix) and len(word) - len(prefix) >= 3
            for hidden in roots
        ]
        forms = [form for form in forms if form in known]
        if forms:
            found[word] = max(forms, key=lambda form: known[form])
    return found


def replaced(text: str, table: Mapping[str, str | Collection[str]], rng: random.Random, share: float = 1.0) -> str:
    """The text with each word that the table knows replaced (by one choice of several) with chance `share`."""

    def swap(match: re.Match[str]) -> str:
        other = table.get(match.group().lower())
        if other is None or rng.random() >= share:
            return match.group()
        return other if isinstance(other, str) else rng.choice(sorted(other))

    return _WORD.sub(swap, text)


def slang(pairs: Iterable[tuple[str, str]], per_word: int = 6) -> dict[str, list[str]]:
    """Formal word → its informal spellings, from (informal, formal) pairs of single words."""
    table: dict[str, list[str]] = {}
    for informal, formal in pairs:
        if _WORD.fullmatch(informal) and _WORD.fullmatch(formal) and len(formal) > 2:
            spellings = table.setdefault(formal.lower(), [])
            if len(spellings) < per_word and informal.lower() not in spellings:
                spellings.append(informal.lower())
    return table
