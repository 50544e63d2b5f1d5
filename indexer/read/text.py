"""A person's document → its text, in which statements stay apart as they do on the page."""

import re
from collections.abc import Callable, Iterable

from indexer.read.blocks import Block, TableRow
from indexer.read.encoding import decode_text
from indexer.read.formats import PDF, TEXT, format_of
from indexer.read.registry import blocks_of
from search.types import Finding

_NUMBERED = re.compile(r"[•●▪■◦*–-]|\(?(?:\d[\d.]*|[A-Za-z]{1,4})[.)]")


def text_of(data: bytes, name: str, notice: Callable[[str], None] | None = None) -> str:
    """The text of an advert or CV in any format Padan reads; plain text comes back as it is, with every character.

    notice: is told, in lines that name the file and never quote it, what of the document is not in the text.
    Raises `InputError` with one such line.
    """
    form = format_of(data, name, otherwise=TEXT)
    if form is TEXT:
        return decode_text(data, name)
    # A PDF gives printed lines, which may go on in the next; the other formats whole paragraphs, which never do.
    blocks = blocks_of(data, name, form)
    if notice:
        for lost in filter(_is_loss, (remark for block in blocks for remark in block.remarks)):
            notice(f"{name}: {_shown(lost)}")
    return join_blocks(blocks, "\n" if form is PDF else "\n\n")


def join_blocks(blocks: Iterable[Block], between: str) -> str:
    """Blocks as one text: list items with a dash, the cells of a row by tabs, or one below another if any has lines."""
    return between.join(line for block in blocks for line in _lines(block))


def _is_loss(remark: Finding) -> bool:
    """Whether a reader's remark tells of something it did not read; the others tell of slips that it mended."""
    return remark.kind.startswith("page-") or remark.kind in ("text-unreadable", "text-turned")


def _shown(lost: Finding) -> str:
    where = f"{lost.where.unit} {lost.where.number}: " if lost.where and lost.kind != "page-scanned" else ""
    if lost.kind == "text-turned":  # its own message quotes the text
        return f"{where}text in another direction than the page's is not read."
    return f"{where}{lost.message}"


def _lines(block: Block) -> list[str]:
    if not isinstance(block, TableRow):
        return [f"- {block.text}" if block.listed and not _NUMBERED.match(block.text) else block.text]
    cells = [cell for cell in block.cells if cell]
    if any("\n" in cell for cell in cells):
        return [line for cell in cells for line in cell.split("\n")]
    return ["\t".join(cells)]
