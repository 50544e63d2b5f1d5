"""Unit codes: finding them in a text, and telling that `M.70.MKT00.025.2` and `M.70MKT00.025.2` are one."""

import re
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from search.catalogue import code_key
from search.types import Place

_TOKEN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)+")
_BETWEEN = r"\s?[.,]?\s?"
# Category, division (two digits), field (letters and digits, or four digits), number, version: `J. 63OPR00.001.2`,
# `M74DKV13.015.3`, also with blanks around its dots or without the dots.
_SPACED = re.compile(
    rf"(?<![A-Za-z0-9])[A-Z]{_BETWEEN}\d{{2}}{_BETWEEN}(?:[A-Z]{{2,4}}\d{{1,2}}|\d{{2,4}}){_BETWEEN}\d{{3}}\s?[.,]\s?\d{{1,2}}(?![\w])"
)
_BLANKS = re.compile(r"\s+")
_DOTS = re.compile(r"\.{2,}|,")
_FEWEST_DIGITS = 4
_CLOSE = 85  # rapidfuzz ratio of two codes that may be one
_LOOK_ALIKES = str.maketrans("OIL", "011")


def find_code(text: str) -> str | None:
    """The first unit code in a text, as printed but for blanks inside; None when there is none."""
    return next(iter(find_codes(text)), None)


def find_codes(text: str) -> list[str]:
    """All unit codes in a text in order, as printed but for blanks inside."""
    found = [(token.start(), token.end(), token.group()) for token in _TOKEN.finditer(text) if is_code(token.group())]
    for token in _SPACED.finditer(text):
        if not any(start < token.end() and token.start() < end for start, end, _ in found):
            found.append((token.start(), token.end(), _BLANKS.sub("", token.group())))
    return [code for _, _, code in sorted(found)]


def whole_code(text: str) -> str | None:
    """The code a text consists of, blanks and line ends inside taken out; None when it is anything else."""
    token = _DOTS.sub(".", _BLANKS.sub("", text).strip(".,:;"))
    if _TOKEN.fullmatch(token) and is_code(token):
        return token
    return token if _SPACED.fullmatch(token) else None


def is_code(token: str) -> bool:
    """Whether a dotted token is shaped like a unit code: `M.70MKT00.025.2`, `J.591200.001.01`, `M74DKV13.015.3`."""
    digits = sum(char.isdigit() for char in token)
    return digits >= _FEWEST_DIGITS and token[-1].isdigit() and token.count(".") >= 2


def look_alike_key(code: str) -> str:
    """`code_key` blind to letters that are taken for figures: `J.630PR00.002.2` and `J.63OPR00.002.2`."""
    return code_key(code).translate(_LOOK_ALIKES)


@dataclass(slots=True)
class CodeBook:
    """Every code of a decree with its printed forms and their places; the first form added is the canonical one."""

    _forms: dict[str, dict[str, list[Place]]] = field(default_factory=dict)
    _meant: dict[str, str] = field(default_factory=dict)  # key of a misprinted code → key of the code it stands for

    def add(self, printed: str, place: Place) -> str:
        """Note a printed code and give its canonical form."""
        forms = self._forms.setdefault(self._key(printed), {})
        forms.setdefault(_spelling(printed, forms), []).append(place)
        return next(iter(forms))

    def add_misprint(self, printed: str, code: str, place: Place) -> None:
        """Note that a printed code stands for another; from now on it resolves to that one, unless it is one itself."""
        if code_key(printed) not in self._forms:
            self._meant[code_key(printed)] = code_key(code)
        forms = self._forms[code_key(code)]
        forms.setdefault(_spelling(printed, forms), []).append(place)

    def canonical(self, printed: str) -> str | None:
        """The canonical form of a code noted before, else None."""
        forms = self._forms.get(self._key(printed))
        return next(iter(forms)) if forms else None

    def closest(self, printed: str) -> str | None:
        """The canonical code that differs from a printed one by a sign or two, else None."""
        key = look_alike_key(printed)
        scored = [(fuzz.ratio(key, known.translate(_LOOK_ALIKES)), known) for known in self._forms]
        score, known = max(scored, default=(0.0, ""))
        return next(iter(self._forms[known])) if score >= _CLOSE else None

    def forms(self, code: str) -> dict[str, list[Place]]:
        """Printed forms of a code, canonical first, each with its places in the order added."""
        return self._forms.get(self._key(code), {})

    def _key(self, printed: str) -> str:
        key = code_key(printed)
        return self._meant.get(key, key)


def _spelling(printed: str, forms: dict[str, list[Place]]) -> str:
    """A printed form as it was first met: small letters for capitals make no other form."""
    return next((form for form in forms if form.upper() == printed.upper()), printed)
