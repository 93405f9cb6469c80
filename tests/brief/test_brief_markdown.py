"""The Markdown brief: the same sections and entries as the page, with nothing in it that acts."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from onrecord.brief import brief_html, brief_markdown
from onrecord.brief.words import clip, count, day, listed, period, visible

TITLE = "The bridge across the Velm"


@pytest.fixture
def markdown(sample) -> str:
    return brief_markdown(sample.articles, sample.statements, sample.findings, title=TITLE)


def test_every_anchor_of_the_page_stands_in_the_markdown(sample, markdown):
    html = brief_html(sample.articles, sample.statements, sample.findings, title=TITLE)
    on_page = set(re.findall(r'id="([aduv]\d+(?:s\d+)?)"', html))
    assert on_page
    assert on_page == set(re.findall(r'<a id="([aduv]\d+(?:s\d+)?)"></a>', markdown))


def test_every_link_has_its_target(markdown):
    assert set(re.findall(r"\]\(#(\w+)\)", markdown)) <= set(re.findall(r'<a id="(\w+)"></a>', markdown))


def test_every_utterance_told_by_several_has_its_card(sample, markdown):
    told = markdown.split('<a id="told"></a>')[1].split('<a id="changed"></a>')[0]
    assert re.findall(r"^### (\d+)\. (.+)$", told, re.MULTILINE) == [("1", "Ada Quill"), ("2", "Ada Quill")]
    assert "We will rebuild the bridge" in told
    assert "Ostrane had offered stone and timber" in told


def test_whole_texts_stand_at_the_end(sample, markdown):
    end = re.sub(r"<[^>]+>|\\\n| \[\d\]\(#u\d\)", " ", markdown.split('<a id="articles"></a>')[1])
    assert "Nobody was hurt." in end
    assert "Sign up for our letter." in end


def test_outside_text_is_inert(sample):
    hostile = "# [x](javascript:1) <script> **b** `c` \x1b \u202e\n- item\n1. one"
    articles = [replace(article, text=hostile, title=hostile, labels=()) for article in sample.articles]
    page = brief_markdown(articles, {}, replace(sample.findings, passages=(), utterances=(), drift=()), title=hostile)
    assert "<script" not in page
    assert not re.search(r"[^\\]\]\(javascript", page)
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert not re.search(r"^(- item|1\. one)", page, re.MULTILINE)


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (None, None, "date not stated"),
        ("2031-03-05", "2031-03-05", "5 March 2031"),
        ("2031-03-05", "2031-03-09", "between 5 and 9 March 2031"),
        ("2031-03-05", None, "5 March 2031 or later"),
        (None, "2031-03-05", "by 5 March 2031"),
    ],
)
def test_periods(since, until, words):
    assert period(since, until) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2031-12-01", "1 December 2031"), ("2031-12", "December 2031"), ("2031", "2031"), ("soon", "soon")],
)
def test_days(iso, words):
    assert day(iso) == words


def test_counts_lists_and_clips():
    assert count(1, "entry", "entries") == "1 entry"
    assert count(1200, "entry", "entries") == "1,200 entries"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert clip("one two\nthree four", 11) == "one two …"
    assert visible("a\x00b\tc\u2067") == "a␀b\tc[U+2067]"
