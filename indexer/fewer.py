"""Findings that a person can read through: of each kind the first, and how many more there are."""

from collections import Counter
from collections.abc import Iterable

from search.types import Finding


def fewer(findings: Iterable[Finding], most: int, remedy: str = "") -> tuple[Finding, ...]:
    """The first `most` findings of each kind in their order, then one for each kind that has more, with the remedy."""
    seen: Counter[str] = Counter()
    kept: list[Finding] = []
    for finding in findings:
        seen[finding.kind] += 1
        if seen[finding.kind] <= most:
            kept.append(finding)
    end = f"; {remedy}." if remedy else "."
    more = [
        Finding(kind, f"{count - most:,} more findings of this kind{end}")
        for kind, count in seen.items()
        if count > most
    ]
    return (*kept, *more)
