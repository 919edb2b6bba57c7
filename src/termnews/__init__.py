"""termnews: a keyboard-driven news browser for the terminal that knows who said what.

``from termnews import Library`` is the door for scripts.  The rooms are imported when first used (PEP 562), so that
``import termnews`` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termnews.library import Library

__all__ = ["Library", "__version__"]

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name == "Library":
        from termnews.library import Library

        return Library
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
