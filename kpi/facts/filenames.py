"""How the files of observations are named, taken apart into what their names spell.

By hand: `re` takes longer to load than all names of an ordinary project to read.
"""

from __future__ import annotations

_DIGITS = "0123456789"
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LABEL = "abcdefghijklmnopqrstuvwxyz0123456789-_."  # no capitals: some systems know no other


def of_batch(file: str) -> str | None:
    """The day, as spelled, in the name of a batch, `batch_<published>_<label>.toml`; or None.

    >>> of_batch("batch_2025-06-08_kosis.toml")
    '2025-06-08'
    """
    first, published, label = (*file.removesuffix(".toml").split("_", 2), "", "")[:3]
    if file[-5:] != ".toml":
        return None
    day = published[:4] + published[5:7] + published[8:]
    shaped = len(published) == 10 and published[4] == published[7] == "-" and _only(day, _DIGITS)
    return published if first == "batch" and shaped and _only(label, _LABEL) else None


def of_fact(file: str) -> tuple[str, str, str] | None:
    """Period, day and number of the correction in the name of one fact, as spelled; or None.

    >>> of_fact("2023_2025-06-08_r2.toml"), of_fact("2023_2025-06-08.toml")
    (('2023', '2025-06-08', '2'), ('2023', '2025-06-08', ''))
    """
    words = file[:-5].split("_") if file[-5:] == ".toml" else []
    if len(words) not in (2, 3):
        return None
    period, published, correction = (*words, "r1")[:3]
    if not (_only(period[:1], _DIGITS) and _only(period, _DIGITS + _CAPITALS + "-")):
        return None
    if not _only(published, _DIGITS + "-"):
        return None
    number = correction[1:]
    if correction[:1] != "r" or not _only(number, _DIGITS) or len(number) > 2 or number[0] == "0":
        return None
    return period, published, number if len(words) == 3 else ""


def _only(text: str, signs: str) -> bool:
    """Whether a text has some of these signs, and no other."""
    return bool(text) and not text.strip(signs)
