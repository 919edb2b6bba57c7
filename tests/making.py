"""Small libraries made of invented news, for tests that need files to read."""

from __future__ import annotations

import os
from pathlib import Path

STORIES = {
    "2024/03/bridge.txt": (
        "Title: Bridge closes for repairs\nDate: 2024-03-05\nSection: News\nSource: The Ferry Post\n"
        "Tags: roads, council\n\n"
        'The old bridge shuts on Monday, said Ada Novak, the harbour master. "We waited too long," she said.\n\n'
        '"The river will not wait for us," said Tom Brandt.\n'
    ),
    "2024/04/budget.txt": (
        "Title: Council passes budget\nDate: 2024-04-18T19:30:00+02:00\nSection: Politics\nSource: The Ferry Post\n\n"
        'Taxes rise by two percent. "Nobody likes it," said Mayor Lena Ortiz. "But the roof leaks."\n\n'
        "The harbour gets a new crane.\n"
    ),
    "2025/01/regatta.md": (
        "---\ntitle: Regatta won by a whisker\ndate: 2025-01-09\ntags: [sport, harbour]\n---\n\n"
        "The **Kestrel** crossed the line first. “I never looked back,” said skipper Mia Sørensen.\n"
    ),
    "letters/gulls.txt": "Gulls on the roof\n\nSir, the gulls are back, and nobody asked them to come.\n",
    "sport/friendly.txt": "Rovers draw friendly\n\nBy Jon Pell\n\nIt rained on the harbour end. Nobody scored.\n",
}


def write(root: Path, stories: dict[str, str] | None = None, *, old: bool = True) -> Path:
    """Write stories into ``root``; ``old`` dates the files back, so that a sync can trust their times."""
    for name, text in (STORIES if stories is None else stories).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        if old:
            os.utime(path, (1_700_000_000, 1_700_000_000))
    return root


def many(count: int) -> dict[str, str]:
    """``count`` different stories."""
    return {
        f"{2015 + i % 10}/{1 + i % 12:02}/story-{i:05}.txt": (
            f"Title: Story {i} of the harbour\nDate: {2015 + i % 10}-{1 + i % 12:02}-{1 + i % 28:02}\n"
            f"Section: {'News' if i % 3 else 'Sport'}\n\nThe number{i} ferry was late again on day {i}.\n\n"
            f'"It is the tide, {i} times over," said Captain Ines Okafor.\n'
        )
        for i in range(count)
    }
