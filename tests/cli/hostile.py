"""A library written by somebody who means harm: every field of its articles tries to command the terminal."""

from __future__ import annotations

import os
from pathlib import Path

TITLE = "\x1b]0;owned\x07\x1b[31mRed\x9b32m \u202egnihton\u202c [@click=app.quit]click[/] \x85\x7f"
NAME = "e\x1b[2Jvil\u202e\x9d.txt"
NAME_OF_TWO_LINES = "two\nlines.txt"
NAME_NOT_UTF8 = b"caf\xe9.txt"
SAID = "I am \x1b[5mloud\x1b]52;c;aGVsbG8=\x07 and \u2066clear\u2069"
OBEYED = frozenset(
    [
        *map(chr, range(0x20)),
        *map(chr, range(0x7F, 0xA0)),
        *"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    ]
) - {"\n"}
CONTROLS = frozenset([*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0))]) - {"\n", "\t"}


def write(root: Path) -> Path:
    """Write the library."""
    root.mkdir(parents=True)
    text = (
        f"---\ntitle: ordinary\n---\n\n# {TITLE}\n\nBy Mal\x1b[1mory\n\n"
        f'"{SAID}," said Mal\x9bory Mc\u202eEvil, the \x1b[7mattacker. "It is the harbour again."\n'
    )
    (root / NAME).write_text(text, "utf-8")
    (root / NAME_OF_TWO_LINES).write_text("Two lines\n\nA name of two lines, in the harbour.\n", "utf-8")
    with open(os.fsencode(root) + b"/" + NAME_NOT_UTF8, "w") as file:
        file.write("Latin name\n\nA name in Latin-1, in the harbour.\n")
    (root / "bad\x1b[31m.txt").write_bytes(b"")
    return root
