"""Numbers of list items as Word and browsers print them."""

_LARGEST = 3_999  # beyond it Roman numerals and letters grow with the number; a damaged file may ask for billions
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "m cm d cd c xc l xl x ix v iv i".split(),
        strict=True,
    )
)


def numeral(number: int, kind: str) -> str:
    """A number in the kind that Word calls `lowerLetter`, `upperRoman` and so on; else decimal."""
    if kind == "decimalZero":
        return f"{number:02d}"
    if not 0 < number <= _LARGEST:
        return str(number)
    if kind in ("lowerLetter", "upperLetter"):
        rounds, letter = divmod(number - 1, 26)
        text = chr(ord("a") + letter) * (rounds + 1)  # z is followed by aa, bb
    elif kind in ("lowerRoman", "upperRoman"):
        text = _roman(number)
    else:
        return str(number)
    return text.upper() if kind.startswith("upper") else text


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text
