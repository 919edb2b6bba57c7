"""Which eight-bit encoding a text in Latin letters is in, told by the accented letters of languages.

Statistical detection is weak where a text is nearly all ASCII: one pound sign in an English story can be read as half
of a Japanese one.  But a language uses few letters beyond ASCII, and read in a wrong encoding they turn into letters
that no single language has together.
"""

from __future__ import annotations

_ENCODINGS = ("cp1252", "iso8859_15", "cp1250", "iso8859_2", "cp1254", "cp1257", "mac_roman", "cp850", "cp852")
"""Where several explain a text equally well, the first is meant."""

_MARKS = frozenset("“”‘’„‚«»‹›–—…•·§©®™°£€´¡¿½¼¾²³ºª№\xa0\xad")
_LANGUAGES = tuple(
    frozenset(letters + letters.upper()) | _MARKS
    for letters in (
        "àâæçèéêëîïôœùûüÿ",  # French
        "äöüßé",  # German
        "áéíñóúüç",  # Spanish
        "àáâãçéêíóôõúü",  # Portuguese
        "àèéìíòóùî",  # Italian
        "àçèéíïòóúü",  # Catalan
        "äëéèïöüóêá",  # Dutch
        "åäöé",  # Swedish, Finnish
        "åæøéòôü",  # Danish, Norwegian
        "áðéíóúýþæö",  # Icelandic
        "ąćęłńóśźż",  # Polish
        "áčďéěíňóřšťúůýž",  # Czech
        "áäčďéíĺľňóôŕšťúýž",  # Slovak
        "čćđšž",  # Croatian, Slovene
        "áéíóöőúüű",  # Hungarian
        "ăâîşţ",  # Romanian
        "çğıöşüâîûİ",  # Turkish
        "ąčęėįšųūž",  # Lithuanian
        "āčēģīķļņšūž",  # Latvian
        "äõöüšž",  # Estonian
    )
)
_ENOUGH = 0.95  # share of the characters beyond ASCII that one language must explain
_MOST_ACCENTED = 0.35  # share of the letters beyond ASCII above which a text is not in Latin letters


def encoding(data: bytes) -> str | None:
    """The encoding of a text in Latin letters, None where no language explains it."""
    beyond = data.translate(None, bytes(range(128)))
    letters = sum(map(data.lower().count, (bytes((code,)) for code in range(ord("a"), ord("z") + 1))))
    if len(beyond) > _MOST_ACCENTED * (letters + len(beyond)):
        return None
    best, enough = None, _ENOUGH
    for name in _ENCODINGS:
        explained = _explained(beyond, name)
        if explained >= 1.0:
            return name
        if explained > enough:
            best, enough = name, explained
    return best


def _explained(beyond: bytes, name: str) -> float:
    """The share of the characters that the best-fitting language has."""
    counts = {code: beyond.count(code) for code in set(beyond)}
    characters = {bytes((code,)).decode(name, "replace"): count for code, count in counts.items()}
    return max(
        sum(count for char, count in characters.items() if char in language) / len(beyond) for language in _LANGUAGES
    )
