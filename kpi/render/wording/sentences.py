"""Every sentence that a reason can be said in: its key, English, Korean.

A gap `{value:amount}` is filled from the reason's facts and written as its format says; the
formats are those of `reasons.py`. After a gap both forms of a Korean particle stand, of which
`particles.py` keeps one. Rules of judging give the keys; a test holds that none is missing and
that both languages name the same gaps.
"""

from __future__ import annotations

from kpi.render.wording.event_sentences import EVENT_SENTENCES
from kpi.render.wording.flag_sentences import FLAG_SENTENCES
from kpi.render.wording.goal_sentences import GOAL_SENTENCES
from kpi.render.wording.history_sentences import CAUSE_SENTENCES
from kpi.render.wording.rule_sentences import RULE_SENTENCES
from kpi.render.wording.verdict_sentences import VERDICT_SENTENCES

SENTENCES: dict[str, tuple[str, str]] = (
    EVENT_SENTENCES
    | VERDICT_SENTENCES
    | GOAL_SENTENCES
    | FLAG_SENTENCES
    | RULE_SENTENCES
    | CAUSE_SENTENCES
)
