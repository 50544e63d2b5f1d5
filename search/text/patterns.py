"""Long lists of alternatives, written so that `re` passes over a word at once that begins with none of them."""

from collections.abc import Iterator


def by_letter(alternatives: str) -> str:
    """The same alternatives, those that begin with one letter behind that letter; for words that end alike.

    Which of several is tried first may change, so what stands behind them must allow one length only, or none matter.
    """
    behind: dict[str, list[str]] = {}
    others: list[str] = []
    for one in _apart(alternatives):
        if one[:1].isalpha() and one[1:2] not in tuple("?*+{"):
            behind.setdefault(one[0], []).append(one[1:])
        else:
            others.append(one)
    return "|".join([*(f"{letter}(?:{'|'.join(rests)})" for letter, rests in behind.items()), *others])


def _apart(alternatives: str) -> Iterator[str]:
    """Cut at each bar that stands in no bracket."""
    start = depth = 0
    for at, sign in enumerate(alternatives):
        depth += (sign in "([") - (sign in ")]")
        if sign == "|" and not depth:
            yield alternatives[start:at]
            start = at + 1
    yield alternatives[start:]
