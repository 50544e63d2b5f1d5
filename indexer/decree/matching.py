"""Which listed unit a body belongs to, also where list and body print different codes or the same code twice.

A body is the unit whose code it prints; unless its title is not that unit's but another's who has no body.
"""

from collections.abc import Sequence

from indexer.decree.codes import CodeBook, look_alike_key
from indexer.decree.drafts import Body, Found, ListedUnit
from indexer.decree.words import fold, similarity
from search.catalogue import code_key
from search.types import Finding

_SAME = 0.9  # likeness of titles that are one but for a slip
_AKIN = 0.6  # of titles that may be one


def match_bodies(bodies: Sequence[Body], listed: Sequence[ListedUnit], book: CodeBook, found: Found) -> dict[str, Body]:
    """Canonical code → body; what has no code, or a code that stands for another, is told."""
    matcher = _Matcher(listed, book, found)
    waiting = [body for body in bodies if not matcher.take_by_code(body)]
    for body in waiting:
        matcher.take_otherwise(body)
    order = {id(body): index for index, body in enumerate(bodies)}
    return dict(sorted(matcher.taken.items(), key=lambda pair: order[id(pair[1])]))


class _Matcher:
    def __init__(self, listed: Sequence[ListedUnit], book: CodeBook, found: Found) -> None:
        self.taken: dict[str, Body] = {}
        self._listed = {code_key(unit.code): unit for unit in listed}
        self._book = book
        self._found = found

    def take_by_code(self, body: Body) -> bool:
        """Take a body whose code is listed and whose title does not speak for another unit."""
        unit = self._listed.get(code_key(body.code)) if body.code else None
        if unit is None or unit.code in self.taken:
            return False
        if _likeness(body.title, unit.title) < _AKIN and self._titled(body, _SAME) not in (None, unit):
            return False
        self.taken[self._book.add(body.code, body.place)] = body
        return True

    def take_otherwise(self, body: Body) -> None:
        """Take any other body: by its title, by a code that looks alike, or as a unit of its own."""
        if not body.code:
            self._found.append(Finding("body-without-code", f"Unit '{body.title}' has no readable code.", body.place))
        unit = self._titled(body, _SAME) or self._alike(body)
        if unit is not None:
            self._take_as(body, unit)
        elif body.code:
            self._take_unlisted(body)

    def _take_as(self, body: Body, unit: ListedUnit) -> None:
        self.taken[unit.code] = body
        if not body.code:
            body.code = unit.code
            return
        message = (
            f"The body of '{body.title}' prints the code {body.code}, the list {unit.code} for '{unit.title}'; "
            f"read as {unit.code}."
        )
        self._found.append(Finding("code-differs", message, body.place))
        self._book.add_misprint(body.code, unit.code, body.place)

    def _take_unlisted(self, body: Body) -> None:
        code = self._book.canonical(body.code) or body.code
        if code in self.taken:
            message = f"Unit {code} has a second body, '{body.title}'; the first is kept."
            self._found.append(Finding("duplicate-body", message, body.place))
            return
        self.taken[self._book.add(body.code, body.place)] = body
        if self._listed and code_key(code) not in self._listed:
            message = f"Unit {code} '{body.title}' has a body but is not in the unit list."
            self._found.append(Finding("unit-not-listed", message, body.place))

    def _titled(self, body: Body, least: float) -> ListedUnit | None:
        """The one unit without a body whose title this is."""
        scored = [(_likeness(body.title, unit.title), unit) for unit in self._open()]
        best = max((score for score, _ in scored), default=0.0)
        fitting = [unit for score, unit in scored if score == best]
        return fitting[0] if best >= least and len(fitting) == 1 else None

    def _alike(self, body: Body) -> ListedUnit | None:
        """The one unit without a body whose code looks like this one and whose title is not another's."""
        if not body.code:
            return None
        key = look_alike_key(body.code)
        fitting = [unit for unit in self._open() if _looks_alike(key, body, unit)]
        return fitting[0] if len(fitting) == 1 else None

    def _open(self) -> list[ListedUnit]:
        return [unit for unit in self._listed.values() if unit.code not in self.taken]


def _looks_alike(key: str, body: Body, unit: ListedUnit) -> bool:
    if look_alike_key(unit.code) == key:
        return True
    return _slip(key, unit.code) and _likeness(body.title, unit.title) >= _AKIN


def _likeness(one: str, other: str) -> float:
    one, other = fold(one), fold(other)
    return similarity(one, other) if one and other else 0.0


def _slip(key: str, code: str) -> bool:
    """Whether two codes differ in one sign, put, left out or changed."""
    return similarity(key, look_alike_key(code)) >= 1 - 2 / (2 * max(len(key), 1))
