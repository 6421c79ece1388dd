"""The months by name, in the languages of the tables that are read."""

from __future__ import annotations

#: The months by name, as tables in English, German, French, Spanish, Portuguese, Italian, Dutch,
#: Norwegian, Swedish and Danish write them.
MONTHS = {
    name: nth
    for nth, names in enumerate((
        ("jan", "january", "januar", "jänner", "janv", "janvier", "ene", "enero", "janeiro", "gen",
         "gennaio", "januari", "jän"),
        ("feb", "february", "februar", "févr", "fév", "février", "febrero", "fev", "fevereiro",
         "febbraio", "februari"),
        ("mar", "march", "mär", "mrz", "märz", "mars", "marzo", "março", "maart",
         "marts"),
        ("apr", "april", "avr", "avril", "abr", "abril", "aprile"),
        ("may", "mai", "mayo", "maio", "mag", "maggio", "mei", "maj"),
        ("jun", "june", "juni", "juin", "junio", "junho", "giu", "giugno"),
        ("jul", "july", "juli", "juil", "juillet", "julio", "julho", "lug", "luglio"),
        ("aug", "august", "août", "ago", "agosto", "augustus", "augusti"),
        ("sep", "sept", "september", "septembre", "septiembre", "set", "setembro", "settembre"),
        ("oct", "october", "okt", "oktober", "octobre", "octubre", "out", "outubro", "ott",
         "ottobre"),
        ("nov", "november", "novembre", "noviembre", "novembro"),
        ("dec", "december", "dez", "dezember", "déc", "décembre", "dic", "diciembre", "dezembro",
         "dicembre", "desember", "des"),
    ), 1)
    for name in names
}  # fmt: skip
#: Names of months that are other words, too, and alone no sign that a month is meant.
_OTHER_WORDS = frozenset(("set", "out", "gen", "mag", "ago", "mars", "des"))


def month_called(name: str) -> int:
    """The number of a month that a pattern without regard to case has found by its name.

    Such a pattern takes the letters İ and ı of Turkey for an i, as they stand in "APRİL" there.

    >>> month_called("Dezember"), month_called("APRİL")
    (12, 4)
    """
    return MONTHS[name.replace("İ", "i").replace("ı", "i").casefold()]


def is_month_name(text: str) -> bool:
    """Whether a text is the name of a month, or short for one, and no other word.

    >>> [is_month_name(text) for text in ("Dezember", "Févr.", "ene", "Set", "Total")]
    [True, True, True, False, False]
    """
    word = text.casefold().removesuffix(".")
    return word in MONTHS and word not in _OTHER_WORDS
