"""CPU time, of processes and of what they waited for."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

_NOT_COMPILED = "PYTHONDONTWRITEBYTECODE"


def installed() -> None:
    """Have what is measured run from compiled files, as an installation has them: the first run may write them."""
    os.environ.pop(_NOT_COMPILED, None)


def cpu(argv: Sequence[str], env: Mapping[str, str] | None = None) -> float:
    """CPU seconds of a command with the children it waited for; its output goes nowhere."""
    nowhere = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)]
    pid = os.posix_spawn(argv[0], argv, {**os.environ, **(env or {})}, file_actions=nowhere)
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) not in {0, 1}:
        raise RuntimeError(f"{' '.join(argv)} failed")
    return usage.ru_utime + usage.ru_stime


def told(code: str, *args: str, env: Mapping[str, str] | None = None) -> float:
    """The number that a piece of Python prints."""
    done = subprocess.run(
        [sys.executable, "-c", code, *args], capture_output=True, check=True, env={**os.environ, **(env or {})}
    )
    return float(done.stdout.split()[-1])


def interleaved(runs: int, *sides: Callable[[], float]) -> list[float]:
    """The median of each side, the sides taken in turn."""
    measured: list[list[float]] = [[] for _ in sides]
    for side in sides:
        side()  # warm
    for _ in range(runs):
        for values, side in zip(measured, sides, strict=True):
            values.append(side())
    return [statistics.median(values) for values in measured]


def termnews(*args: str) -> list[str]:
    """The command line of termnews as an installation has it: its console script, else the module."""
    script = Path(sys.executable).with_name("termnews")
    return [str(script), *args] if script.exists() else [sys.executable, "-m", "termnews", *args]


def python(code: str) -> list[str]:
    """A piece of Python as a command."""
    return [sys.executable, "-c", code]


def machine() -> str:
    """What this was measured on."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    kind = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, load {load:.1f}"
    return f"{kind}, Python {platform.python_version()}"
