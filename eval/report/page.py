"""The report as one HTML file: no script, nothing fetched, light or dark as the reader likes."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from eval.court import Hearing
from eval.report.charts import intervals, reliability
from eval.report.preface import SETS, preface, skipped
from eval.report.sheets import Sheet, all_sheets
from eval.systems import OWN
from eval.trial import Trial


def page(trial: Trial) -> str:
    """The whole page."""
    style = Path(__file__).with_name("page.css").read_text("utf-8")
    title = f"Padan measured: split {trial.split}"
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{style}</style>"
    )
    body = "\n".join(_body(trial))
    body = f"<h1>{escape(title)}</h1>\n{body}"
    return f'<!doctype html>\n<html lang="en"><head>{head}</head>\n<body>{body}\n</body></html>\n'


def _body(trial: Trial) -> Iterator[str]:
    yield f"<ul>{''.join(f'<li>{escape(sentence)}</li>' for sentence in preface(trial))}</ul>"
    yield "<h2>Systems</h2>"
    yield _table(Sheet("", ("system", "what it is"), tuple(trial.systems.items())), "left")
    for name, why in skipped(trial).items():
        yield f"<p><strong>{escape(name)} was skipped:</strong> {escape(why)}</p>"
    for hearing in trial.hearings:
        yield from _hearing(hearing)


def _hearing(hearing: Hearing) -> Iterator[str]:
    name = hearing.labelled.name
    yield f"<h2>{name}</h2><p>{escape(SETS[name])}</p>"
    yield intervals(hearing)
    for sheet in all_sheets(hearing):
        yield f'<h3>{escape(sheet.title)}</h3><div class="wide">{_table(sheet)}</div>'
    charts = [reliability(proof.system, proof.reliability) for proof in hearing.proofs if proof.reliability]
    if charts:
        yield f"<h3>Can the number be believed?</h3>{''.join(charts)}"


def _table(sheet: Sheet, kind: str = "") -> str:
    head = "".join(f"<th>{escape(column)}</th>" for column in sheet.columns)
    rows = "".join(_row(sheet, number) for number in range(len(sheet.rows)))
    return f'<table class="{kind}"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _row(sheet: Sheet, number: int) -> str:
    first, *others = sheet.rows[number]
    shares = sheet.shares[number] if sheet.shares else (None,) * len(others)
    cells = "".join(f"<td{_colour(share)}>{escape(cell)}</td>" for cell, share in zip(others, shares, strict=True))
    own = ' class="own"' if first in OWN else ""
    return f"<tr{own}><td>{escape(first)}</td>{cells}</tr>"


def _colour(share: float | None) -> str:
    return "" if share is None else f' style="--share: {round(share * 60)}%"'
