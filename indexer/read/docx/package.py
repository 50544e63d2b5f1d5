"""The ZIP file around a Word document → the three parts that make its text, unpacked within limits."""

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from indexer.read.checks import refuse_beyond
from indexer.read.docx.names import W, plain_names
from indexer.read.limits import LIMITS, MEGABYTE
from search.errors import InputError

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ANEW = "Open it in Word and save it anew."
_USUAL_PLACE = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file that its text comes from; those it may lack are None."""

    document: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None


def open_package(data: bytes, name: str) -> Package:
    """The parts of a Word file; raises `InputError` for a file that is none or unpacks beyond the limits."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive, name)
            parts = _Parts(archive, name)
            main = parts.target("", "officeDocument") or _USUAL_PLACE
            document = parts.parse(main, "its text")
            body = None if document is None else document.find(f"{W}body")
            if body is None:
                raise InputError(f"{name} is a ZIP file but holds no Word document. Save it as DOCX from Word.")
            styles, numbering = parts.target(main, "styles"), parts.target(main, "numbering")
            return Package(body, parts.parse(styles, "its styles"), parts.parse(numbering, "its numbering"))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError):
        raise InputError(f"{name} is a damaged Word file: it cannot be unpacked. {_ANEW}") from None


def _check(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse by what the archive says of itself; unpacking then stops at the sizes it says."""
    entries = archive.infolist()
    refuse_beyond(len(entries), LIMITS.entries, f"{name} holds {len(entries):,} files")
    unpacked = sum(entry.file_size for entry in entries) / MEGABYTE
    if unpacked > LIMITS.unpacked_bytes / MEGABYTE:
        most = LIMITS.unpacked_bytes // MEGABYTE
        raise InputError(f"{name} unpacks to {unpacked:,.0f} MB, more than the {most} MB allowed. {_ANEW}")
    for entry in entries:
        if entry.flag_bits & 1:
            raise InputError(f"{name} is locked with a password. Open it, take the password off and save it again.")
        ratio = entry.file_size // max(1, entry.compress_size)
        if ratio > LIMITS.ratio and entry.file_size > LIMITS.ratio_from_bytes:
            raise InputError(
                f"{name} unpacks to {ratio:,} times its size, more than the {LIMITS.ratio} times allowed. {_ANEW}"
            )


class _Parts:
    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive, self._name = archive, name
        # Word takes names without regard to case.
        self._entries = {entry.filename.lower().lstrip("/"): entry for entry in archive.infolist()}

    def target(self, part: str, kind: str) -> str | None:
        """The part of a kind that the relationships of a part name; None when there is none."""
        folder, file = posixpath.split(part)
        relations = self.parse(posixpath.join(folder, "_rels", f"{file}.rels"), "its relationships")
        for relation in () if relations is None else relations.iter(_RELATION):
            if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return None

    def parse(self, part: str | None, called: str) -> etree._Element | None:
        """The root of a part; None when it is not there. Errors call it so: its name is whatever the file says."""
        entry = self._entries.get(part.lower()) if part else None
        if entry is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(plain_names(self._archive.read(entry)), parser)
        except etree.XMLSyntaxError as error:
            if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
                raise MemoryError from None
            where = f"line {error.lineno}" if error.lineno else "its beginning"
            deep = "depth" in str(error.msg)
            wrong = "nests its elements deeper than any document" if deep else f"is damaged at {where} of {called}"
            raise InputError(f"{self._name} {wrong}. {_ANEW}") from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise InputError(f"{self._name} declares a document type, which Word never writes. {_ANEW}")
        return root
