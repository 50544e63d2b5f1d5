"""Word files (DOCX) → blocks, as Word shows them: changes accepted, numbers computed, text boxes after their paragraph.

Parts are read straight from the ZIP file and parsed without document types, entities or a network. python-docx would
unpack and parse every part of the package before the first look, pictures too, and gives up on a link to a part that is
not there, which many converters leave behind.
"""

from indexer.read.blocks import Block
from indexer.read.checks import check_cells, check_paragraphs
from indexer.read.docx.body import Body
from indexer.read.docx.names import W
from indexer.read.docx.numbering import Numbering
from indexer.read.docx.package import open_package
from indexer.read.docx.styles import Styles


def read_docx(data: bytes, name: str) -> tuple[Block, ...]:
    """Blocks of a Word file; the place of each is its number in reading order, for Word keeps no pages.

    Raises `InputError` with one line for a file that is damaged, locked or unpacks beyond the limits.
    """
    package = open_package(data, name)
    check_paragraphs(sum(1 for _ in package.document.iter(f"{W}p")), name)
    check_cells(sum(1 for _ in package.document.iter(f"{W}tc")), name)
    styles = Styles(package.styles)
    return tuple(Body(styles, Numbering(package.numbering, styles), name).read(package.document))
