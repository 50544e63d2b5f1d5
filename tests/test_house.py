"""The shape of the house: who may import whom, what is public, what is never done."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# Low to high; a room imports only from rooms of a lower level (or its own).
LEVELS = (
    ("search.types", "search.errors", "search.resources"),
    ("search.text", "search.codec"),
    ("search.catalogue",),
    ("search.encode", "search.store"),
    ("search.rank",),
    ("search.match",),
    ("search.searcher",),
    ("search.batch",),
    ("search",),
    ("indexer",),
    ("eval", "training"),
    ("padan",),
    ("app",),
)
ROOMS = {room: level for level, rooms in enumerate(LEVELS) for room in rooms}
HEAVY = {"torch", "sentence_transformers", "transformers", "streamlit", "typer", "rich"}


def modules() -> Iterator[tuple[str, Path]]:
    for package in ("search", "indexer", "eval", "training", "padan"):
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path
    yield "app", ROOT / "app.py"


def imports(path: Path, top_only: bool = False) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    nodes = tree.body if top_only else list(ast.walk(tree))
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def room_of(module: str) -> str | None:
    parts = module.split(".")
    return next((".".join(parts[:n]) for n in range(len(parts), 0, -1) if ".".join(parts[:n]) in ROOMS), None)


@pytest.mark.parametrize(("module", "path"), list(modules()), ids=lambda value: value if isinstance(value, str) else "")
def test_imports_flow_from_low_to_high(module: str, path: Path) -> None:
    here = room_of(module)
    assert here is not None
    for target in imports(path):
        there = room_of(target)
        if there is not None and there != here:
            assert ROOMS[there] < ROOMS[here], f"{module} may not import {target}"


@pytest.mark.parametrize(
    ("module", "path"),
    [(m, p) for m, p in modules() if m.startswith("search")],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_the_library_knows_no_face_and_imports_nothing_heavy(module: str, path: Path) -> None:
    assert not {name.split(".")[0] for name in imports(path, top_only=True)} & HEAVY
    assert not {name.split(".")[0] for name in imports(path)} & {"streamlit", "typer", "rich", "logging"}
    if module != "search.encode.transformer":
        assert not {name.split(".")[0] for name in imports(path)} & {"torch", "sentence_transformers"}


@pytest.mark.parametrize(
    ("module", "path"),
    [(m, p) for m, p in modules() if m.startswith("padan.export")],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_exports_know_no_page(module: str, path: Path) -> None:
    assert not {name.split(".")[0] for name in imports(path)} & {"streamlit", "tempfile"}, module
    of_page = {name for name in imports(path) if name.startswith("padan.ui")}
    assert of_page <= {"padan.ui.language", "padan.ui.links", "padan.ui.markup"}, module


def test_nothing_unpickles() -> None:
    for _, path in modules():
        assert not {"pickle", "joblib", "dill", "shelve"} & {name.split(".")[0] for name in imports(path)}
        assert "allow_pickle=True" not in path.read_text("utf-8")
