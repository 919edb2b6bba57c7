"""An application on a terminal of our own: what it shows, how long it takes, what it costs."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

ROWS, COLUMNS = 45, 160
PATIENCE = 60.0  # seconds until an application that shows nothing is given up


class Screen:
    """A running application and what its terminal shows."""

    def __init__(self, argv: Sequence[str], env: Mapping[str, str] | None = None) -> None:
        import pyte  # here, for the rows without a screen do without it

        self._shown = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._shown)
        self.pid, self._terminal = pty.fork()
        if not self.pid:
            os.execve(argv[0], list(argv), {**os.environ, "TERM": "xterm-256color", **(env or {})})
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.usage = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    def kill(self) -> float:
        """End the application now; the CPU seconds that it took, without those of children it did not wait for."""
        if self.pid:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.pid, signal.SIGKILL)
            _, _, usage = os.wait4(self.pid, 0)
            os.close(self._terminal)
            self.pid = 0
            self.usage = usage.ru_utime + usage.ru_stime
        return self.usage

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._terminal, keys.encode())

    def read(self, seconds: float) -> bool:
        """Take in what comes within so many seconds; whether anything did."""
        if not select.select([self._terminal], [], [], max(0.0, seconds))[0]:
            return False
        try:
            data = os.read(self._terminal, 1 << 16)
        except OSError:
            data = b""
        if not data:
            raise RuntimeError(f"the application ended:\n{self.text}")
        with contextlib.suppress(Exception):  # pyte does not know every sequence, and need not
            self._stream.feed(data.replace(b"\x1b[>", b"\x1b["))
        return True

    @property
    def text(self) -> str:
        """What the terminal shows."""
        return "\n".join(self._shown.display)

    def until(self, wanted: str = "") -> None:
        """Wait until the text, or anything at all, is shown."""
        end = time.monotonic() + PATIENCE
        while not (wanted in self.text if wanted else self.text.strip()):
            if time.monotonic() > end:
                raise RuntimeError(f"{wanted!r} was never shown:\n{self.text}")
            self.read(0.5)

    def settle(self, quiet: float = 0.4, most: float = PATIENCE) -> float:
        """Wait until nothing has come for ``quiet`` seconds; the seconds until the last that came, 0 if none did."""
        began = last = time.perf_counter()
        while (now := time.perf_counter()) - last < quiet and now - began < most:
            if self.read(quiet - (now - last)):
                last = time.perf_counter()
        return last - began

    def answer(self, key: str, quiet: float) -> float:
        """Press a key; the seconds until the last change of the screen that it brought."""
        self.press(key)
        return self.settle(quiet, 3.0)

    def cpu(self) -> float:
        """CPU seconds so far, to a hundredth (Linux)."""
        with open(f"/proc/{self.pid}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> int:
        """Bytes of memory that are the application's own (Linux)."""
        with open(f"/proc/{self.pid}/smaps_rollup") as file:
            return sum(int(line.split()[1]) * 1024 for line in file if line.startswith("Private_"))


LABEL = """
from textual.app import App
from textual.widgets import Label
class One(App):
    def compose(self):
        yield Label("ready", markup=False)
One().run()
"""

ECHO = """
from textual.app import App
from textual.widgets import Label
class Echo(App):
    count = 0
    def compose(self):
        yield Label("ready", markup=False)
    def on_key(self, event):
        self.count += 1
        self.query_one(Label).update(f"{event.key} {self.count}")
Echo().run()
"""


def application(code: str) -> list[str]:
    """A piece of Python as a command."""
    return [sys.executable, "-c", code]
