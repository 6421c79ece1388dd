"""A Data Package: the tables of the ledger as CSV, with a descriptor that says what they mean.

The form is Frictionless Data's: `datapackage.json` of the profile "tabular-data-package" (version
1, which every tool reads), a Table Schema for each CSV, with primary and foreign keys.
"""

from __future__ import annotations

from kpi.render import machine
from kpi.render.exchange import tidy
from kpi.render.exchange.known_rows import Export
from kpi.render.exchange.ledger import DONE, TABLES, Column, LedgerTable, figure, observed_as
from kpi.render.json_text import Json, dump
from kpi.render.wording.titles import heading

#: Types of the ledger's columns -> what a Table Schema says of them.
_TYPES: dict[str, Json] = {
    "string": {"type": "string"},
    "number": {"type": "number"},
    "integer": {"type": "integer"},
    "date": {"type": "date"},
    "boolean": {"type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]},
}

DESCRIPTION = (
    "Targets with their goals, series and observations, as kpi recorded and judged them. A text"
    " that a spreadsheet would run as a formula (it begins with = + - @ or a tab, perhaps after"
    " apostrophes) has one apostrophe more in front; take it away to have the recorded text."
)


_VALUE = Column("value", "number", "The figure as it was recorded; empty for a milestone", figure)
#: The columns of each CSV of a package.
COLUMNS = {name: table.columns for name, table in TABLES.items()} | {
    "observations": observed_as(_VALUE, DONE)
}


def data_package(export: Export) -> dict[str, bytes]:
    """The files of the package by name: datapackage.json and a CSV for each table."""
    files = {
        f"{name}.csv": tidy.table(COLUMNS[name], table.rows(export))
        for name, table in TABLES.items()
    }
    return {"datapackage.json": dump(descriptor(export, files)).encode(), **files}


def descriptor(export: Export, files: dict[str, bytes]) -> Json:
    """The content of datapackage.json. A licence stands there only if one was named."""
    board = export.board
    package: Json = {
        "profile": "tabular-data-package",
        "name": "kpi-export",
        "title": heading(export.book, export.lang),
        "description": DESCRIPTION,
        "created": f"{board.as_of.isoformat()}T00:00:00Z",
        "kpi": machine.top("kpi.datapackage/1", board, export.version),
        "sources": _sources(export),
        "resources": [
            _resource(name, table, files[f"{name}.csv"]) for name, table in TABLES.items()
        ],
    }  # fmt: skip
    if export.licence:
        package["licenses"] = [{"name": export.licence}]
    return package if package["sources"] else {k: v for k, v in package.items() if k != "sources"}


def _sources(export: Export) -> list[Json]:
    """Where the figures and the promises come from: publishers of series, and documents.

    An id alone names no source, least of all `main`, which nobody has declared.
    """
    series = [measure.series for measure in TABLES["series"].rows(export)]
    named = [(s.publisher or s.title, s.url) for s in series]
    sources = [{"title": name or url, "path": url} for name, url in named if name or url]
    papers = TABLES["documents"].rows(export)
    sources += [{"title": paper.title or paper.id, "path": paper.url} for paper in papers]
    unique = {(source["title"], source["path"]): source for source in sources}
    return [source if source["path"] else {"title": source["title"]} for source in unique.values()]


def _resource(name: str, table: LedgerTable, data: bytes) -> Json:
    from hashlib import sha256

    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": table.what,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
        "schema": {
            "fields": [_field(column) for column in COLUMNS[name]],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": list(reference.columns),
                    "reference": {"resource": reference.table, "fields": list(reference.keys)},
                }
                for reference in table.references
            ],
            "missingValues": [""],
        },
    }


def _field(column: Column) -> Json:
    field = {"name": column.name, **_TYPES[column.type], "description": column.what}
    return field | ({"constraints": {"required": True}} if column.required else {})
