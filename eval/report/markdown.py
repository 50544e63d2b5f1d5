"""The report as Markdown."""

from collections.abc import Iterator

from eval.report.preface import SETS, preface, skipped
from eval.report.sheets import Sheet, all_sheets
from eval.trial import Trial


def markdown(trial: Trial) -> str:
    """The whole report."""
    return "\n".join(_lines(trial))


def table(sheet: Sheet) -> str:
    """One table."""
    rows = (sheet.columns, ("---", *("---:" for _ in sheet.columns[1:])), *sheet.rows)
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows)


def _lines(trial: Trial) -> Iterator[str]:
    yield f"# Padan measured: split {trial.split}\n"
    yield from (f"- {sentence}" for sentence in preface(trial))
    yield "\n## Systems\n"
    yield table(Sheet("", ("system", "what it is"), tuple(trial.systems.items()))).replace("---:", "---")
    for name, why in skipped(trial).items():
        yield f"\n**{name} was skipped:** {why}"
    for hearing in trial.hearings:
        yield f"\n## {hearing.labelled.name}\n\n{SETS[hearing.labelled.name]}"
        for sheet in all_sheets(hearing):
            yield f"\n### {sheet.title}\n\n{table(sheet)}"
    yield ""
