"""Saved answers of two services in JSON -> rows: KOSIS, and the Bank of Korea's ECOS.

The period of a KOSIS row stands in two keys that only mean something together: `PRD_DE` "202403"
is March where `PRD_SE` is M and the third quarter where it is Q.

Source: KOSIS Open API, output fields of statistical data (통계자료); ECOS StatisticSearch.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from kpi.facts.intake.rows import Record, Table
from kpi.facts.keys.fields import Wrong, shown
from kpi.values import replace

#: PRD_SE -> the style of PRD_DE; metadata say it in words. F is a figure every few years.
STYLES = {
    "A": "year", "Y": "year", "F": "year", "H": "semester", "S": "semester", "Q": "quarter",
    "M": "month", "D": "day", "년": "year", "반기": "semester", "분기": "quarter", "월": "month",
    "일": "day", "다년": "year",
}  # fmt: skip

#: What the key of a class's name has in place of that of its code: C1_NM, ITM_NM, ITEM_NAME1.
_CODES = {"ITM_NM": "ITM_ID", "_NM": "", "NAME": "CODE"}
_CODE = re.compile("ITM_NM|_NM$|NAME")
_PERIOD, _VALUE, _UNIT = ("PRD_SE", "PRD_DE"), "DT", "UNIT_NM"
#: Keys by which nobody chooses a row: they name the table, or hold the period or the figure.
_NOT_LABELS = {"ORG_ID", "TBL_ID", "TBL_NM", "STAT_ID", "STAT_NAME", "LST_CHN_DE", "WGT", *_PERIOD,
               "PRD_DE_NM", _VALUE, _UNIT, "UNIT_NM_ENG", "UNIT_ID", "STAT_CODE", "TIME",
               "DATA_VALUE", "UNIT_NAME"}  # fmt: skip


def read_json(data: bytes) -> Table:
    """The rows of a saved KOSIS or ECOS answer. Raises Wrong for any other JSON."""
    answer = _loaded(data)
    if isinstance(answer, dict) and isinstance(answer.get("StatisticSearch"), dict):
        search = answer["StatisticSearch"]
        table, count = _table("ecos", search.get("row")), str(search.get("list_total_count"))
        given = len(search["row"])
        if count.isascii() and count.isdigit() and int(count[:9]) > given:
            return replace(table, notes=(f"{given:,} of {int(count[:9]):,} rows in the answer",))
        return table
    if isinstance(answer, dict):
        message = (
            answer.get("errMsg") or _inner(answer.get("RESULT")) or _inner(answer.get("result"))
        )
        if isinstance(message, str):
            remedy = "ask the service again, and save the answer that holds rows"
            raise Wrong(f"the file is an error that the service gave: {shown(message)}", remedy)
    return _table("kosis", answer)


#: A text, or a key without quotation marks, behind what begins it.
_BARE_KEY = re.compile(r'("(?:[^"\\]|\\.)*"?)|([{,]\s*)([A-Za-z_][A-Za-z0-9_]*)(?=\s*:)')


def _parsed(text: str) -> Any:
    """The JSON of a text. KOSIS writes keys without quotation marks unless asked not to, by
    jsonVD=Y. Raises ValueError and RecursionError."""
    try:
        return json.loads(text, parse_float=str, parse_constant=str)
    except ValueError:
        quoted = _BARE_KEY.sub(lambda match: match[1] or f'{match[2]}"{match[3]}"', text)
        return json.loads(quoted, parse_float=str, parse_constant=str)


def _inner(value: object) -> object:
    return value.get("MESSAGE") if isinstance(value, dict) else None


def _loaded(data: bytes) -> Any:
    """The JSON of a file, its figures as texts."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = data.decode("cp949")
        except UnicodeDecodeError:
            raise Wrong("the file is neither UTF-8 nor CP949", "save it as UTF-8") from None
    try:
        answer = _parsed(text)
        if "\\ud" in text.lower():  # an escape may be half a character, which no file can hold
            json.dumps(answer, ensure_ascii=False).encode()
        return answer
    except RecursionError:
        raise Wrong(
            "the JSON is nested too deeply", "save the answer of the service alone"
        ) from None
    except ValueError:
        remedy = "save the whole answer of the service, or import CSV"
        raise Wrong("the file begins as JSON and is none", remedy) from None


def _table(kind: str, rows: object) -> Table:
    """The table of a list of rows."""
    period = _PERIOD if kind == "kosis" else ("TIME",)
    value = _VALUE if kind == "kosis" else "DATA_VALUE"
    unit = _UNIT if kind == "kosis" else "UNIT_NAME"
    if not isinstance(rows, list) or not rows or not isinstance(rows[0], dict):
        what = "the JSON is neither a KOSIS answer (a list of rows) nor one of ECOS"
        raise Wrong(what, "save the answer of the service as it came, or import CSV")
    missing = [key for key in (*period, value) if key not in rows[0]]
    if missing:
        what = f"the rows of the JSON have no {', '.join(missing)}"
        raise Wrong(what, "ask for the data of a table (statisticsParameterData), as JSON")
    keys = tuple(dict.fromkeys(key for row in rows if isinstance(row, dict) for key in row))
    if len(keys) > 200:
        raise Wrong("the rows of the JSON have over 200 keys", "save the answer as it came")
    labels = [key for key in keys if key not in _NOT_LABELS and not key.endswith("_ENG")]
    named = [key for key in labels if key.endswith(("_NM", "_NAME")) or not key[:1].isascii()
             or key[:8] == "ITEM_NAM"]  # fmt: skip
    differing = tuple(key for key in named if not key.endswith("_OBJ_NM"))
    differing += tuple(_shared(differing, rows))
    return Table(
        kind, keys, period, value, unit if unit in keys else None, differing,
        lambda: _records(kind, rows), _source(kind, rows[0]), single=differing,
    )  # fmt: skip


def _shared(names: Iterable[str], rows: list[Any]) -> Iterator[str]:
    """The keys of codes by which classes of one and the same name are told apart: two subtotals."""
    for name in names:
        code = _CODE.sub(lambda match: _CODES[match[0]], name)
        codes: dict[str, str] = {}
        of_rows = ((str(row.get(name)), str(row.get(code))) for row in rows
                   if isinstance(row, dict))  # fmt: skip
        if any(codes.setdefault(named, value) != value for named, value in of_rows):
            yield code


def _source(kind: str, row: dict[str, object]) -> str:
    """Where the rows come from, as the answer itself says."""
    office = "KOSIS" if kind == "kosis" else "Bank of Korea, ECOS"
    parts = [str(row[key])[:200] for key in ("TBL_NM", "STAT_NAME") if row.get(key)]
    codes = [str(row[key])[:60] for key in ("ORG_ID", "TBL_ID", "STAT_CODE") if row.get(key)]
    return ", ".join([office, *parts, *([" ".join(codes)] if codes else [])])


def _records(kind: str, rows: list[Any]) -> Iterator[Record]:
    for number, row in enumerate(rows, 1):
        where = f"row {number}"
        if not isinstance(row, dict):
            yield Record(where, {}, problem=Wrong("this is no row", "save the answer as it came"))
            continue
        cells = {key: "" if cell is None else cell if isinstance(cell, str) else json.dumps(cell)
                 for key, cell in row.items() if key}  # fmt: skip
        if kind == "ecos":
            time = cells.get("TIME", "")
            style = "month" if len(time) == 6 and time.isdigit() else None
            yield Record(where, cells, time, style)
            continue
        yield _of_kosis(where, cells)


def _of_kosis(where: str, cells: dict[str, str]) -> Record:
    """A row of KOSIS, its two keys of the period read together."""
    rhythm, period = cells.get("PRD_SE", "").strip(), cells.get("PRD_DE", "").strip()
    style = STYLES.get(rhythm.upper())
    if style is None:
        remedy = "ask KOSIS for rows by year, half, quarter, month or day"
        wrong = Wrong(f"PRD_SE {shown(rhythm)} does not say what kind PRD_DE is", remedy)
        return Record(where, dict(cells), period, problem=wrong)
    return Record(where, dict(cells), period, style)
