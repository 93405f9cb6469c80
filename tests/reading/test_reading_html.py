"""Web pages: the body and the facts the page itself states; hostile pages end in a reason."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from onrecord.model import Article, Failure
from onrecord.reading import Stated, read_paths

BODY = "".join(
    f"<p>{words}</p>\n"
    for words in (
        "Ostria offered its neighbour a truce on Friday, the foreign ministry said, after a week of shelling.",
        "“We will stop if they stop,” Minister Tom Reed told reporters in the capital on Friday afternoon.",
        "The offer came a day after a summit in Velm at which nothing was agreed, officials of both sides said.",
        "It was the third offer of the year, and the first that named a day on which the guns should fall silent.",
    )
)
LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"],
"headline": "A truce is offered", "datePublished": "2016-08-12T09:00:00+02:00",
"publisher": {"name": "Harbour Post"}, "author": [{"name": "Ada Quill"}, {"name": "Tom Reed"}]}]}</script>"""


def page(head: str = "", body: str = BODY, start: str = '<html lang="en-GB">') -> str:
    return f"<!DOCTYPE html>{start}<head>{head}</head><body><nav>Home</nav><article>{body}</article></body></html>"


def read(tmp_path: Path, content: str | bytes, stated: Stated | None = None) -> Article | Failure:
    path = tmp_path / "a.html"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (found,) = read_paths([str(path)], stated or Stated())
    return found


def article(tmp_path: Path, content: str | bytes, stated: Stated | None = None) -> Article:
    found = read(tmp_path, content, stated)
    assert isinstance(found, Article), found
    return found


def test_body_and_facts(tmp_path: Path) -> None:
    found = article(tmp_path, page(LINKED + '<link rel="canonical" href="https://harbour.example/truce">'))
    assert found.text.startswith("Ostria offered its neighbour a truce on Friday")
    assert found.text.count("\n\n") == 3 and "Home" not in found.text
    assert (found.title, found.outlet, found.byline) == ("A truce is offered", "Harbour Post", "Ada Quill, Tom Reed")
    assert (found.published, found.language, found.url) == ("2016-08-12", "en-GB", "https://harbour.example/truce")


def test_meta_elements_state_facts_where_nothing_else_does(tmp_path: Path) -> None:
    head = """<meta property="og:title" content="A truce"><meta property="og:site_name" content="Harbour Post">
    <meta property="article:published_time" content="2016-08-12T09:00:00+99:99"><meta name="author" content="Ada Quill">
    <meta property="article:author" content="https://social.example/ada">"""
    found = article(tmp_path, page(head))
    assert (found.title, found.outlet, found.byline, found.published) == (
        "A truce",
        "Harbour Post",
        "Ada Quill",
        "2016-08-12",
    )
    assert article(tmp_path, page(head), Stated(outlet="By Hand")).outlet == "By Hand"


def test_what_a_page_does_not_state_is_unknown(tmp_path: Path) -> None:
    found = article(tmp_path, page(start="<html>"))
    assert (found.outlet, found.byline, found.published, found.language, found.url) == (None,) * 5


def test_the_encoding_a_page_declares(tmp_path: Path) -> None:
    body = BODY.replace("Friday,", "Friday in Gródek,")
    found = article(tmp_path, page('<meta charset="iso-8859-2">', body).encode("iso-8859-2", "xmlcharrefreplace"))
    assert "Friday in Gródek," in found.text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (page(body="<div>" * 1_000 + BODY), "nested too deep"),
        (page(body="<br>" * 60_000 + BODY), "too many elements"),
        (page(body=f"<p {'a=1 ' * 2_000}>x</p>{BODY}"), "too many elements or attributes"),
        (page(body="x" * 5_000_001), "too large for a page"),
        ("<html></html>", "no article text found"),
        (b"<html>\x00\x00</html>", "null bytes"),
        ("", "empty"),
    ],
)
def test_a_page_that_cannot_be_read_says_why(tmp_path: Path, content: str | bytes, reason: str) -> None:
    found = read(tmp_path, content)
    assert isinstance(found, Failure) and reason in found.reason


@pytest.mark.parametrize(
    "head",
    ['<script type="application/ld+json">{"@type": "NewsArticle"', LINKED.replace("}]}", ""), "<script>" + "<" * 9_000],
)
def test_an_unclosed_script_ends_in_a_reason_or_an_article(tmp_path: Path, head: str) -> None:
    read(tmp_path, page(head))
    assert "Ostria offered" in article(tmp_path, page(body=BODY + head)).text


def test_without_the_extra_the_remedy_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    found = read(tmp_path, page())
    assert isinstance(found, Failure) and "pip install 'onrecord[html]'" in found.reason
