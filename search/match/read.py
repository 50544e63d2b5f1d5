"""A text read once for matching and gaps: its kind, language, statements, and their scores."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.errors import InputError
from search.rank import Scorer, TextScores
from search.store import Chance
from search.text.gist import gist
from search.text.language import Language, guess_language
from search.text.statements import LONGEST_TEXT, can_prove, resolve_kind, split_statements
from search.types import Depth, DocumentChoice, DocumentKind, Rows, Scores, Statement, StatementKind, UnitLevels


@dataclass(frozen=True, slots=True)
class ReadText:
    """`scores[i]` belongs to `proofs[i]`: the statements that claim work, in the order of the text.

    `disclaimed[i]` are the scores of a wish, a denial or another's work.
    """

    depth: Depth
    chance: Chance  # of the scorer that read it
    chance_of_decree: Chance
    usual: UnitLevels  # [n_units]: what unrelated work reaches in each unit
    kind: DocumentKind
    language: Language
    statements: tuple[Statement, ...]
    proofs: tuple[Statement, ...]
    scores: Scores  # [n_proofs, n_passages]
    taught: NDArray[np.bool_]  # [n_units]: which units have worked examples,
    taught_units: Scores  # [n_proofs, n_units]: and the chance by them that a statement is of each; 0 for the others
    taught_rows: Rows  # [n_taught]: the passages that are criteria with examples,
    taught_shown: Scores  # [n_proofs, n_taught]: and the chance that a statement shows each
    unit_scores: Scores  # [n_proofs, n_units]
    unit_rows: Rows  # [n_proofs, n_units]: the passage behind each unit score
    disclaimed: Scores  # [n_disclaimed, n_passages]


@dataclass(frozen=True, slots=True)
class ParsedText:
    """A text before it is scored: `proofs` claim work, `others` wish, deny, or tell of somebody else's."""

    kind: DocumentKind
    language: Language
    statements: tuple[Statement, ...]
    proofs: tuple[Statement, ...]
    others: tuple[Statement, ...]
    texts: tuple[str, ...]  # what has to be scored, in the order in which `with_scores` takes the scores


def read_text(scorer: Scorer, text: str, choice: DocumentChoice = "auto") -> ReadText:
    """Split and score a text; raises InputError for an empty or an over-long one, without quoting it."""
    parsed = parse_text(text, choice)
    return with_scores(parsed, scorer, scorer.scores(parsed.texts))


def parse_text(text: str, choice: DocumentChoice = "auto") -> ParsedText:
    """Split a text; raises InputError for an empty or an over-long one, without quoting it."""
    if not text.strip():
        raise InputError("The text is empty. Give the advert or CV as text, for example: padan match advert.txt")
    if len(text) > LONGEST_TEXT:
        raise InputError(
            f"The text has {len(text):,} characters but at most {LONGEST_TEXT:,} are read. "
            "Give one advert or CV at a time."
        )
    kind = resolve_kind(text, choice)
    statements = split_statements(text, kind)
    proofs = tuple(statement for statement in statements if can_prove(statement))
    others = tuple(statement for statement in statements if statement.kind is StatementKind.DISCLAIMED)
    texts = tuple(gist(statement.text) for statement in (*proofs, *others))
    return ParsedText(kind, guess_language(text), statements, proofs, others, texts)


def with_scores(parsed: ParsedText, scorer: Scorer, scores: TextScores) -> ReadText:
    """A text with the scores of its `texts`."""
    count = len(parsed.proofs)
    proofs = scores.rows(slice(count))
    unit_scores, unit_rows = scorer.per_unit(proofs)
    return ReadText(
        depth=scorer.depth,
        chance=scorer.chance,
        chance_of_decree=scorer.chance_of_decree,
        usual=scorer.usual,
        kind=parsed.kind,
        language=parsed.language,
        statements=parsed.statements,
        proofs=parsed.proofs,
        scores=proofs.passages,
        taught=scorer.taught_units,
        taught_units=proofs.units,
        taught_rows=scorer.taught_rows,
        taught_shown=proofs.criteria,
        unit_scores=unit_scores,
        unit_rows=unit_rows,
        disclaimed=scores.passages[count:],
    )
