"""What only some commands say: phrases and titles of pages, reports, imports, exports and history.

Apart from `phrases` and `vocabulary`, which a plain `kpi status` loads: that takes a twentieth less
time where nothing is kept of an earlier answer.
"""

from __future__ import annotations

from kpi.render.wording.export_phrases import EXPORT_PHRASES
from kpi.render.wording.history_sentences import HISTORY_PHRASES, HISTORY_TITLES
from kpi.render.wording.import_phrases import IMPORT_PHRASES, IMPORT_TITLES
from kpi.render.wording.page_phrases import PAGE_PHRASES
from kpi.render.wording.report_phrases import REPORT_PHRASES, REPORT_TITLES

#: key -> (English, Korean), with gaps in braces
MORE_PHRASES = EXPORT_PHRASES | HISTORY_PHRASES | IMPORT_PHRASES | PAGE_PHRASES | REPORT_PHRASES
#: Titles of columns: key -> (English, Korean)
MORE_TITLES = HISTORY_TITLES | IMPORT_TITLES | REPORT_TITLES
