"""What the lower floors say in English, in Korean: as gettext does, by the English sentence.

The floors below know no language: a fault of the data is `Problem(where, what, remedy)` in English.
Here, at the border where it is shown, its text is matched with the sentences of `korean/`. A gap in
small letters, `{value}`, holds data and stays as it is; one in CAPITALS holds words of ours, which
are said in Korean too where they are in the catalogue. `{n}` and `{m}` are numbers, `{id}` an id.

`FILE:LINE:COLUMN: what; remedy` keeps its place in front; what stands on either side of a "; ", or
behind a ": ", may be a sentence of its own. What is not in the catalogue is shown in English: never
nothing. tests/test_korean.py holds that the catalogue lacks no sentence.
"""

from __future__ import annotations


def translated(text: str, lang: str) -> str:
    """`text` line by line in `lang`; in English as it is.

    >>> translated("targets.toml:3:9: the text is empty; remove it", "ko")
    'targets.toml:3:9: 문자열이 비어 있습니다; 삭제하십시오'
    """
    if lang != "ko":
        return text
    from kpi.render.wording.korean.sentences import line_in_korean

    return "\n".join(map(line_in_korean, text.split("\n")))


def input_name(name: str, lang: str) -> str:
    """What goes into a rule: a name of the JSON output, in words where Korean is asked for."""
    if lang != "ko":
        return name
    from kpi.render.wording.korean.methods import INPUTS

    return INPUTS.get(name, name)
