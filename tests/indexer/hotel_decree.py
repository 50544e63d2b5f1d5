"""A small invented decree, and a printer that lays it out in the many ways real decrees are laid out.

`Layout` answers the printer's questions (shift this row? break the page here?). The plain one always says no; the tests
let hypothesis answer.
"""

from collections.abc import Sequence
from dataclasses import replace

from search.types import Criterion, Decree, Element, FunctionPath, Unit

MAP_HEADER = "TUJUAN UTAMA\tFUNGSI KUNCI\tFUNGSI UTAMA\tFUNGSI DASAR"
LIST_HEADER = "NO\tKode Unit\tJudul Unit Kompetensi\n1\t2\t3"
ELEMENT_HEADER = "ELEMEN KOMPETENSI\tKRITERIA UNJUK KERJA"

TITLES = (
    "Menerima Tamu di Meja Depan",
    "Menangani Barang Bawaan Tamu",
    "Menata Kamar Tamu",
    "Membersihkan Area Umum",
    "Menyajikan Hidangan di Restoran",
    "Meracik Minuman Tanpa Alkohol (Mocktail)",
)
CODES = tuple(f"I.55HDR00.{n:03}.2" for n in range(1, 7))

TUJUAN = "Memberikan layanan akomodasi yang memuaskan bagi setiap tamu hotel"
KAMAR, MAKANAN = "Mengelola layanan kamar", "Mengelola layanan makanan dan minuman"
DEPAN, GRAHA, DAPUR = "Mengelola kantor depan hotel", "Merawat seluruh ruangan hotel", "Melayani tamu restoran"
LABELS = ((KAMAR, DEPAN), (KAMAR, DEPAN), (KAMAR, GRAHA), (KAMAR, GRAHA), (MAKANAN, DAPUR), (MAKANAN, DAPUR))
PATHS = tuple((TUJUAN, *labels, title.capitalize()) for labels, title in zip(LABELS, TITLES, strict=True))


def elements(*spoken: tuple[str, Sequence[str]]) -> tuple[Element, ...]:
    return tuple(
        Element(str(e), title, tuple(Criterion(f"{e}.{c}", text) for c, text in enumerate(texts, start=1)))
        for e, (title, texts) in enumerate(spoken, start=1)
    )


RECEPTION = Unit(
    code=CODES[0],
    title=TITLES[0],
    description="Unit kompetensi ini berhubungan dengan sikap kerja yang dibutuhkan dalam menerima tamu di meja depan.",
    detailed=True,
    elements=elements(
        ("Menyambut tamu", ["Salam diucapkan sesuai prosedur.", "Identitas tamu diperiksa dengan teliti"]),
        (
            "Mencatat data tamu pada sistem meja depan",
            [
                "Data tamu dimasukkan ke aplikasi versi 2.0 sesuai prosedur.",
                "kartu kamar diserahkan kepada tamu paling lambat 1.5 jam setelah tiba.",
                "Deposit 50.5 persen dicatat; sisanya 3.1 juta ditagih kemudian.",
            ],
        ),
    ),
    context=("Unit ini berlaku untuk petugas meja depan.", "Tamu terdiri dari:", "tamu perorangan", "tamu rombongan"),
    equipment=("Komputer", "Alat tulis kantor"),
    supplies=("Kartu kamar",),
    norms=("Etika pelayanan",),
    assessment=("Penilaian dilakukan dengan demonstrasi di Tempat Uji Kompetensi (TUK).",),
    knowledge=("Jenis kamar",),
    skills=("Berbahasa Inggris", "Mengoperasikan komputer"),
    attitudes=("Ramah terhadap tamu",),
    critical_aspects=("Ketelitian memeriksa identitas tamu",),
)
ROOMS = Unit(
    code=CODES[2],
    title=TITLES[2],
    description="Unit kompetensi ini berhubungan dengan keterampilan dalam menata kamar tamu.",
    detailed=True,
    elements=elements(
        ("Menyiapkan perlengkapan kamar", ["Linen dihitung sesuai jumlah kamar.", "Troli disusun dengan rapi."]),
        ("Menata tempat tidur (bed making)", ["Seprai dipasang tanpa kerutan.", "Bantal ditata sesuai standar hotel."]),
        ("Memeriksa kamar", ["Hasil penataan kamar diperiksa."]),
    ),
    context=("Unit ini berlaku untuk pramugraha.",),
    equipment=("Troli kamar",),
    supplies=("Linen bersih", "Bahan pembersih"),
    rules=("Peraturan tentang kebersihan hotel",),
    standards=("Prosedur baku penataan kamar",),
    assessment=("Penilaian dilakukan dengan praktik.",),
    prerequisites=(CODES[0], CODES[1]),
    knowledge=("Jenis linen",),
    skills=("Memasang seprai",),
    attitudes=("Teliti", "Jujur terhadap barang milik tamu"),
    critical_aspects=("Kerapian tempat tidur",),
)
HOTEL = Decree(
    number=7,
    year=2031,
    title="Penetapan Standar Kompetensi Kerja Nasional Indonesia Kategori Penyediaan Akomodasi Bidang Perhotelan",
    field="Perhotelan",
    units=tuple(
        {CODES[0]: RECEPTION, CODES[2]: ROOMS}.get(code, Unit(code, title))
        for code, title in zip(CODES, TITLES, strict=True)
    ),
    function_map=tuple(FunctionPath(code, path) for code, path in zip(CODES, PATHS, strict=True)),
)


class Layout:
    """The plain layout; subclasses answer otherwise."""

    def yes(self) -> bool:
        """Whether to use the variation the printer has come to."""
        return False

    def pick(self, least: int, most: int) -> int:
        """A number in between, both included."""
        return min(least, most)


def bare(decree: Decree) -> Decree:
    """A decree without what depends on its layout: places, findings, printed forms of codes, source."""
    units = tuple(replace(unit, source=None, printed_codes=()) for unit in decree.units)
    return replace(decree, units=units, findings=(), source="")


def printed(layout: Layout) -> str:
    """The text of the hotel decree in a layout."""
    lines = [
        "KEPUTUSAN MENTERI KETENAGAKERJAAN",
        "NOMOR 7 TAHUN 2031",
        "TENTANG",
        *_wrapped(HOTEL.title.upper(), layout),
    ]
    lines += ["DENGAN RAHMAT TUHAN YANG MAHA ESA", f"Menimbang : bahwa perlu menetapkan {HOTEL.title};"]
    lines += ["A. Pemetaan Standar Kompetensi", *_map(layout), "B. Daftar Unit Kompetensi", *_list(layout)]
    for unit in HOTEL.units:
        if unit.detailed:
            lines += _body(unit, layout)
    return "\n".join(lines) + "\n"


def _map(layout: Layout) -> list[str]:
    lines = [MAP_HEADER]
    before: tuple[str, ...] = ("", "", "", "")
    for path in PATHS:
        changed = next(level for level in range(4) if path[level] != before[level])
        labels = [label if level >= changed else "" for level, label in enumerate(path[:3])]
        cut = [_cut(label, layout) if label else ("", "") for label in labels]
        first, rest = _cut(path[3], layout)
        if any(part for _, part in cut) or rest:
            lines += ["\t".join([*(part for part, _ in cut), first]), "", MAP_HEADER]
            lines += ["\t".join([*(part for _, part in cut), rest])]
        else:
            lines.append("\t".join(_shifted([*labels, path[3]], layout)))
        if layout.yes():
            lines += ["", "- 12 -", MAP_HEADER]
        before = path
    return lines


def _cut(text: str, layout: Layout) -> tuple[str, str]:
    """Cut before a word with a small letter, as a page break would."""
    words = text.split(" ")
    places = [n for n in range(1, len(words)) if words[n][0].islower() or words[n][0] == "("]
    if not places or not layout.yes():
        return text, ""
    place = places[layout.pick(0, len(places) - 1)]
    return " ".join(words[:place]), " ".join(words[place:])


def _shifted(cells: list[str], layout: Layout) -> list[str]:
    """The filled cells in the same order, somewhere among the four columns."""
    filled = [cell for cell in cells if cell]
    if not layout.yes():
        return cells
    row = [""] * 4
    column = -1
    for n, cell in enumerate(filled):
        column = layout.pick(column + 1, 4 - (len(filled) - n))
        row[column] = cell
    return row


def _list(layout: Layout) -> list[str]:
    lines = [LIST_HEADER]
    for n, unit in enumerate(HOTEL.units, start=1):
        title = unit.title.replace("(Mocktail)", "(<i>Mocktail</i>)")
        lines.append(f"{n}.\t{unit.code}\t{title}")
        if layout.yes():
            lines += ["", LIST_HEADER]
    return lines


def _body(unit: Unit, layout: Layout) -> list[str]:
    lines = ["", f"KODE UNIT : {_variant(unit.code, layout)}", f"JUDUL UNIT : {unit.title}"]
    lines += _wrapped(f"DESKRIPSI UNIT : {unit.description}", layout)
    lines += ["", *_elements(unit, layout), "", "BATASAN VARIABEL"]
    lines += _section(layout, "1", "Konteks variabel", unit.context[:2], unit.context[2:])
    lines += _section(layout, "2", "Peralatan dan perlengkapan", None)
    lines += _section(layout, "2.1", "Peralatan", unit.equipment) + _section(
        layout, "2.2", "Perlengkapan", unit.supplies
    )
    lines += _section(layout, "3", "Peraturan yang diperlukan", unit.rules)
    lines += _section(layout, "4", "Norma dan standar", None)
    lines += _section(layout, "4.1", "Norma", unit.norms) + _section(layout, "4.2", "Standar", unit.standards)
    lines += ["PANDUAN PENILAIAN", *_section(layout, "1", "Konteks penilaian", unit.assessment)]
    needed = [f"{_variant(code, layout)} : {TITLES[CODES.index(code)]}" for code in unit.prerequisites]
    lines += _section(layout, "2", "Persyaratan kompetensi", needed)
    lines += _section(layout, "3", "Pengetahuan dan keterampilan yang diperlukan", None)
    lines += _section(layout, "3.1", "Pengetahuan", unit.knowledge) + _section(
        layout, "3.2", "Keterampilan", unit.skills
    )
    lines += _section(layout, "4", "Sikap kerja yang diperlukan", unit.attitudes)
    return lines + _section(layout, "5", "Aspek kritis", unit.critical_aspects)


def _variant(code: str, layout: Layout) -> str:
    return code.replace("I.55", "I.55.") if layout.yes() else code


def _section(layout: Layout, no: str, name: str, items: Sequence[str] | None, nested: Sequence[str] = ()) -> list[str]:
    bullet = "- " if layout.yes() else ""
    lines = [f"{bullet}{no}{'' if '.' in no or layout.yes() else '.'} {name}"]
    if items is not None and not items:
        return [*lines, "(Tidak ada.)" if layout.yes() else "(Tidak ada)."]
    numbered = [(f"{no}.{n}", text) for n, text in enumerate(items or (), start=1)]
    numbered += [(f"{no}.{len(numbered)}.{n}", text) for n, text in enumerate(nested, start=1)]
    for number, text in numbered:
        wrapped = _wrapped(f"{number} {text}", layout)
        lines += [f" {bullet}{wrapped[0]}", *wrapped[1:]]
        if layout.yes():
            lines.append("")
    return lines


def _wrapped(text: str, layout: Layout) -> list[str]:
    """The text on one line, or wrapped once, sometimes with a page number between."""
    words = text.split(" ")
    if len(words) < 6 or not layout.yes():
        return [text]
    place = layout.pick(4, len(words) - 1)
    return [" ".join(words[:place]), *(["", "36"] if layout.yes() else []), " ".join(words[place:])]


def _elements(unit: Unit, layout: Layout) -> list[str]:
    lines = [ELEMENT_HEADER]
    for element in unit.elements:
        texts = [f"{criterion.no} {criterion.text}" for criterion in element.criteria]
        parts = _page_parts(texts, layout)
        first, rest = _cut(f"{element.no}. {element.title}", layout) if len(parts) > 1 else ("", "")
        lefts = (first, rest) if first else (f"{element.no}. {element.title}", "")
        for left, part in zip(lefts, parts, strict=False):
            wrapped = f"<p>{left}</p>" if left and layout.yes() else left
            lines += [f"{wrapped}\t{_cell(part, layout)}", "", ELEMENT_HEADER]
        del lines[-2:]
        if layout.yes():
            lines += ["", ELEMENT_HEADER]
    return lines


def _page_parts(texts: list[str], layout: Layout) -> list[list[str]]:
    """The criteria of an element on one page or on two, the break between two criteria or inside one."""
    if not layout.yes():
        return [texts]
    place = layout.pick(0, len(texts) - 1)
    words = texts[place].split(" ")
    within = layout.pick(2, len(words) - 1)
    return [[*texts[:place], " ".join(words[:within])], [" ".join(words[within:]), *texts[place + 1 :]]]


def _cell(texts: list[str], layout: Layout) -> str:
    way = layout.pick(0, 3)
    if way == 1:
        return " ".join(f"<p>{text}</p>" for text in texts)
    if way == 2 and all(text.endswith(".") for text in texts[:-1]):
        return '<ul style="list-style-type: none">' + "".join(texts)
    if way == 3:
        return "<ul>" + "".join(f"<li>{text}</li>" for text in texts) + "</ul>"
    return " ".join(texts)
