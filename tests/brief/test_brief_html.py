"""The HTML brief: well formed, self-contained, links with targets, texts exact, nothing hostile alive."""

from __future__ import annotations

import random
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from onrecord.brief import brief_html
from onrecord.brief.limits import ARTICLES_SHOWN
from onrecord.model import Article, Findings, Label, Report, Span, Speaker, Statement, Utterance

VOID = {"meta", "br", "hr", "img", "link", "input"}
TITLE = "The bridge across the Velm"


class Page(HTMLParser):
    """A strict little reader: tags must close in order; keeps ids, links and the text of each article."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.bodies: list[str] = []
        self._depth: int | None = None
        self.words: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        given = {name: value or "" for name, value in attrs}
        self.attributes += given.items()
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given["href"])
        if tag in VOID:
            return
        self.open.append(tag)
        if given.get("class") == "body":
            self._depth = len(self.open)
            self.bodies.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-3:]}"
        if self._depth == len(self.open):
            self._depth = None
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self._depth is not None:
            self.bodies[-1] += data


@pytest.fixture
def html(sample) -> str:
    return brief_html(sample.articles, sample.statements, sample.findings, title=TITLE)


def test_ids_are_unique_and_every_inner_link_has_its_target(html):
    page = Page(html)
    assert len(page.ids) == len(set(page.ids))
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert inner
    assert inner <= set(page.ids)


def test_every_article_is_printed_exactly(sample, html):
    assert Page(html).bodies == [article.text for article in sample.articles]


def test_nothing_is_loaded_and_nothing_runs(html):
    page = Page(html)
    assert not {"script", "img", "link", "iframe", "object"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name.startswith("on") or name in ("src", "style")]
    style = html.split("<style>")[1].split("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    assert re.findall("https?:", style) == []
    assert [link for link in page.links if not link.startswith("#")] == ["https://harbour.example/bridge"]


def test_policy_allows_its_own_style_only(html):
    style = html.split("<style>")[1].split("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = next(value for name, value in Page(html).attributes if name == "content" and "default-src" in value)
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_first_screen_answers_the_three_questions(html):
    brief = html.split('id="brief"')[1].split("</section>")[0]
    assert "an interview with Channel Nine" in brief
    assert "Velm Tribune</a> (trimmed)" in brief
    assert "Morning Post</a> (paraphrase)" in brief
    assert re.search(r'<a href="#d\d" class="warn">speaker changed</a>', brief)
    assert "3 articles, 3 outlets → 1 origin" in brief


def test_rows_of_one_passage_and_pair_are_one_entry(html):
    changed = html.split('id="changed"')[1].split("</section>")[0]
    assert changed.count('<article class="change"') == 2
    assert (
        "Channel Nine’s words, printed in Harbour Post; in article 4 (outlet not stated) they stand without "
        "Channel Nine and without quotation marks." in changed
    )


def test_differences_are_marked_against_the_fullest_report(html):
    card = html.split('id="u1"')[1].split("</article>")[0]
    assert re.search(r"<del>[^<]*and we will pay for half of it</del>", card)
    assert "differences are not marked" in card


def test_unknown_is_said_to_be_unknown(html):
    assert "date not stated" in html
    assert "outlet not stated" in html
    assert "between 7 and 12 March 2031" in html


def test_order_of_arrival_does_not_matter(sample, html):
    mixed = random.Random(7)
    articles = mixed.sample(sample.articles, len(sample.articles))
    statements = {
        article: mixed.sample(told, len(told))
        for article, told in mixed.sample(sorted(sample.statements.items()), len(sample.statements))
    }
    found = sample.findings
    findings = Findings(
        *(tuple(reversed(part)) for part in (found.passages, found.utterances, found.sources, found.drift))
    )
    assert brief_html(articles, statements, findings, title=TITLE) == html


HOSTILE = '<script>alert(1)</script>\x1b[31m\u202egnp.exe\u2066 " onload="x" &lt; </style></title>\ud800'


def test_hostile_words_are_shown_and_never_act():
    speaker = Speaker("person:x", HOSTILE, "person")
    text = f"{HOSTILE} said: “{HOSTILE}”\n\n{HOSTILE}"
    content = (Span.of(text, len(HOSTILE) + 8, 2 * len(HOSTILE) + 8),)
    source = Span.of(text, 0, len(HOSTILE))
    articles = [
        Article(
            id,
            text,
            path=HOSTILE,
            outlet=HOSTILE + id,
            origin=HOSTILE,
            title=HOSTILE,
            byline=HOSTILE,
            published="2031-03-05",
            url="javascript:alert(1)",
            labels=(Label(0, 4, "credit"),),
        )
        for id in ("a", "b")
    ]
    statements = {
        a.id: [Statement(HOSTILE, a.id, "direct", content, source, None, speaker, HOSTILE, (HOSTILE,), act="say")]
        for a in articles
    }
    reports = tuple(Report(HOSTILE, a.id, "verbatim") for a in articles)
    findings = Findings(utterances=(Utterance("u", speaker, reports, HOSTILE, reasons=(HOSTILE,)),))
    html = brief_html(articles, statements, findings, title=HOSTILE)
    page = Page(html)
    assert "script" not in page.tags
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert all(link.startswith("#") for link in page.links)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", html)
    assert "␛[31m[U+202E]gnp.exe" in "".join(page.words)
    assert html.encode("utf-8")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "http://",
        "https://a b",
        "file:///etc/passwd",
        "//x.example",
    ],
)
def test_only_web_addresses_become_links(sample, url):
    articles = [replace(article, url=url) for article in sample.articles]
    html = brief_html(articles, sample.statements, sample.findings, title=TITLE)
    assert all(link.startswith("#") for link in Page(html).links)


def test_spans_that_point_nowhere_break_nothing(sample):
    text = sample.articles[0].text
    strange = [
        Statement("h-8", "h", "direct", (Span(5, 5, ""), Span(-9, -3, "nowhere"))),
        Statement("h-9", "h", "indirect", (Span(len(text), len(text) + 40, "beyond"),)),
    ]
    statements = {**sample.statements, "h": (*sample.statements["h"], *strange)}
    page = Page(brief_html(sample.articles, statements, sample.findings, title=TITLE))
    assert page.bodies[0] == text
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_an_empty_record_is_still_a_page():
    page = Page(brief_html([], {}, Findings(), title="Nothing"))
    assert "No utterance is told by more than one of these articles." in "".join(page.words)
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_a_big_record_is_bounded_and_says_so():
    many = 3 * ARTICLES_SHOWN
    speaker = Speaker("person:q", "Ada Quill", "person")
    text = "“The ferry sails at dawn and comes home at dusk,” said Ada Quill."
    articles = [Article(f"{n:04}", text, outlet=f"Paper {n}") for n in range(many)]
    statements = {
        a.id: [Statement(f"{a.id}-1", a.id, "direct", (Span.of(text, 1, 49),), speaker=speaker)] for a in articles
    }
    reports = tuple(Report(f"{a.id}-1", a.id, "verbatim") for a in articles)
    html = brief_html(articles, statements, Findings(utterances=(Utterance("u", speaker, reports),)), title="Ferry")
    page = Page(html)
    assert len(page.bodies) == ARTICLES_SHOWN
    assert f"…and {many - ARTICLES_SHOWN} more articles; `onrecord search` finds them." in "".join(page.words)
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_punctuation_alone_is_no_difference(html):
    card = html.split('id="u2"')[1].split("</article>")[0]
    assert "<del>" not in card
    assert "<ins>" not in card
