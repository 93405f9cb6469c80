"""What a page states, and what of it is not the article's own prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_values import FRONT, REPRINT, SPAM

from onrecord.model import Article
from onrecord.reading import Stated, read_text

PROSE = "Ostria offered its neighbour a truce on Friday, the foreign ministry said, after a week of shelling."


def labelled(article: Article) -> list[tuple[str, str]]:
    return [(label.label, article.text[label.start : label.end]) for label in article.labels]


def test_a_front_page_of_a_paper() -> None:
    article = read_text(FRONT, id="a")
    assert labelled(article) == [
        ("boilerplate", "Skip to content"),
        ("boilerplate", "HARBOUR POST"),
        ("title", "Ostria offers Karsk a truce in the border war"),
        ("credit", "By Ada Quill, Staff Writer"),
        ("dateline", "12 August 2016"),
        ("dateline", "KARSK (Meridian) —"),
        ("caption", "A soldier of Ostria looks across the river at Velm (Wil Oster/Meridian)"),
        ("pull_quote", "'This is the last offer we shall make this year'"),
        ("subhead", "Second thoughts"),
        ("boilerplate", "Read more: Who is Tom Reed?"),
        ("boilerplate", "© 2016 Harbour Post. All rights reserved."),
        ("boilerplate", "3 Comments"),
        ("comment", "Wil says:\nAugust 13, 2016 at 3:04 pm"),
        ("comment", "I do not believe a word of it."),
        ("boilerplate", "Leave a Reply"),
        ("boilerplate", "Your email address will not be published."),
    ]
    assert (article.outlet, article.origin, article.byline) == ("HARBOUR POST", "Meridian", "Ada Quill")
    assert article.title == "Ostria offers Karsk a truce in the border war"
    assert (article.published, article.origin_published) == ("2016-08-12", None)


def test_a_reprint_has_two_dates() -> None:
    article = read_text(REPRINT, id="a")
    assert (article.outlet, article.published) == ("KARSK MERKEZI CENTRE FOR RIVER STUDIES", "2016-08-13")
    assert (article.origin, article.origin_published) == ("Harbour Post", "2016-08-12")
    assert article.title == "OSTRIA OFFERS KARSK A TRUCE"
    assert labelled(article)[-1] == ("boilerplate", "Kaynak/Source:")


def test_spam_after_the_article() -> None:
    assert [name for name, _ in labelled(read_text(SPAM, id="a"))] == ["title", "comment", "boilerplate", "boilerplate"]


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        ("By Ada Quill", Stated(byline="Ada Quill")),
        ("By Ada Quill and Tom Reed", Stated(byline="Ada Quill and Tom Reed")),
        ("BY ADA QUILL", Stated(byline="ADA QUILL")),
        ("Ada Quill, Staff Writer", Stated(byline="Ada Quill")),
        ("By Ada Quill, Reuters", Stated(byline="Ada Quill", origin="Reuters")),
        ("By Reuters", Stated(origin="Reuters")),
        ("Published: 12 August 2016", Stated(published="2016-08-12")),
        ("Updated: 12 August 2016", Stated()),
        ("03/04/2016", Stated()),
        ("By Ada Quill | 12 August 2016", Stated(byline="Ada Quill", published="2016-08-12")),
        ("Reuters - August 12, 2016", Stated(origin="Reuters", origin_published="2016-08-12")),
        ("Velm, 12 August 2016", Stated(published="2016-08-12")),
        ("John Reed\nAugust 12, 2016", Stated(byline="John Reed", published="2016-08-12")),
    ],
)
def test_what_stands_below_a_headline(head: str, facts: Stated) -> None:
    article = read_text(f"A truce is offered\n\n{head}\n\n{PROSE}\n", id="a")
    found = Stated(
        origin=article.origin,
        byline=article.byline,
        published=article.published,
        origin_published=article.origin_published,
    )
    assert (found, article.title, article.outlet) == (facts, "A truce is offered", None)
    assert len(article.labels) == 1 + len(head.splitlines())


@pytest.mark.parametrize(
    ("end", "facts"),
    [
        ("Source: Reuters", Stated(origin="Reuters")),
        ("Kaynak/Source: Reuters, 11 August 2016", Stated(origin="Reuters", origin_published="2016-08-11")),
        ("Kaynak/Source:", Stated()),
        ("Source: the ministry would not say who it was", Stated()),
        ("© 2016 Harbour Post", Stated(outlet="Harbour Post")),
        (
            "Copyright © 2016 The Velm Observer, LLC. Click here to reprint.",
            Stated(outlet="The Velm Observer"),
        ),
        ("© 2016 Ada Quill", Stated()),
        ("© 2016 by Quill Features Syndicate", Stated(origin="Quill Features Syndicate")),
        (
            "This article was originally published by the Harbour Post on 11 August 2016.",
            Stated(origin="Harbour Post", origin_published="2016-08-11"),
        ),
        (
            "Harbour Post delivers fearless coverage of the river. For republishing this content, write to us.",
            Stated(outlet="Harbour Post"),
        ),
        ("Stay informed with Harbour Post's newsletters", Stated()),
    ],
)
def test_what_stands_at_the_end(end: str, facts: Stated) -> None:
    article = read_text(f"{PROSE}\n\n{PROSE}\n\n{end}", id="a")
    assert Stated(outlet=article.outlet, origin=article.origin, origin_published=article.origin_published) == facts


@pytest.mark.parametrize(
    ("dateline", "origin"),
    [
        ("KARSK (Meridian) —", "Meridian"),
        ("KARSK, Ostria, Aug 11 (Reuters) -", "Reuters"),
        ("New Karsk (CNN)", "CNN"),
        ("NEW KARSK, Ost. –", None),
    ],
)
def test_datelines(dateline: str, origin: str | None) -> None:
    article = read_text(f"{dateline} {PROSE}\n\n{PROSE}", id="a")
    assert labelled(article) == [("dateline", dateline)]
    assert article.origin == origin


@pytest.mark.parametrize(
    "paragraph",
    [
        "“We will not sign anything until the shelling ends, and that is that.”",
        '"We will stop if they stop," he said.',
        "Subscribe is what they told the villagers to do, and so they did.",
        "Getting to Velm takes a day by boat in summer.",
        "Support for the truce grew in Karsk (the capital) on Friday.",
        "The minister (Ada Quill's cousin) refused.",
        "Why?",
        "The governor added:",
        "A new front",  # followed by a line as short: items of a list
        "He said the talks were off.",
        "Share prices in Karsk fell by a tenth.",
        "Comments by the minister caused alarm.",
        "Support for membership of the League grew on Facebook, the minister said.",
        "To get a boat, villagers must sign up for the ferry by noon, he added.",
        "Thanks for all the letters from Velm, @adaquill and friends of the river.",
        "Photographs by the dozen were burnt.",
        "1. I shall vote for the truce, said one villager.",
    ],
)
def test_prose_is_no_furniture(paragraph: str) -> None:
    text = f"{PROSE}\n\n{paragraph}\n\nA second item\n\n{PROSE}" if paragraph == "A new front" else paragraph
    body = text if text != paragraph else f"{PROSE}\n\n{paragraph}\n\n{PROSE}"
    assert labelled(read_text(body, id="a")) == []


def test_a_quotation_carried_on_is_no_pull_quote() -> None:
    text = f"{PROSE}\n\n“We asked for a truce.\n\n“They would not have it.”\n\n{PROSE}"
    assert labelled(read_text(text, id="a")) == []


def test_a_quotation_that_a_colon_leads_to_is_no_pull_quote() -> None:
    text = f"{PROSE}\n\nThe minister wrote:\n\n“A truce, a truce, my river for a truce”\n\n{PROSE}"
    assert labelled(read_text(text, id="a")) == []


def test_a_quotation_that_stands_again_is_a_pull_quote() -> None:
    text = f"{PROSE}\n\n“Nobody wins a war for a river.”\n\n“Nobody wins a war for a river,” said Ada Quill of Velm."
    assert labelled(read_text(text, id="a")) == [("pull_quote", "“Nobody wins a war for a river.”")]


def test_a_headline_known_from_elsewhere() -> None:
    text = f"A truce is offered.\n\n{PROSE}"
    assert labelled(read_text(text, id="a")) == []
    article = read_text(text, id="a", stated=Stated(title="A Truce is Offered"))
    assert labelled(article) == [("title", "A truce is offered.")]
    assert article.title == "A Truce is Offered"


def test_a_chronicle_has_no_date_of_its_own() -> None:
    days = "\n\n".join(f"August {day}, 2016\n\n{PROSE}" for day in range(1, 6))
    assert read_text(f"How the truce came about\n\n{days}", id="a").published is None


def test_what_is_given_by_hand_goes_first() -> None:
    given = Stated("Given Post", "Given Agency", "Given", "Given Quill", "2020-01-01", "2020-01-02", "en", "x")
    article = read_text(FRONT, id="a", stated=given)
    assert (article.outlet, article.origin, article.title, article.byline) == given_facts(given)
    assert (article.published, article.origin_published) == ("2020-01-01", "2020-01-02")


def given_facts(given: Stated) -> tuple[str | None, str | None, str | None, str | None]:
    return given.outlet, given.origin, given.title, given.byline


LINES = st.sampled_from([line for line in (FRONT + REPRINT + SPAM).split("\n") if line] + ["", "", "\xa0", "“", "' '"])
PAGES = st.lists(LINES, max_size=30).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n", "\r\n", "\r"]).map(lambda end: end.join(lines))
)


@given(st.one_of(PAGES, st.text()), st.one_of(st.none(), st.text(max_size=20)))
def test_labels_lie_within_the_text_in_order_and_apart(text: str, title: str | None) -> None:
    article = read_text(text, id="a", stated=Stated(title=title))
    assert article.text == text
    ends = 0
    for label in article.labels:
        assert ends <= label.start < label.end <= len(text)
        assert text[label.start : label.end] == text[label.start : label.end].strip()
        ends = label.end
    assert read_text(text, id="a", stated=Stated(title=title)) == article


@given(PAGES)
def test_line_ends_make_no_difference(text: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    one, other = (labelled(read_text(words, id="a")) for words in (plain, plain.replace("\n", "\r\n")))
    assert one == [(name, words.replace("\r\n", "\n")) for name, words in other]


@pytest.mark.parametrize(
    "piece", ["A ", "By Ada ", "“", '"a\n\n', "(A/", "AB ", "\n", "1. great site\n\n", "# ", "© A "]
)
def test_hostile_text_takes_time_in_proportion(piece: str) -> None:
    # a pattern that backtracks would not end within the run
    read_text(piece * (100_000 // len(piece)), id="a")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Opinion\n\nA truce is offered\n\n{PROSE}", "A truce is offered"),
        (f"A truce is offered\nBy Ada Quill\n\n{PROSE}", "A truce is offered"),
        (f"A truce is offered\nto Karsk by Ostria\n\n{PROSE}", "A truce is offered to Karsk by Ostria"),
        (f"A Truce Between Ostria and Karsk.\n\n{PROSE}", "A Truce Between Ostria and Karsk."),
        (f"The minister offered a truce.\n\n{PROSE}", None),
        (f"City Talk\n\n{PROSE}", None),
        (f"{PROSE}\n\nA truce is offered\n\n{PROSE}", None),
        (f"https://harbour.example/a-truce\n\n{PROSE}", None),
        ("A truce is offered", None),
    ],
)
def test_headlines(text: str, title: str | None) -> None:
    article = read_text(text, id="a")
    assert article.title == title
    assert any(label.label == "title" for label in article.labels) == (title is not None)


def test_a_list_of_links_at_the_end() -> None:
    links = "Most read\n\nKing of Karsk buys a boat\n\nWhy the river froze\n\nTen ways to cook a turnip"
    found = labelled(read_text(f"{PROSE}\n\n{PROSE}\n\n{links}", id="a"))
    assert found == [("boilerplate", line) for line in links.split("\n\n")]
    assert labelled(read_text(f"{PROSE}\n\nMost read\n\n{PROSE}\n\n{PROSE}", id="a")) == [("boilerplate", "Most read")]
