"""Everything measured on a set as plain tables, which every kind of report prints in its own way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from eval.compare import Pair
from eval.court import MAIN, Hearing, Verdict
from eval.figures import Figure
from eval.labelled import SetName
from eval.systems import OWN

NONE = "–"  # a system does not say, or a group has nothing to measure
_SHORT: Mapping[SetName, tuple[str, ...]] = {
    "queries": ("R@1", "R@3", "R@10", "MRR", "nDCG@10"),
    "adverts": ("R@10", "MAP", "nDCG@10", "F1 called", "AUROC nothing here"),
    "cvs": ("AUC", "AUC in unit", "F1 evidenced", "F1 with weak", "ECE"),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: the first column names the row."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[tuple[float | None, ...], ...] = ()  # of the cells after the first, where they are shares to colour


def short_sheets(hearing: Hearing) -> Iterator[Sheet]:
    """What fits a terminal: the first measures, the groups, and the tests against one system."""
    short = _SHORT[hearing.labelled.name]
    yield figure_sheet(hearing, short)
    yield from (
        sheet for sheet in (group_sheet(hearing), against_sheet(hearing, short), nothing_sheet(hearing)) if sheet
    )


def all_sheets(hearing: Hearing) -> Iterator[Sheet]:
    """Everything."""
    yield figure_sheet(hearing)
    rest = (group_sheet, against_sheet, pair_sheet, nothing_sheet, state_sheet, reliability_sheet)
    yield from (sheet for make in rest if (sheet := make(hearing)))


def figure_sheet(hearing: Hearing, measures: Sequence[str] | None = None) -> Sheet:
    """Systems by measures, each with its interval."""
    whole = [verdict for verdict in hearing.verdicts if verdict.by == "all"]
    names = dict.fromkeys(name for verdict in whole for name in verdict.figures)
    kept = [name for name in measures or names if name in names]
    texts = len(hearing.labelled.texts)
    return Sheet(
        f"{hearing.labelled.name} ({texts})",
        ("system", *kept),
        tuple((verdict.system, *(_cell(verdict.figures.get(name)) for name in kept)) for verdict in whole),
    )


def group_sheet(hearing: Hearing) -> Sheet | None:
    """The main measure by type and language."""
    measure = MAIN[hearing.labelled.name]
    found = {(verdict.system, verdict.group): verdict for verdict in hearing.verdicts if verdict.by != "all"}
    groups = {verdict.group: verdict.queries for verdict in found.values()}
    if not groups:
        return None
    systems = dict.fromkeys(system for system, _ in found)
    shares = tuple(tuple(_mean(found.get((system, group)), measure) for group in groups) for system in systems)
    return Sheet(
        f"{measure} by type and language (texts)",
        ("system", *(f"{group} ({texts})" for group, texts in groups.items())),
        tuple((system, *map(_share, row)) for system, row in zip(systems, shares, strict=True)),
        shares,
    )


def against_sheet(hearing: Hearing, measures: Sequence[str] | None = None) -> Sheet | None:
    """Each system against the default one, or the last where that was not measured, in paired measures."""
    systems = [*hearing.answers]
    if len(systems) < 2:
        return None
    rival = next((name for name in reversed(OWN) if name in systems), systems[-1])
    pairs = {(pair.measure, pair.first, pair.second): pair for pair in hearing.pairs}
    tested = dict.fromkeys(pair.measure for pair in hearing.pairs)
    kept = [measure for measure in measures or tested if measure in tested]
    others = [system for system in systems if system != rival]
    return Sheet(
        f"Against {rival}: difference (p of the paired randomisation test)",
        ("system", *kept),
        tuple((other, *(_tested(pairs, measure, other, rival) for measure in kept)) for other in others),
    )


def pair_sheet(hearing: Hearing) -> Sheet | None:
    """Every two systems in the main measure: the row's less the column's."""
    measure = MAIN[hearing.labelled.name]
    pairs = {(pair.measure, pair.first, pair.second): pair for pair in hearing.pairs if pair.measure == measure}
    systems = [name for name in hearing.answers if any(name in key for key in pairs)]
    if len(systems) < 3:
        return None
    return Sheet(
        f"{measure}, row less column (p)",
        ("system", *systems),
        tuple((row, *(_tested(pairs, measure, row, column) for column in systems)) for row in systems),
    )


def nothing_sheet(hearing: Hearing) -> Sheet | None:
    """Who is told that nothing fits."""
    rows = tuple(
        (proof.system, f"{told.none_told} of {told.none}", f"{told.fits_told} of {told.fits}")
        for proof in hearing.proofs
        if (told := proof.nothing)
    )
    title = "Told “nothing here”"
    return Sheet(title, ("system", "of those without a unit", "of those that ask for some"), rows) if rows else None


def state_sheet(hearing: Hearing) -> Sheet | None:
    """What each state is worth: criteria in it, and the share of them that is evidenced."""
    rows = tuple(
        (proof.system, *(f"{one.criteria}: {_of(one.evidenced, one.criteria)}" for one in proof.states))
        for proof in hearing.proofs
        if proof.states
    )
    columns = ("system", "evidenced", "weak", "not evidenced")
    return Sheet("Criteria by state: share that is evidenced", columns, rows) if rows else None


def reliability_sheet(hearing: Hearing) -> Sheet | None:
    """Scores or confidences by bin, and the share that is true."""
    bins = {proof.system: {one.low: one for one in proof.reliability} for proof in hearing.proofs if proof.reliability}
    lows = sorted({low for found in bins.values() for low in found})
    what = "score" if hearing.labelled.name == "cvs" else "confidence"
    rows = tuple(
        (
            system,
            *(f"{found[low].said:.2f} → {found[low].found:.2f} ({found[low].items})" if low in found else NONE
              for low in lows),
        )
        for system, found in bins.items()
    )  # fmt: skip
    columns = ("system", *(f"{low:.1f}–{low + 0.1:.1f}" for low in lows))
    return Sheet(f"Mean {what} → share that is true (items), by bin", columns, rows) if rows else None


def _tested(pairs: Mapping[tuple[str, str, str], Pair], measure: str, first: str, second: str) -> str:
    if pair := pairs.get((measure, first, second)):
        return _difference(pair.difference, pair.p)
    if pair := pairs.get((measure, second, first)):
        return _difference(-pair.difference, pair.p)
    return NONE


def _difference(value: float, p: float) -> str:
    shown = round(value, 3) + 0.0  # no "-0.000"
    return f"{shown:+.3f} ({'<0.001' if p < 0.001 else f'{p:.3f}'})"


def _cell(figure: Figure | None) -> str:
    return f"{figure.mean:.3f} [{figure.low:.2f} {figure.high:.2f}]" if figure else NONE


def _mean(verdict: Verdict | None, measure: str) -> float | None:
    figure = verdict.figures.get(measure) if verdict else None
    return figure.mean if figure else None


def _share(value: float | None) -> str:
    return NONE if value is None else f"{value:.3f}"


def _of(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else NONE
