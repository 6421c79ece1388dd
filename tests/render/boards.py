"""A small builder of statuses and boards, and the boards that the tests draw."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from kpi.assess.answerability import Outlook
from kpi.assess.board import Board
from kpi.assess.case import Case, Point
from kpi.assess.evidence.series_lines import Line
from kpi.assess.methods.catalogue import Split
from kpi.assess.methods.rule import Reading, Step
from kpi.assess.pace import Pace
from kpi.assess.projection import Projection
from kpi.assess.reason import because
from kpi.assess.status import Status
from kpi.facts.periods import Period, Span
from kpi.facts.records import Baseline, Document, Goal, Observation, Series, Target

HERE = ("target", 0)
ON = dt.date(2026, 11, 22)

DOCUMENTS = {
    "motie-2023": Document(
        "motie-2023",
        "MOTIE announces Industrial AI Internalization Strategy",
        HERE,
        "Ministry of Trade, Industry and Energy",
        dt.date(2023, 1, 13),
        "https://example.org/motie-2023",
        "official",
    )
}
QUOTE = (
    "raise the portion of companies that can utilize AI technology from the current one percent "
    "to 30 percent"
)


def p(text: str) -> Period:
    return Period.parse(text)


def seen(period: str, value: Any, published: str = "2025-06-08", **more: Any) -> Observation:
    return Observation(
        target=more.pop("target", "ai-company-share"),
        series=more.pop("series", "kostat-sba-50plus"),
        period=p(period),
        value=value if isinstance(value, bool) else Decimal(str(value)),
        published=dt.date.fromisoformat(published),
        file=f"observations/x/{period}_{published}.toml",
        **more,
    )


def target(id_: str = "ai-company-share", **more: Any) -> Target:
    defaults: dict[str, Any] = {
        "title": "Companies using AI",
        "title_ko": "AI 활용 기업 비중",
        "kind": "level",
        "unit": "%",
        "direction": "up",
        "owner": "Ministry of Trade, Industry and Energy",
        "tags": ("ai",),
        "goals": (),
        "where": HERE,
        "ceiling": Decimal(100),
        "baseline": Baseline(
            p("2023-01-13"), HERE, Decimal(1), note="said as 'the current one percent'"
        ),
        "cadence": Span(1, "year"),
        "lag": Span(12, "month"),
        "judged_series": "kostat-sba-50plus",
        "judged_why": "The only official survey that asks the same question every year.",
    }
    return Target(id_, **(defaults | more))


def goal(value: Any = 30, by: str | None = "2030", **more: Any) -> Goal:
    return Goal(
        value if isinstance(value, bool) else Decimal(str(value)),
        more.pop("comparator", ">="),
        HERE,
        by=p(by) if by else None,
        announced=more.pop("announced", dt.date(2023, 1, 13)),
        document=more.pop("document", "motie-2023"),
        quote=more.pop("quote", QUOTE),
        **more,
    )


KOSTAT = Series(
    "kostat-sba-50plus",
    HERE,
    "Survey of Business Activities, firms with 50+ employees",
    "기업활동조사",
    "Statistics Korea",
    "Share of firms with 50 or more employees that report the use of AI.",
    "partly",
    note="Capital of KRW 300 mn or more.",
)
OTHER = Series("kcci", HERE, "Chamber of Commerce survey", comparable="no")

INPUTS = (
    ("base", 4.2),
    ("base_date", "2022-12-31"),
    ("current", 6.4),
    ("current_date", "2023-12-31"),
    ("goal", 30.0),
    ("goal_date", "2030-12-31"),
)


def readings() -> tuple[Reading, ...]:
    return (
        Reading("on-path", -0.83, "on path", "mixed", margin=0.83, inputs=INPUTS),
        Reading(
            "linear-ratio",
            0.682,
            "moderately improving",
            "mixed",
            margin=0.182,
            inputs=INPUTS,
            steps=(
                Step(
                    "observed rate",
                    "({c} - {b}) / ({t_c} - {t_b})",
                    (("c", 6.4), ("b", 4.2), ("t_c", 2023.0), ("t_b", 2022.0)),
                    2.2,
                ),
                Step(
                    "required rate",
                    "({T} - {b}) / ({t_T} - {t_b})",
                    (("T", 30.0), ("b", 4.2), ("t_T", 2030.0), ("t_b", 2022.0)),
                    3.225,
                ),
                Step("ratio", "{o} / {r}", (("o", 2.2), ("r", 3.225)), 0.682),
            ),
        ),
        Reading("growth-ratio", 1.888, "significant", "good", margin=0.938, inputs=INPUTS),
        Reading("recent-trend", reason=because("projection-few-points", n=2, least=3)),
        Reading("extrapolation", 1.2, "on track", "good", margin=0.25, inputs=INPUTS),
        Reading("share-of-change", 8.5, "improving", "mixed", margin=1.5, inputs=INPUTS),
    )


def rich() -> Status:
    """A target with everything: a band, a rebased path, vintages, a projection and a split."""
    t = target(goals=(goal(20, "2028", announced=dt.date(2022, 3, 1)), goal()))
    values = (
        seen("2020", "2.7", "2022-01-20"),
        seen("2021", "3.4", "2023-01-20"),
        seen(
            "2022",
            "4.2",
            "2024-01-20",
            grade="A",
            source="Statistics Korea",
            url="https://example.org/sba",
        ),
        seen(
            "2023",
            "6.4",
            grade="A",
            status="provisional",
            source="Asia Business Daily on a KCCI report",
            url="https://example.org/6.4",
            quote="6.4% as of 2023, up from 2.8% in 2018",
        ),
    )
    points = tuple(Point(o.period, float(o.value)) for o in values)
    case = Case(1, 30.0, p("2030"), points[2], points, ceiling=100.0)
    return Status(
        target=t,
        goal=t.goals[1],
        goals=t.goals,
        lines=(
            Line(
                KOSTAT,
                True,
                values,
                (seen("2023", "5.9", "2025-01-20"),),
                (seen("2026", "12", "2025-12-01", status="planned", source="Budget 2026"),),
            ),
            Line(
                OTHER,
                False,
                (seen("2024", "30.6", "2024-08-01", series="kcci", source="KCCI"),),
                (),
                (),
            ),
        ),
        verdict="possible",
        light="mixed",
        reason=because(
            "possible-band",
            value=6.4,
            period=p("2023"),
            low=5.4,
            high=7.425,
            shapes=("linear", "logistic"),
        ),
        flags=(
            because(
                "rebased", stated=1.0, stated_period=p("2023-01-13"), base=4.2, period=p("2022")
            ),
            because("methods-split", agree=3, of=5, cause="curvature"),
            because("stale", period=p("2023"), cadence="1 year"),
            because("provisional"),
            because("goal-moved", times=1, announced=dt.date(2022, 3, 1)),
        ),
        latest=values[-1],
        base=points[2],
        rebased=True,
        case=case,
        expected=(("linear", 7.425), ("logistic", 5.4)),
        gap_to_path=(("linear", -1.025), ("logistic", 1.0)),
        gap_to_goal=-23.6,
        share_of_way=0.0853,
        share_of_time=0.125,
        pace=Pace(2.2, 3.371, 1.23, p("2020")),
        slack_months=9.5,
        slack_shape="linear",
        slack_until=dt.date(2024, 6, 30),
        outlook=Outlook(
            dt.date(2031, 12, 31),
            dt.date(2030, 12, 31),
            dt.date(2031, 12, 31),
            dt.date(2025, 12, 31),
        ),
        readings=readings(),
        split=Split(3, 5, "curvature"),
        projection=Projection(
            dt.date(2030, 12, 31),
            31.2,
            12.0,
            58.0,
            0.8,
            0.41,
            "random walk with drift on logits",
            4,
            2,
            1.75,
            False,
        ),
    )


REASONS = {"pending": because("pending", by=p("2030"), days=1500)}


def bare(id_: str, verdict: str, light: str, **more: Any) -> Status:
    """A target of which little is known."""
    t = more.pop("target", None) or target(
        id_,
        baseline=None,
        unit=more.pop("unit", "technologies"),
        title=more.pop("title", id_.replace("-", " ").capitalize()),
        title_ko="",
    )
    g = more.pop("goal", goal(100, "2030"))
    return Status(
        t,
        g,
        (g,),
        (),
        verdict,
        light,
        REASONS.get(verdict, because("no-observation")),
        more.pop("flags", ()),
        **more,
    )


def money() -> Status:
    t = target(
        "leapfrog-budget-2030",
        title="Leapfrog R&D money to 2030",
        title_ko="초격차 기술 연구개발비",
        unit="KRW bn",
        kind="total",
        ceiling=None,
        baseline=Baseline(p("2023"), HERE, Decimal(0)),
    )
    values = (seen("2023", "0"), seen("2024", "999.96"), seen("2025", "1250", bound=">="))
    points = tuple(Point(o.period, float(o.value)) for o in values)
    g = goal(3000)
    return Status(
        t,
        g,
        (g,),
        (Line(Series("main", HERE), True, values, (), ()),),
        "on track",
        "good",
        because("on-track-path", value=1250.0, period=p("2025"), shape="linear", expected=857.14),
        (),
        latest=values[-1],
        base=points[0],
        case=Case(1, 3000.0, p("2030"), points[0], points, total=True),
        expected=(("linear", 857.14),),
        gap_to_path=(("linear", 392.86),),
        gap_to_goal=-1750.0,
        share_of_way=0.4167,
        share_of_time=0.2857,
        pace=Pace(625.0, 350.0, 625.0, p("2023")),
        no_projection=because("projection-few-points", n=2, least=3),
    )


def milestone() -> Status:
    t = target(
        "industrial-data-platform",
        title="Industrial data platform",
        kind="milestone",
        unit="",
        baseline=None,
        ceiling=None,
        judged_series="main",
    )
    g = goal(True, "2025", comparator="=", quote="build an industrial data platform by 2025")
    return Status(
        t,
        g,
        (g,),
        (),
        "overdue",
        "bad",
        because("overdue", by=p("2025"), days=326),
        (because("press-only"),),
    )


def falling() -> Status:
    t = target(
        "foundational-commercialise-10y",
        title="Greenhouse gas emissions of industry, all gases, in CO2 equivalents",
        title_ko="산업 부문 온실가스 배출량",
        unit="MtCO2e",
        direction="down",
        ceiling=None,
        baseline=Baseline(p("2018"), HERE, Decimal("260.5")),
    )
    values = tuple(
        seen(str(y), v)
        for y, v in zip(
            range(2018, 2026), (260.5, 255, 240, 248, 246, 239, 237, 238.1), strict=True
        )
    )
    points = tuple(Point(o.period, float(o.value)) for o in values)
    g = goal("222.6", "2030", comparator="<=")
    return Status(
        t,
        g,
        (g,),
        (Line(Series("main", HERE), True, values, (), ()),),
        "met, slipping",
        "mixed",
        because("met-slipping", value=238.1, period=p("2025"), goal=222.6, rate=0.4),
        (
            because("last-value-fell", change=1.1),
            because("within-noise"),
            because("close-call", method="linear-ratio", margin=0.01),
        ),
        latest=values[-1],
        base=points[0],
        case=Case(-1, 222.6, p("2030"), points[0], points),
        expected=(("geometric", 237.5), ("linear", 238.4)),
        gap_to_path=(("geometric", 0.6), ("linear", -0.3)),
        gap_to_goal=15.5,
        share_of_way=0.591,
        share_of_time=0.583,
        pace=Pace(-3.2, -3.1, -0.47, p("2020")),
    )


def board(*statuses: Status, **more: Any) -> Board:
    defaults: dict[str, Any] = {
        "title": "Korea: industrial AI, R&D and technology targets",
        "on": ON,
        "as_of": ON,
        "at": None,
        "observations": 12,
        "documents": DOCUMENTS,
    }
    return Board(statuses=tuple(statuses), **(defaults | more))


VERDICTS = (
    ("no data", "unknown"),
    ("stalled", "bad"),
    ("wrong way", "bad"),
    ("missed", "bad"),
    ("awaiting data", "unknown"),
    ("baseline only", "unknown"),
    ("no path", "unknown"),
    ("cannot judge", "unknown"),
    ("pending", "unknown"),
    ("open", "unknown"),
    ("under way", "unknown"),
    ("done", "good"),
    ("done late", "mixed"),
    ("dropped", "closed"),
    ("resolved otherwise", "closed"),
    ("behind", "bad"),
    ("met", "good"),
)


def full() -> Board:
    """44 targets, as many as the real ledger has."""
    some = [rich(), money(), milestone(), falling()]
    for n in range(40):
        verdict, light = VERDICTS[n % len(VERDICTS)]
        some.append(bare(f"leapfrog-technologies-{n}", verdict, light))
    return board(
        *some, as_of=dt.date(2026, 9, 30), at="v1.2", unannounced=("cluster-investment-5y",)
    )


def hostile(text: str) -> Status:
    """A target whose every text is `text`."""
    g = goal(document=text, quote=text, reading=text, note=text)
    series = Series(text, HERE, text, text, text, text, "yes", None, text, text)
    o = seen(
        "2024",
        "6.4",
        target=text,
        series=text,
        grade=text,
        source=text,
        url=text,
        quote=text,
        note=text,
    )
    t = target(
        text,
        title=text,
        title_ko=text,
        owner=text,
        tags=(text,),
        unit=text,
        goals=(g,),
        judged_why=text,
        note=text,
        judged_series=text,
        baseline=Baseline(p("2022"), HERE, Decimal(1), text, True, text, text),
    )
    return Status(
        t,
        g,
        (g,),
        (Line(series, True, (o,), (), ()),),
        "on track",
        "good",
        because("x", text=text),
        (because("stale", period=text, cadence=text),),
        latest=o,
        matrix=((text, "behind", "bad"),),
        readings=(Reading("on-path", reason=because("x", text=text)),),
        base=Point(p("2022"), 1.0),
        case=Case(
            1,
            30.0,
            p("2030"),
            Point(p("2022"), 1.0),
            (Point(p("2022"), 1.0), Point(p("2024"), 6.4)),
        ),
    )
