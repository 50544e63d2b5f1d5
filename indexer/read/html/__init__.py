"""HTML pages → blocks, as a browser without style sheets and scripts would show them; nothing is fetched."""

from lxml import etree

from indexer.read.blocks import Block
from indexer.read.checks import check_cells, check_elements
from indexer.read.html.decode import decode_page
from indexer.read.html.walk import Walk
from search.errors import InputError


def read_html(data: bytes, name: str) -> tuple[Block, ...]:
    """Blocks of an HTML page with the line of the source each stands on; raises `InputError` for what is no page."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root = etree.fromstring(decode_page(data, name).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from None
        raise InputError(f"{name} is no readable HTML page. Save it anew, or give it as plain text.") from None
    if any("depth" in entry.message for entry in parser.error_log.filter_from_level(etree.ErrorLevels.ERROR)):
        raise InputError(f"{name} nests its elements deeper than any page. Save it anew, or give it as plain text.")
    if root is None:
        return ()
    check_elements(sum(1 for _ in root.iter()), name)
    check_cells(sum(1 for _ in root.iter("td", "th")), name)
    return tuple(Walk(name).blocks(root))
