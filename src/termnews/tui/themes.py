"""The browser's own colours, dark and light: calm, with one warm accent.  Any theme of Textual can be set instead."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="termnews-dark",
    primary="#d9a15b",
    secondary="#8fb3c9",
    accent="#d9a15b",
    warning="#e3b341",
    error="#e06c6c",
    success="#8fbf9f",
    foreground="#d8d5cd",
    background="#15171b",
    surface="#1b1e23",
    panel="#2a2e35",
    dark=True,
)

LIGHT = Theme(
    name="termnews-light",
    primary="#8a4b08",
    secondary="#2f5f7d",
    accent="#8a4b08",
    warning="#9a6700",
    error="#a8322d",
    success="#1d6b45",
    foreground="#24221e",
    background="#fdfbf6",
    surface="#f4f0e7",
    panel="#dfd8c9",
    dark=False,
)
