"""Both languages say everything, with the same values, and the page asks for nothing else."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import indexer
from padan.ui import language
from padan.ui.language import TABLE, Words
from padan.ui.links import Language

UI = Path(language.__file__).parent.parent
ROOMS = (
    language.common,
    language.search,
    language.match,
    language.batch,
    language.gaps,
    language.export,
    language.catalogue,
    language.findings,
    language.evaluation,
    language.samples,
)
# Keys that are put together from a value of an enumeration.
BUILT = re.compile(
    r"(view|language|state|kind|field|text\.language|help|fault|sample|finding|section|step|place|files"
    r"|measure|system|group|verdict|judged"
    r"|evaluation\.set"
    r"|batch\.(column|format|end)"
    r"|match\.(trust|legend|units|without|depth)"
    r"|search\.(example|printed)"
    r"|catalogue\.part"
    r"|gaps\.(note|claim|edit|advert|cv)"
    r"|export\.column)\."
)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", TABLE)
def test_both_languages_say_it_with_the_same_values(key: str) -> None:
    pair = TABLE[key]
    assert pair.id.strip()
    assert pair.en.strip()
    assert fields(pair.id) == fields(pair.en)


def test_no_key_stands_in_two_tables() -> None:
    assert sum(len(room.TABLE) for room in ROOMS) == len(TABLE)


def test_every_key_that_is_asked_for_is_there_and_every_other_is_gone() -> None:
    strings = {
        node.value
        for path in (*UI.glob("*.py"), *(UI.parent / "export").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    asked = {
        text
        for text in strings
        if re.fullmatch(
            r"(app|menu|search|match|gaps|unit|kind|help|fault|catalogue|finding|section|upload|export|step|list|files"
            r"|evaluation|batch)"
            r"\.[a-z_.0-9]*[a-z_0-9]",
            text,
        )
    }
    assert asked <= TABLE.keys()
    assert {key for key in TABLE.keys() - asked if not BUILT.match(key)} == set()


def test_every_kind_of_finding_has_a_name_and_every_name_a_kind() -> None:
    constants = {
        node.value
        for path in Path(indexer.__path__[0]).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    called = {key.removeprefix("finding.") for key in language.findings.TABLE}
    assert called - {"where", "kind", "message", "filter", "filter.all", "lead"} <= constants
    of_files = {kind for kind in kinds_made() if kind.startswith(("alias-", "example-"))}  # not of decrees
    assert kinds_made() - of_files <= called


def kinds_made() -> set[str]:
    """The kinds that stand as constants in the readers' calls of `Finding`."""
    return {
        node.args[0].value
        for path in Path(indexer.__path__[0]).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Finding" and isinstance(node.args[0], ast.Constant)
    }


def test_numbers_are_written_as_the_language_does() -> None:
    assert Words(Language.INDONESIAN)("match.statements", count=12345) == "12.345 pernyataan"
    assert Words(Language.ENGLISH)("match.statements", count=12345) == "12,345 statements"
