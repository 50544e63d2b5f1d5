"""A small printing press: lays the invented hotel decree out as PDF in the many ways ministries do."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO

from hotel_decree import CODES, HOTEL, PATHS, TITLES
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from search.types import Unit

Column = list[str]  # paragraphs of a cell, a number first where it has one


@dataclass(frozen=True, slots=True)
class Style:
    """How a decree is laid out."""

    rules: str = "all"  # "all", "open" (no outer border), "outer" (no line between rows), "columns", "rows", "none"
    height: int = 800  # of the page; small ones cut tables anywhere
    header_again: bool = True
    element_again: bool = False
    hanging: bool = True
    justified: bool = False
    number: str = "plain"  # "plain", "dashed", "roman", "none"
    at_top: bool = False
    foot: str = ""
    kerning: frozenset[str] = frozenset()  # words printed with a gap before their last two letters
    hyphens: bool = False  # long words may be cut at line ends
    quarters: int = 0  # page turned by so many quarters
    font: str = "Times-Roman"
    size: int = 11
    pitch: float = 1.2
    scanned: int = 0  # pages of pictures before the text
    appendix: bool = False  # a second list of units behind the bodies
    loose_codes: bool = False  # blanks in the codes of bodies and prerequisites
    narrow: bool = False  # codes of the list broken over two lines
    centred: bool = False  # elements in the middle of their cells' height
    dot: str = "."  # behind the number of an element
    apart: bool = False  # numbers of elements and criteria in columns of their own
    scale: float = 1.0  # by which everything is drawn larger and shown smaller


@dataclass(slots=True)
class Press:
    """A canvas with a cursor."""

    style: Style
    width: int = 560
    margin: int = 60
    y: float = 0.0
    page: int = 0
    printed: int = 0
    fresh: bool = True  # no row stands on the page yet
    out: BytesIO = field(default_factory=BytesIO)
    canvas: Canvas = field(init=False)

    def __post_init__(self) -> None:
        self.canvas = Canvas(self.out, pagesize=(self.width, self.style.height), invariant=1)
        for _ in range(self.style.scanned):
            self.canvas.drawImage(_picture(), 0, 0, self.width, self.style.height)
            self.canvas.showPage()
        self._begin()

    @property
    def line(self) -> float:
        return self.style.size * self.style.pitch

    def _begin(self) -> None:
        self.page += 1
        turns = self.style.quarters
        if turns:
            self.canvas.setPageSize((self.style.height, self.width) if turns % 2 else (self.width, self.style.height))
            self.canvas.translate(
                *{1: (self.style.height, 0), 2: (self.width, self.style.height), 3: (0, self.width)}[turns]
            )
            self.canvas.rotate(90 * turns)
        self.canvas.setFont(self.style.font, self.style.size)
        self.y = self.style.height - 70
        number = {"plain": f"{self.page}", "dashed": f"- {self.page} -", "roman": _roman(self.page), "none": ""}
        place = self.style.height - 35 if self.style.at_top else 30
        self.canvas.drawCentredString(self.width / 2, place, number[self.style.number])
        if self.style.foot:
            self.canvas.drawString(self.margin, 18, self.style.foot)

    def new_page(self) -> None:
        self.canvas.showPage()
        self._begin()

    def room(self) -> int:
        """Lines that still fit."""
        return max(0, int((self.y - 55) / self.line))

    def bytes(self) -> bytes:
        self.canvas.save()
        return self.out.getvalue()

    def text(self, text: str, indent: float = 0, hang: float = 0, gap: float = 0) -> None:
        """A paragraph over the page's width; `hang` indents its further lines."""
        self.y -= gap
        for index, line in enumerate(self.wrap(text, self.width - 2 * self.margin - indent, hang)):
            if not self.room():
                self.new_page()
            self.put(line, self.margin + indent + (hang if index else 0))
            self.y -= self.line

    def item(self, number: str, text: str, indent: float) -> None:
        """A numbered line with its number set apart."""
        hang = 10.0 + self.measure(number)
        lines = self.wrap(text, self.width - 2 * self.margin - indent - hang, 0)
        for index, line in enumerate(lines):
            if not self.room():
                self.new_page()
            if not index:
                self.put(number, self.margin + indent)
            self.put(line, self.margin + indent + hang)
            self.y -= self.line

    def _often(self) -> bool:
        """True for every other word: the document prints the whole word as well."""
        self.printed += 1
        return self.printed % 2 == 0

    def wrap(self, text: str, width: float, hang: float) -> list[str]:
        lines: list[str] = [""]
        for word in text.split(" "):
            room = width - (hang if len(lines) > 1 else 0)
            whole = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.measure(whole) > room:
                head = word[: len(word) // 2]
                if (
                    self.style.hyphens
                    and len(word) > 8
                    and word.isalpha()
                    and self.measure(f"{lines[-1]} {head}-") <= room
                ):
                    lines[-1] += f" {head}-"
                    word = word[len(word) // 2 :]
                lines.append(word)
            else:
                lines[-1] = whole
        return lines

    def measure(self, text: str) -> float:
        return stringWidth(text, self.style.font, self.style.size) * 1.04

    def put(self, line: str, x: float) -> None:
        """One line; words with bad kerning come in two pieces."""
        for word in line.split(" "):
            if word.lower() in self.style.kerning and self._often():
                self._draw(x, word[:-2])
                x += stringWidth(word[:-2], self.style.font, self.style.size) + 0.22 * self.style.size
                word = word[-2:]
            self._draw(x, word if word.endswith("-") else word + " ")
            x += stringWidth(word + " ", self.style.font, self.style.size)

    def _draw(self, x: float, text: str) -> None:
        scale = self.style.scale
        self.canvas.saveState()
        self.canvas.scale(1 / scale, 1 / scale)
        self.canvas.setFont(self.style.font, self.style.size * scale)
        self.canvas.drawString(x * scale, self.y * scale, text)
        self.canvas.restoreState()

    # Tables ------------------------------------------------------------------------------------------------------

    def table(self, header: Sequence[str], widths: Sequence[float], rows: Sequence[Sequence[Column]]) -> None:
        edges = [self.margin + 4.0]
        for width in widths:
            edges.append(edges[-1] + width)
        if self.room() < 5:
            self.new_page()
        self.row([[name] for name in header], edges)
        for cells in rows:
            self.row(cells, edges, header)
        self._close(edges)
        self.y -= self.line

    def row(self, cells: Sequence[Column], edges: Sequence[float], header: Sequence[str] = ()) -> None:
        """One row; what does not fit goes on, on the next page."""
        columns = [
            self.cell(cell, right - left - 10) for cell, left, right in zip(cells, edges, edges[1:], strict=False)
        ]
        first = columns[0]
        if self.style.rules in ("rows", "none") and self.room() < min(5, max(map(len, columns)) + 2):
            self._turn(edges, header)
        while any(columns):
            if self.room() < 2:
                self._turn(edges, header)
                if (
                    self.style.element_again
                    and first
                    and not columns[0]
                    and len(columns) == 2
                    and len(first) < self.room()
                ):
                    columns[0] = list(first)
            count = min(max(map(len, columns)), self.room() - 1)
            if self.style.centred and len(columns) == 2:
                columns[0] = [(0.0, "")] * ((count - len(columns[0])) // 2) + columns[0]
            top = self.y
            self.y -= 3
            for n in range(count):
                self.y -= self.line
                for column, left in zip(columns, edges, strict=False):
                    if n < len(column):
                        x, line = column[n]
                        self.y += 4
                        for piece, offset in zip(line.split("\t"), (0.0, x), strict=False):
                            self.put(piece, left + 5 + (offset if "\t" in line else x))
                        self.y -= 4
            columns = [column[count:] for column in columns]
            self.y -= 3
            self._borders(edges, top, heads=not header)

    def _turn(self, edges: Sequence[float], header: Sequence[str]) -> None:
        self._close(edges)
        self.new_page()
        self.fresh = True
        if header and self.style.header_again:
            self.row([[name] for name in header], edges)

    def cell(self, paragraphs: Column, width: float) -> list[tuple[float, str]]:
        """Lines of a cell with their indents; a tab sets a number apart from its text."""
        lines: list[tuple[float, str]] = []
        for paragraph in paragraphs:
            number, _, rest = paragraph.partition("\t")
            if not rest:
                lines += [(0.0, line) for line in self.wrap(paragraph, width, 0)]
            elif self.style.hanging:
                hang = 10.0 + self.measure(number)
                wrapped = self.wrap(rest, width - hang, 0)
                lines += [(hang, f"{number}\t{wrapped[0]}"), *((hang, line) for line in wrapped[1:])]
            else:
                lines += [(0.0, line) for line in self.wrap(f"{number} {rest}", width, 0)]
        return lines

    def _borders(self, edges: Sequence[float], top: float, heads: bool) -> None:
        rules = self.style.rules
        if rules in ("all", "open", "rows") or (rules == "outer" and (self.fresh or heads)):
            self.canvas.line(edges[0], top, edges[-1], top)
        if heads and rules in ("outer", "columns"):
            self.canvas.line(edges[0], self.y, edges[-1], self.y)
        upright = {"all": edges, "outer": edges, "open": edges[1:-1], "columns": edges[1:-1]}.get(rules, ())
        for x in upright:
            self.canvas.line(x, top, x, self.y)
        self.fresh = False

    def _close(self, edges: Sequence[float]) -> None:
        if self.style.rules in ("all", "open", "outer", "rows"):
            self.canvas.line(edges[0], self.y, edges[-1], self.y)


def decree_pdf(style: Style) -> bytes:
    """The hotel decree as PDF."""
    press = Press(style)
    for line in ("KEPUTUSAN MENTERI KETENAGAKERJAAN", "NOMOR 7 TAHUN 2031", "TENTANG", HOTEL.title.upper()):
        press.text(line)
    press.text("DENGAN RAHMAT TUHAN YANG MAHA ESA")
    press.text(f"Menimbang : bahwa perlu menetapkan {HOTEL.title};", hang=70)
    press.text("Tabel 1. Susunan komite", gap=10)
    press.table(("NO", "NAMA", "JABATAN"), (30, 200, 160), [[["1."], ["Siti Aminah"], ["Ketua"]]])
    if style.rules in ("all", "open"):
        press.text("A. Pemetaan Standar Kompetensi", gap=10)
        press.table(("TUJUAN UTAMA", "FUNGSI KUNCI", "FUNGSI UTAMA", "FUNGSI DASAR"), (100, 100, 110, 125), _map())
    press.text("B. Daftar Unit Kompetensi", gap=10)
    print_list(press)
    press.text("C. Uraian Unit Kompetensi", gap=10)
    for unit in HOTEL.units:
        if unit.detailed:
            press.new_page()
            print_body(press, unit)
    if style.appendix:
        press.new_page()
        press.text("LAMPIRAN II")
        press.text("Kemasan kualifikasi Petugas Meja Depan")
        print_list(press)
    return press.bytes()


def _map() -> list[list[Column]]:
    rows, before = [], ("", "", "", "")
    for path in PATHS:
        changed = next(level for level in range(4) if path[level] != before[level])
        rows.append([[cell] if level >= changed else [] for level, cell in enumerate(path)])
        before = path
    return rows


def print_list(press: Press) -> None:
    width = 52 if press.style.narrow else 110
    rows = [
        [[f"{n}."], [_cut(code, press.style)], [title]]
        for n, (code, title) in enumerate(zip(CODES, TITLES, strict=True), 1)
    ]
    press.table(("NO", "KODE UNIT", "JUDUL UNIT KOMPETENSI"), (30, width, 230), rows)


def _cut(code: str, style: Style) -> str:
    return f"{code[:9]} {code[9:]}" if style.narrow else code


def _code(code: str, style: Style) -> str:
    return code.replace(".", ". ", 1) if style.loose_codes else code


def print_body(press: Press, unit: Unit) -> None:
    code = _code(unit.code, press.style)
    front = (("KODE UNIT", code), ("JUDUL UNIT", unit.title), ("DESKRIPSI UNIT", unit.description))
    for label, value in front:
        lines = press.wrap(value, 300, 0)
        press.put(label, press.margin)
        press.put(":", press.margin + 110)
        for line in lines:
            press.put(line, press.margin + 122)
            press.y -= press.line
    press.y -= press.line
    if press.style.apart:
        press.table(("NO", "ELEMEN KOMPETENSI", "NO", "KRITERIA UNJUK KERJA"), (32, 120, 38, 210), _apart(unit))
    else:
        press.table(("ELEMEN KOMPETENSI", "KRITERIA UNJUK KERJA"), (150, 240), _together(unit, press.style.dot))
    press.text("BATASAN VARIABEL", gap=12)
    _section(press, "1.", "Konteks variabel", unit.context[:2], unit.context[2:])
    press.item("2.", "Peralatan dan perlengkapan", 0)
    _section(press, "2.1", "Peralatan", unit.equipment)
    _section(press, "2.2", "Perlengkapan", unit.supplies)
    _section(press, "3.", "Peraturan yang diperlukan", unit.rules)
    press.item("4.", "Norma dan standar", 0)
    _section(press, "4.1", "Norma", unit.norms)
    _section(press, "4.2", "Standar", unit.standards)
    press.text("PANDUAN PENILAIAN", gap=12)
    _section(press, "1.", "Konteks penilaian", unit.assessment)
    needed = [f"{_code(code, press.style)} {TITLES[CODES.index(code)]}" for code in unit.prerequisites]
    _section(press, "2.", "Persyaratan kompetensi", needed)
    press.item("3.", "Pengetahuan dan keterampilan yang diperlukan", 0)
    _section(press, "3.1", "Pengetahuan", unit.knowledge)
    _section(press, "3.2", "Keterampilan", unit.skills)
    _section(press, "4.", "Sikap kerja yang diperlukan", unit.attitudes)
    _section(press, "5.", "Aspek kritis", unit.critical_aspects)


def _together(unit: Unit, dot: str) -> list[list[Column]]:
    return [
        [[f"{element.no}{dot}\t{element.title}"], [f"{one.no}\t{one.text}" for one in element.criteria]]
        for element in unit.elements
    ]


def _apart(unit: Unit) -> list[list[Column]]:
    """A row for each criterion, numbers in columns of their own."""
    return [
        [*([[f"{element.no}."], [element.title]] if n == 0 else [[], []]), [one.no], [one.text]]
        for element in unit.elements
        for n, one in enumerate(element.criteria)
    ]


def _section(press: Press, no: str, name: str, items: Sequence[str], nested: Sequence[str] = ()) -> None:
    press.item(no, name, 0 if no.endswith(".") else 14)
    stem = no.rstrip(".")
    if not items:
        press.text("(Tidak ada.)", indent=20)
    for n, text in enumerate(items, start=1):
        press.item(f"{stem}.{n}", text, 20)
    for n, text in enumerate(nested, start=1):
        press.item(f"{stem}.{len(items)}.{n}", text, 44)


def _roman(number: int) -> str:
    signs = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    text = ""
    for value, sign in signs:
        while number >= value:
            text, number = text + sign, number - value
    return text


def _picture() -> ImageReader:
    from PIL import Image

    return ImageReader(Image.new("L", (8, 8), 200))
