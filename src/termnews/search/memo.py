"""Remembering what a function gave."""

from __future__ import annotations

from collections.abc import Callable

_MOST = 200_000


class Memo(dict[str, str]):
    """What a function gave for a string, kept for a bounded number of strings."""

    def __init__(self, function: Callable[[str], str]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, key: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        value = self[key] = self._function(key)
        return value
