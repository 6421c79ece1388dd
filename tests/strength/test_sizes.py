"""Files of just under 1 MiB that hold one thing a hundred thousand times: two seconds, 200 MB.

Whole processes, as a user runs them: `kpi check` of a ledger, `kpi import` of any other file.
Each was over these bounds before, or is the worst of its kind.
"""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from kpi.store.trees import LARGEST
from tests.fuzz.bounds import SECONDS, slowness
from tests.gallery import FAULTS, TODAY

KPI = str(Path(sys.executable).with_name("kpi"))
MEGABYTES = 200
#: A machine of a test may be slow; what the bound finds is a square, or a copy too many.
PATIENCE = 2.0
SOUND = (FAULTS / "sound.toml").read_text("utf-8")
FACT = "observations/share/2023_2024-06-30.toml"
BATCH = "observations/share/batch_2025-06-08_x.toml"
ROOM = LARGEST - len(SOUND.encode()) - 100


def many(form: str, room: int = ROOM) -> str:
    """`form` with 0, 1, 2, … in it, as often as there is room."""
    bare, gaps = len(form.replace("N", "").encode()), form.count("N")
    if not gaps:
        return form * (room // bare)
    parts: list[str] = []
    for digits in count(1):
        size = bare + gaps * digits
        fits = min(10**digits - len(parts), room // size)
        parts += [form.replace("N", str(nth)) for nth in range(len(parts), len(parts) + fits)]
        room -= fits * size
        if len(parts) < 10**digits:
            break
    return "".join(parts)


#: Runs a command and tells what it has used; of its own, so that nobody's memory is inherited.
METER = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
code = os.waitstatus_to_exitcode(status)
print(code, used.ru_utime + used.ru_stime, used.ru_maxrss, file=open("../used", "w"))
"""


def measured(root: Path, *words: str, patience: float = PATIENCE) -> tuple[int, str]:
    """The code and the words of a run, which must keep the bounds.

    Of three runs the fastest counts: what others do on the machine makes none faster.
    """
    most = SECONDS * patience
    for _ in range(3):
        done = subprocess.run(
            [sys.executable, "-S", "-c", METER, KPI, *words], cwd=root, check=True,
            env={**os.environ, "KPI_TODAY": TODAY}, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )  # fmt: skip
        code, seconds, kilobytes = map(float, (root.parent / "used").read_text().split())
        if seconds < most:
            break
    assert seconds < most or seconds < most * slowness(), f"{seconds:.1f} s"
    assert kilobytes * 1024 < MEGABYTES * 1_000_000, f"{kilobytes / 1000:.0f} MB"
    text = done.stdout.decode("utf-8", "replace")
    assert "Traceback" not in text
    assert len(text) < 2 * LARGEST
    sys.stdout.write(f"{words[0]}: {seconds:.2f} s, {kilobytes / 1000:.0f} MB\n")
    return int(code), text


_SLASHES = "\\\\"
LEDGERS = {
    "keys at the top": ("targets.toml", many("aN=1\n") + SOUND, "problems"),
    "keys of a target": ("targets.toml", SOUND + many("titlN=1\n"), "over 20,000 keys and items"),
    "targets": ("targets.toml", SOUND + many("[[target]]\n"), "over 20,000 problems"),
    "one id": ("targets.toml", SOUND + many('[[target]]\nid="a"\n'), "more of this kind"),
    "goals": ("targets.toml", SOUND.rpartition("goal")[0] + "goal=[" + many("{},") + "]", "over"),
    "documents": ("targets.toml", SOUND + many("[document.aN]\n"), "full stops"),
    "keys in keys": ("targets.toml", many(f"aN{'.b' * 250}=1\n") + SOUND, "full stops"),
    "keys in a key": ("targets.toml", many("aN.b=1\n") + SOUND, "full stops"),
    "invisible keys": ("targets.toml", many('"\\u0001N"=1\n') + SOUND, "more of this kind"),
    "comments": ("targets.toml", many("#\n") + SOUND, "0 problems"),
    "escapes": ("targets.toml", f'{SOUND}note="{many(_SLASHES, ROOM - 10)}"\n', "keep it to"),
    "items": ("targets.toml", "a=[" + many("[],") + "]\n" + SOUND, 'unknown key "a"'),
    "keys of a fact": (FACT, many("valuN=1\n"), "more of this kind"),
    "rows": (BATCH, many("[[observation]]\n"), "over 20,000 problems"),
    "rows in braces": (BATCH, "observation=[" + many("{},") + "]", "over 20,000 problems"),
    "keys of rows": (BATCH, many("[[observation]]\nvaluN=1\n"), "more of this kind"),
    "one fact": (BATCH, many("[[observation]]\nperiod=2023\nvalue=1\n"), "stands twice here"),
}  # fmt: skip


@pytest.mark.parametrize("name", LEDGERS)
def test_a_ledger(tmp_path: Path, name: str) -> None:
    """Told within the bounds, and in the words that are meant."""
    file, text, words = LEDGERS[name]
    root = tmp_path / "project"
    (root / "observations" / "share").mkdir(parents=True)
    (root / "targets.toml").write_text(SOUND)
    (root / file).write_text(text)
    assert LARGEST * 0.9 < (root / file).stat().st_size <= LARGEST
    code, said = measured(root, "check")
    assert words in said
    assert code == (0 if words == "0 problems" else 4)


HEAD = "period,value\n"
KOSIS = '{"PRD_SE":"A","PRD_DE":"2023","DT":"6"}'
TABLES = {
    "one row": HEAD + many("2023,6\n"),
    "no rows": HEAD + many("\n"),
    "commas": HEAD + many(",\n"),
    "a row": HEAD + many("2023,"),
    "quotes": HEAD + many('"\n"'),
    "no header": many("1,2\n"),
    "periods": "지표," + many("2023,", ROOM - 100) + "\nx,1\n",
    "rows of JSON": f"[{KOSIS}" + many(f",{KOSIS}")[: 29_000 * (len(KOSIS) + 1)] + "]",
    "empty rows of JSON": f"[{KOSIS}" + many(",{}", ROOM - 100) + "]",
    "brackets": f"[{KOSIS[:-2]}" + many("[", ROOM - 100),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table(tmp_path: Path, name: str) -> None:
    """Refused within the bounds, or at a tenth of a millisecond for each row that may be one."""
    root = tmp_path / "project"
    root.mkdir()
    (root / "targets.toml").write_text(SOUND)
    (root / "t").write_text(TABLES[name])
    assert (root / "t").stat().st_size <= LARGEST
    words = ("import", "t", "--target", "share", "--published", "2025-06-30", "--dry-run")
    assert measured(root, *words, patience=2 * PATIENCE)[0] == 4
