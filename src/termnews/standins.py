"""Modules that a package imports and hardly anybody uses, imported when they are first used, or not at all."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


@contextmanager
def no_warnings() -> Iterator[None]:
    """While this lasts nothing is warned of."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


class Later(ModuleType):
    """Stands for a module until something of it is used, then passes on what that has."""

    def __init__(self, name: str, called: tuple[str, ...]) -> None:
        """``called`` is what is taken from it by name, and only ever called."""
        super().__init__(name)
        self._called = called

    def __getattr__(self, name: str) -> Any:
        module = self.__name__
        if name.startswith("__"):  # what imports look at
            raise AttributeError(name)
        if sys.modules.get(module) is self and name in self._called:
            return _calling(module, name)
        return getattr(real(module), name)


class Never(ModuleType):
    """Stands for a module of which nothing is needed: whatever is taken from it is a class that can be subscripted, as
    an annotation is."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Anything


class _Anything:
    def __class_getitem__(cls, _: object) -> type[_Anything]:
        return cls


def _calling(module: str, name: str) -> Callable[..., Any]:
    def call(*args: Any, **named: Any) -> Any:
        return getattr(real(module), name)(*args, **named)

    return call


def real(name: str) -> ModuleType:
    """The module itself, imported now if it was not."""
    if isinstance(sys.modules.get(name), Later):
        del sys.modules[name]
    with no_warnings():
        return import_module(name)


@contextmanager
def standing_in(modules: Mapping[str, ModuleType]) -> Iterator[None]:
    """While this lasts those of the modules that were not imported yet are not; what has taken its stand-in then may
    keep it."""
    put = {name: module for name, module in modules.items() if sys.modules.setdefault(name, module) is module}
    try:
        yield
    finally:
        for name, module in put.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
