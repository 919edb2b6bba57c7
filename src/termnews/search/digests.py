"""Text as a number of 64 bits, which a column can hold."""

from __future__ import annotations

try:
    from _blake2 import blake2b  # hashlib loads OpenSSL first, which takes as long as a search
except ImportError:
    from hashlib import blake2b


def digest(text: str) -> int:
    """The same number for the same text, always; another for any other text that anybody will meet; never 0."""
    data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "little", signed=True) or 1
