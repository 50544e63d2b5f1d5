"""One thing the page says, in both languages."""

from typing import NamedTuple


class Pair(NamedTuple):
    """The same words in Indonesian and in English."""

    id: str
    en: str
