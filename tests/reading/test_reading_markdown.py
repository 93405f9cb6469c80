"""Markdown: front matter and headings are read, and the text stays as it is."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Article, Failure
from onrecord.reading import Stated, read_paths, read_text

PAGE = """---
title: "A truce is offered"
outlet: Harbour Post
date: 2016-08-12
author:
  - Ada Quill
  - Tom Reed
url: https://harbour.example/truce
draft: false
---

# A truce is offered

Ostria offered its neighbour a truce on Friday, the foreign ministry said.

## What comes next ##

Nobody in Velm knew what would come next, and nobody in Karsk did either, it seems.
"""


def labelled(article: Article) -> list[tuple[str, str]]:
    return [(label.label, article.text[label.start : label.end]) for label in article.labels]


def test_front_matter_and_headings() -> None:
    article = read_text(PAGE, id="a", path="a.md")
    assert article.text == PAGE
    assert (article.title, article.outlet, article.published) == ("A truce is offered", "Harbour Post", "2016-08-12")
    assert (article.byline, article.url) == ("Ada Quill, Tom Reed", "https://harbour.example/truce")
    assert labelled(article) == [
        ("boilerplate", PAGE[: PAGE.index("\n\n# ")]),
        ("title", "# A truce is offered"),
        ("subhead", "## What comes next ##"),
    ]


def test_a_heading_is_the_title_where_nothing_else_states_it() -> None:
    text = PAGE[PAGE.index("# A truce") :].replace("\n", "\r\n")
    article = read_text(text, id="a", path="a.markdown")
    assert (article.title, article.text) == ("A truce is offered", text)
    assert [name for name, _ in labelled(article)] == ["title", "subhead"]
    assert read_text(text, id="a", path="a.md", stated=Stated(title="By hand")).title == "By hand"


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    article = read_text(
        "---\n\nA quiet day in Velm\n\nNothing happened there at all, said the mayor.\n", id="a", path="a.md"
    )
    assert (article.title, article.outlet) == ("A quiet day in Velm", None)


def test_a_date_that_is_none_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(PAGE.replace("2016-08-12", "last week"))
    article, failure = read_paths([str(path)])
    assert isinstance(article, Article) and article.published is None
    assert isinstance(failure, Failure) and "front matter: 'date' is 'last week'" in failure.reason


@given(st.lists(st.sampled_from([*PAGE.split("\n"), "#", "# #", "***", "By Ada Quill", "---"]), max_size=20))
def test_labels_lie_apart(parts: list[str]) -> None:
    article = read_text("\n".join(parts), id="a", path="a.md")
    ends = 0
    for label in article.labels:
        assert ends <= label.start < label.end <= len(article.text)
        ends = label.end
