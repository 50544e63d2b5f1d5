"""Sastrawi's rules asked only where they can apply, ten times as fast as the package asks them, with the same stems.

The package tries some sixty rules on every word, most of them three times over, and compiles a regular expression of
each word it makes. Yet a rule's first letters are fixed, and a round of rules that changed nothing changes nothing the
next time.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import takewhile
from typing import Any

from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary
from Sastrawi.Stemmer.Context.Context import Context
from Sastrawi.Stemmer.Context.Removal import Removal
from Sastrawi.Stemmer.Context.Visitor.VisitorProvider import VisitorProvider

# First and last number of the rules of Nazief, Adriani, Asian and Tahitoe that need a word to begin with these letters.
_PREFIX_RULES = {"be": (1, 5), "te": (6, 9), "me": (10, 19), "pe": (20, 34), "ku": (41, 41), "ka": (42, 42)}
_CONFIX_RULES = {"te": (35, 35), "pe": (36, 36)}
_INFIX_RULES = {"er": (37, 40), "el": (37, 40), "em": (37, 40), "in": (37, 40)}  # behind the first letter
_ROUNDS = 3  # prefixes a word can have
_NUMBER = "DisambiguatorPrefixRule"


class SastrawiRules:
    """Words of the letters a to z → their stems, by the package's own rules in the package's own order."""

    def __init__(self, roots: Iterable[str]) -> None:
        self._dictionary = ArrayDictionary(roots)
        self._rules = _Rules()

    def stem(self, word: str) -> str:
        """The stem of one word."""
        context = _Word(word, self._dictionary, self._rules)
        context.execute()
        return str(context.result)


class _Rules(VisitorProvider):  # type: ignore[misc]  # the package has no types
    """The package's rules, and which of them can apply to a word."""

    suffix_visitors: list[Any]
    prefix_visitors: list[Any]

    def __init__(self) -> None:
        super().__init__()
        self.suffix_visitors = [_Suffix(rule, kind) for rule, kind in zip(self.suffix_visitors, _KINDS, strict=True)]
        plain, *others = self.prefix_visitors
        self._plain = _Suffix(plain, "DP")
        self._others = [(_number(rule), _Prefix(rule)) for rule in others]
        self.prefix_visitors = [self._plain, *(rule for _, rule in self._others)]
        self.fitting = cache(self._fitting)

    def _fitting(self, start: str) -> Sequence[Any]:
        """The prefix rules that can apply to a word with these first three letters, in order."""
        spans = (_PREFIX_RULES.get(start[:2]), _CONFIX_RULES.get(start[:2]), _INFIX_RULES.get(start[1:3]))
        numbers = {number for span in spans if span for number in range(span[0], span[1] + 1)}
        return [self._plain, *(rule for number, rule in self._others if number in numbers)]


_KINDS = ("P", "PP", "DS")  # particle, possessive pronoun, derivational suffix: the order of the package


def _number(rule: Any) -> int:
    """The number of a prefix rule, which its parts bear in their names: `…Rule13a` is 13."""
    name = type(rule.disambiguators[0]).__name__.removeprefix(_NUMBER)
    return int("".join(takewhile(str.isdigit, name)))


class _Suffix:
    """A rule that takes a fixed affix away; the package compiles an expression of what is left to name the affix."""

    def __init__(self, rule: Any, kind: str) -> None:
        self._remove, self._kind = rule.remove, kind

    def visit(self, context: Context) -> None:
        """Apply the rule to the word as it stands."""
        _take(self, context, self._remove(context.current_word), self._kind)


class _Prefix:
    """A rule that has several readings of a prefix: the first that leaves a root counts, or else the last."""

    def __init__(self, rule: Any) -> None:
        self._readings = [reading.disambiguate for reading in rule.disambiguators]

    def visit(self, context: Context) -> None:
        """Apply the rule to the word as it stands."""
        result = None
        for reading in self._readings:
            result = reading(context.current_word)
            if context.dictionary.contains(result):
                break
        if result is not None:
            _take(self, context, result, "DP", even_if_equal=True)


def _take(rule: object, context: Context, result: str, kind: str, even_if_equal: bool = False) -> None:
    word = context.current_word
    if even_if_equal or result != word:
        context.add_removal(Removal(rule, word, result, word.replace(result, "", 1), kind))
        context.current_word = result


class _Word(Context):  # type: ignore[misc]
    """A word on its way to its stem."""

    def remove_prefixes(self) -> None:
        """Take prefixes away, up to three, until a root is left or no rule applies."""
        for _ in range(_ROUNDS):
            count = len(self.removals)
            self.accept_prefix_visitors(self.prefix_visitors)
            if self.dictionary.contains(self.current_word) or len(self.removals) == count:
                return

    def accept_prefix_visitors(self, visitors: Sequence[Any]) -> None:
        """Apply the first rule that applies; to a word of three letters the package applies none but the plain one."""
        rules = visitors if self.process_is_stopped else self.visitor_provider.fitting(self.current_word[:3])
        super().accept_prefix_visitors(rules)
