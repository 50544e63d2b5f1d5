"""Comparing the decree's words with one another: case, punctuation and affixes set aside."""

import re

from rapidfuzz import fuzz

_WORD = re.compile(r"[^\W_]+")
_FUNCTION_WORDS = frozenset(
    (
        *("akan", "antara", "atas", "atau", "bagi", "berdasarkan", "bersama", "dalam", "dan", "dari", "dengan", "di"),
        *("guna", "hingga", "ini", "itu", "ke", "kepada", "melalui", "menuju", "oleh", "pada", "para", "sampai"),
        *("sebagai", "sebuah", "secara", "sesuai", "serta", "setiap", "suatu", "tentang", "terhadap", "untuk", "yang"),
    )
)
_PREFIXES = ("meng", "meny", "mem", "men", "me", "peng", "peny", "pem", "pen", "pe", "ber", "per", "ter", "di", "ke")
_SUFFIXES = ("kannya", "annya", "kan", "nya", "an", "i")
_SHORTEST_ROOT = 4


def fold(text: str) -> str:
    """Lower-case words with single blanks between: equal for texts that differ in case, markup or punctuation only."""
    return " ".join(_WORD.findall(text.lower()))


def starts_lower(text: str) -> bool:
    """Whether a text goes on from somewhere else: its first letter is small."""
    return next((char.islower() for char in text if char.isalpha()), False)


def similarity(left: str, right: str) -> float:
    """How alike two folded texts are, from 0 to 1 (equal)."""
    return fuzz.ratio(left, right) / 100


def content_roots(text: str) -> frozenset[str]:
    """Roots of the words that carry meaning, cut roughly: enough to compare words of one decree with each other."""
    return frozenset(root(word) for word in fold(text).split() if word not in _FUNCTION_WORDS)


def root(word: str) -> str:
    """One word without its first prefix and last suffix, if at least four letters remain."""
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_ROOT:
            word = word.removeprefix(prefix)
            break
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_ROOT:
            return word.removesuffix(suffix)
    return word
