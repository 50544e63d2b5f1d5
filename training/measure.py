"""Put encoders through the common yardstick: the model's folder, and its teachers beside it."""

import importlib.util
from collections.abc import Callable
from pathlib import Path

from training.errors import CorpusMissingError, TrainingError
from training.teachers import TEACHERS, Encode, multilingual_e5
from training.words import bm25

COMPARED = TEACHERS | {"e5": multilingual_e5, "bm25": bm25}


def yardstick(folder: Path) -> Callable[[Encode], dict[str, float]]:
    """The function `main(encode) → figures` of the yardstick's own measure.py. Raises CorpusMissingError."""
    path = folder / "measure.py"
    if not path.is_file():
        raise CorpusMissingError(path)
    spec = importlib.util.spec_from_file_location("yardstick", path)
    if spec is None or spec.loader is None:
        raise TrainingError(f"{path} cannot be read as Python.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Callable[[Encode], dict[str, float]] = module.main
    return found


def system(name: str) -> Encode:
    """An encoder by name: one of COMPARED or a model `search` can load, by name or folder."""
    if name in COMPARED:
        return COMPARED[name]()
    from search.encode import load_encoder

    model = load_encoder(name)
    return lambda texts: model.encode(texts, kind="query")


def untimed(figures: dict[str, float]) -> dict[str, float]:
    """The figures without the speed, where it would be that of a memory."""
    return {name: value for name, value in figures.items() if name != "sentences_per_second"}


def table(figures: dict[str, dict[str, float]]) -> str:
    """A Markdown table: one line a system, one column a figure."""
    columns = list(next(iter(figures.values())))
    lines = ["| system | " + " | ".join(columns) + " |", "| --- |" + " ---: |" * len(columns)]
    for name, values in figures.items():
        cells = (f"{values[c]:,.0f}" if c == "sentences_per_second" else f"{values[c]:.3f}" for c in columns)
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)
