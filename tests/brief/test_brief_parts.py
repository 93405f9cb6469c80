"""The parts of a dossier: family trees, sentences on drift, speakers in order, the timeline, names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from onrecord.brief.cards import cards, origins
from onrecord.brief.changes import merged, sentence
from onrecord.brief.limits import BRANCHES_SHOWN, DROPPED_WHOLE
from onrecord.brief.lookup import Lookup
from onrecord.brief.timeline import days
from onrecord.brief.tree import family
from onrecord.brief.view import Line, Node
from onrecord.brief.voices import groups
from onrecord.model import (
    Article,
    Drift,
    DriftSide,
    Findings,
    Link,
    Passage,
    Report,
    Side,
    Sources,
    Span,
    Speaker,
    Statement,
    Utterance,
)


def drawn(nodes: Sequence[Node], depth: int = 0) -> list[str]:
    """A tree as indented lines."""
    return [
        text
        for node in nodes
        for text in [
            f"{'  ' * depth}{shown(node.label)} {node.how}".rstrip(),
            *drawn(node.children, depth + 1),
        ]
    ]


def shown(line: Line) -> str:
    return "".join(piece.text for piece in line)


def papers(*names: str) -> Lookup:
    return Lookup([Article(name, "x", outlet=name.upper()) for name in names], {}, Findings())


def test_a_tree_runs_from_origin_to_reprint():
    chain = [Link("b", "c", "credits it"), Link("an interview", "b", "names it"), Link("", "d", "unknown")]
    assert drawn(family(papers("b", "c", "d", "e"), chain, ["b", "c", "d", "e"])) == [
        "an interview",
        "  B names it",
        "    C credits it",
        "origin not stated",
        "  D",
        "  E",
    ]


def test_one_origin_has_one_tree_and_other_names_for_it_are_told():
    chain = [
        Link("an interview with Nine", "a", "names it"),
        Link("a wire", "a", "credits it"),
        Link("a television interview", "b", "names it"),
        Link("a", "c", "shares its words"),
    ]
    assert drawn(family(papers("a", "b", "c"), chain, "abc", "an interview with Nine")) == [
        "an interview with Nine",
        "  A names it; credits “a wire”",
        "    C shares its words",
        "  B names “a television interview”",
    ]


def test_a_circle_of_links_ends():
    chain = [Link("a", "b", "shares its words"), Link("b", "a", "shares its words")]
    assert drawn(family(papers("a", "b"), chain, ["a", "b"])) == ["A", "  B shares its words"]


def test_a_wide_tree_is_cut_and_counted():
    names = [f"p{n:02}" for n in range(BRANCHES_SHOWN + 3)]
    (tree,) = family(papers(*names), [Link("a wire", name, "credits it") for name in names], names)
    assert len(tree.children) == BRANCHES_SHOWN + 1
    assert shown(tree.children[-1].label) == "…and 3 more articles"


def test_a_long_chain_is_cut():
    names = [f"p{n:04}" for n in range(3000)]
    chain = [Link(a, b, "shares its words") for a, b in pairwise(names)]
    assert "…and 1 more article" in drawn(family(papers(*names), chain, names))[-1]


A = DriftSide("a", 0, 1, "Ada Quill")
B = DriftSide("b", 0, 1, None)


@pytest.mark.parametrize(
    ("changes", "b", "words"),
    [
        (["speaker lost"], None, "Ada Quill’s words, printed in A; in B they stand without Ada Quill."),
        (
            ["quotation marks lost", "speaker lost"],
            None,
            "Ada Quill’s words, printed in A; in B they stand without Ada Quill and without quotation marks.",
        ),
        (["speaker changed"], "Per Ost", "Ada Quill’s words, printed in A; B gives them to Per Ost."),
        (
            ["words changed"],
            "Ada Quill",
            "Ada Quill’s words, printed in A; B prints other words between the quotation marks.",
        ),
        (
            ["quotation marks gained"],
            "Ada Quill",
            "Ada Quill’s words, printed in A; B sets in quotation marks what A tells in its own words.",
        ),
    ],
)
def test_drift_in_plain_sentences(changes, b, words):
    drift = tuple(Drift(A, replace(B, speaker=b), change) for change in changes)
    lookup = replace(papers("a", "b"), findings=Findings(drift=drift))
    (group,) = merged(lookup)
    assert sentence(lookup, group) == words


def test_a_lost_relay_is_named(sample):
    held = replace(sample.statements["h"][0], relay=("Channel Nine", "a wire"))
    start, end = held.start, held.end
    drift = (Drift(DriftSide("h", start, end, "Ada Quill"), DriftSide("t", 0, 9, "Ada Quill"), "relay lost"),)
    lookup = Lookup(sample.articles, {"h": [held]}, Findings(drift=drift))
    (group,) = merged(lookup)
    assert sentence(lookup, group).endswith("in Velm Tribune they stand without Channel Nine and without a wire.")


def test_one_speakers_words_in_one_shared_passage_are_one_change():
    rows = tuple(
        Drift(replace(A, start=at, end=at + 9), replace(B, start=at, end=at + 9), "speaker lost") for at in (5, 20, 70)
    )
    shared = Passage(Side("b", 0, 40), Side("a", 0, 40), 8, "b")
    lookup = replace(papers("a", "b"), findings=Findings(passages=(shared,), drift=rows))
    assert [(group.a.start, group.a.end) for group in merged(lookup)] == [(5, 29), (70, 79)]


def test_changes_of_other_passages_stay_apart():
    far = Drift(replace(A, start=50, end=60), replace(B, start=50, end=60), "speaker lost")
    lookup = replace(papers("a", "b"), findings=Findings(drift=(Drift(A, B, "speaker lost"), far)))
    assert len(merged(lookup)) == 2


def test_speakers_by_type_and_by_how_much_they_say(sample):
    found, hidden = groups(Lookup(sample.articles, sample.statements, sample.findings))
    assert [(group.name, [voice.name for voice in group.voices]) for group in found] == [
        ("Persons", ["Ada Quill"]),
        ("Countries", ["Ostrane"]),
        ("Organisations", ["Channel Nine"]),
        ("Sources without a name", ["a senior official"]),
    ]
    assert hidden == 0
    quill = found[0].voices[0]
    assert quill.tally == "5 statements in 3 articles"
    assert quill.told[0].again
    assert "as told by Channel Nine" in shown(quill.told[1].details)


def test_timeline_runs_by_day_and_ends_with_the_undated(sample):
    found, hidden = days(Lookup(sample.articles, sample.statements, sample.findings))
    assert [day.name for day in found] == ["4 March 2031", "5 March 2031", "6 March 2031", "Undated"]
    assert [moment.when for moment in found[-1].moments] == ["between 7 and 12 March 2031", "date not stated"]
    assert hidden == 0


@pytest.mark.parametrize(
    ("span", "words"),
    [((0, 0), "no origin named"), ((1, 1), "1 origin"), ((1, 3), "1 to 3 origins"), ((2, 2), "2 origins")],
)
def test_origins_are_a_range(span, words):
    assert origins(Sources("u", 3, 3, span, (), ())) == words


def test_reasons_name_articles_and_leave_words_alone(sample):
    ids = {"h": "h-1", "t": "is", "p": "p", "w": "w"}
    articles = [replace(article, id=ids[article.id]) for article in sample.articles]
    utterance = Utterance("u", None, (Report("1", "h-1", "verbatim"), Report("1", "is", "verbatim")))
    source = Sources("u", 2, 2, (1, 1), (), ("2 articles, 2 outlets", "h-1 is named; it shares 9 words with h-1"))
    (card,) = cards(Lookup(articles, {}, Findings(utterances=(utterance,), sources=(source,))))
    assert card.why == ("Harbour Post is named; it shares 9 words with Harbour Post",)


def test_names_of_articles_are_never_the_same_twice():
    lookup = Lookup(
        [
            Article("a", "x", outlet="Post"),
            Article("b", "x", outlet="Post"),
            Article("c", "x", title="A ferry"),
            Article("d", "x"),
        ],
        {},
        Findings(),
    )
    names = [lookup.name(article.id) for article in lookup.articles]
    assert sorted(names) == [
        "Post (article 3)",
        "Post (article 4)",
        "article 2 (outlet not stated)",
        "“A ferry”",
    ]


def test_a_long_dropped_stretch_is_shortened_and_counted():
    speaker = Speaker("person:q", "Ada Quill", "person")
    start = "The ferry sails at dawn and the ferry comes home at dusk, whatever the wind may say about it"
    long = f"{start} {' '.join(f'w{n}' for n in range(DROPPED_WHOLE + 10))}"
    articles = [Article("a", long, outlet="A"), Article("b", start, outlet="B")]
    statements = {
        a.id: [Statement(a.id, a.id, "direct", (Span.of(a.text, 0, len(a.text)),), speaker=speaker)] for a in articles
    }
    reports = (Report("a", "a", "verbatim"), Report("b", "b", "trimmed"))
    lookup = Lookup(articles, statements, Findings(utterances=(Utterance("u", speaker, reports),)))
    (card,) = cards(lookup)
    assert [run.kind for run in card.reports[1].runs if run.text.strip()] == ["same", "dropped"]
    assert "… (22 words) …" in card.reports[1].runs[-1].text
