"""The table of sources as the model card quotes it."""

from collections.abc import Mapping

from training import graded, judged, phrases, units, written
from training.material import ADVERT
from training.sources import SOURCES, VOCABULARY_ONLY

_WRITTEN = "Apache-2.0, written for this recipe"
OWN = {
    phrases.NAME: ("parallel, pairs", _WRITTEN),
    written.NAME: ("parallel, near misses", _WRITTEN),
    graded.NAME: ("parallel, graded", _WRITTEN),
    written.SCENES_NAME: ("parallel", _WRITTEN),
    judged.NAME: ("likenesses", _WRITTEN),
    units.NAME: ("criteria with texts and near misses", _WRITTEN),
    ADVERT: ("parallel, pairs", "real adverts marked for training; not distributed"),
}


def sources_table(rows: Mapping[str, int]) -> str:
    """Markdown: each source with its licence, its rows that were trained on, and its weight in the draw."""
    lines = ["| source | kind | licence | rows | weight |", "| --- | --- | --- | ---: | ---: |"]
    for source in SOURCES:
        count = rows.get(source.name, 0)
        lines.append(f"| {source.name} | {source.kind} | {source.licence} | {count:,} | {source.weight:g} |")
    for name, (kind, licence) in OWN.items():
        if name in rows:
            lines.append(f"| {name} | {kind} | {licence} | {rows[name]:,} | |")
    for path, licence, most in VOCABULARY_ONLY:
        lines.append(f"| {path} | pieces only | {licence} | at most {most:,} lines | |")
    return "\n".join(lines)
