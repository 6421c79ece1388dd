"""What a row is called that is of the whole, and not of one of its parts."""

from __future__ import annotations

import re

#: What the whole is called among its parts.
WHOLE = re.compile(
    r"(?i:(?:grand )?total|totals|all|_?T|both sexes|overall|insgesamt|gesamt|ensemble|totale"
    r"|totaal)|(?:총|합)?계|전체|전국|총괄|総数|合計|全国|总计|合计"
)
