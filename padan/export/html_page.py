"""A review as one HTML file to print or to keep: nothing in it is loaded from anywhere, and nothing in it can run."""

from collections.abc import Iterable
from pathlib import Path

from padan.export.review import ElementReview, Line, Review, UnitReview
from padan.export.table import why
from padan.export.words import Words, next_step
from padan.ui.markup import NOTHING, Html, joined, plain, tag
from search.types import Coverage, NextUnit, PrerequisiteGap, Quote, Statement

_STYLE = Path(__file__).with_name("print.css")
# Whatever slipped through the escaping could still neither run nor load anything.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def to_html(review: Review, words: Words) -> bytes:
    """The page as UTF-8."""
    head = (
        Html('<meta charset="utf-8"><meta name="viewport" content="width=device-width">')
        + Html(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">')
        + tag("title", words("export.title"))
        + Html(f"<style>{_STYLE.read_text('utf-8')}</style>")
    )
    body = (
        tag("h1", words("export.title")),
        _coverage(review.coverage, words),
        tag("p", words("export.said", count=review.said), look="counts") if review.said else NOTHING,
        tag("p", words("export.note"), look="note"),
        _next(review.next, words),
        *(_unit(unit, review, words) for unit in review.units),
        _uncovered(review.uncovered, words),
    )
    page = tag("html", tag("head", head), tag("body", *body), lang=words.language)
    return f"<!doctype html>\n{page.markup}\n".encode()


def _unit(unit: UnitReview, review: Review, words: Words) -> Html:
    if unit.detailed:
        counted, note = _coverage(unit.coverage, words), NOTHING
    else:
        counted, note = NOTHING, tag("p", words("unit.title_only"), look="note")
    return tag(
        "section",
        tag("p", unit.code, look="code"),
        tag("h2", unit.title),
        counted,
        note,
        *(_element(element, review, words) for element in unit.elements),
        _prerequisites(unit.prerequisites, words),
    )


def _element(element: ElementReview, review: Review, words: Words) -> Html:
    title = f"{words('gaps.element')} {element.no}: {element.title}"
    head = tag("h3", title) if element.title or element.no else NOTHING
    claim = tag("p", f"{words('export.claim')} {element.claim}", look="claim") if element.claim else NOTHING
    rows = [_line(line, review, words) for line in element.lines]
    return head + claim + tag("table", tag("tbody", *rows))


def _line(line: Line, review: Review, words: Words) -> Html:
    state = tag("strong", words(f"state.{line.state}"), look=line.state)
    if line.state is not line.found:
        state += tag("p", f"{words('export.overruled')} {words(f'state.{line.found}')}", look="by")
    own = line.verdict.evidence
    return tag(
        "tr",
        tag("td", line.no, look="no"),
        tag(
            "td",
            tag("p", line.text) if line.no else NOTHING,
            _quotes(line.quotes),
            tag("p", tag("b", words("export.own")), f" {own}", look="own") if own else NOTHING,
            tag("p", f"\u2192 {next_step(line, review.kind, words)}", look="step"),
        ),
        tag("td", state, look="state"),
    )


def _quotes(quotes: Iterable[Quote | Statement]) -> Html:
    return joined(tag("blockquote", f"\u201c{quote.text}\u201d") for quote in quotes)


def _coverage(counts: Coverage, words: Words) -> Html:
    said = words("gaps.counts", evidenced=counts.evidenced, weak=counts.weak, missing=counts.not_evidenced)
    return tag("p", said, look="counts")


def _prerequisites(needed: Iterable[PrerequisiteGap], words: Words) -> Html:
    lines = [
        tag("li", f"{gap.code} {gap.title or words('gaps.prerequisite.unknown')}: {words(f'state.{gap.state}')}")
        for gap in needed
    ]
    return tag("h3", words("export.prerequisites")) + tag("ul", *lines) if lines else NOTHING


def _next(units: Iterable[NextUnit], words: Words) -> Html:
    lines = [
        tag(
            "li",
            tag("b", f"{one.code} {one.title or words('gaps.prerequisite.unknown')}"),
            plain(f": {words(f'state.{one.state}')} ({why(one, words)})"),
            tag("p", f"{words('export.column.open')}: {', '.join(one.open)}", look="step") if one.open else NOTHING,
        )
        for one in units
    ]
    return tag("h2", words("export.next")) + tag("ol", *lines) if lines else NOTHING


def _uncovered(statements: Iterable[Statement], words: Words) -> Html:
    quotes = _quotes(statements)
    return tag("h2", words("export.uncovered")) + quotes if quotes.markup else NOTHING
