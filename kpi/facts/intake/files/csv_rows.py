"""The bytes of a CSV file -> rows of texts: its encoding, its delimiter, its quotation marks.

The chain of encodings is short on purpose: a mark of UTF-16 or UTF-32, strict UTF-8, strict CP949,
or what the person says. Detectors take short Korean texts for Big5; an encoding that nobody named
is no guess.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Collection
from itertools import islice

from kpi.facts.keys.fields import Wrong, shown
from kpi.values import dataclass

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
#: How a delimiter may be written on a command line or in a mapping.
NAMES = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}

_PROBE = 60  # rows by which a delimiter is chosen
_LONGEST = 100_000  # characters of a cell
_HEAD = 4096  # bytes, or letters, by which an encoding is judged


@dataclass(frozen=True, slots=True)
class CsvRows:
    """Rows of a CSV file with the line on which each ends, and how the file was read."""

    rows: list[list[str]]
    lines: list[int]
    encoding: str
    delimiter: str


#: Encodings of Python that no table is written in; of names of hosts, slow without end, and others.
_NO_FILES = ("punycode", "idna", "unicode-escape", "raw-unicode-escape")


def read_csv(data: bytes, encoding: str, delimiter: str, names: Collection[str]) -> CsvRows:
    """The rows of a CSV file. Raises Wrong where it can only be guessed what they are.

    `encoding` and `delimiter` are "" where nothing is said. `names` are the columns that are
    looked for, by which a delimiter shows itself.

    >>> read_csv("연도;값\\n2024;6.4\\n".encode("cp949"), "", "", ["연도"]).rows
    [['연도', '값'], ['2024', '6.4']]
    """
    text, used = _decoded(data, encoding)
    if "\0" in text:
        remedy = "save it as CSV UTF-8, or name its encoding with --encoding utf-16-le"
        raise Wrong("the file holds zero bytes, as no text does", remedy)
    lines = 1
    if text[:4].casefold() == "sep=" and text[5:6] in ("\r", "\n"):  # a first line for Excel
        end = 7 if text[5:7] == "\r\n" else 6
        delimiter, text, lines = delimiter or text[4], text[end:], 2
    chosen = NAMES.get(delimiter, delimiter) or _delimiter(text, names)
    if chosen in '"\r\n ':  # of such a first line
        raise Wrong(f"{shown(delimiter)} is no delimiter", "choose comma, semicolon, tab or bar")
    rows, ends = [], []
    for row, end in _parsed(text, chosen):
        rows.append(row)
        ends.append(end + lines - 1)
    return CsvRows(rows, ends, used, chosen)


def _decoded(data: bytes, encoding: str) -> tuple[str, str]:
    """The text of a file and the encoding that it was read by."""
    if encoding:
        try:
            name = codecs.lookup(encoding).name
            if name in _NO_FILES:
                raise LookupError
            text = data.decode(name)
        except (LookupError, ValueError, TypeError) as error:
            if isinstance(error, UnicodeDecodeError):
                what = f"byte {error.start + 1} of the file is not {encoding}"
                raise Wrong(what, "leave --encoding out, or name the right one") from None
            what = f"{shown(encoding)} is no encoding"
            raise Wrong(what, "name one such as utf-8, cp949 or utf-16") from None
        return text.removeprefix("\ufeff"), name
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):  # the first begins as UTF-16
        chain: tuple[str, ...] = ("utf-32",)
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        chain = ("utf-16",)
    elif wide := _without_mark(data):
        chain = (wide,)
    else:
        chain = ("utf-8-sig", "cp949")
    for name in chain:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if name == "cp949":
            if not _is_korean(text):
                break
            _refuse_unclear(data, text)
        return text, name
    raise _unknown(chain)


def _unknown(chain: tuple[str, ...]) -> Wrong:
    """What to say of a file that none of the encodings fits that were tried."""
    if (begun := chain[0][:6].upper()) in ("UTF-16", "UTF-32"):
        what = f"the file is not {begun}, as it begins"
        return Wrong(what, "name its encoding with --encoding, or save it as CSV UTF-8")
    remedy = (
        "name its encoding with --encoding, such as cp1252 in western Europe, cp1250 in central"
        " Europe, gb18030 in China or shift_jis in Japan, or save it as CSV UTF-8"
    )
    return Wrong("the file is neither UTF-8 nor CP949", remedy)


def _is_korean(text: str) -> bool:
    """Whether a text that was decoded as CP949 has any sign but the rare syllables of which the
    second byte is a letter: £m and °C of a western file become such, and lose the letter."""
    return any(sign.encode("cp949")[1] > 0x7F for sign in set(text) if not sign.isascii())


def _without_mark(data: bytes) -> str:
    """The order of bytes of a UTF-16 file that lacks the mark of it; "" if it is none.

    Digits, delimiters and the ends of lines have a zero byte, always on the same side.
    """
    if len(data) % 2:
        return ""
    first, second = data[:_HEAD:2].count(0), data[1:_HEAD:2].count(0)
    least = len(data[:_HEAD]) // 10 + 1
    if second >= least and first * 20 <= second:
        return "utf-16-le"
    return "utf-16-be" if first >= least and second * 20 <= first else ""


#: Words of which a Korean table has one, and others read as CP949 hardly.
_KOREAN = re.compile(
    "연도|년도|구분|단위|합계|시점|기간|지역|전국|항목|지표|비율|기업|자료|주:|출처"
)
#: What 年 of China, 2023年 and 年份 become when they are read as CP949.
_YEAR_OF_CHINA = re.compile("(?:19|20)[0-9]{2}쾨|쾨[룀똑]")
#: Encodings whose bytes make Korean letters, too.
_OTHERS = ("gb18030", "shift_jis", "euc_jp", "big5")


def _refuse_unclear(data: bytes, text: str) -> None:
    """Raises Wrong where a third of the letters are Chinese or such as no Korean text has: the
    bytes are those of a file of China, Japan or Taiwan as well."""
    wide = [sign for sign in text[:_HEAD] if sign >= "\u3400"]
    odd = sum(map(_is_odd, wide))
    few = odd < 2 or odd * 3 < len(wide)
    if (few and not _YEAR_OF_CHINA.search(text[:_HEAD])) or _KOREAN.search(text[:_HEAD]):
        return
    named = [name for name in _OTHERS if _decodes(data, name)]
    if named:
        first = shown(next((line for line in text.splitlines() if not line.isascii()), "")[:40])
        what = f"the file may be {' or '.join(named)}, for as CP949 it has {first}"
        raise Wrong(what, f"say which with --encoding {named[0]}, or --encoding cp949")


def _is_odd(sign: str) -> bool:
    """Whether a letter is a Chinese one, or a syllable that Korean print of old had not."""
    if "가" <= sign <= "힣":
        return sign.encode("cp949")[0] < 0xB0 or sign.encode("cp949")[1] < 0xA1
    return sign <= "鿿"


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _parsed(text: str, delimiter: str) -> list[tuple[list[str], int]]:
    """Rows with the line on which each ends. Raises Wrong for a quotation mark gone astray."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows = []
    try:
        for row in filter(None, reader):  # a million empty lines are no rows
            if any(len(cell) > _LONGEST for cell in row):
                raise Wrong(f"line {reader.line_num} holds a cell of absurd length", _CLOSE)
            rows.append((row, reader.line_num))
    except csv.Error as error:
        if "field limit" in str(error):
            raise Wrong(f"line {reader.line_num} holds a cell of absurd length", _CLOSE) from None
        raise Wrong(
            f"the quotation marks do not pair up at line {reader.line_num}", _CLOSE
        ) from None
    return rows


_CLOSE = (
    'close each text that begins with ", and write "" for a quotation mark within it, or delete'
    " the line if it is a note"
)


#: The corner of Eurostat's own tables: keys divided by commas, and then columns divided by tabs.
_EUROSTAT = re.compile(
    r"^[a-z_0-9]+(?:,[a-z_0-9]+)*\\TIME(?:_PERIOD)?\t", re.IGNORECASE | re.MULTILINE
)


def _delimiter(text: str, names: Collection[str]) -> str:
    """The delimiter under which the wanted columns appear, else the one that makes a table."""
    head = "".join(islice(io.StringIO(text, newline=""), _PROBE))
    wanted = {name.casefold() for name in names}
    if _EUROSTAT.search(head):
        return "\t"
    scores = {}
    for delimiter in DELIMITERS:
        rows = list(_probed(head, delimiter))
        cells = {" ".join(cell.split()).casefold() for row in rows for cell in row}
        widths = Counter(len(row) for row in rows if len(row) > 1)
        alike = max(widths.values(), default=0)
        scores[delimiter] = (len(cells & wanted) if widths else 0, alike)
    best = max(scores.values())
    fitting = [delimiter for delimiter, score in scores.items() if score == best]
    if best[1] == 0:
        return ","  # one column: whoever looks for columns says what is missing
    if len(fitting) > 1:  # a cell goes on behind its quotation marks under the wrong one
        fitting = [delimiter for delimiter in fitting if _is_strict(head, delimiter)] or fitting
    if len(fitting) > 1:
        words = " or ".join(DELIMITERS[delimiter] for delimiter in fitting)
        first = "\t" if "\t" in fitting else fitting[0]  # nobody writes a tab within a text
        remedy = f"say which with --delimiter {DELIMITERS[first]}"
        raise Wrong(f"the columns may be divided by {words}", remedy)
    return fitting[0]


def _is_strict(head: str, delimiter: str) -> bool:
    """Whether every text in quotation marks ends where its cell does, under a delimiter."""
    try:
        list(csv.reader(io.StringIO(head, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)  # of a text that goes on beyond the first rows
    return True


def _probed(head: str, delimiter: str) -> list[list[str]]:
    """The first rows under a delimiter; none where quotation marks do not fit it."""
    rows = []
    try:
        for row in csv.reader(io.StringIO(head, newline=""), delimiter=delimiter):
            rows.append(row)
    except csv.Error:
        return []
    return rows
