"""Plain text: what an article is, rule by rule."""

from __future__ import annotations

import pytest

from termnews import formats
from termnews.article import Article
from termnews.errors import Unreadable

BODY = "The council met on Monday.\n\nIt voted at noon.\n"


def read(text: str, path: str | None = None) -> Article:
    return formats.read_bytes(text.encode(), name="story.txt", id=path)


def notices(article: Article) -> list[str]:
    return [article.text[span.start : span.end] for span in article.notices]


def test_a_headline_stands_above_an_empty_line() -> None:
    article = read(f"Harbour wall to be raised\n\n{BODY}")
    assert (article.headline, article.derived) == ("Harbour wall to be raised", False)
    assert article.text == "The council met on Monday.\n\nIt voted at noon."


@pytest.mark.parametrize(
    "headline",
    [
        "Could the ferry return?",
        "'My memories of the fair...'",
        "Profile: Ada Byrne",
        "Prices rise in the U.S.",
        "Won!",
    ],
)
def test_headlines_may_end_in_many_ways(headline: str) -> None:
    assert read(f"{headline}\n\n{BODY}").headline == headline


@pytest.mark.parametrize("first", ["It rained all day.", "“It rained.”", "He said:", "x" * 151, "-- --"])
def test_running_text_is_no_headline(first: str) -> None:
    article = read(f"{first}\n\n{BODY}")
    assert article.derived
    assert article.text.startswith(first)


def test_a_headline_may_be_followed_by_its_byline_or_an_underline() -> None:
    assert read("Wall to rise\nBy Ada Byrne\n\nIt will.").headline == "Wall to rise"
    underlined = read(f"Wall to rise\n============\n\n{BODY}")
    assert (underlined.headline, underlined.text[:11]) == ("Wall to rise", "The council")


def test_a_bare_run_of_paragraphs_derives_its_headline() -> None:
    article = read("The wall, Mr. Byrne said, will be raised. Work starts soon.\n\nIt is old.")
    assert (article.headline, article.derived) == ("The wall, Mr. Byrne said, will be raised", True)
    assert article.text.startswith("The wall, Mr. Byrne")


def test_a_long_first_sentence_is_cut_at_a_word() -> None:
    article = read("word " * 60 + "end.\n\nMore.")
    assert article.headline.endswith("word…")
    assert len(article.headline) <= 81


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ada Byrne", "Ada Byrne"),
        ("BY ADA BYRNE", "ADA BYRNE"),
        ("By Ada Byrne and Li Wei", "Ada Byrne and Li Wei"),
        ("By Ada Byrne, Staff Reporter", "Ada Byrne, Staff Reporter"),
        ("by Séamus de Búrca", "Séamus de Búrca"),
        ("Story by J. R. Stone Jr.", "J. R. Stone Jr."),
    ],
)
def test_bylines(line: str, byline: str) -> None:
    article = read(f"Wall to rise\n\n{line}\n\n{BODY}")
    assert article.byline == byline
    assert article.text.startswith("The council")


@pytest.mark.parametrize(
    "line", ["By Monday the harbour was closed", "By then, all had gone", "By the sea, a town waits"]
)
def test_prose_is_no_byline(line: str) -> None:
    assert read(f"{line}\n\n{BODY}").byline is None


def test_a_date_line() -> None:
    article = read(f"Wall to rise\nBy Ada Byrne\nPublished: Thursday, 3 November 2016, 10.30am GMT\n\n{BODY}")
    assert str(article.published) == "2016-11-03T10:30:00+00:00"
    assert article.text.startswith("The council")


@pytest.mark.parametrize(
    ("start", "dateline", "source"),
    [
        ("LONDON (Reuters) — ", "LONDON (Reuters)", "Reuters"),
        ("HALDEN QUAY, Nov 3 (Agency) - ", "HALDEN QUAY, Nov 3 (Agency)", "Agency"),
        ("PARIS, France — ", "PARIS, France", None),
        ("SÃO PAULO—", "SÃO PAULO", None),
        ("ST. LOUIS, Mo. (AP) _ ", "ST. LOUIS, Mo. (AP)", "AP"),
        ("Brussels (AFP) – ", "Brussels (AFP)", "AFP"),
        ("WASHINGTON, D.C. -- ", "WASHINGTON, D.C.", None),
        ("BRUSSELS/PARIS (Reuters) - ", "BRUSSELS/PARIS (Reuters)", "Reuters"),
    ],
)
def test_datelines_leave_the_text(start: str, dateline: str, source: str | None) -> None:
    article = read(f"Wall to rise\n\n{start}The council met.\n\nIt voted.")
    assert (article.dateline, article.source) == (dateline, source)
    assert article.text == "The council met.\n\nIt voted."


@pytest.mark.parametrize(
    "first",
    [
        "NASA — the agency that flies — said so.",
        "London — The city never sleeps.",
        "BREAKING — Police closed the road.",
        "BMW is to recall cars.",
        "The wall – all of it – stands.",
        "NO! Not again - Never.",
    ],
)
def test_prose_is_no_dateline(first: str) -> None:
    article = read(f"Wall to rise\n\n{first}\n\nIt voted.")
    assert article.dateline is None
    assert article.text.startswith(first)


def test_turns_of_a_conversation_are_no_datelines() -> None:
    assert read("An interview\n\nBYRNE — Is it old?\n\nSTONE — It is.").dateline is None


def test_a_dateline_with_a_year_dates_the_article() -> None:
    assert str(read("A wall\n\nHALDEN QUAY, Nov. 3, 2016 (Agency) — It rose.\n\nAt last.").published) == "2016-11-03"


def test_a_header_block_gives_the_fields() -> None:
    article = read(
        "Subject: Harbour wall\n  to be raised\nDate: Thu, 3 Nov 2016 10:30:00 EST\nFrom: Ada Byrne <ada@example.org>\n"
        "Organization: The Courier\nSection: town\nURL: https://example.org/wall\nTags: harbour, council; harbour\n"
        f"Language: en_gb\nX-Other: ignored\n\n{BODY}"
    )
    assert article.headline == "Harbour wall to be raised"
    assert str(article.published) == "2016-11-03T10:30:00-05:00"
    assert (article.byline, article.source, article.section) == ("Ada Byrne", "The Courier", "town")
    assert (article.url, article.tags, article.language) == (
        "https://example.org/wall",
        ("harbour", "council"),
        "en-GB",
    )
    assert article.text == "The council met on Monday.\n\nIt voted at noon."


@pytest.mark.parametrize(
    "header",
    [
        "Title: Wall\nAuthor: A. B.\nSource: C",
        "Headline: Wall\nBy: A. B.\nOrganisation: C",
        "title: Wall\nBYLINE: By A. B.\nPublisher: C",
    ],
)
def test_header_keys_have_many_names(header: str) -> None:
    article = read(f"{header}\n\n{BODY}")
    assert (article.headline, article.byline, article.source) == ("Wall", "A. B.", "C")


def test_a_title_said_twice_is_not_text() -> None:
    article = read(f"Title: Wall to rise\n\nWall to rise\n\nBy Ada Byrne\n\n{BODY}")
    assert (article.headline, article.byline, article.text[:11]) == ("Wall to rise", "Ada Byrne", "The council")


@pytest.mark.parametrize("first", ["Profile: Ada Byrne", "At a glance: the budget", "12:30 and all is well"])
def test_a_colon_makes_no_header(first: str) -> None:
    assert read(f"{first}\n\n{BODY}").headline == first


def test_front_matter_works_in_plain_text_too() -> None:
    article = read(f"---\ntitle: Wall to rise\ndate: 2016-11\n---\n\n{BODY}")
    assert (article.headline, str(article.published)) == ("Wall to rise", "2016-11")


def test_notices_are_spans_of_the_text() -> None:
    article = read(
        f"Wall to rise\n\n{BODY}\nDisclosure: The paper has a boat.\n\nCorrection, Nov. 4, 2016: It is older.\n\n"
        "Editor’s note: It was raining.\n\nAn earlier version of this article misnamed the wall.\n\n"
        "This story has been corrected.\n\nThis article was first published in the Halden Courier on 3 November 2016."
    )
    assert [notice.split()[0] for notice in notices(article)] == [
        "Disclosure:",
        "Correction,",
        "Editor’s",
        "An",
        "This",
        "This",
    ]
    assert article.source == "Halden Courier"


@pytest.mark.parametrize(
    "label",
    [
        "Correction, 5 June:",
        "Correction (Nov. 4, 2016):",
        "CORRECTION —",
        "Editor's note:",
        "Full disclosure:",
        "Clarification:",
    ],
)
def test_labels_of_notices(label: str) -> None:
    notice = f"{label} The wall is older."
    assert notices(read(f"Wall to rise\n\n{BODY}\n{notice}")) == [notice]


def test_a_label_may_be_a_heading() -> None:
    article = read(f"Wall to rise\n\n{BODY}\nCorrections and clarifications\n\nThe wall is older.")
    assert notices(article) == ["Corrections and clarifications", "The wall is older."]


@pytest.mark.parametrize(
    ("notice", "source"),
    [
        ("This post originally appreared on Business Weekly.", "Business Weekly"),
        ("This story orignally apeared in The Quay Courier.", "The Quay Courier"),
        (
            "This article was first published by the Halden Courier and is republished with permission.",
            "Halden Courier",
        ),
        ("Originally published in the Halden Courier on Monday.", "Halden Courier"),
        ("Republished with permission from The Quay, under a licence.", "The Quay"),
        ("This article is republished from The Quay under a Creative Commons licence. Read the original.", "The Quay"),
        ("Reprinted from U.S. News.", "U.S. News"),
        ("(This piece previously ran on quay.example.)", "quay.example"),
        (
            "This essay was originally posted on the Office of Science and Letters blog.",
            "Office of Science and Letters blog",
        ),
    ],
)
def test_a_republication_notice_gives_the_source(notice: str, source: str) -> None:
    article = read(f"Wall to rise\n\n{BODY}\n{notice}")
    assert article.source == source
    assert notices(article) == [notice]


@pytest.mark.parametrize(
    "last",
    [
        "This post office appeared on no map.",
        "She first appeared on stage in Paris.",
        "The story of the wall was published.",
        "First, on Monday, came the rain.",
        "Correction agency plans were dropped.",
        "The report was amended on Monday by the council.",
    ],
)
def test_prose_is_no_notice(last: str) -> None:
    article = read(f"Wall to rise\n\n{BODY}\n{last}")
    assert (article.notices, article.source) == ((), None)


def test_the_folder_gives_section_and_date_only_inside_a_library() -> None:
    path = "town/2016/11/15/wall.txt"
    inside = read(BODY, path=path)
    assert (inside.id, inside.section, str(inside.published)) == (path, "town", "2016-11-15")
    alone = read(BODY)
    assert (alone.id, alone.section, alone.published) == ("story.txt", None, None)


@pytest.mark.parametrize(
    ("path", "date", "section"),
    [
        ("2016/11/wall.txt", "2016-11", None),
        ("2016/town/wall.txt", "2016", "town"),
        ("town/2016-11-15-wall.txt", "2016-11-15", "town"),
        ("2016-11/15/wall.txt", "2016-11-15", None),
        ("a/b/wall.txt", None, "a"),
        ("11/wall.txt", None, "11"),
        ("2016/13/wall.txt", "2016", "13"),
        ("9999/wall.txt", None, "9999"),
    ],
)
def test_dates_and_sections_of_paths(path: str, date: str | None, section: str | None) -> None:
    article = read(BODY, path=path)
    assert (article.published and str(article.published), article.section) == (date, section)


def test_what_the_file_says_goes_before_its_path() -> None:
    article = read(f"Title: A wall\nDate: 2015\nSection: sea\n\n{BODY}", path="town/2016/wall.txt")
    assert (str(article.published), article.section) == ("2015", "sea")
    out_of_range = read(f"Title: A wall\nDate: 0987-01-01\n\n{BODY}", path="town/2016/wall.txt")
    assert str(out_of_range.published) == "2016"


def test_lines_are_joined_where_empty_lines_part_paragraphs() -> None:
    assert read("It rained\nall day.\n\nIt  was\u00a0\twet.").text == "It rained all day.\n\nIt was wet."


def test_lines_are_paragraphs_where_nothing_parts_them() -> None:
    assert read("It rained.\nIt was wet.\n").text == "It rained.\n\nIt was wet."


def test_lines_broken_at_a_width_are_one_paragraph() -> None:
    lines = (
        "The wall at the end of the harbour has stood since the\n"
        "year in which the town was given its charter by a duke\nand will be raised."
    )
    assert read(lines).text == lines.replace("\n", " ")


def test_control_characters_leave_and_quotation_marks_stay() -> None:
    article = read('“Wall” to \x1b[31mrise\x07\n\n‘It’ is "old", she said.\x02' + "\t «Yes».")
    assert article.headline == "“Wall” to [31mrise"
    assert article.text == '‘It’ is "old", she said. «Yes».'


def test_text_is_composed() -> None:
    assert read("Cafe\u0301 opens\n\nIn the cafe\u0301.\n\nYes.").text.startswith("In the café")


def test_an_article_may_be_its_headline_alone_but_not_nothing() -> None:
    assert read("Title: A wall\n\n").text == ""
    for nothing in ("", " \n\n\t", "\ufeff"):
        with pytest.raises(Unreadable):
            read(nothing)


def test_encoded_words_are_read_and_endless_ones_bounded() -> None:
    assert read(f"Title: =?utf-8?b?w5xsYQ==?= =?utf-8?q?_late?=\n\n{BODY}").headline == "Üla late"
    assert len(read(f"Title: {'=?utf-8?q?a?= ' * 400_000}\n\n{BODY}").headline) <= 1000


def test_a_page_saved_with_its_address() -> None:
    article = read(
        "https://example.org/news/1?id=2\n2011-04-13T12:00:00+0900\nHarbour wall to be raised\nThe council met.\n"
    )
    assert (article.url, article.headline, article.text) == (
        "https://example.org/news/1?id=2",
        "Harbour wall to be raised",
        "The council met.",
    )
    assert str(article.published) == "2011-04-13T12:00:00+09:00"
    article = read(f"http://example.org/\n\nHarbour wall to be raised\n\n{BODY}")
    assert (article.url, article.headline) == ("http://example.org/", "Harbour wall to be raised")


@pytest.mark.parametrize(
    "first", ["See https://example.org/news for more.", "https://example.org says so", "ftp://example.org/a", "http://"]
)
def test_an_address_among_words_is_none_of_a_page(first: str) -> None:
    article = read(f"{first}\n\n{BODY}")
    assert article.url is None
    assert (article.headline if not article.derived else article.text).startswith(first.rstrip("."))


def test_an_address_alone_is_no_article() -> None:
    with pytest.raises(Unreadable):
        read("https://example.org/news/1\n")


def test_the_header_knows_the_address_better() -> None:
    article = read(f"Title: Harbour\nURL: https://example.org/a\n\nhttps://example.org/b\n\n{BODY}")
    assert article.url == "https://example.org/a"
