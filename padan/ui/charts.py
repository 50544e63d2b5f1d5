"""Charts of figures and counts; only this module knows Altair, which is loaded when a chart is drawn."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from padan.ui.measured import Bin, Figure

if TYPE_CHECKING:
    import altair as alt

_OWN, _OTHER, _GUIDE = "#0d9488", "#94a3b8", "#94a3b8"  # told apart on a light and on a dark page
_ROW = 28  # pixels


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a chart; `own` stands out."""

    name: str
    figure: Figure
    own: bool


@dataclass(frozen=True, slots=True)
class Count:
    """How often something was met."""

    name: str
    count: int


def intervals(rows: Sequence[Row], measure: str) -> "alt.LayerChart":
    """A dot a row at its mean, a line over its 95 % interval, from 0 to 1."""
    import altair as alt

    values = [{"name": row.name, "own": row.own, **asdict(row.figure)} for row in rows]
    base = alt.Chart(_data(values)).encode(
        y=alt.Y("name:N", sort=[row.name for row in rows], title=None, axis=_names(alt)),
        color=alt.condition("datum.own", alt.value(_OWN), alt.value(_OTHER)),
        tooltip=[
            alt.Tooltip("name:N", title=" "),
            alt.Tooltip("mean:Q", title=measure, format=".2f"),
            alt.Tooltip("low:Q", title="95 % ≥", format=".2f"),
            alt.Tooltip("high:Q", title="95 % ≤", format=".2f"),
        ],
    )
    scale = alt.Scale(domain=[0, 1])
    line = base.mark_rule(strokeWidth=3, opacity=0.45).encode(
        x=alt.X("low:Q", scale=scale, title=measure, axis=_shares(alt)), x2="high:Q"
    )
    dot = base.mark_point(filled=True, size=95, opacity=1).encode(x=alt.X("mean:Q", scale=scale))
    chart: alt.LayerChart = (line + dot).properties(height=alt.Step(_ROW))
    return chart


def reliability(bins: Sequence[Bin], said: str, found: str, items: str) -> "alt.LayerChart":
    """A dot a bin: what was said against what proved true, on the diagonal where both are the same."""
    import altair as alt

    scale = alt.Scale(domain=[0, 1])
    diagonal = (
        alt.Chart(_data([{"said": 0, "found": 0}, {"said": 1, "found": 1}]))
        .mark_line(strokeDash=[4, 4], color=_GUIDE)
        .encode(
            x=alt.X("said:Q", scale=scale, title=said, axis=_shares(alt)),
            y=alt.Y("found:Q", scale=scale, title=found, axis=_shares(alt)),
        )
    )
    dots = (
        alt.Chart(_data([asdict(one) for one in bins]))
        .mark_circle(color=_OWN, opacity=0.85)
        .encode(
            x="said:Q",
            y="found:Q",
            size=alt.Size("items:Q", scale=alt.Scale(range=[40, 500]), legend=None),
            tooltip=[
                alt.Tooltip("said:Q", title=said, format=".2f"),
                alt.Tooltip("found:Q", title=found, format=".2f"),
                alt.Tooltip("items:Q", title=items),
            ],
        )
    )
    chart: alt.LayerChart = (diagonal + dots).properties(height=320)
    return chart


def counts(rows: Sequence[Count], title: str) -> "alt.Chart":
    """A bar a row, the longest first as given."""
    import altair as alt

    chart: alt.Chart = (
        alt.Chart(_data([asdict(row) for row in rows]))
        .mark_bar(color=_OWN, cornerRadiusEnd=3)
        .encode(
            y=alt.Y("name:N", sort=[row.name for row in rows], title=None, axis=_names(alt)),
            x=alt.X("count:Q", title=title, axis=alt.Axis(tickMinStep=1, format="d")),
            tooltip=[alt.Tooltip("name:N", title=" "), alt.Tooltip("count:Q", title=title)],
        )
        .properties(height=alt.Step(_ROW))
    )
    return chart


def _data(values: Sequence[dict[str, Any]]) -> "alt.InlineData":
    import altair as alt

    return alt.InlineData(values=list(values))  # plain JSON: no frame is made for a dozen rows


def _names(alt: Any) -> Any:
    return alt.Axis(labelLimit=250, labelOverlap=False, ticks=False, domain=False, labelPadding=8)


def _shares(alt: Any) -> Any:
    return alt.Axis(tickCount=5, format=".1f")
