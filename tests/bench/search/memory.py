"""How much memory searching takes, in a process that does nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from .questions import Question
from .sides import Side

_GIVEN_UP = 20.0
"""CPU seconds after which no more is asked."""


def resident(side: Side, questions: list[Question]) -> float:
    """Megabytes resident in a new process that opened what the side built and asked these questions."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(_after, type(side), side.place.parent, questions).result()


def _after(kind: Callable[[Path], Side], folder: Path, questions: list[Question]) -> float:
    side = kind(folder)
    side.open()
    start = time.process_time()
    for question in questions:
        if time.process_time() - start < _GIVEN_UP:
            side.ask(question)
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024
