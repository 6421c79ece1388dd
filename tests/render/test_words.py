"""Rounding and wording: what a person reads is right to the last digit shown."""

from __future__ import annotations

import ast
import datetime as dt
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpi.assess
from kpi.assess.reason import because
from kpi.facts.periods import Period
from kpi.facts.quantities.units import is_share
from kpi.render.look import Look
from kpi.render.wording import reasons, signs, words
from kpi.render.wording.goals import aim
from kpi.render.wording.more_phrases import MORE_PHRASES, MORE_TITLES
from kpi.render.wording.particles import filled
from kpi.render.wording.phrases import PHRASES
from kpi.render.wording.sentences import SENTENCES
from kpi.render.wording.vocabulary import CAUSES, CLASSES, FLAGS, LIGHTS, TITLES, VERDICTS
from tests.render import boards

KOREAN = re.compile("[가-힣]")
YEAR = Period.parse("2024")
finite = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"), (-0.0, "0"), (0.125, "0.125"), (4.514, "4.51"), (4.515, "4.52"), (9.996, "10"),
        (23.64, "23.6"), (99.96, "100"), (999.96, "1,000"), (1234.5, "1,235"), (-23.64, "-23.6"),
        (0.00012345, "0.000123"), (1e300, "1e300"), (30.0, "30"), (1234567, "1,234,567"),
        (Decimal("6.40"), "6.4"), (2.675, "2.68"), (1e-12, "1e-12"),
    ],
)  # fmt: skip
def test_numbers_have_the_digits_that_count(value, shown):
    assert words.number(value) == shown


def test_a_recorded_figure_keeps_its_digits():
    """Also its last zeros, unless they were places of the size in which the unit counts."""
    said = [("1234.50", "companies", "1,234.50 companies"), ("1234.50", "KRW bn", "KRW 1.23450 tn"),
            ("1000", "KRW bn", "KRW 1 tn")]  # fmt: skip
    assert [words.figure(Decimal(value), unit) for value, unit, _ in said] == [
        shown for *_, shown in said
    ]


def test_a_recorded_figure_just_below_a_scale_has_none_of_it():
    """It is rounded up to the scale elsewhere, and is no 0조 here."""
    assert words.figure(Decimal("9999.5"), "억원", "ko") == "9,999억 5,000만 원"
    assert words.figure(Decimal("-9999.5"), "억원", "ko") == "-9,999억 5,000만 원"


@pytest.mark.parametrize(
    ("value", "unit", "english", "korean"),
    [
        (6.4, "%", "6.4 %", "6.4%"),
        (4.9, "% of GDP", "4.9 % of GDP", "GDP 대비 4.9%"),
        (2521, "억 달러", "USD 252.1 bn", "2,521억 달러"),
        (3_512_500, "천 원", "KRW 3.51 bn", "35억 1,250만 원"),
        (82.35, "조원", "KRW 82.4 tn", "82조 3,500억 원"),
        (400, "KRW bn", "KRW 400 bn", "4,000억 원"),
        (1234, "KRW bn", "KRW 1.23 tn", "1조 2,340억 원"),
        (1816.6789, "KRW bn", "KRW 1.82 tn", "1조 8,167억 원"),
        (-76.925, "KRW bn", "KRW -76.9 bn", "-769억 2,500만 원"),
        (2216.25, "억 원", "KRW 221.6 bn", "2,216억 원"),
        (999.95, "KRW bn", "KRW 1 tn", "1조 원"),
        (999.94, "KRW bn", "KRW 999.9 bn", "9,999억 원"),
        (0.5, "KRW tn", "KRW 500 bn", "5,000억 원"),
        (1.65, "USD bn", "USD 1.65 bn", "16억 5,000만 달러"),
        (300, "억원", "KRW 30 bn", "300억 원"),
        (300, "억 원", "KRW 30 bn", "300억 원"),
        (12, "USD", "USD 12", "12달러"),
        (100, "companies", "100 companies", "100개사"),
        (3, "", "3", "3"),
        (-1.5, "KRW tn", "KRW -1.5 tn", "-1조 5,000억 원"),
    ],
)  # fmt: skip
def test_amounts_carry_their_unit_and_scale_after_rounding(value, unit, english, korean):
    assert words.amount(value, unit) == english
    assert words.amount(value, unit, "ko") == korean


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("persons", "2,521명은"), ("person", "2,521명은"), ("Persons", "2,521명은"),
        ("deaths", "2,521명은"), ("households", "2,521가구는"), ("firms", "2,521개사는"),
        ("cases", "2,521건은"), ("dwellings", "2,521호는"), ("schools", "2,521개교는"),
        ("papers", "2,521편은"), ("vehicles", "2,521대는"), ("jobs", "2,521개 일자리는"),
        ("t", "2,521톤은"), ("Mt", "2,521백만 톤은"), ("MtCO2eq", "2,521 MtCO2eq은"),
        ("Mt CO2e", "2,521 Mt CO2e은"),
        ("thousand persons", "2,521천 명은"), ("1,000 persons", "2,521천 명은"),
        ("million persons", "2,521백만 명은"), ("billion persons", "2,521십억 명은"),
        ("deaths per 100,000 people", "2,521명(인구 10만 명당)은"),
        ("per 1,000 live births", "2,521(출생아 1,000명당)은"),
        ("tCO2e per capita", "2,521 tCO2e(1인당)은"), ("USD per person", "2,521달러(1인당)는"),
        ("km", "2,521 km는"), ("ha", "2,521 ha는"), ("kg", "2,521 kg은"), ("m3", "2,521 m3는"),
        ("kWh per person", "2,521 kWh(1인당)는"), ("GW", "2,521 GW는"), ("TWh", "2,521 TWh는"),
        ("percentage points", "2,521%p는"), ("% of GDP", "GDP 대비 2,521%는"),
        ("widgets", "2,521 widgets은(는)"), ("lids per person", "2,521 lids per person은(는)"),
        ("T", "2,521 T은(는)"), ("person per", "2,521 person per은(는)"), ("채", "2,521 채는"),
        ("건", "2,521건은"), ("만 명", "2,521만 명은"), ("백신", "2,521 백신은"),
        ("원/L", "2,521 원/L는"), ("㎍/㎥", "2,521 ㎍/㎥은"),
    ],
)  # fmt: skip
def test_units_are_said_in_korean_and_particles_follow_their_sound(unit, said):
    """A unit that nobody knows stays as it is written, and so do both forms of the particle."""
    assert filled("{value}은(는)", {"value": words.amount(2521, unit, "ko")}) == said
    assert words.amount(2521, unit) == f"2,521 {unit}"


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("2026-11-22", "2026-11-22은 2026-11-22로"), ("2025-06-30", "2025-06-30은 2025-06-30로"),
        ("2025", "2025는 2025로"), ("12.5%p", "12.5%p는 12.5%p로"),
        ("5명(인구 (추계)당)", "5명(인구 (추계)당)은 5명(인구 (추계)당)으로"),
        ('"비중"(ai)', '"비중"(ai)은 "비중"(ai)으로'), ("비율 [%]", "비율 [%]은 비율 [%]로"),
        ("--period-style week", "--period-style week은 --period-style week으로"),
        ("Acme", "Acme은(는) Acme(으)로"),
    ],
)  # fmt: skip
def test_particles_follow_what_is_heard_last(word, said):
    """A date in figures is read with its 일, and a remark in brackets is not heard."""
    assert filled("{a}은(는) {a}(으)로", {"a": word}) == said


@pytest.mark.parametrize(
    ("gaps", "said"),
    [
        (("-0.00001", "2.68"), "-0.00001…+2.68"), (("-0.4", "1500"), "-0.4…+1,500"),
        (("-1500", "0.04"), "-1,500…+0.04"), (("0", "2.68"), "0.00…+2.68"),
        (("-1e-14", "2.68"), "0.00…+2.68"), (("-2.5", "0.004"), "-2.50…+0.004"),
    ],
)  # fmt: skip
def test_a_small_gap_keeps_its_side(gaps, said):
    """ "0.00…+2.68" beside `possible` would hide what it is short of; floats make 1e-14 of none."""
    assert words.cell(tuple(map(Decimal, gaps)), "%", sign=True) == said


@pytest.mark.parametrize("unit", ["2020=100", "index (2015 = 100)", "2020=100 "])
def test_what_an_index_is_100_for_stands_behind_no_number(unit):
    """An index is a bare number; its base is told once, on its own page."""
    assert (words.amount(110.1, unit), words.amount(110.1, unit, "ko")) == ("110.1", "110.1")
    assert words.change(-3.73, unit) == "-3.73"
    assert filled("{value}은(는)", {"value": words.amount(110.1, unit, "ko")}) == "110.1은"


def test_every_known_unit_is_said_in_korean():
    """The counters are Hangul or signs, each unit is there once, and no sign has a twin."""
    from kpi.facts.quantities.counters import COUNTERS, UNITS
    from kpi.render.wording.korean.units import READ

    assert sum(len(some.split(", ")) for some in COUNTERS.values()) == len(UNITS)
    assert all(KOREAN.search(one) or one == "%p" for one in UNITS.values())
    assert all(KOREAN.fullmatch(one[-1]) for one in READ.values())
    assert not UNITS.keys() & READ.keys()
    for unit in (*UNITS, *READ):
        said = filled("{value}은(는)", {"value": words.amount(3, unit, "ko")})
        assert not said.endswith("은(는)"), unit


def test_differences_of_percentages_are_percentage_points():
    assert words.change(1.89, "%") == "+1.89 pp"
    assert words.change(-1.89, "%", "ko") == "-1.89%p"
    assert words.rate(0.5, "%") == "+0.5 pp a year"
    assert words.change(-500, "KRW bn") == "-KRW 500 bn"
    assert words.change(0, "%") == "0 pp"


def test_dates_periods_and_lengths_in_both_languages():
    assert words.day(dt.date(2030, 12, 31), "ko") == "2030년 12월 31일"
    spelled = ("2024", "2024-S1", "2024-Q3", "2024-06", "2024-W05", "2024-06-30")
    assert [words.period(Period.parse(text)) for text in spelled] == list(spelled)
    assert [words.period(Period.parse(text), "ko") for text in spelled] == [
        "2024년", "2024년 상반기", "2024년 3분기", "2024년 6월", "2024년 제5주", "2024년 6월 30일",
    ]  # fmt: skip
    assert words.months(9.52) == "9.5 months"
    assert words.months(1.0) == "1 month"
    assert words.months(38, "ko") == "3.17년"
    assert words.months(-30) == "-2.5 years"
    assert words.month(dt.date(2023, 7, 31)) == "2023-07"
    assert words.month(dt.date(2023, 7, 31), "ko") == "2023년 7월"


def test_an_amount_is_promised_in_its_year_and_a_level_by_then():
    goal = boards.goal(480, "2026")
    level, annual = (boards.target(unit="KRW bn", kind=kind) for kind in ("level", "annual"))
    assert aim(goal, level, "en") == "at least KRW 480 bn by 2026"
    assert aim(goal, annual, "en") == "at least KRW 480 bn in 2026"


@given(finite)
def test_no_number_is_ever_minus_zero_or_a_word(value):
    for shown in (
        words.number(value),
        words.amount(value, "KRW bn"),
        words.amount(value, "%", "ko"),
    ):
        assert "nan" not in shown
        assert "inf" not in shown.lower()
        assert not re.search(r"-0(\.0*)?(?![\d.])", shown)


@given(st.floats(min_value=1e-5, max_value=1e14), st.sampled_from([1, -1]))
def test_a_shown_number_is_within_half_a_permille_of_the_value_or_its_last_digit(value, sign):
    shown = float(words.number(sign * value).replace(",", ""))
    assert shown == pytest.approx(sign * value, rel=5.01e-3)


@given(st.floats(min_value=0.001, max_value=1e6), st.sampled_from(["KRW bn", "USD mn", "KRW"]))
def test_no_scale_shows_a_thousand_of_itself(value, unit):
    shown = words.amount(value, unit)
    assert not re.search(r"[0-9],[0-9]{3}.* (mn|bn)", shown)


@given(st.text())
def test_safe_text_has_nothing_that_a_terminal_obeys(text):
    safe = words.safe(text)
    assert not re.search(
        "[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029\ud800-\udfff]", safe
    )
    assert words.safe(safe) == safe


def test_safe_text_shows_what_it_hides():
    assert words.safe("a\x1b[31mred\x07\u202e\x9b") == r"a\x1b[31mred\x07\u202e\x9b"
    assert words.safe("two\nlines\tand 한글") == "two lines and 한글"


@pytest.mark.parametrize("table", [VERDICTS, CLASSES])
def test_every_word_has_a_korean_one(table):
    assert all(KOREAN.search(korean) for korean in table.values())


def test_every_flag_column_light_cause_and_phrase_has_both_languages():
    assert all(KOREAN.search(ko) and KOREAN.search(text) for ko, _, text in FLAGS.values())
    assert all(KOREAN.search(korean) for *_, korean in LIGHTS.values())
    phrases, titles = (
        (*PHRASES.values(), *MORE_PHRASES.values()),
        (*TITLES.values(), *MORE_TITLES.values()),
    )
    pairs = [*titles, *CAUSES.values(), *phrases]
    same = {"{value}", ""}
    for english, korean in pairs:
        gaps = [sorted(re.findall(r"{[a-z_]+}", text)) for text in (english, korean)]
        assert gaps[0] == gaps[1], english
        assert KOREAN.search(korean) or re.sub(r"[^{}a-z]", "", korean) in same | {
            "{errors}{warnings}",
            "{first}{last}",
        }


def test_the_verdicts_and_lights_of_judging_are_all_worded():
    from kpi.assess import lights

    assert set(lights.LIGHTS) <= set(VERDICTS)
    assert set(lights.LIGHTS.values()) <= set(LIGHTS)


def test_the_classes_of_all_rules_are_worded():
    from kpi.assess.methods.catalogue import RULES

    missing = {cut.klass for rule in RULES for cut in rule.cuts} - set(CLASSES)
    assert not missing


def test_a_sentence_fills_its_gaps_with_finished_words():
    reason = because("met", value=31.25, period=Period.parse("2029"), goal=30.0)
    assert reasons.say(reason, "%") == "31.3 % in 2029 reaches the goal of 30 %."
    assert "31.3%" in reasons.say(reason, "%", "ko")


def test_plurals_lists_and_translated_words():
    late = because("done-late", on=Period.parse("2026"), by=Period.parse("2025"), days=1)
    assert "1 day after" in reasons.say(late)
    band = because("possible-band", value=1.0, period=Period.parse("2023"), low=1.0, high=2.0,
                   shapes=("linear", "logistic"))  # fmt: skip
    assert "(linear, logistic)" in reasons.say(band)
    assert "(선형, 로지스틱)" in reasons.say(band, "%", "ko")


def test_an_unknown_key_shows_itself_and_hostile_facts_are_text():
    assert reasons.say(because("no-such-key", n=3)) == "no-such-key (n 3)"
    assert "\x1b" not in reasons.say(
        because("closed-why", on=dt.date(2024, 1, 1), why="\x1b[2J{on.year}")
    )


SAMPLE = {
    "amount": 1.5, "change": 1.5, "size": 1.5, "side": 1.5, "rate": 1.5, "percent": 0.5,
    "number": 1.5, "months": 3, "odds": 0.5, "times": 1.5, "plural": 2, "often": 2,
    "shape": "linear", "verdict": "met", "first": 1.5, "last": 1.5, "key": "unit", "border": 0.01,
    "class": "moderate", "": "x", "bound": ">=", "when": Period.parse("2024-06-30"),
    "growth": "-40 %",
}  # fmt: skip


#: The source of all that gives reasons.
RULES_OF_JUDGING = [
    path.read_text("utf-8") for path in Path(next(iter(kpi.assess.__path__))).rglob("*.py")
]


@pytest.mark.parametrize("key", sorted(SENTENCES))
def test_both_languages_of_a_sentence_name_the_same_gaps_and_can_be_said(key):
    english, korean = SENTENCES[key]
    names = [set(re.findall(r"{(\w+)", text)) for text in (english, korean)]
    assert names[0] == names[1]
    assert KOREAN.search(korean)
    facts = {}
    for name, spec in re.findall(r"{(\w+):?([^}]*)}", english + korean):
        kind = spec.partition("|")[0]
        assert kind in SAMPLE, f"no such format: {spec}"
        facts.setdefault(name, SAMPLE[kind])
    for lang in ("en", "ko"):
        said = reasons.say(because(key, **facts), "%", lang)
        assert "{" not in said
        assert said


def test_ascii_signs_leave_letters_alone():
    assert words.plain("1.7–4.5 · 한글 … ≥", Look(ascii=True)) == "1.7-4.5 | 한글 .. >="


def test_odds_are_words_and_ordered():
    shown = [words.odds(n / 100) for n in range(101)]
    assert shown[0] == "almost no chance"
    assert shown[41] == "about two in five"
    assert shown[100] == "almost certain"
    assert len(dict.fromkeys(shown)) == 15


def test_every_reason_that_judging_can_give_has_a_sentence():
    """Literal keys of `because("…")` in the source; those built with a prefix are checked too."""
    keys = set(re.findall(r"because\(\s*\"([a-z-]+)\"", "\n".join(RULES_OF_JUDGING)))
    assert len(keys) > 100
    spoken = {key for key in keys if key in SENTENCES or words.flag_name(because(key)) in FLAGS}
    assert keys - spoken == set()
    for verdict in ("on-track", "possible", "behind"):
        assert f"{verdict}-band" in SENTENCES


def unsaid(keys, sources, *more):
    """The keys that do not stand in the sources, nor are put together of texts that do."""
    nodes = [node for source in sources for node in ast.walk(ast.parse(source))]
    texts = {node.value for node in nodes if isinstance(node, ast.Constant)}
    parts = {text for text in texts if isinstance(text, str) and len(text) > 1} | {*more}
    parts |= {text.replace(" ", "-") for text in parts}

    def stands(key):
        ends = [end for end in range(1, len(key) + 1) if key[:end] in parts]
        return any(end == len(key) or stands(key[end:]) for end in ends)

    return [key for key in keys if not stands(key)]


def test_every_sentence_is_of_a_reason_that_judging_can_give():
    """What is left of an earlier rule, or of another spelling of its name, says nothing."""
    assert unsaid(SENTENCES, RULES_OF_JUDGING, "step-", "z", "-") == []


def test_every_phrase_is_asked_for():
    house = Path(next(iter(kpi.__path__)))
    rooms = [room for room in house.rglob("*.py") if not room.stem.endswith("phrases")]
    sources = [
        room.read_text("utf-8") for room in rooms if not {"korean", "texts", "keys"} & {*room.parts}
    ]
    pages = "".join(path.read_text("utf-8") for path in house.rglob("*.html"))
    put_together = ("n_", "s", *"<>=~", *re.findall(r"\w+", pages))
    assert unsaid(PHRASES | MORE_PHRASES, sources, *put_together) == []


@pytest.mark.parametrize(
    ("before", "topic", "by"),
    [
        ("5.9%", "5.9%는", "5.9%로"), ("1.2%p", "1.2%p는", "1.2%p로"),
        ("1.8조 원", "1.8조 원은", "1.8조 원으로"),
        ("8개 센터", "8개 센터는", "8개 센터로"), ("2031", "2031은", "2031로"),
        ("30", "30은", "30으로"),
        ("2024년 3분기", "2024년 3분기는", "2024년 3분기로"), ("30일", "30일은", "30일로"),
        ("목표(기한 2030년)", "목표(기한 2030년)는", "목표(기한 2030년)로"),
        ("factories", "factories은(는)", "factories(으)로"),
        ("AI", "AI는", "AI로"), ("EUR", "EUR은", "EUR로"), ("IBM", "IBM은", "IBM으로"),
        ("PRD_SE", "PRD_SE는", "PRD_SE로"), ("KOSIS", "KOSIS은(는)", "KOSIS(으)로"),
        ("true", "true는", "true로"), ("targets.toml", "targets.toml은", "targets.toml로"),
        ('"up"', '"up"은', '"up"으로'), ("--source", "--source는", "--source로"),
        ("resource", "resource은(는)", "resource(으)로"), ("「목표」", "「목표」는", "「목표」로"),
        ("《계획》", "《계획》은", "《계획》으로"),
    ],
)  # fmt: skip
def test_a_particle_fits_the_sound_before_it(before, topic, by):
    assert filled("{it}은(는)", {"it": before}) == topic
    assert filled("{it}(으)로", {"it": before}) == by


def test_a_count_of_days_in_korean_has_its_thousands_apart():
    """As every figure beside it has."""
    overdue = because("overdue", by=Period.parse("2023"), days=1057)
    assert reasons.say(overdue, lang="ko") == (
        "기한(2023년)이 1,057일 지났으나 완료되었다는 기록이 없습니다."
    )
    assert "1057 days" in reasons.say(overdue)


def test_words_of_ours_are_read_as_koreans_say_them():
    """트루 and 엠디 are open, 레벨 and 토털 end with ㄹ, 업 and 위크 with another sound."""
    for said, names in {
        "{}는 {}로": "true false estimated enacted planned series period published source value"
                     " status csv xlsx md year semester quarter month day",
        "{}은 {}로": "level total annual final provisional toml html",
        "{}은 {}으로": "up down keep milestone target json main week",
    }.items():  # fmt: skip
        for name in names.split():
            assert filled("{a}은(는) {a}(으)로", {"a": name}) == said.format(name, name)


def test_with_is_a_particle_too():
    """과(와) goes by any closing consonant, that of "일" included."""
    said = [filled("{it}과(와)", {"it": it}) for it in ("2031", "2024년", "5%", "factories")]
    assert said == ["2031과", "2024년과", "5%와", "factories과(와)"]


@pytest.mark.parametrize(
    ("bound", "english", "korean"),
    [
        (">=", "≥ 3 %", "최소 3%이므로"),
        ("<=", "≤ 3 %", "최대 3%이므로"),
        ("=", "was 3 %", "값은 3%이므로"),
    ],
)
def test_a_limit_is_said_in_korean_words_in_a_sentence(bound, english, korean):
    """Tables keep the signs."""
    limit = because("annual-missed-limit", year=YEAR, bound=bound, value=3.0, goal=4.0)
    assert english in reasons.say(limit, "%")
    assert korean in reasons.say(limit, "%", "ko")


def test_no_hidden_letter_is_printable() -> None:
    """`safe` gives printable text back as it is, so none of its letters may count as such."""
    assert [hex(code) for code in signs._hidden() if chr(code).isprintable()] == []


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (1234, "KRW", "KRW 1,234"), (50000, "USD", "USD 50,000"), (999_999, "USD", "USD 999,999"),
        (1_000_000, "EUR", "EUR 1 mn"), (999.95, "KRW bn", "KRW 1 tn"), (0, "EUR", "EUR 0"),
        (1234, "EUR thousand", "EUR 1.23 mn"), (0.5, "EUR mn", "EUR 500,000"),
    ],
)  # fmt: skip
def test_money_below_a_million_is_written_out(value, unit, shown):
    assert words.amount(value, unit) == shown


@pytest.mark.parametrize("unit", ["%", "percent", "per cent", "percentage", "퍼센트", "% of GDP"])
def test_the_difference_of_two_percentages_is_in_points(unit):
    assert is_share(unit)
    assert words.change(1.89, unit) == "+1.89 pp"


@pytest.mark.parametrize("unit", ["%p", "percentage points", "per cent points", "pp", "companies"])
def test_points_are_no_percentage(unit):
    assert not is_share(unit)
    assert words.unit_of(unit).share_of is None


def test_what_is_short_is_shown_to_be_short():
    """With as many digits as that takes; not where no digit would show it."""

    def said(key, value, expected):
        facts = {"value": value, "expected": expected, "shape": "linear", "period": YEAR}
        return reasons.say(because(key, **facts), "%")

    assert "8.155 % in 2024 is short" in said("behind-path", 8.155, 8.1571)
    assert "asks for 8.157 %" in said("behind-path", 8.155, 8.1571)
    assert "8.2 % in 2024" in said("behind-path", 8.2, 9.0)
    assert "200 % in 2024" in said("behind-path", 200.0, 200.0)
    missed = because("missed", value=29.996, gap=-0.004, period=YEAR, by=YEAR.end)
    assert "29.996 %" in reasons.say(missed, "%")
    on_track = because("on-track-path", value=29.996, expected=20.0, shape="linear", period=YEAR)
    assert reasons.say(on_track, "%", aim=Decimal(30)).startswith("29.996 % in 2024")
    assert reasons.say(on_track, "%", aim=Decimal(31)).startswith("30 % in 2024")
    so_far = because("annual-under-way", value=1999.6, goal=2000.0, year=YEAR, time=0.75)
    assert reasons.say(so_far, "KRW bn").startswith("KRW 1.9996 tn of KRW 2 tn")
    ends = {"low": 100.0832, "high": 100.0999, "shapes": ("linear", "geometric")}
    band = because("on-track-band", value=100.2, period=YEAR, **ends)
    assert "ask for 100.08 to 100.1 units by then" in reasons.say(band, "units")
    met = because("met", value=30.0004, goal=30.0, period=YEAR)
    assert reasons.say(met, "%", aim=Decimal(30)) == "30.0004 % in 2024 reaches the goal of 30 %."
    year = because("annual-missed", value=39.998, goal=40.0, year=YEAR)
    assert "KRW 39.998 bn" in reasons.say(year, "KRW bn")


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (1, "100 %"), (1.0, "100 %"), (0.996, "99.6 %"), (0.9996, "99.96 %"), (1.004, "100.4 %"),
        (0.99996, "99.996 %"), (0.999995, "99.9995 %"), (1 - 1e-12, "100 %"), (0.994, "99 %"),
            (-0.999, "-100 %"),
    ],
)  # fmt: skip
def test_nearly_all_of_the_way_is_not_all_of_it(share, shown):
    assert words.percent(share) == shown


def test_a_value_that_is_close_to_a_border_is_not_said_to_be_on_it():
    """0.599 and a cut at 0.6: "only 0.00 from the border" would be no distance at all."""
    said = reasons.say(because("close-call", method="growth-ratio", margin=0.00138))
    assert said == "The rule growth-ratio has a value only 0.00138 from the border of its class."


def test_a_value_on_a_border_is_said_to_be_on_it():
    """ "Only 0 from the border" is no sentence; 1e-17 is what floats make of nothing."""
    for margin in (0.0, 1e-17):
        reason = because("close-call", method="growth-ratio", margin=margin)
        assert reasons.say(reason).endswith("has a value exactly on the border of its class.")
        assert (
            reasons.say(reason, "", "ko") == "growth-ratio 방법의 값이 등급 경계와 정확히 같습니다."
        )


@pytest.mark.parametrize(("unit", "said", "korean"), [
    ("deaths", "303.1 to 320 deaths", "303.1~320명을"),
    ("% of GDP", "303.1 % to 320 % of GDP", "GDP 대비 303.1%~320%를"),
    ("KRW bn", "KRW 303.1 bn to KRW 320 bn", "3,031억 원~3,200억 원을"),
    ("index (2015 = 100)", "303.1 to 320", "303.1~320을"),
])  # fmt: skip
def test_a_range_says_its_unit_once_where_it_is_a_word(unit, said, korean):
    facts = {"value": 1.0, "period": Period.parse("2024"), "low": 303.1, "high": 320.0}
    reason = because("on-track-band", **facts, shapes=("linear", "geometric"))
    assert f"ask for {said} by then" in reasons.say(reason, unit)
    assert f"당시 경로값 {korean} 모두" in reasons.say(reason, unit, "ko")


def test_what_equals_the_path_is_not_said_to_be_short_of_it():
    facts = {"value": 30.0, "period": Period.parse("2024"), "expected": 30.0, "shape": "linear"}
    said = reasons.say(because("behind-equal-path", **facts), "points")
    assert said == (
        "30 points in 2024 is what the linear path asks for, but the goal is to go beyond it."
    )


def test_both_forms_of_a_particle_never_stand_where_one_is_known():
    """Beside names of sizes: "million이라는", "조라는"."""
    assert filled("{a}(이)라는 {b}(이)라는", {"a": "백만", "b": "조"}) == "백만이라는 조라는"


@pytest.mark.parametrize(("times", "said"), [(1, "once"), (2, "twice"), (3, "3 times")])
def test_how_often_a_goal_was_moved(times, said):
    reason = because("goal-moved", times=times, announced=dt.date(2024, 1, 1))
    assert f"The goal was moved {said} since" in reasons.say(reason)


def test_a_gap_in_a_year_that_is_over() -> None:
    """The first quarter is all that is added up where the second is missing, not all there is."""
    year, last = Period.parse("2025"), Period.parse("2025-Q1")
    reason = because("annual-awaiting-rest", year=year, value=12.0, goal=40.0, last=last)
    assert reasons.say(reason, "things") == (
        "2025 is over; 12 things of 40 things are recorded up to 2025-Q1, and what came after"
        " that is not recorded, or not all of it."
    )


@pytest.mark.parametrize(
    ("unit", "lang", "said"),
    [
        ("million jobs", "en", "0.78–1.20 million"),
        ("million jobs", "ko", "0.78~1.20백만"),
        ("bn trees", "en", "0.78–1.20 bn"),
        ("만 명", "ko", "0.78~1.20만"),
        ("jobs", "en", "0.78–1.20"),
        ("million", "en", "0.78–1.20"),  # of what is not said, so it is the unit itself
    ],
)
def test_a_count_keeps_its_size_in_a_table(unit: str, lang: str, said: str) -> None:
    """0.78 of "million jobs" is not 0.78 jobs."""
    assert words.cell((Decimal("0.783"), Decimal("1.2")), unit, lang) == said


def test_a_baseline_and_what_it_is_rebased_on_do_not_look_alike() -> None:
    """Not "own 1,251 Mt, not from the 1,251 Mt stated"."""
    year = Period.parse("1990")
    reason = because("rebased", stated=1251.0, stated_period=year, base=1251.2, period=year)
    assert "own 1,251.2 Mt in 1990, not from the 1,251 Mt stated" in reasons.say(reason, "Mt")


@pytest.mark.parametrize(
    ("key", "lang", "said"),
    [("met", "en", "8.996 % in 2024 reaches the goal of less than 9 %."),
     ("met", "ko", "2024년 8.996%로 목표 9% 미만에 도달했습니다."),
     ("promised-less", "en", "The promise was less than 9 %.")],
)  # fmt: skip
def test_a_goal_of_less_than_an_amount_is_named_as_such(key: str, lang: str, said: str) -> None:
    facts = {"value": 8.996, "period": Period.parse("2024")} if key == "met" else {}
    reason = because(key, goal=9.0, **facts)
    assert reasons.say(reason, "%", lang, Decimal(9), "<") == said
