"""Texts of a spreadsheet in which something is raised, and how they are written: 62.3¹.

python-calamine joins the parts of such a text, so that the mark of a footnote would become a digit.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from html import unescape

from kpi.facts.intake.files import xls_formats

LARGEST = 64 * 1024 * 1024  # bytes of a part that is looked at

#: The parts of a text, and of each whether it is raised.
_Parts = list[tuple[bool, str]]

#: Where an xlsx has its texts, a text of several parts, and one of these with what it says.
_TEXTS = re.compile(r"xl/(?:sharedStrings|worksheets/[^/]+)\.xml")
_TEXT = re.compile(rb"<(?:\w+:)?(?:si|is)>.*?</(?:\w+:)?(?:si|is)>", re.DOTALL)
_RUN = re.compile(rb"<(?:\w+:)?r>.*?</(?:\w+:)?r>", re.DOTALL)
_SAID = re.compile(rb"<(?:\w+:)?t(?: [^>]*)?>([^<]*)</(?:\w+:)?t>")

#: A style of letters of an OpenDocument file, how it raises them, and where they stand.
_STYLE = re.compile(
    rb"<style:style\b([^>]*\bstyle:family=[\"']text[\"'][^>]*)(?<!/)>(.*?)</style:style>", re.DOTALL
)
_NAME = re.compile(rb"\bstyle:name=[\"']([^\"']*)[\"']")
_UP = re.compile(rb"\bstyle:text-position=[\"'](?:super|0*[1-9])")
_CELL = re.compile(rb"<table:((?:covered-)?table-cell)\b[^>]*(?<!/)>(.*?)</table:\1>", re.DOTALL)
_BESIDE = re.compile(rb"<office:annotation\b.*?</office:annotation>", re.DOTALL)
_MARKUP = re.compile(rb"<(/?)([\w:-]+)([^>]*?)(/?)>|([^<]+)")
_STYLED = re.compile(rb"\btext:style-name=[\"']([^\"']*)[\"']")
_BLANKS = re.compile(rb"\btext:c=[\"']([0-9]{1,3})[\"']")

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised_texts(data: bytes) -> dict[str, str]:
    """The texts in which something is raised, as the library joins them, and as they are written.

    `data` is an xls, or a zip that was looked over.
    """
    if not data.startswith(b"PK"):
        return _written(xls_formats.raised(data))
    if b"opendocument" in data[:200]:
        return _written(_in_ods(data))
    return _written(_in_xlsx(data))


def _written(texts: Iterable[_Parts]) -> dict[str, str]:
    return {
        "".join(text for _, text in parts): "".join(
            text.translate(_RAISED) if up else text for up, text in parts
        )
        for parts in texts
        if any(up for up, _ in parts)
    }


def _in_xlsx(data: bytes) -> Iterator[_Parts]:
    with zipfile.ZipFile(io.BytesIO(data)) as folder:
        for part in folder.infolist():
            if _TEXTS.fullmatch(part.filename) and part.file_size <= LARGEST:
                content = folder.read(part)
                for text in _TEXT.findall(content) if b"superscript" in content else ():
                    yield [
                        (b'"superscript"' in run, _letters(b"".join(_SAID.findall(run))))
                        for run in _RUN.findall(text)
                    ]


def _in_ods(data: bytes) -> Iterator[_Parts]:
    with zipfile.ZipFile(io.BytesIO(data)) as folder:
        content, styles = (
            folder.read(part) if part in folder.namelist()
            and folder.getinfo(part).file_size <= LARGEST else b""
            for part in ("content.xml", "styles.xml")
        )  # fmt: skip
    up = {
        name[1]
        for attributes, inside in _STYLE.findall(styles + content)
        if _UP.search(inside) and (name := _NAME.search(attributes))
    }
    for _, cell in _CELL.findall(content) if up else ():
        if b"<text:span" in cell:
            yield list(_of_cell(_BESIDE.sub(b"", cell), up))


def _of_cell(cell: bytes, up: set[bytes]) -> Iterator[tuple[bool, str]]:
    """The parts of the text of a cell, whose paragraphs are divided by a line."""
    within: list[bool] = []  # of each span around the place, whether it or one around it is raised
    first = True
    for end, name, attributes, alone, letters in _MARKUP.findall(cell):
        if letters:
            yield bool(within and within[-1]), _letters(letters)
        elif name == b"text:s":
            blanks = _BLANKS.search(attributes)
            yield False, " " * (int(blanks[1]) if blanks else 1)
        elif name == b"text:p" and not end:
            if not first:
                yield False, "\n"
            first = False
        elif name == b"text:span" and end:
            within = within[:-1]
        elif name == b"text:span" and not alone:
            style = _STYLED.search(attributes)
            within.append(bool(within and within[-1]) or bool(style and style[1] in up))


def _letters(xml: bytes) -> str:
    return unescape(xml.decode("utf-8", "replace"))
