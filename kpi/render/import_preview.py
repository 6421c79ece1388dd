"""What becomes of each row of a file that is imported: a table for people, JSON for machines.

PREVIEW[name](preview, look, version)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import islice

from kpi.facts.intake.against import FATES, Line
from kpi.facts.intake.arrivals import Arrivals
from kpi.render import machine
from kpi.render.grid import GAP, clip, flow, flowed, table, width
from kpi.render.json_text import Json, dump
from kpi.render.look import Look
from kpi.render.wording import words
from kpi.render.wording.phrases import phrase
from kpi.render.wording.signs import bounded
from kpi.render.wording.translation import translated
from kpi.render.wording.vocabulary import STATUSES_KO, word
from kpi.values import dataclass

#: Fate -> the light in whose colour its word is shown; the word carries the meaning.
_LIGHTS = {"new": "good", "recorded": "unknown", "skipped": "closed", "conflict": "bad",
           "refused": "bad"}  # fmt: skip
_LEAST = 24  # cells that a reason keeps before it goes on below
#: Why so many rows are refused is told to people. Nobody reads more: a file that is not for this
#: target is refused in each of its thousands.
_MOST_REFUSED = 500


@dataclass(frozen=True, slots=True)
class Preview:
    """The arrivals of one file, on a day. `written` says that the files have been made."""

    file: str
    arrivals: Arrivals
    written: bool = False
    on: dt.date | None = None


def preview_table(preview: Preview, look: Look, version: str = "") -> str:
    """Every line with its fate, how many there are of each, and the files that would be made."""
    arrivals, lang = preview.arrivals, look.lang
    origin = phrase("import_read", lang, file=words.safe(preview.file), kind=arrivals.kind)
    notes = [translated(words.safe(note), lang) for note in arrivals.notes]
    blocks = [flow(", ".join([origin, *notes]), look)]
    if arrivals.lines:
        blocks.append(_table(arrivals.lines, look))
    counts = {fate: f"{arrivals.count(fate):,}" for fate in FATES}
    tally = phrase("import_counts", lang, **counts)
    if arrivals.unchosen:
        tally += "; " + phrase("import_unchosen", lang, n=f"{arrivals.unchosen:,}")
    blocks.append(flow(tally, look))
    untold = arrivals.count("refused") - _MOST_REFUSED
    if untold > 0:
        blocks.append(flow(phrase("import_untold", lang, n=f"{untold:,}"), look))
    if arrivals.sound:
        blocks.append(_ending(preview, look))
    lines = "\n\n".join("\n".join(line.rstrip() for line in block) for block in blocks if block)
    return words.plain(lines, look) + "\n"


def _ending(preview: Preview, look: Look) -> list[str]:
    """The files, or that there is nothing new."""
    arrivals = preview.arrivals
    if arrivals.files:
        would = phrase("import_would", look.lang)
        return [f"{would}: {name}" for name in arrivals.files]
    recorded = bool(arrivals.count("recorded"))
    unfit = any(line.why.key == "kind" for line in arrivals.lines)
    key = "import_nothing_new" if recorded else "import_no_kind" if unfit else "import_no_figure"
    return flow(phrase(key, look.lang), look)


def _table(lines: Sequence[Line], look: Look) -> list[str]:
    """The lines in the width of the look; a long reason goes on below its row."""
    several = len({(line.target, line.series) for line in lines if line.target}) > 1
    shares = any(line.fact is not None and line.fact.numerator is not None for line in lines)
    keys = ["where", *(["id", "series"] if several else []), "period", "value"]
    keys += [*(["fraction"] if shares else []), "status", "fate", "why"]
    heads = [words.title(key, look.lang) for key in keys]
    refused = (place for place, line in enumerate(lines) if line.fate == "refused")
    untold = frozenset(islice(refused, _MOST_REFUSED, None))
    rows = [_cells(line, keys, look, place not in untold) for place, line in enumerate(lines)]
    sizes = [max(map(width, stack)) for stack in zip(heads, *rows, strict=True)]
    room = None if look.width is None else look.width - sum(sizes[:-1]) - len(GAP) * (len(keys) - 1)
    if room is not None and room < sizes[-1]:
        room = max(room, _LEAST)
        rows = [part for row in rows for part in flowed(row, len(keys) - 1, room, look)]
    aligns = ["right" if key in ("value", "fraction") else "left" for key in keys]
    return [clip(line, look.width, look) if look.width else line
            for line in table(heads, rows, aligns, look)]  # fmt: skip


def _cells(line: Line, keys: Sequence[str], look: Look, told: bool) -> list[str]:
    """The cells of a line; its reason only if it is to be `told`."""
    fact = line.fact
    usable = fact is not None and line.fate != "refused"
    texts = {
        "where": translated(line.where, look.lang),
        "id": line.target,
        "series": line.series,
        "period": fact.period.text if fact is not None and usable else line.period,
        "value": _value(line, look),
        "fraction": _parts(line, look),
        "status": word(STATUSES_KO, fact.status, look.lang) if fact is not None else "",
        "fate": phrase(f"fate {line.fate}", look.lang),
        "why": reason(line, look.lang) if told else "",
    }
    cells = [words.safe(texts[key]) for key in keys]
    if look.color:
        place = keys.index("fate")
        cells[place] = words.colored(cells[place], _LIGHTS[line.fate], look)
    return cells


def reason(line: Line, lang: str = "en") -> str:
    """Why a line is what it is."""
    if line.reason or not line.why.key:
        return "; ".join(translated(line.reason, lang).split("\n"))
    facts = dict(line.why.facts)
    if "what" in facts:  # the period is of another kind
        facts["what"] = translated(facts["what"], lang)
    for name in {"was", "value"} & facts.keys():  # a value, or of the same value the other status
        facts[name] = word(STATUSES_KO, facts[name], lang)
    return phrase(f"import why {line.why.key}", lang, **facts)


def _value(line: Line, look: Look) -> str:
    """The figure in the target's unit, as it will be recorded; else as it stands in the file."""
    if line.fact is None:
        return line.value
    return bounded(line.fact, words.figure(line.fact.value, "", look.lang))


def _parts(line: Line, look: Look) -> str:
    """What a share was taken of, as it will be recorded; "" where nothing is said of it."""
    fact = line.fact
    if fact is None or fact.numerator is None or fact.denominator is None:
        return ""
    parts = (words.figure(part, "", look.lang) for part in (fact.numerator, fact.denominator))
    return " / ".join(parts)


def preview_json(preview: Preview, look: Look, version: str = "") -> str:
    """`kpi.import/1`: every line, the doubts, the files, and whether they have been written."""
    arrivals = preview.arrivals
    return dump(
        {
            "schema": "kpi.import/1",
            "version": version,
            "file": preview.file,
            "format": arrivals.kind,
            "notes": list(arrivals.notes),
            "counts": {fate: arrivals.count(fate) for fate in FATES},
            "unchosen": arrivals.unchosen,
            "rows": [_row(line) for line in arrivals.lines],
            "doubts": [{"what": doubt.what, "remedy": doubt.remedy} for doubt in arrivals.doubts],
            "files": list(arrivals.files),
            "written": preview.written,
            "on": machine.day(preview.on),
            "as_of": machine.day(preview.on),
            "at": None,
        }
    )


def _row(line: Line) -> Json:
    fact = line.fact
    return {
        "where": line.where,
        "id": line.target or None,
        "series": line.series or None,
        "in_file": {"period": line.period, "value": line.value},
        "period": fact.period.text if fact else None,
        "value": machine.finite(fact.value) if fact else None,
        "numerator": machine.finite(fact.numerator) if fact else None,
        "denominator": machine.finite(fact.denominator) if fact else None,
        "published": machine.day(fact.published) if fact else None,
        "status": fact.status if fact else None,
        "fate": line.fate,
        "reason": reason(line) or None,
    }


PREVIEW: dict[str, Callable[[Preview, Look, str], str]] = {
    "table": preview_table,
    "json": preview_json,
}
