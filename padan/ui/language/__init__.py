"""Everything the page says, in Indonesian and English: one table, one pair per line, each key `view.thing`."""

from dataclasses import dataclass

from padan.ui.language import batch, catalogue, common, evaluation, export, findings, gaps, match, samples, search
from padan.ui.language.pair import Pair
from padan.ui.links import Language

_TABLES = (common, search, match, batch, gaps, export, catalogue, findings, evaluation, samples)
TABLE: dict[str, Pair] = {key: pair for room in _TABLES for key, pair in room.TABLE.items()}


@dataclass(frozen=True, slots=True)
class Words:
    """The table in one language; values are numbers only, so that no one's text can reach a label."""

    language: Language

    def __call__(self, key: str, **values: int) -> str:
        """The words of a key."""
        pair = TABLE[key]
        chosen = pair.id if self.language is Language.INDONESIAN else pair.en
        written = {name: self.number(value) for name, value in values.items()}
        return chosen.format(**written)

    def decimal(self, value: float) -> str:
        """A share in two decimals, as the language writes them."""
        written = f"{value:.2f}"
        return written.replace(".", ",") if self.language is Language.INDONESIAN else written

    def number(self, value: int) -> str:
        """A whole number, its thousands set apart as the language does."""
        return f"{value:,}".replace(",", "." if self.language is Language.INDONESIAN else ",")
