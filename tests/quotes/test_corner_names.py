"""Who speaks in Japanese articles: names cut out of clauses, and nobody rather than a fragment."""

from __future__ import annotations

import pytest

from .reading import who


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("川辺を歩いていた千草さんは「橋は安全です」と話した。", "千草"),
        ("「橋は安全です」と語る穂積市長は笑った。穂積千草市長は翌日も来た。", "穂積千草"),
        ("「橋は安全です」と言うのはミドリさん（30代）。", "ミドリ"),
        ("ミドリさん（会社員）は「橋は安全です」と話した。", "ミドリ"),
        ("ボブ・リードが来た。長い役を演じたリードは「橋は安全です」と語った。", "リード"),
        ("通りがかった地元の女性は「橋は安全です」と話した。", "女性"),
        ("橋の出来栄えについては「橋は安全です」と語った。", None),
        ("「橋は安全ですか」という質問に対しては、多くの声があると話した。", None),
        ("事故が起きたときは「橋は安全です」と説明した。", None),
        ("二年目の学習は「橋は安全です」と語った。", None),
    ],
)
def test_a_name_is_cut_out_of_its_clause(text: str, expected: str | None) -> None:
    speaker = who(text)[0][1]
    assert (speaker or "").removesuffix("さん") == (expected or "")
