"""The figures of the dev split that the page shows, kept as a file: measuring them takes longer than a page may."""

import json
from pathlib import Path

from eval.systems import OWN
from eval.trial import Trial


def write_figures(trial: Trial, path: Path) -> None:
    """Keep what `padan eval --json` prints; of the pairs only those with a system of Padan's own."""
    document = trial.to_dict()
    document["pairs"] = [pair for pair in document["pairs"] if {pair["first"], pair["second"]} & set(OWN)]
    path.write_text(json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
