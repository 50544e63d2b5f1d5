"""The table of sources as the model card quotes it."""

from collections.abc import Mapping

from training import phrases
from training.material import ADVERT
from training.sources import SOURCES, VOCABULARY_ONLY

OWN = {phrases.NAME: "Apache-2.0, written for this recipe", ADVERT: "real adverts marked for training; not distributed"}


def sources_table(rows: Mapping[str, int]) -> str:
    """Markdown: each source with its licence, its rows that were trained on, and its weight in the draw."""
    lines = ["| source | kind | licence | rows | weight |", "| --- | --- | --- | ---: | ---: |"]
    for source in SOURCES:
        count = rows.get(source.name, 0)
        lines.append(f"| {source.name} | {source.kind} | {source.licence} | {count:,} | {source.weight:g} |")
    for name, licence in OWN.items():
        lines.append(f"| {name} | parallel, pairs | {licence} | {rows.get(name, 0):,} | |")
    for path, licence, most in VOCABULARY_ONLY:
        lines.append(f"| {path} | pieces only | {licence} | at most {most:,} lines | |")
    return "\n".join(lines)
