"""Texts and decrees that would be markup if anyone let them: they are shown, escaped, and nowhere interpreted."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from visitor import ROOT, give, open_page, save_world, seen
from world import COOK, DECREE

from search.types import Criterion, Element

HOSTILE = "<img src=x onerror=alert(1)> **tebal** :material/home: $x^2$ [a](javascript:alert(1))"
ESCAPED = "&lt;img src=x onerror=alert(1)&gt; **tebal** :material/home: $x^2$ [a](javascript:alert(1))"
# What reads Markdown: only our own words may go there, and those are in one table.
MARKDOWN = {
    "markdown",
    "write",
    "caption",
    "title",
    "header",
    "subheader",
    "info",
    "warning",
    "error",
    "success",
    "toast",
    "text",
}
UI = ROOT / "padan" / "ui"


@pytest.fixture
def hostile_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    element = Element("1", f"Menyiapkan {HOSTILE}", (Criterion("1.1", f"Beras dicuci {HOSTILE}"),))
    unit = replace(COOK, title=f"Memasak {HOSTILE}", description=HOSTILE, elements=(element,))
    folder = save_world(tmp_path, replace(DECREE, units=(unit, *DECREE.units[1:])))
    monkeypatch.setenv("PADAN_INDEX", str(folder))
    st.cache_resource.clear()


@pytest.mark.usefixtures("hostile_index")
@pytest.mark.parametrize("view", ["match", "gaps"])
def test_hostile_texts_and_decrees_are_only_shown(view: str) -> None:
    app = give(open_page(view={"match": "cocokkan", "gaps": "kesenjangan"}[view]), f"Beras dicuci {HOSTILE}", view)
    assert not app.exception
    assert ESCAPED in seen(app)
    assert "<img" not in seen(app)
    assert not [element for element in app.markdown if "tebal" in element.value]
    labels = [element.label for kind in (app.button, app.expander, app.text_area, app.multiselect) for element in kind]
    assert not [label for label in labels if "tebal" in label]


@pytest.mark.usefixtures("hostile_index")
def test_a_hostile_query_is_only_shown() -> None:
    app = open_page(view="cari", q=f"memasak {HOSTILE}")
    assert app.text_input[0].value == f"memasak {HOSTILE}"
    assert "<img" not in seen(app)
    assert "&lt;" in seen(app)
    assert not [element for element in app.markdown if "tebal" in element.value]


def calls(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: path.name)
def test_markup_is_made_in_one_place_and_shown_in_one(path: Path) -> None:
    assert path.name == "draw.py" or "unsafe_allow" not in path.read_text("utf-8")
    used = calls(path)
    assert not {f"st.{name}" for name in MARKDOWN} & used
    assert "st.cache_data" not in path.read_text("utf-8")
    if path.name != "markup.py":
        assert "Html" not in used
    if path.name != "draw.py":
        assert "st.html" not in used


def test_the_one_script_is_a_constant() -> None:
    tree = ast.parse((UI / "draw.py").read_text("utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "st.html"]
    scripts = [ast.unparse(call) for call in calls if any("unsafe" in (word.arg or "") for word in call.keywords)]
    assert scripts == ["st.html(_TO_TOP, unsafe_allow_javascript=True)"]
