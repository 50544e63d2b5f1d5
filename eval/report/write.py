"""The folder of a report."""

import json
from pathlib import Path

from eval.labelled import SETS
from eval.report.markdown import markdown
from eval.report.page import page
from eval.runs import write_runs
from eval.trial import Trial


def write_report(folder: Path, trial: Trial) -> None:
    """Write report.md, report.html, figures.json and runs/ into a folder, over what an earlier run left of these."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.md").write_text(markdown(trial), "utf-8")
    (folder / "report.html").write_text(page(trial), "utf-8")
    (folder / "figures.json").write_text(json.dumps(trial.to_dict(), ensure_ascii=False, indent=1) + "\n", "utf-8")
    runs = folder / "runs"
    for old in (path for name in SETS for path in (*runs.glob(f"{name}.*run"), *runs.glob(f"{name}.qrels"))):
        old.unlink()  # answers of another split or system beside these judgements would mislead
    for hearing in trial.hearings:
        write_runs(runs, hearing)
