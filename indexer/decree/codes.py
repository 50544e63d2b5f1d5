"""Unit codes: finding them in a text, and telling that `M.70.MKT00.025.2` and `M.70MKT00.025.2` are one."""

import re
from dataclasses import dataclass, field

from search.catalogue import code_key
from search.types import Place

_TOKEN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)+")
_LOOSE = re.compile(r"\s*\.\s*")
_FEWEST_DIGITS = 4


def find_code(text: str) -> str | None:
    """The first unit code in a text, as printed; None when there is none."""
    return next((token.group() for token in _TOKEN.finditer(text) if is_code(token.group())), None)


def whole_code(text: str) -> str | None:
    """The code a text consists of, blanks around its dots taken out; None when it is anything else."""
    token = _LOOSE.sub(".", text.strip().rstrip("."))
    return token if _TOKEN.fullmatch(token) and is_code(token) else None


def is_code(token: str) -> bool:
    """Whether a dotted token is shaped like a unit code: `M.70MKT00.025.2`, `J.591200.001.01`, `M74DKV13.015.3`."""
    digits = sum(char.isdigit() for char in token)
    return digits >= _FEWEST_DIGITS and token[-1].isdigit() and token.count(".") >= 2


@dataclass(slots=True)
class CodeBook:
    """Every code of a decree with its printed forms and their places; the first form added is the canonical one."""

    _forms: dict[str, dict[str, list[Place]]] = field(default_factory=dict)

    def add(self, printed: str, place: Place) -> str:
        """Note a printed code and give its canonical form."""
        forms = self._forms.setdefault(code_key(printed), {})
        forms.setdefault(printed.upper(), []).append(place)
        return next(iter(forms))

    def canonical(self, printed: str) -> str | None:
        """The canonical form of a code noted before, else None."""
        forms = self._forms.get(code_key(printed))
        return next(iter(forms)) if forms else None

    def forms(self, code: str) -> dict[str, list[Place]]:
        """Printed forms of a code, canonical first, each with its places in the order added."""
        return self._forms.get(code_key(code), {})
