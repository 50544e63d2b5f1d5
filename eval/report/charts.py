"""Charts as inline SVG: drawn with the page's own colours, so that they are light or dark as the page is."""

from collections.abc import Iterable, Sequence
from html import escape

from eval.court import MAIN, Bin, Hearing
from eval.systems import OWN

_LABEL, _PLOT, _END, _ROW, _TOP = 170, 440, 110, 24, 26  # pixels
_SIDE, _EDGE = 190, 30


def intervals(hearing: Hearing) -> str:
    """The main measure of each system as a dot with its interval."""
    measure = MAIN[hearing.labelled.name]
    rows = [(v.system, found) for v in hearing.verdicts if v.by == "all" and (found := v.figures.get(measure))]
    parts = [_axis(len(rows)), f'<text class="name" x="{_LABEL - 10}" y="{_TOP - 10}">{escape(measure)}</text>']
    for place, (system, figure) in enumerate(rows):
        y = _TOP + place * _ROW + _ROW / 2
        kind = "own" if system in OWN else "other"
        parts += [
            f'<text class="name" x="{_LABEL - 10}" y="{y + 4}">{escape(system)}</text>',
            f'<line class="{kind}" x1="{_x(figure.low)}" x2="{_x(figure.high)}" y1="{y}" y2="{y}"/>',
            f'<circle class="{kind}" cx="{_x(figure.mean)}" cy="{y}" r="5"/>',
            f'<text x="{_LABEL + _PLOT + 10}" y="{y + 4}">{figure.mean:.3f}</text>',
        ]
    height = _TOP + len(rows) * _ROW + 6
    return _svg(_LABEL + _PLOT + _END, height, f"{measure} of each system with 95 % intervals", parts)


def reliability(title: str, bins: Sequence[Bin]) -> str:
    """What was said against what was found: dots on the diagonal can be believed; their area is the number of items."""
    most = max((one.items for one in bins), default=1)
    parts = [
        f'<rect class="frame" x="{_EDGE}" y="{_EDGE}" width="{_SIDE}" height="{_SIDE}"/>',
        f'<line class="grid" x1="{_EDGE}" y1="{_EDGE + _SIDE}" x2="{_EDGE + _SIDE}" y2="{_EDGE}"/>',
        f'<text x="{_EDGE}" y="{_EDGE - 10}">{escape(title)}</text>',
        f'<text class="small" x="{_EDGE}" y="{_EDGE + _SIDE + 16}">said 0 → 1; up: found true</text>',
    ]
    for one in bins:
        x, y = _EDGE + one.said * _SIDE, _EDGE + (1 - one.found) * _SIDE
        words = f"{one.items} items said {one.said:.2f}, {one.found:.2f} of them true"
        radius = 3 + 9 * (one.items / most) ** 0.5
        dot = f'<circle class="own" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"><title>{words}</title></circle>'
        parts.append(dot)
    return _svg(_SIDE + 2 * _EDGE, _SIDE + 2 * _EDGE, f"Reliability of {title}", parts)


def _axis(rows: int) -> str:
    bottom = _TOP + rows * _ROW
    ticks = [place / 5 for place in range(6)]
    return "".join(
        f'<line class="grid" x1="{_x(tick)}" x2="{_x(tick)}" y1="{_TOP - 4}" y2="{bottom}"/>'
        f'<text class="small tick" x="{_x(tick)}" y="{_TOP - 10}">{tick:.1f}</text>'
        for tick in ticks
    )


def _x(share: float) -> float:
    return round(_LABEL + share * _PLOT, 1)


def _svg(width: int, height: int, label: str, parts: Iterable[str]) -> str:
    body = "".join(parts)
    return f'<svg role="img" aria-label="{escape(label)}" viewBox="0 0 {width} {height}" width="{width}">{body}</svg>'
