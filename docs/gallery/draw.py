"""Draws the pictures of README from the real project, for a fixed day: `make gallery`.

status.svg    what the terminal shows, with its colours
page.png      the page of all targets in a real Chromium
target.png    the page of one target
phone.png     a card in Korean, dark, on a phone
card.svg      the card of a target
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

from wcwidth import width

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DAY = ["--on", "2026-11-22", "--project", str(ROOT)]
CHROMIUM = "/usr/bin/chromium"
SHOWN = ["ai-company-share", "ai-suppliers", "intl-rd-share", "ai-corporate-use-2030",
         "ai-factories-2030", "foundational-start-2024", "biotech-zone-designation"]  # fmt: skip

CELL, LINE, EDGE = 8.0, 19, 16
STYLE = (
    "text{font:13.2px ui-monospace,'DejaVu Sans Mono','Noto Sans Mono CJK KR',Menlo,monospace;"
    "fill:#1c2126;white-space:pre}rect{fill:#fdfcfa;stroke:#dcd8d0}"
    ".c31{fill:#a8261d}.c32{fill:#1b6e3c}.c33{fill:#8a5200}.c36{fill:#44597a}.c2{fill:#5b636b}"
    "@media(prefers-color-scheme:dark){text{fill:#e6e4df}rect{fill:#15181b;stroke:#363b41}"
    ".c31{fill:#f5938a}.c32{fill:#6fcb92}.c33{fill:#e5ad58}.c36{fill:#a9bcdb}.c2{fill:#a3a9af}}"
)


def said(*arguments: str, columns: int = 110) -> str:
    """What `kpi` prints."""
    run = subprocess.run(  # noqa: S603 - our own command
        [str(Path(sys.executable).parent / "kpi"), *arguments, *DAY],
        env={**os.environ, "COLUMNS": str(columns), "PYTHONUTF8": "1"},
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return run.stdout


def terminal(command: str, output: str) -> str:
    """A terminal's output as a picture: every run of one colour at its own column."""
    lines = [f"$ {command}", *output.rstrip("\n").split("\n")]
    plain = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in lines]
    wide = max(map(width, plain)) * CELL + 2 * EDGE
    high = len(lines) * LINE + 2 * EDGE
    rows = []
    for n, line in enumerate(lines):
        column, colour = 0, ""
        for part in re.split(r"(\x1b\[[0-9;]*m)", line):
            if part.startswith("\x1b["):
                colour = part[2:-1].lstrip("0")
            else:
                for word in re.finditer(r"\S+(?: \S+)*", part):
                    x = EDGE + (column + width(part[: word.start()])) * CELL
                    kind = f' class="c{colour}"' if colour else ""
                    length = width(word[0]) * CELL
                    rows.append(
                        f'<text{kind} x="{x:g}" y="{EDGE + (n + 1) * LINE - 5}"'
                        f' textLength="{length:g}">{escape(word[0])}</text>'
                    )
                column += width(part)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high}" width="{wide:g}"'
        f' height="{high}" role="img"><title>{escape(command)}</title><style>{STYLE}</style>'
        f'<rect x=".5" y=".5" width="{wide - 1:g}" height="{high - 1}" rx="6"/>'
        f"{''.join(rows)}</svg>\n"
    )


def main() -> None:
    """Write every picture."""
    from playwright.sync_api import sync_playwright

    text = said("status", *SHOWN, "--color", "always")
    (HERE / "status.svg").write_text(terminal(f"kpi status {SHOWN[0]} {SHOWN[1]} …", text), "utf-8")
    (HERE / "card.svg").write_text(said("card", "ai-company-share", "-f", "svg"), "utf-8")
    shots = (
        ("page.png", ("status",), 1360, 900, "light"),
        ("target.png", ("show", "ai-company-share"), 1100, 900, "light"),
        ("phone.png", ("card", "ai-corporate-use-2030", "--lang", "ko"), 390, 844, "dark"),
    )
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name, arguments, wide, high, scheme in shots:
            file = Path(folder) / "page.html"
            file.write_text(said(*arguments, "--format", "html"), "utf-8")
            page = browser.new_page(
                viewport={"width": wide, "height": high},
                color_scheme=scheme,  # type: ignore[arg-type]
            )
            page.goto(file.as_uri())
            page.wait_for_timeout(200)
            page.screenshot(path=str(HERE / name))
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
