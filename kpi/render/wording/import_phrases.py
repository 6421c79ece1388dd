"""What is said around the preview of an import."""

from __future__ import annotations

#: key -> (English, Korean), as in `phrases`; `more_phrases` holds these too
IMPORT_PHRASES: dict[str, tuple[str, str]] = {
    "fate new": ("new", "신규"),
    "fate recorded": ("recorded", "기록됨"),
    "fate conflict": ("conflict", "충돌"),
    "fate refused": ("refused", "거부"),
    "fate skipped": ("skipped", "건너뜀"),
    "import_counts": (
        "{new} new, {recorded} already recorded, {conflict} in conflict, {refused} refused,"
        " {skipped} skipped",
        "신규 {new}건, 이미 기록됨 {recorded}건, 충돌 {conflict}건, 거부 {refused}건,"
        " 건너뜀 {skipped}건",
    ),
    "import_untold": (
        "Why {n} more rows are refused is told by --format json.",
        "거부된 나머지 {n}개 행의 사유는 --format json으로 볼 수 있습니다.",
    ),
    "import_unchosen": ("not chosen: {n}", "선택되지 않음: {n}건"),
    "import why whole": ("a total of the others", "다른 시점들의 합계"),
    "import why note": ("a note", "주석"),
    "import why kind": ("{what}", "기간 단위 다름: {what}"),
    "import why empty": ("empty", "빈 셀"),
    "import why unstored": (
        "empty, an error, or a formula without a stored result",
        "빈 셀, 오류 또는 저장된 결과가 없는 수식",
    ),
    "import why nothing": ("no figure: {text}", "수치 없음: {text}"),
    "import why in": ("in {file}", "{file}에 있음"),
    "import why unchanged": ("unchanged since {published}", "{published} 공표와 같음"),
    "import why in-without": (
        "in {file}, where the numerator and denominator are not these; they are left out",
        "{file}에 있음, 분자와 분모는 여기와 달라 반영하지 않음",
    ),
    "import why unchanged-without": (
        "unchanged since {published}, when the numerator and denominator were not these; they are"
        " left out",
        "{published} 공표와 같음, 분자와 분모는 그때와 달라 반영하지 않음",
    ),
    "import why was": ("was {was}, published {published}", "이전 {was}, {published} 공표"),
    "import why says": (
        "{file} says {value}; to mend a mistake of ours use `kpi add --correct`",
        "{file}에는 {value}; 입력 오류라면 `kpi add --correct`로 정정",
    ),
    "import_read": ("{file}: read as {kind}", "{file}: {kind} 형식으로 읽음"),
    "import_nothing_new": (
        "Nothing new: every figure is recorded already.",
        "새 수치 없음: 모두 이미 기록되어 있습니다.",
    ),
    "import_no_figure": (
        "Nothing new: no row holds a figure.",
        "새 수치 없음: 수치가 있는 행이 없습니다.",
    ),
    "import_no_kind": (
        "Nothing new: no row has a period of the kind that was asked for.",
        "새 수치 없음: 요청한 기간 단위의 행이 없습니다.",
    ),
    "import_would": ("to be written", "기록 예정"),
    "import_ask": ("Record {observations}?", "{observations}을 기록하시겠습니까?"),
    "import_ask_again": ("Answer y or n.", "y 또는 n으로 답하십시오."),
    "import_nothing_written": ("nothing was written", "아무것도 기록하지 않았습니다"),
}  # fmt: skip

#: Titles of columns that no other table has.
IMPORT_TITLES: dict[str, tuple[str, str]] = {
    "where": ("in the file", "파일 위치"),
    "fraction": ("numerator / denominator", "분자 / 분모"),
    "fate": ("fate", "처리"),
}
