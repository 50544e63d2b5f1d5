"""Figures and labelled cases as markup; nothing here touches Streamlit."""

from collections.abc import Iterable, Mapping, Sequence

from padan.ui.cards import chip, unit_link
from padan.ui.cases import JudgedLine, Line, Verdict
from padan.ui.language import TABLE, Words
from padan.ui.markup import Html, plain, tag
from padan.ui.measured import Figure, Group
from search.types import Unit

_LOOKS = {Verdict.RIGHT: "evidenced", Verdict.NEAR: "weak", Verdict.EXTRA: "plain", Verdict.MISSED: "missed"}


def tiles(figures: Iterable[tuple[str, Figure]], words: Words) -> Html:
    """Large numbers, each with what it measures and its interval."""
    return tag("div", *(_tile(measure, figure, words) for measure, figure in figures), look="tiles")


def _tile(measure: str, figure: Figure, words: Words) -> Html:
    interval = f"95 %: {words.decimal(figure.low)}–{words.decimal(figure.high)}"
    return tag(
        "div",
        tag("div", words.decimal(figure.mean), look="big"),
        tag("div", called("measure", measure, words), look="strong"),
        tag("div", interval, look="met"),
        look="tile",
    )


def figure_table(group: Group, measures: Sequence[str], own: Sequence[str], words: Words) -> Html:
    """Systems by measures."""
    names = (tag("th", called("measure", measure, words), scope="col") for measure in measures)
    head = tag("tr", tag("th", words("evaluation.system"), scope="col"), *names)
    rows = [
        tag(
            "tr",
            tag("td", called("system", system, words), look="strong" if system in own else "kind"),
            *(tag("td", _cell(figures.get(measure), words), look="place") for measure in measures),
        )
        for system, figures in group.figures.items()
    ]
    return tag("div", tag("table", tag("thead", head), tag("tbody", *rows), look="findings"), look="wide")


def _cell(figure: Figure | None, words: Words) -> str:
    if figure is None:
        return "–"
    return f"{words.decimal(figure.mean)} [{words.decimal(figure.low)} {words.decimal(figure.high)}]"


def ranking(lines: Iterable[Line], units: Mapping[str, Unit], words: Words) -> Html:
    """Units answered and units labelled in one table."""
    head = ("evaluation.rank", "evaluation.unit", "evaluation.label")
    rows = [
        (
            "–" if line.rank is None else str(line.rank),
            unit_link(line.code, units[line.code].title, words) if line.code in units else line.code,
            chip(words(f"verdict.{line.verdict}"), _LOOKS[line.verdict]),
        )
        for line in lines
    ]
    return _table(head, rows, words)


def judgements(lines: Iterable[JudgedLine], words: Words) -> Html:
    """Criteria with their label beside the state Padan gives them."""
    head = ("evaluation.criterion", "evaluation.label", "evaluation.answer", "evaluation.agrees")
    rows = [
        (
            tag("span", line.no, look="no") + plain(" ") + tag("span", line.text),
            words("judged.yes" if line.evidenced else "judged.no"),
            words(f"state.{line.state}"),
            chip(words(f"judged.{line.verdict}"), "missed" if line.verdict is Verdict.EXTRA else _LOOKS[line.verdict]),
        )
        for line in lines
    ]
    return _table(head, rows, words)


def _table(head: Sequence[str], rows: Iterable[Sequence[Html | str]], words: Words) -> Html:
    named = tag("tr", *(tag("th", words(name), scope="col") for name in head))
    body = (tag("tr", *(tag("td", cell) for cell in row)) for row in rows)
    return tag("table", tag("thead", named), tag("tbody", *body), look="findings")


def called(room: str, name: str, words: Words) -> str:
    """A measure, system or group in words; one that the table does not know by its own name."""
    key = f"{room}.{name}"
    return words(key) if key in TABLE else name
