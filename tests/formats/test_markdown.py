"""Markdown: front matter to fields, marks to text as one reads it."""

from __future__ import annotations

import pytest

from termnews import formats
from termnews.article import Article


def read(text: str) -> Article:
    return formats.read_bytes(text.encode(), name="story.md")


def body(markdown: str) -> str:
    return read(f"---\ntitle: T\n---\n\n{markdown}").text


def test_front_matter_gives_the_fields() -> None:
    article = read(
        "---\ntitle: 'Q&amp;A: the wall'\ndate: 2016-11-03 10:30:00 -0500\nauthors:\n  - ada-byrne\n  - name: Li Wei\n"
        "topics: [harbour, council]\ntags: harbour, sea\nsource_url: https://example.org/a\nlang: pt-br\n"
        "section: town\nsource: Courier\n---\nThe wall.\n"
    )
    assert (article.headline, article.derived) == ("Q&A: the wall", False)
    assert str(article.published) == "2016-11-03T10:30:00-05:00"
    assert article.byline == "Ada Byrne and Li Wei"
    assert article.tags == ("harbour", "sea", "council")
    assert (article.url, article.language) == ("https://example.org/a", "pt-BR")
    assert (article.section, article.source, article.text) == ("town", "Courier", "The wall.")


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2016", "2016"),
        ("2016-11", "2016-11"),
        ("2016-11-03", "2016-11-03"),
        ("'3 November 2016'", "2016-11-03"),
        ("soon", None),
        ("2016-02-31", None),
    ],
)
def test_dates_keep_their_precision(value: str, date: str | None) -> None:
    published = read(f"---\ntitle: T\ndate: {value}\n---\nText.").published
    assert (published and str(published)) == date


def test_a_title_stays_what_was_written() -> None:
    assert [read(f"---\ntitle: {title}\n---\nText.").headline for title in ("Yes", "2016", "12:30", "1e3")] == [
        "Yes",
        "2016",
        "12:30",
        "1e3",
    ]


def test_a_heading_is_the_headline_where_no_field_is() -> None:
    article = read("# Wall to *rise*\n\nBy Ada Byrne\n\nLONDON — The wall.\n\nIt is old.")
    assert (article.headline, article.byline, article.dateline) == ("Wall to rise", "Ada Byrne", "LONDON")
    assert article.text == "The wall.\n\nIt is old."


def test_a_body_less_article_reads_its_summary() -> None:
    assert read("---\ntitle: T\nsummary: The *wall* will rise.\n---\n").text == "The wall will rise."


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ('A *b* **c** `d` ~~e~~ [f](https://x.example "t") <https://y.example>.', "A b c d e f https://y.example."),
        ("One\ntwo  \nthree", "One two\nthree"),
        ("## Heading\n\nText", "Heading\n\nText"),
        ("- a\n- b\n  - c\n- d", "• a\n• b\n• c\n• d"),
        ("3. a\n4. b", "3. a\n4. b"),
        ("- a\n\n- b", "• a\n\n• b"),
        ("> “Quoted” *words*", "“Quoted” words"),
        ("```\ncode  here\n  more\n```", "code here\nmore"),
        ("| a | b |\n|---|---|\n| 1 | *2* |", "a | b\n1 | 2"),
        ("![a picture](x.png)\n\nText", "Text"),
        ('<p>He said: "No&nbsp;&amp; <b>yes</b>".</p>\n<!-- hidden -->', 'He said: "No & yes".'),
        ("<ul><li>a</li><li>b</li></ul>", "• a\n• b"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a | b"),
        ("Text<br>more <q>said</q>", "Text\nmore “said”"),
        ("<script>alert(1)</script>\n\nText", "Text"),
        ('Text {{< img src="x" alt="y" >}} and [link]({{< ref "a.md" >}} "t").', "Text and link."),
        ('{{< quote text="It rose." cite="Ada" >}}', "It rose. — Ada"),
        ("{{% note %}}\nInner\n{{% /note %}}", "Inner"),
        ("Text[^1] more.\n\n[^1]: A note.", "Text more.\n\nA note."),
        ("[a][b] c\n\n[b]: https://x.example", "a c"),
        ("## Heading {#id}\n\nText {% raw %}here", "Heading\n\nText here"),
        ("Ends &lt;here&gt; &#27;[31m", "Ends <here> �[31m"),
        ("    An indented paragraph", "An indented paragraph"),
        ("***\n\nText", "Text"),
    ],
)
def test_marks_become_text(markdown: str, text: str) -> None:
    assert body(markdown) == text


def test_notices_are_found_under_emphasis() -> None:
    article = read(
        "---\ntitle: T\n---\nText.\n\n_This post was originally published on the [Quay blog](https://x.example)._"
    )
    assert article.source == "Quay blog"
    (span,) = article.notices
    assert article.text[span.start : span.end] == "This post was originally published on the Quay blog."


def test_broken_front_matter_does_not_cost_the_article() -> None:
    article = read('---\ntitle: Wall: "to rise\ndate: 2016-11-03\nother: [\n---\n\nThe wall.\n')
    assert (str(article.published), article.text) == ("2016-11-03", "The wall.")
    assert article.headline.startswith("Wall")


def test_an_unclosed_front_matter_is_text() -> None:
    assert "The wall." in read("---\ntitle: T\n\nThe wall.\n").text


def test_text_between_rules_is_no_front_matter() -> None:
    assert read("---\nJust some words\n---\nMore words.").text.endswith("More words.")


@pytest.mark.parametrize(
    "block",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntags: *c",
        "tags: " + "[" * 5000 + "]" * 5000,
        "tags: " + "[" * 5000,
        "x: " + "y" * 200_000,
        "!!python/object/apply:os.system ['false']",
        "? [a, b]\n: c",
        "\t- broken",
    ],
)
def test_hostile_front_matter_is_bounded(block: str) -> None:
    assert read(f"---\ntitle: Wall\n{block}\n---\n\nThe wall.\n").text == "The wall."


@pytest.mark.parametrize(
    "mark", ["[", "![", "*a ", "<", "<!--", "`a", "{{<", "{%", "[^", "> ", "[a](", "<a ", "|a", "&", "- \n"]
)
def test_endless_marks_are_read_all_the_same(mark: str) -> None:
    assert body("Text.\n\n" + mark * 5000).startswith("Text.")
