"""Answers as readable tables on a terminal; user text is printed as plain text, never as markup."""

import os
import shlex
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from indexer.fewer import fewer
from padan.places import default_index
from search.catalogue import Catalogue
from search.match import called_units
from search.types import (
    Comparison,
    CriterionGap,
    CriterionState,
    Decree,
    Evidence,
    Finding,
    GapsAnswer,
    MatchAnswer,
    NextUnit,
    Place,
    Quote,
    SearchAnswer,
    Statement,
    UnitGaps,
    UnitMatch,
)

if TYPE_CHECKING:
    from eval.trial import Trial
    from indexer.build import BuildReport
    from search.batch import BatchSummary

Answer: TypeAlias = SearchAnswer | MatchAnswer | GapsAnswer | Comparison

_STATES: dict[CriterionState, tuple[str, str]] = {
    CriterionState.EVIDENCED: ("evidenced", "green"),
    CriterionState.WEAK: ("weak", "yellow"),
    CriterionState.NOT_EVIDENCED: ("not evidenced", "dim"),
}
_LANGUAGES = {"id": "Indonesian", "en": "English", "mixed": "mixed Indonesian and English"}
_REVOKED = " (decree revoked by {})"
_MOST_OF_A_KIND = 12  # findings in one table, so that forty of one kind hide no other
_MOST_NAMES = 20  # decrees and findings named after building an index
_KINDS = {"job": "job advert", "cv": "CV"}


def answer(found: Answer) -> None:
    """Print any answer."""
    console = _console()
    if isinstance(found, SearchAnswer):
        _search(console, found)
    elif isinstance(found, MatchAnswer):
        _match(console, found)
    elif isinstance(found, Comparison):
        _gaps(console, found.gaps)
        _next(console, found.next)
    else:
        _gaps(console, found)


def catalogue(shown: Catalogue) -> None:
    """Print decrees with their units, those not in force marked."""
    console = _console()
    for decree in shown.decrees:
        detailed = [unit for unit in decree.units if unit.detailed]
        elements = sum(len(unit.elements) for unit in detailed)
        criteria = sum(len(unit.criteria) for unit in detailed)
        revoked_by = shown.revoked.get(decree.name)
        heading = Text(f"{_named(decree)}: {decree.field or decree.title}", style="bold")
        console.print(heading.append(f" (revoked by {revoked_by})", style="yellow") if revoked_by else heading)
        console.print(
            f"{_counted(len(decree.units), 'unit')}, {len(detailed)} detailed with "
            f"{_counted(elements, 'element')} and {_counted(criteria, 'criterion', 'criteria')}, "
            f"{_counted(len(decree.findings), 'finding')} (--findings shows them)"
        )
        table = _table("Code", "Title", "Elements", "Criteria", "Printed at")
        for unit, in_force in zip(decree.units, shown.in_force(decree), strict=True):
            counts = (str(len(unit.elements)), str(len(unit.criteria))) if unit.detailed else ("", "")
            title = Text(unit.title) if in_force else Text(unit.title).append(" (not in force)", style="yellow")
            table.add_row(Text(unit.code), title, *counts, _place(unit.source))
        console.print(table)


def batch(summary: "BatchSummary", shown: Catalogue, stats: bool) -> None:
    """Print what a batch came to; `stats` with its languages and the units asked for most."""
    console = _console()
    tally, plan = summary.tally, summary.plan
    known = f", {summary.known:,} of them before" if summary.known else ""
    left_out = f", {tally.rows - tally.answered:,} left out ({plan.errors})" if tally.faults else ""
    console.print(Text(f"{plan.output}: {_counted(tally.rows, 'row')}{known}{left_out}", style="bold"))
    console.print(
        f"{summary.seconds:,.0f} s, {summary.rate:,.0f} rows a second; nothing here for "
        f"{tally.nothing_here:,} of {tally.answered:,} adverts ({tally.nothing_here_share:.0%})"
    )
    if not stats:
        return
    spoken = _table("Language", "Adverts", "Share")
    for language, adverts in tally.to_dict()["languages"].items():
        spoken.add_row(_LANGUAGES[language], f"{adverts:,}", f"{adverts / tally.answered:.0%}")
    asked = _table("#", "Unit", "Adverts", "Share")
    for rank, (code, adverts) in enumerate([*tally.to_dict()["units"].items()][:_MOST_NAMES], start=1):
        title = shown.units[code].title if code in shown.units else ""
        asked.add_row(str(rank), _unit(code, title), f"{adverts:,}", f"{adverts / tally.answered:.0%}")
    console.print(spoken)
    console.print(asked)


def findings(decrees: Iterable[Decree], of_files: Sequence[Finding] = ()) -> None:
    """Print what a person should look at in each decree, and in the files of labels and examples."""
    console = _console()
    for decree in decrees:
        console.print(Text(f"{_named(decree)}: {_counted(len(decree.findings), 'finding')}", style="bold"))
        console.print(_findings(decree.findings))
    if of_files:
        console.print(Text(f"Labels and examples: {_counted(len(of_files), 'finding')}", style="bold"))
        console.print(_findings(of_files))


def _findings(found: Sequence[Finding]) -> Table:
    table = _table("Where", "Kind", "Finding")
    for finding in fewer(found, _MOST_OF_A_KIND, "--json shows all"):
        table.add_row(_place(finding.where), finding.kind, Text(finding.message))
    return table


def _named(decree: Decree) -> str:
    return f"Taxonomy {decree.source}" if decree.kind == "taxonomy" else f"Decree {decree.name}"


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def trial(heard: "Trial") -> None:
    """Print measured systems side by side, set by set."""
    from eval.report import short_sheets

    console = _console()
    console.print(f"Split {heard.split}, encoder {heard.encoder}; mean [95 % bootstrap interval]", style="bold")
    for hearing in heard.hearings:
        for sheet in short_sheets(hearing):
            console.print(Text(sheet.title, style="bold"))
            table = _table(*sheet.columns)
            for row in sheet.rows:
                table.add_row(*row)
            console.print(table)
        for system, why in hearing.skipped.items():
            console.print(Text(f"Skipped {system}: {why}"), soft_wrap=True)


def line(text: str) -> None:
    """Print one line."""
    _console().print(Text(text), soft_wrap=True)


def build(report: "BuildReport") -> None:
    """Print what building an index did."""
    work = (
        "nothing had changed" if report.unchanged else f"{report.embedded} of {report.passages} passages embedded anew"
    )
    console = _console()
    if report.forgotten:
        console.print(
            "The index there could not be used and was built anew; decrees added to it before must be added again."
        )
    console.print(f"Index of {_contents(report)}, {_counted(report.units, 'unit')}: {work}", soft_wrap=True)
    if report.decrees > 1:
        more = f" and {report.decrees - _MOST_NAMES} more" if report.decrees > _MOST_NAMES else ""
        console.print(Text(f"Holds {', '.join(report.names[:_MOST_NAMES])}{more}"), soft_wrap=True)
    if report.revoked:
        console.print(
            f"Left out: {_counted(report.revoked, 'unit')} of revoked decrees (--revoked takes them in)", soft_wrap=True
        )
    for finding in report.findings[:_MOST_NAMES]:
        console.print(Text(f"Labels and examples: {finding.message}"), soft_wrap=True)
    if len(report.findings) > _MOST_NAMES:
        console.print(f"Labels and examples: {len(report.findings) - _MOST_NAMES} more findings")
    if report.doubts:
        index = "" if report.folder == default_index() else f" --index {shlex.quote(str(report.folder))}"
        console.print(f"{_counted(report.doubts, 'finding')}: padan catalogue --findings{index}", soft_wrap=True)
    console.print(
        f"Encoder {report.encoder}{report.deep and ', deep '}{report.deep}\nFolder {report.folder}", soft_wrap=True
    )


def _contents(report: "BuildReport") -> str:
    decrees = report.decrees - report.taxonomies
    parts = [_counted(decrees, "decree")] if decrees else []
    if report.taxonomies:
        parts.append(_counted(report.taxonomies, "taxonomy", "taxonomies"))
    return " and ".join(parts)


def _search(console: Console, found: SearchAnswer) -> None:
    console.print(Text(f"Search: {_harmless(found.query)}", style="bold"))
    if not found.results:
        console.print("Nothing in the catalogue has anything to do with this.")
        return
    table = _table("#", "Unit", "Score", "Met in")
    for hit in found.results:
        met = hit.evidence[0] if hit.evidence else None
        where = (
            Text(f"{met.field}{' ' + met.no if met.no else ''}: ", style="dim").append(met.text, style="not dim")
            if met
            else Text()
        )
        table.add_row(str(hit.rank), _unit(hit.code, hit.title, hit.revoked_by), f"{hit.score:.2f}", where)
    console.print(table)


def _match(console: Console, found: MatchAnswer) -> None:
    counted = f"{_counted(len(found.statements), 'statement')}, {len(found.uncovered)} of them covered by no unit"
    console.print(Text(f"{_KINDS[found.kind]}, {_LANGUAGES[found.language]}: {counted}", style="bold"))
    if not found.confident:
        nearest = "; what follows is only the nearest." if found.units else "."
        console.print(Text(f"Nothing in this catalogue fits the text{nearest}", style="yellow"))
    if not found.units:
        return
    likely = called_units(found)
    table = _table("#", "Unit", "Score", "Confidence", "Because the text says → the standard says")
    for unit in found.units:
        table.add_row(
            str(unit.rank),
            _unit(unit.code, unit.title, unit.revoked_by),
            f"{unit.score:.2f}",
            f"{unit.confidence:.0%} {'likely' if unit in likely else 'doubtful'}",
            _evidence(unit),
        )
    console.print(table)


def _evidence(unit: UnitMatch) -> Text:
    lines = Text()
    for number, part in enumerate(unit.evidence):
        lines.append("\n" if number else "").append(_one_line(part), style="not dim")
        lines.append(f"\n   → {part.field}: {_shorten(part.field_text)}", style="dim")
    return lines


def _gaps(console: Console, found: GapsAnswer) -> None:
    units = _counted(len(found.units), "unit")
    console.print(Text(f"Gaps of this {_KINDS[found.kind]}: {units}", style="bold"))
    if not found.units:
        console.print("The advert calls for no unit of this catalogue. Name units with --unit, or leave out --against.")
    elif not found.confident:
        console.print(
            Text("Nothing in this catalogue fits the text; these units are only the nearest.", style="yellow")
        )
    for unit in found.units:
        _unit_gaps(console, unit)
    missed = set(found.uncovered)
    uncovered = [statement for statement in found.statements if statement.id in missed]
    if uncovered:
        console.print(Text(f"Said in the text, covered by none of these units ({len(uncovered)}):", style="bold"))
        for statement in uncovered:
            console.print(Text(f"  · {_one_line(statement)}", style="dim"))


def _next(console: Console, units: Sequence[NextUnit]) -> None:
    if not units:
        return
    console.print()
    console.print(Text("Next, in this order (prerequisites first):", style="bold"))
    table = _table("#", "Unit", "State", "Why", "Next step")
    for number, unit in enumerate(units, start=1):
        why = ["the advert asks for it"] if unit.asked else []
        why += [f"prerequisite of {', '.join(unit.needed_for)}"] if unit.needed_for else []
        name, style = _STATES[unit.state]
        title = unit.title or "(not in the catalogue)"
        row = (_unit(unit.code, title), Text(name, style=style), Text("; ".join(why)), Text(_step(unit)))
        table.add_row(str(number), *row)
    console.print(table)


def _step(unit: NextUnit) -> str:
    """What to do first about a unit."""
    if not unit.open:
        return "its criteria are not in this catalogue: read them in the standard, then bring evidence or train"
    return f"bring evidence of, or train for, criteria {', '.join(unit.open)}"


def _unit_gaps(console: Console, unit: UnitGaps) -> None:
    console.print()
    heading = Text(f"{unit.code}  {unit.title}", style="bold cyan")
    console.print(heading.append(_REVOKED.format(unit.revoked_by), style="yellow") if unit.revoked_by else heading)
    if not unit.detailed:
        console.print(
            Text(
                "  This catalogue knows the unit by its title only: its criteria are not printed in the decree's text.",
                style="yellow",
            )
        )
        name, style = _STATES[unit.state]
        console.print(Text("  The unit as a whole: ").append(name, style=style))
        for quote in unit.evidence:
            console.print(Text(f"  {_one_line(quote)}"))
    else:
        counts = unit.coverage
        console.print(
            f"  {counts.evidenced} evidenced, {counts.weak} weak, {counts.not_evidenced} not evidenced "
            "(which does not mean not competent)"
        )
        console.print(_criteria(unit.criteria))
    for needed in unit.prerequisites:
        name, style = _STATES[needed.state]
        line = Text(f"  Prerequisite {needed.code} {needed.title}: ").append(name, style=style)
        console.print(line.append(f", {_one_line(needed.evidence[0])}") if needed.evidence else line)


def _criteria(criteria: Sequence[CriterionGap]) -> Table:
    table = _table("KUK", "State", "Criterion", "Evidence")
    for gap in criteria:
        name, style = _STATES[gap.state]
        quoted = _one_line(gap.evidence[0]) if gap.evidence else ""
        table.add_row(gap.no, Text(name, style=style), Text(gap.text), Text(quoted))
    return table


class _Terminal(Console):
    """A console that invents no markup, emoji or links from other people's text, and leaves quietly when unheard."""

    def __init__(self) -> None:
        super().__init__(markup=False, emoji=False, highlight=False)
        if not self.is_terminal and "COLUMNS" not in os.environ:
            self.width = 120  # piped or logged: there is no window to fit

    def on_broken_pipe(self) -> None:
        """`padan … | head` is no fault: Rich would exit with 1."""
        raise BrokenPipeError


def _console() -> Console:
    return _Terminal()


def _table(*columns: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=False)
    narrow = {
        "#",
        "system",
        "Score",
        "Confidence",
        "KUK",
        "State",
        "Elements",
        "Criteria",
        "Where",
        "Kind",
        "Code",
        "Printed at",
    }
    for column in columns:
        table.add_column(column, no_wrap=column in narrow, overflow="fold")
    return table


def _unit(code: str, title: str, revoked_by: str = "") -> Text:
    shown = Text(code, style="cyan").append(f"\n{title}", style="not dim default")
    return shown.append(_REVOKED.format(revoked_by), style="yellow") if revoked_by else shown


def _one_line(part: Evidence | Quote | Statement) -> str:
    """A quotation on one line; the span itself stays verbatim in the JSON."""
    return f"“{_shorten(_harmless(' '.join(part.text.split())))}”"


def _harmless(text: str) -> str:
    """A text without control characters: an escape sequence of a pasted text is not for the terminal."""
    return "".join("\ufffd" if unicodedata.category(char) in {"Cc", "Cf", "Cs"} else char for char in text)


def _shorten(text: str, most: int = 160) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _place(place: Place | None) -> str:
    return f"{place.unit} {place.number}" if place else ""
