"""The words for powers of ten behind money: one table for what is read and what is shown.

Apart from `units`, whose patterns are slow to build, because every start of the program shows
figures and hardly any reads one.
"""

from __future__ import annotations

#: Powers of ten. "b" and "t" alone are left out: t is a tonne.
POWERS = {
    "thousand": 3, "million": 6, "millions": 6, "billion": 9, "trillion": 12,
    "k": 3, "m": 6, "mn": 6, "mln": 6, "bn": 9, "bln": 9, "tn": 12,
    "tsd": 3, "tsd.": 3, "mio": 6, "mio.": 6, "millionen": 6,
    "mrd": 9, "mrd.": 9, "milliarden": 9,
}  # fmt: skip
