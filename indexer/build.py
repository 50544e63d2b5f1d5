"""Decrees, taxonomies and labels → an index on disk, which grows: only what it does not know yet is read and embedded.

A file is known by its content, so the same file under another name is the same decree. Each build ends with the
decrees in one order, by year, number and name; so the same set of files gives the same bytes, however it came together.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from indexer.aliases import label_findings, read_aliases
from indexer.assemble import Notice, assemble
from indexer.catalogue import decree_files, leave_out, read_files
from indexer.deep import deep_encoder
from indexer.examples import example_findings, read_examples
from indexer.overlaps import with_overlaps
from search.catalogue import Catalogue, Choices, catalogue_from_dict
from search.encode import Encoder, load_encoder
from search.errors import DecreeError, IndexDamagedError, IndexMismatchError, IndexMissingError, InputError
from search.store import StoredIndex, locked, open_index, put_index
from search.types import Decree, ExampleFile, Finding, LabelFile

READER_VERSION = 5  # raise it when a reader or parser changes what it makes of a file, so that indexes notice


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What building did: `embedded` passages were encoded anew, the others taken over from the index before."""

    folder: Path
    decrees: int
    units: int
    passages: int
    embedded: int
    encoder: str
    deep: str = ""  # the encoder of the second set of vectors, where there is one
    unchanged: bool = False  # nothing had changed, nothing was done
    forgotten: bool = False  # an index that could not be used was replaced; decrees added to it have to be added again
    read: int = 0  # files parsed; the others were known
    labels: int = 0  # files of alternative labels in use
    examples: int = 0  # worked examples in use
    revoked: int = 0  # units set aside because their decree was revoked
    findings: tuple[Finding, ...] = ()  # of the files of labels and of examples
    doubts: int = 0  # findings of the decrees
    names: tuple[str, ...] = ()  # of the decrees the index holds
    taxonomies: int = 0  # of them tables of other taxonomies


@dataclass(frozen=True, slots=True)
class _Asked:
    """What `build_index` was asked beside the files; None: as the index remembers it."""

    aliases: Sequence[Path] | None = None
    revoked: bool | None = None
    deep: bool | None = None
    examples: Sequence[Path] | None = None


@dataclass(frozen=True, slots=True)
class _Before:
    """What a folder held before: an index and its catalogue, nothing, or an index that cannot be used."""

    index: StoredIndex | None = None
    catalogue: Catalogue = field(default_factory=lambda: Catalogue(()))
    unusable: bool = False

    @property
    def sources(self) -> Mapping[str, str]:
        """Decree's name → hash of its file."""
        return self.index.manifest.sources if self.index else {}

    def known(self) -> dict[str, Decree]:
        """Hash of a file → the decree it holds, as it was read then."""
        decrees = {decree.name: decree for decree in self.catalogue.decrees}
        return {digest: decrees[name] for name, digest in self.sources.items() if name in decrees}


def build_index(
    files: Sequence[Path],
    folder: Path,
    encoder: str | None = None,
    fresh: bool = False,
    aliases: Sequence[Path] | None = None,
    revoked: bool | None = None,
    ground: Sequence[Path] = (),
    notice: Notice | None = None,
    deep: bool | None = None,
    examples: Sequence[Path] | None = None,
) -> BuildReport:
    """Add files to the index in a folder, replacing decrees of the same number and year; `fresh` forgets the rest.

    Without files the index is made anew of what it holds, with other labels or choices.
    aliases: the user's own files of labels, beside those bundled; () for no labels at all. revoked: whether units of
    revoked decrees are searched too. deep: whether to make vectors of the deep encoder. examples: the
    user's own files of worked examples, beside those bundled; () for none at all. All four are as the index remembers
    them when None. ground: what an index begins with
    where there is none yet that the files could be added to. notice: is told what is done, and of files in a folder
    that hold no decree and are left out; without it they are refused.
    Raises DecreeError for a file that is no decree, EncoderError for a missing model; then the index stays as it was.
    """
    before = _look(folder, fresh)
    if not files and before.index is None:
        raise DecreeError(f"There is no index in {folder} that could be changed. Name the files to build one of.")
    if before.index is None and not fresh:
        files = [*ground, *files]
    asked = _Asked(aliases, revoked, deep, examples)
    # Read before the folder is touched, so that a file that is no decree leaves no trace.
    hashes = {path: _source_hash(path) for path in decree_files(files)} if files else {}
    parsed, faults = _parse(hashes, before.known(), notice)
    leave_out(faults, files, len(hashes), notice)
    hashes = {path: digest for path, digest in hashes.items() if path not in faults}
    _check_names(hashes, {**before.known(), **parsed}, notice)
    wanted = _wanted(before, hashes, parsed, asked)
    if before.index and _same(before, *wanted, _model(encoder, before)):
        return _report(folder, before.index, wanted[0], unchanged=True)
    with locked(folder):
        before = _look(folder, fresh)  # again: another writer may have added decrees since, or removed some
        again, faults = _parse(hashes, {**before.known(), **parsed}, None)  # what was removed since
        leave_out(faults, files, len(hashes), None)
        parsed |= again
        catalogue, sources = _wanted(before, hashes, parsed, asked)
        index, embedded = assemble(catalogue, sources, _model(encoder, before), before.index, notice)
        put_index(folder, index)
    report = _report(folder, index, catalogue, embedded=embedded, read=len(parsed))
    return replace(report, forgotten=before.unusable)


def remove_from_index(names: Sequence[str], folder: Path) -> BuildReport:
    """Remove decrees, named by number/year or by file name, with all their units from the index in a folder.

    Raises InputError with the names there are when one is unknown, and when nothing would be left.
    """
    open_index(folder)  # before the lock, which would make the folder
    with locked(folder):
        before = _Before(index := open_index(folder), catalogue_from_dict(index.catalogue))
        gone = {_find(name, before.catalogue).name for name in names}
        kept = tuple(decree for decree in before.catalogue.decrees if decree.name not in gone)
        if not kept:
            raise InputError(
                f"Without {', '.join(sorted(gone))} the index would be empty. Start anew with: padan index --fresh FILE"
            )
        catalogue = replace(before.catalogue, decrees=kept)
        sources = {name: digest for name, digest in before.sources.items() if name not in gone}
        index, embedded = assemble(catalogue, sources, _model(None, before), before.index)
        put_index(folder, index)
    return _report(folder, index, catalogue, embedded=embedded)


def index_of_files(
    files: Sequence[Path],
    encoder: str | None = None,
    aliases: Sequence[Path] | None = None,
    examples: Sequence[Path] | None = None,
) -> StoredIndex:
    """An index in memory, written nowhere; `aliases` and `examples` as in `build_index`, by default those bundled."""
    hashes = {path: _source_hash(path) for path in decree_files(files)}
    parsed, faults = _parse(hashes, {}, None)
    leave_out(faults, files, len(hashes), None)
    _check_names(hashes, parsed, None)
    catalogue, sources = _wanted(_Before(), hashes, parsed, _Asked(aliases, examples=examples))
    return assemble(catalogue, sources, load_encoder(encoder))[0]


def _source_hash(path: Path) -> str:
    """The hash of a file, of what its ending makes of it, and of the reader's version."""
    digest = hashlib.blake2b(f"reader-{READER_VERSION}\0{path.suffix.lower()}\0".encode(), digest_size=16)
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _look(folder: Path, fresh: bool) -> _Before:
    """What the folder holds that this version can take over from; a folder that cannot be read raises."""
    if fresh:
        return _Before()
    try:
        index = open_index(folder)
        return _Before(index, catalogue_from_dict(index.catalogue))
    except IndexMissingError:
        return _Before()
    except (IndexDamagedError, IndexMismatchError, InputError):
        return _Before(unusable=True)


def _parse(
    hashes: Mapping[Path, str], known: Mapping[str, Decree], notice: Notice | None
) -> tuple[dict[str, Decree], dict[Path, str]]:
    """Hash → decree of the files whose content is not known, each content once; and of those without one why."""
    new: dict[str, Path] = {}
    for path, digest in hashes.items():
        if digest not in known:
            new.setdefault(digest, path)
    decrees, faults = read_files([*new.values()], _counted(notice, len(new)))
    found = {digest: decrees[path] for digest, path in new.items() if path in decrees}
    return found, {path: faults[new[digest]] for path, digest in hashes.items() if new.get(digest) in faults}


def _counted(notice: Notice | None, total: int) -> Callable[[Path], None] | None:
    """A notice of each file that is read, where there are several."""
    if notice is None or total < 2:
        return None
    numbers = iter(range(1, total + 1))
    return lambda path: notice(f"reading {next(numbers)} of {total}: {path.name}")


def _wanted(
    before: _Before,
    hashes: Mapping[Path, str],
    parsed: Mapping[str, Decree],
    asked: _Asked,
) -> tuple[Catalogue, dict[str, str]]:
    """The catalogue that the index shall hold: what it held, with the files given; and the hash of each decree."""
    known = {**before.known(), **parsed}
    sources = {**before.sources, **{known[digest].name: digest for digest in hashes.values()}}
    decrees = {decree.name: decree for decree in (*before.catalogue.decrees, *(known[d] for d in hashes.values()))}
    ordered = sorted(decrees.values(), key=lambda decree: (decree.year, decree.number, decree.name))
    choices = _choices(before.catalogue.choices, asked)
    catalogue = Catalogue(
        tuple(ordered),
        _labels(before.catalogue, asked.aliases) if choices.aliases else (),
        choices,
        _examples(before.catalogue, asked.examples) if choices.examples else (),
    )
    return catalogue, {name: sources[name] for name in decrees if name in sources}


def _check_names(hashes: Mapping[Path, str], known: Mapping[str, Decree], notice: Notice | None) -> None:
    """Two files of one call do not go by one name unseen: of a decree the last counts, anything else is refused."""
    paths: dict[str, Path] = {}
    for path, digest in hashes.items():
        name = known[digest].name
        other = paths.get(name, path)
        paths[name] = path
        if hashes[other] == digest:
            continue
        if "/" not in name:  # no number and year, so it is the file's name
            raise DecreeError(f"{other} and {path} have one name and no number to tell them apart. Rename one of them.")
        if notice:
            notice(f"{other.name} and {path.name} both hold decree {name}; the last one counts")


def _choices(before: Choices, asked: _Asked) -> Choices:
    """What the index was asked to hold, and before where nothing else is asked now."""
    return Choices(
        before.aliases if asked.aliases is None else bool(asked.aliases),
        before.revoked if asked.revoked is None else asked.revoked,
        before.examples if asked.examples is None else bool(asked.examples),
        before.deep if asked.deep is None else asked.deep,
    )


def _labels(before: Catalogue, aliases: Sequence[Path] | None) -> tuple[LabelFile, ...]:
    """The bundled labels as they are now, and the user's own as they were given."""
    own = [file for file in before.labels if not file.bundled] if aliases is None else []
    return (*read_aliases(aliases or (), before.labels), *own)


def _examples(before: Catalogue, examples: Sequence[Path] | None) -> tuple[ExampleFile, ...]:
    """The same of examples."""
    own = [file for file in before.examples if not file.bundled] if examples is None else []
    return (*read_examples(examples or (), before.examples), *own)


def _model(encoder: str | None, before: _Before) -> Encoder:
    """The model asked for, else the one of the index before, else the bundled one."""
    return load_encoder(encoder or (before.index.manifest.encoder if before.index else None))


def _same(before: _Before, catalogue: Catalogue, sources: Mapping[str, str], encoder: Encoder) -> bool:
    """Whether the index before was made by these models of exactly these decrees, labels and choices."""
    if before.index is None:
        return False
    held, made = before.catalogue, before.index.manifest
    if (made.encoder, made.fingerprint) != (encoder.name, encoder.fingerprint):
        return False
    deep = deep_encoder(catalogue.choices.deep, encoder.name, made.passages)
    if (made.deep and made.deep.fingerprint) != (deep and deep.fingerprint):
        return False
    kept, wanted = (held.labels, held.examples, held.choices), (catalogue.labels, catalogue.examples, catalogue.choices)
    return before.sources == sources and kept == wanted


def _find(name: str, catalogue: Catalogue) -> Decree:
    """The decree of a name or file name; raises InputError with those there are."""
    wanted = name.strip().casefold()
    found = [decree for decree in catalogue.decrees if wanted in (decree.name.casefold(), decree.source.casefold())]
    if len(found) == 1:
        return found[0]
    there = ", ".join(f"{one.name} ({one.source})" if one.number else one.name for one in found or catalogue.decrees)
    many = "several decrees" if found else "no decree"
    raise InputError(f"'{name.strip()}' names {many} of the index. Name one of: {there}")


def _report(
    folder: Path, index: StoredIndex, catalogue: Catalogue, embedded: int = 0, read: int = 0, unchanged: bool = False
) -> BuildReport:
    decrees, revoked = catalogue.decrees, catalogue.revoked
    return BuildReport(
        folder=folder,
        decrees=len(decrees),
        units=len(index.unit_codes),
        passages=len(index.passages),
        embedded=embedded,
        encoder=index.manifest.encoder,
        deep=index.manifest.deep.encoder if index.manifest.deep else "",
        unchanged=unchanged,
        read=read,
        labels=len(catalogue.labels),
        revoked=0 if catalogue.choices.revoked else sum(len(one.units) for one in decrees if one.name in revoked),
        examples=sum(len(file.examples) for file in catalogue.examples),
        findings=(*label_findings(catalogue), *example_findings(catalogue)),
        doubts=sum(len(decree.findings) for decree in with_overlaps(catalogue).decrees),
        names=tuple(decree.name for decree in decrees),
        taxonomies=sum(decree.kind == "taxonomy" for decree in decrees),
    )
