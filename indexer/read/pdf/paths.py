"""Drawn lines of a page: strokes, thin boxes and edges of frames, also inside nested forms."""

import ctypes
from collections.abc import Iterator
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from indexer.read.pdf.marks import Rule

_THIN = 3.0  # points: a filled box thinner than this is a line
_STRAIGHT = 1.0  # how far a stroke may lean
_DEEPEST = 5  # forms within forms
_MOST_OBJECTS = 20_000
_MOST_SEGMENTS = 2_000  # of one path; more is a picture

_Matrix = tuple[float, float, float, float, float, float]
_Points = list[tuple[float, float]]


def drawn_rules(page: pypdfium2.PdfPage) -> Iterator[Rule]:
    """Horizontal and vertical lines in page coordinates."""
    for index, item in enumerate(page.get_objects(max_depth=_DEEPEST)):
        if index > _MOST_OBJECTS:
            return
        if item.type == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _of_path(item)
        elif item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            yield from _of_box(_corners(item), stroked=False)


def picture_area(page: pypdfium2.PdfPage) -> float:
    """Area of all images together, in square points."""
    area = 0.0
    for index, item in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST)):
        if index > _MOST_OBJECTS:
            break
        xs, ys = zip(*_corners(item), strict=True)
        area += (max(xs) - min(xs)) * (max(ys) - min(ys))
    return area


def _of_path(item: pypdfium2.PdfObject) -> Iterator[Rule]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(item.raw, fill, stroke) or not (fill.value or stroke.value):
        return
    matrix = _matrix(item)
    for points in _subpaths(item.raw):
        yield from _of_box([_moved(matrix, *point) for point in points], bool(stroke.value))


def _of_box(points: _Points, stroked: bool) -> Iterator[Rule]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, right, low, high = min(xs), max(xs), min(ys), max(ys)
    flat, narrow = high - low < _THIN, right - left < _THIN
    if flat:
        yield Rule(True, (low + high) / 2, left, right)
    if narrow:
        yield Rule(False, (left + right) / 2, low, high)
    if flat or narrow or not stroked:
        return
    for (x0, y0), (x1, y1) in pairwise(points):
        if abs(y0 - y1) < _STRAIGHT:
            yield Rule(True, (y0 + y1) / 2, min(x0, x1), max(x0, x1))
        elif abs(x0 - x1) < _STRAIGHT:
            yield Rule(False, (x0 + x1) / 2, min(y0, y1), max(y0, y1))


def _subpaths(path: pdfium.FPDF_PAGEOBJECT) -> Iterator[_Points]:
    """Runs of straight segments as their points, closed where the path closes; curves are left out."""
    points: _Points = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == pdfium.FPDF_SEGMENT_MOVETO or kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            if len(points) > 1:
                yield points
            points = []
        points.append((x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points


def _corners(item: pypdfium2.PdfObject) -> _Points:
    """Corners of an image: the unit square under its matrix."""
    matrix = _matrix(item)
    return [_moved(matrix, x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))]


def _matrix(item: pypdfium2.PdfObject) -> _Matrix:
    """The object's matrix and those of the forms it lies in, multiplied."""
    a, b, c, d, e, f = item.get_matrix().get()
    container = item.container
    while container is not None:
        ca, cb, cc, cd, ce, cf = container.get_matrix().get()
        a, b, c, d = a * ca + b * cc, a * cb + b * cd, c * ca + d * cc, c * cb + d * cd
        e, f = e * ca + f * cc + ce, e * cb + f * cd + cf
        container = container.container
    return a, b, c, d, e, f


def _moved(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
