"""Whoosh's own codec, set so that writing is as quick as it can be without another file format."""

from __future__ import annotations

from termnews.search import engine


class PlainCodec(engine.W3Codec):  # type: ignore[misc]
    """The stock codec without the statistics of field lengths a block: they serve top-k search, which we don't use, and
    cost a look-up a posting.  The lightest compression takes the same room as Whoosh's level 3."""

    length_stats = False

    def __init__(self) -> None:
        super().__init__(blocklimit=256, compression=1)
