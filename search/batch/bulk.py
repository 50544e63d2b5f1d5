"""Many adverts at once, each with the answer it would get alone: equal texts once, statements scored in large blocks.

What a score is does not depend on what is scored beside it (`search.rank.dense`), so blocks and memory change nothing
but the time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.batch.recent import Recent, key_of
from search.errors import InputError
from search.match import ParsedText, called_units, parse_text, with_scores
from search.rank import TextScores
from search.searcher import Searcher
from search.types import Depth, DocumentChoice, GapsAnswer, MatchAnswer

_DEPTH: Depth = "fast"  # the deep encoder takes some fifty times as long
_BLOCK = 4 << 20  # scores computed together: 16 MB in float32, and some times that on the way
_SCORES = 64 << 20  # bytes of scores of statements kept
_ANSWERS = 4096  # adverts whose answers are kept


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked of every advert, as `Searcher.match` and `Searcher.gaps` take it."""

    kind: DocumentChoice = "auto"
    k: int = 10
    gaps: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What there is to say of one advert; `called` are the codes of the units it calls for, the likeliest first."""

    match: MatchAnswer
    called: tuple[str, ...]
    gaps: GapsAnswer | None = None


class BulkMatcher:
    """A searcher for many texts; what it remembers, it forgets with itself."""

    def __init__(self, searcher: Searcher, questions: Questions, remember: bool = True) -> None:
        self._searcher, self._questions = searcher, questions
        self._scorer = searcher.scorer(_DEPTH).remembering()
        passages = max(len(self._scorer.index.passages), 1)
        self._block = max(_BLOCK // passages, 1)  # statements
        self._scores: Recent[TextScores] = Recent(_SCORES // (4 * passages) if remember else 0)
        self._answers: Recent[Answer | str] = Recent(_ANSWERS if remember else 0)

    def answers(self, texts: Sequence[str]) -> list[Answer | str]:
        """The answer to each text, or in one line, without a word of it, why there is none."""
        keys = [key_of(text) for text in texts]
        found = {key: known for key in keys if (known := self._answers.get(key)) is not None}
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in found}
        parsed = {key: self._parse(text) for key, text in new.items()}
        found |= {key: fault for key, fault in parsed.items() if isinstance(fault, str)}
        for block in self._blocks([(key, one) for key, one in parsed.items() if isinstance(one, ParsedText)]):
            scores = self._score({text for _, one in block for text in one.texts})
            found |= {key: self._answer(one, scores) for key, one in block}
        for key in new:
            self._answers.put(key, found[key])
        return [found[key] for key in keys]

    def _parse(self, text: str) -> ParsedText | str:
        try:
            return parse_text(text, self._questions.kind)
        except InputError as error:
            return str(error)

    def _blocks(self, parsed: Sequence[tuple[bytes, ParsedText]]) -> Iterator[list[tuple[bytes, ParsedText]]]:
        """Yield texts in lots of about as many statements as are scored together."""
        lot: list[tuple[bytes, ParsedText]] = []
        count = 0
        for key, one in parsed:
            if lot and count + len(one.texts) > self._block:
                yield lot
                lot, count = [], 0
            lot.append((key, one))
            count += len(one.texts)
        if lot:
            yield lot

    def _score(self, texts: set[str]) -> dict[str, TextScores]:
        """Each text's scores, one row."""
        keys = {text: key_of(text) for text in sorted(texts)}
        found = {text: known for text, key in keys.items() if (known := self._scores.get(key)) is not None}
        new = [text for text in keys if text not in found]
        scores = self._scorer.scores(new)
        for number, text in enumerate(new):
            row = found[text] = scores.rows(slice(number, number + 1))
            self._scores.put(keys[text], row.copy())  # a copy, or the whole block would be kept
        return found

    def _answer(self, parsed: ParsedText, scores: dict[str, TextScores]) -> Answer:
        rows = [scores[text] for text in parsed.texts]
        read = with_scores(parsed, self._scorer, TextScores.together(rows) if rows else self._scorer.scores([]))
        match = self._searcher.match_read(read, self._questions.k)
        gaps = self._searcher.gaps_of_read(read) if self._questions.gaps else None
        return Answer(match, tuple(unit.code for unit in called_units(match)), gaps)
