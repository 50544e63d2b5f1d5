"""Tables of adverts and what came of them as markup; nothing here touches Streamlit."""

from collections.abc import Iterable, Mapping

from padan.ui.cards import unit_link
from padan.ui.charts import Count
from padan.ui.language import Words
from padan.ui.markup import Html, plain, tag
from search.batch import Progress, Tally
from search.batch.rows import Row
from search.types import Unit

_SHOWN = 220  # characters of a text in the preview


def preview(rows: Iterable[Row], words: Words) -> Html:
    """The first rows of a table as they were read, each text cut short."""
    cards = [
        tag(
            "div",
            tag("span", f"{words('batch.row')} {row.number}", look="label"),
            tag("span", row.id, look="code"),
            tag("div", row.title, look="strong") if row.title else plain(""),
            tag("div", row.fault or _short(row.text), look="met"),
        )
        for row in rows
    ]
    return tag("div", *cards, look="list")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def progress_line(progress: Progress | None, words: Words) -> str:
    """How far a run is, in words."""
    if progress is None:
        return words("batch.opening")
    said = words("batch.progress", rows=progress.rows, rate=round(progress.rate))
    if progress.left is None:
        return said
    minutes, seconds = round(progress.left / 60), round(progress.left)
    left = words("batch.left.minutes", count=minutes) if seconds >= 90 else words("batch.left.seconds", count=seconds)
    return f"{said} · {left}"


def sums(tally: Tally, words: Words) -> Html:
    """The run in four numbers."""
    numbers = {
        "batch.rows": tally.rows,
        "batch.answered": tally.answered,
        "batch.nothing": tally.nothing_here,
        "batch.left_out": tally.rows - tally.answered,
    }
    tiles = (
        tag("div", tag("div", words.number(number), look="big"), tag("div", words(key), look="met"), look="tile")
        for key, number in numbers.items()
    )
    return tag("div", *tiles, look="tiles small")


def most_asked(tally: Tally, units: Mapping[str, Unit], most: int) -> list[Count]:
    """The units asked for most, as rows of a chart; of two with one title the code tells which."""
    counts = list(tally.to_dict()["units"].items())
    titles = {code: units[code].title if code in units else code for code, _ in counts}
    shared = [title for title in titles.values() if list(titles.values()).count(title) > 1]
    return [
        Count(f"{titles[code]} ({code})" if titles[code] in shared else titles[code], count)
        for code, count in counts[:most]
    ]


def all_units(tally: Tally, units: Mapping[str, Unit], words: Words) -> Html:
    """Every unit that is asked for, with how many adverts ask for it."""
    rows = (
        tag(
            "div",
            tag("span", words.number(count), look="count"),
            tag("span", unit_link(code, units[code].title, words) if code in units else plain(code)),
            plain(" "),
            tag("span", code, look="code"),
        )
        for code, count in tally.to_dict()["units"].items()
    )
    return tag("div", *rows, look="list")


def reasons(tally: Tally, words: Words) -> Html:
    """Why rows were left out, and how many for each reason; the reasons are the library's own, in English."""
    rows = (
        tag("div", tag("span", words.number(count), look="count"), tag("span", reason))
        for reason, count in tally.to_dict()["faults"].items()
    )
    return tag("div", *rows, look="list")


def languages(tally: Tally, words: Words) -> str:
    """How many adverts are in which language."""
    counts = tally.to_dict()["languages"]
    return " · ".join(f"{words(f'text.language.{name}')} {words.number(count)}" for name, count in counts.items())
