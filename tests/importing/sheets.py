"""Spreadsheets made by hand: a zip of XML after ECMA-376 (xlsx) and OpenDocument 1.2 (ods)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
#: Styles by their place in styles.xml.
PLAIN, DATE, PERCENT, TRILLIONS, YEAR = range(5)
#: The format codes of further styles, by their place after these.
_codes: list[str] = []

Cell = str | int | float | None | tuple[object, int] | dict[str, str]
#: A formula that was never calculated, and a cell in error.
FORMULA, ERROR = {"f": "1+1"}, {"e": "#DIV/0!"}


def _letters(column: int) -> str:
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def _cell(cell: Cell, where: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, dict):
        if "e" in cell:
            return f'<c r="{where}" t="e"><v>{cell["e"]}</v></c>'
        return f'<c r="{where}"><f>{escape(cell["f"])}</f></c>'
    style = PLAIN
    if isinstance(cell, tuple):
        cell, style = cell  # type: ignore[assignment]
    if isinstance(cell, str):
        text = escape(cell)
        return f'<c r="{where}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    return f'<c r="{where}" s="{style}"><v>{cell}</v></c>'


def sheet_xml(rows: Sequence[Sequence[Cell]], merged: Sequence[str] = ()) -> str:
    """The XML of one sheet."""
    body = "".join(
        f'<row r="{r}">'
        + "".join(_cell(c, f"{_letters(n)}{r}") for n, c in enumerate(row, 1))
        + "</row>"
        for r, row in enumerate(rows, 1)
    )
    joined = "".join(f'<mergeCell ref="{one}"/>' for one in merged)
    tail = f'<mergeCells count="{len(merged)}">{joined}</mergeCells>' if merged else ""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData>{tail}</worksheet>'


def shape(code: str) -> int:
    """The style of a format code."""
    if code not in _codes:
        _codes.append(code)
    return YEAR + 1 + _codes.index(code)


def changed(table: bytes, old: str, new: str) -> bytes:
    """A workbook whose sheets are written in another way."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(table)) as was, zipfile.ZipFile(out, "w") as folder:
        for name in was.namelist():
            text = was.read(name).decode("utf-8")
            folder.writestr(name, re.sub(old, new, text) if "worksheets" in name else text)
    return out.getvalue()


def xlsx(
    rows: Sequence[Sequence[Cell]] = (), merged: Sequence[str] = (), raw: str = "",
    more: dict[str, Sequence[Sequence[Cell]]] | None = None, hidden: Sequence[str] = (),
    other: str = "",
) -> bytes:  # fmt: skip
    """A workbook with the sheet 데이터 and `more`; `raw` is the XML of the first in its place.

    `other` is the format code of a conditional formatting.
    """
    sheets = {"데이터": raw or sheet_xml(rows, merged)}
    sheets |= {name: sheet_xml(page) for name, page in (more or {}).items()}
    names = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="r{n}"'
        + (' state="hidden"' if name in hidden else "") + "/>"
        for n, name in enumerate(sheets, 1)
    )  # fmt: skip
    links = "".join(
        f'<Relationship Id="r{n}" Type="{RELATIONS}/worksheet" Target="worksheets/s{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml"'
            ' ContentType="application/xml"/></Types>',
        )
        folder.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1"'
            f' Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        folder.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{names}</sheets></workbook>',
        )
        folder.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">{links}<Relationship Id="s"'
            f' Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>',
        )
        folder.writestr(
            "xl/styles.xml",
            f'<styleSheet xmlns="{MAIN}"><numFmts>'
            '<numFmt numFmtId="164" formatCode="#,##0.0&quot;조원&quot;;-#,##0.0&quot;조원&quot;"/>'
            '<numFmt formatCode="0&quot;년&quot;" numFmtId="165"/>'
            + "".join(
                f'<numFmt numFmtId="{n}" formatCode={quoteattr(code)}/>'
                for n, code in enumerate(_codes, 166)
            )
            + '</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
            '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/>'
            '<xf fontId="0" numFmtId="164"><alignment/></xf><xf numFmtId="165"/>'
            + "".join(f'<xf numFmtId="{n}"/>' for n, _ in enumerate(_codes, 166))
            + "</cellXfs><dxfs><dxf>"
            + "".join(
                f'<numFmt numFmtId="{n}" formatCode={quoteattr(other)}/>'
                for n, _ in enumerate(_codes, 166)
            )
            + "</dxf></dxfs></styleSheet>",
        )
        for n, text in enumerate(sheets.values(), 1):
            folder.writestr(f"xl/worksheets/s{n}.xml", text)
    return out.getvalue()


def ods(rows: Sequence[Sequence[str | float | None]], attributes: str = "") -> bytes:
    """An OpenDocument spreadsheet with one sheet; `attributes` go into its last row."""
    office = "urn:oasis:names:tc:opendocument:xmlns:"

    def cell(value: str | float | None) -> str:
        if value is None:
            return "<table:table-cell/>"
        if isinstance(value, str):
            return (
                '<table:table-cell office:value-type="string">'
                f"<text:p>{escape(value)}</text:p></table:table-cell>"
            )
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'

    lines = [f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows]
    if attributes:
        lines.append(f"<table:table-row {attributes}>{cell(None)}</table:table-row>")
    content = (
        f'<office:document-content xmlns:office="{office}office:1.0"'
        f' xmlns:table="{office}table:1.0" xmlns:text="{office}text:1.0"><office:body>'
        "<office:spreadsheet>"
        f'<table:table table:name="데이터">{"".join(lines)}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as folder:
        folder.writestr("mimetype", kind)
        folder.writestr("content.xml", content)
        folder.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{office}manifest:1.0"><manifest:file-entry'
            f' manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
        )
    return out.getvalue()
