from __future__ import annotations

import gzip
import json
import re
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copies.making import article, named, statement
from onrecord.copies import passages, utterances
from onrecord.model import Article, Span, Speaker, Statement, Utterance

QUILL = named("Ada Quill")
OPEN = "We will open the quay to every fishing boat of Norland before winter"
CRANE = "the harbour needs a second crane to prevent accidents {} the one in May"
IDIOM = "Time and tide wait for nobody"

Pair = tuple[Article, list[Statement]]


def found(*pairs: Pair) -> list[Utterance]:
    articles = [one for one, _ in pairs]
    shared = passages({one.id: one.text for one in articles})
    return utterances(articles, {one.id: some for one, some in pairs}, shared)


def groups(*pairs: Pair) -> set[frozenset[str]]:
    return {frozenset(report.statement for report in one.reports) for one in found(*pairs)}


def one(id: str, words: str, by: Speaker | None = QUILL, kind: str = "direct", **known: str) -> Pair:
    """An article that is one statement of ``words``."""
    said = {key: known.pop(key) for key in ("said", "venue", "repeats") if key in known}
    marked = f"“{words}”" if kind == "direct" else words
    where = article(id, f"In Sund {id}: {marked}, she said.", **known)
    return where, [statement(where, "1", words, by=by, kind=kind, **said)]


A, B = frozenset({"a/1"}), frozenset({"b/1"})
TOGETHER = {A | B}
APART = {A, B}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (one("a", OPEN), one("b", OPEN), TOGETHER),
        (one("a", OPEN), one("b", OPEN, named("Quill")), TOGETHER),
        (one("a", OPEN), one("b", OPEN, named("Bo Marsh")), APART),
        (one("a", OPEN), one("b", OPEN, None), TOGETHER),
        (one("a", OPEN), one("b", OPEN, named("a harbour official", "anonymous")), TOGETHER),
        (one("a", OPEN), one("b", "We’ll open the quay [in Sund] to every fishing boat"), TOGETHER),
        (one("a", OPEN), one("b", "We will not open the quay to every fishing boat of Norland"), APART),
        (one("a", OPEN), one("b", "open the quay", None), APART),
        (one("a", IDIOM), one("b", IDIOM), TOGETHER),
        (one("a", IDIOM), one("b", IDIOM, named("Bo Marsh")), APART),
        (one("a", IDIOM), one("b", IDIOM, None), APART),
        (one("a", IDIOM, published="2031-01-01"), one("b", IDIOM, published="2031-09-01"), APART),
        (one("a", "It cost 30 million crowns, sadly"), one("b", "It cost 40 million crowns, sadly"), APART),
        (one("a", OPEN, said="2031-03-01"), one("b", OPEN, said="2031-04-01"), APART),
        (one("a", OPEN, said="2031-03-01"), one("b", OPEN), TOGETHER),
        (
            one("a", CRANE.format("such as"), kind="indirect"),
            one("b", CRANE.format("like"), kind="indirect"),
            TOGETHER,
        ),
        (
            one("a", CRANE.format("such as"), kind="indirect"),
            one("b", CRANE.format("like"), None, kind="indirect"),
            APART,
        ),
        (one("a", OPEN), one("b", "The quay was built by Norland for winter fishing", kind="indirect"), APART),
    ],
)
def test_one_act_or_two(a: Pair, b: Pair, expected: set[frozenset[str]]) -> None:
    assert groups(a, b) == expected


def test_a_quoted_fragment_belongs_to_the_quotation() -> None:
    text = "Quill said Norland was a “basket of rotten pears” that nobody wanted."
    where = article("b", text)
    fragment = statement(where, "1", "Norland was a “basket of rotten pears”", by=QUILL, kind="mixed")
    whole = one("a", "You could call Norland a basket of rotten pears, if you were me")
    assert groups(whole, (where, [fragment])) == TOGETHER


def test_a_fragment_does_not_make_two_speeches_one() -> None:
    fragment = "a quay for every child of the islands"
    a = one("a", f"In spring I promised our fishing families {fragment}, and they believed it")
    b = one("b", f"Tonight the budget gives {fragment}, paid by a new tax on cruise ships")
    assert max(map(len, groups(a, b, one("c", fragment)))) == 2


def test_a_chain_does_not_make_two_speakers_one() -> None:
    some = groups(one("a", OPEN), one("b", OPEN, None), one("c", OPEN, named("Bo Marsh")))
    assert sorted(map(len, some)) == [1, 2]


def test_nested_statements_are_not_merged_with_what_holds_them() -> None:
    text = f"Radio Sund reported: “Quill said {OPEN}, and the council agreed.”"
    where = article("a", text)
    outer = statement(where, "1", f"Quill said {OPEN}, and the council agreed.", by=named("Radio Sund", "organisation"))
    inner = statement(where, "2", OPEN, by=None, kind="indirect", nested_in="a/1")
    assert groups((where, [outer, inner]), one("b", OPEN, None)) == {
        frozenset({"a/1"}),
        frozenset({"a/2", "b/1"}),
    }


def test_inside_an_article_only_real_repetition() -> None:
    text = (
        f"“{OPEN}.” Later she said: “Every fishing boat is welcome.” In the end: “Open the quay to every fishing boat.”"
    )
    where = article("a", text)
    some = [
        statement(where, "1", OPEN, by=QUILL),
        statement(where, "2", "Every fishing boat is welcome.", by=QUILL),
        statement(where, "3", "Open the quay to every fishing boat.", by=QUILL),
    ]
    assert groups((where, some)) == {frozenset({"a/1", "a/3"}), frozenset({"a/2"})}


def test_repeats_are_left_out() -> None:
    assert groups(one("a", OPEN), one("b", OPEN, repeats="b/0")) == {A}


def test_what_an_utterance_tells() -> None:
    a = one("a", OPEN, venue="an interview with Radio Sund", outlet="Sund Post")
    b = one("b", "We will open the quay to every fishing boat", named("Quill"), said="2031-03-01", venue="an interview")
    (utterance,) = found(a, b)
    assert utterance.speaker == QUILL
    assert utterance.origin == "an interview with Radio Sund"
    assert utterance.said is not None and utterance.said.since == "2031-03-01"
    assert [(report.statement, report.wording) for report in utterance.reports] == [
        ("a/1", "verbatim"),
        ("b/1", "trimmed"),
    ]
    assert re.fullmatch("u[0-9a-f]{10}", utterance.id)
    assert utterance.reasons == (
        "2 reports; beside the fullest, 1 in fewer of the same words",
        "all name Ada Quill or Quill",
    )


SAMPLES = st.lists(
    st.tuples(
        st.sampled_from([OPEN, IDIOM, OPEN[:40], f"{IDIOM}, and {OPEN}", CRANE.format("like"), "No"]),
        st.sampled_from([QUILL, named("Quill"), named("Bo Marsh"), None, named("an aide", "anonymous")]),
        st.sampled_from(["direct", "indirect"]),
    ),
    min_size=1,
    max_size=7,
)


@settings(max_examples=80, deadline=None)
@given(SAMPLES, st.randoms(use_true_random=False))
def test_order_changes_nothing_and_every_statement_has_one_utterance(
    samples: list[tuple[str, Speaker | None, str]], random: Random
) -> None:
    pairs = [one(f"n{number}", *sample) for number, sample in enumerate(samples)]
    straight = found(*pairs)
    random.shuffle(pairs)
    assert found(*pairs) == straight
    assert Counter(report.statement for each in straight for report in each.reports) == Counter(
        f"n{number}/1" for number in range(len(samples))
    )


PRONOUNS = {"he", "she", "it", "they", "we", "i", "you", "his", "her", "who"}


def spoken(words: str) -> Speaker | None:
    """A speaker from source words alone: their last capitalised words, as a reader would shorten them."""
    if not words or words.casefold() in PRONOUNS:
        return None
    capitals = re.findall(r"[A-Z][\w.-]+", re.sub("[’']s\\b", "", words.split(",")[0]))
    return named(" ".join(capitals[-2:])) if capitals else named(words, "anonymous")


def polnear(folder: Path) -> list[Pair]:
    pairs = []
    for part in ("train", "dev"):
        with gzip.open(folder / "data" / "polnear" / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                text = row["text"]
                where = Article(row["id"], text, outlet=row["publisher"], published=row["date"])
                some = []
                for number, gold in enumerate(row["attributions"]):
                    content = tuple(Span.of(text, *piece) for piece in sorted(gold["content"]))
                    if not content:
                        continue
                    words = " ".join(text[start:end] for start, end in gold["source"] or [])
                    marked = re.match("''|[\"“]", content[0].text) is not None
                    kind = "direct" if marked else "mixed" if re.search("''|[\"“]", content[0].text) else "indirect"
                    some.append(Statement(f"{where.id}#{number}", where.id, kind, content, speaker=spoken(words)))
                pairs.append((where, some))
    return pairs


def test_variants_of_quotations_in_polnear(shared: Path) -> None:
    """Of the pairs that are surely one utterance most are found; hardly any pair found is not one.

    Sources are pronouns in a third of the pairs and stay unresolved here, so short ones of those cannot be found.
    A pair counts as wrong if both sides name speakers and these differ.
    """
    pairs = polnear(shared)
    began = time.process_time()
    by_statement = {report.statement: utterance.id for utterance in found(*pairs) for report in utterance.reports}
    # 3.6 s for 22,024 statements on the slow machine it was measured on
    assert time.process_time() - began < 20
    some = {where.id: statements for where, statements in pairs}

    def at(id: str, start: int, end: int) -> Statement | None:
        def common(each: Statement) -> int:
            return sum(max(0, min(piece.end, end) - max(piece.start, start)) for piece in each.content)

        best = max(some[id], key=lambda each: common(each) / (each.end - each.start + end - start))
        return best if common(best) else None

    right = strict = wrong = 0
    with gzip.open(shared / "data" / "reuse" / "polnear_quote_pairs.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            a, b = at(row["a"], *row["a_span"]), at(row["b"], *row["b_span"])
            if a is None or b is None or a == b:
                continue
            together = by_statement[a.id] == by_statement[b.id]
            if row["strict"] and row["speaker"] == "same":
                strict += 1
                right += together
            elif not row["strict"] and row["speaker"] == "names differ":
                wrong += together
    print(f"of {strict} sure pairs {right} found; {wrong} wrong")
    assert right / strict >= 0.8
    assert wrong / (right + wrong) <= 0.05


def test_labelled_pairs_of_statements(shared: Path) -> None:
    """Same position, shift and different issue must not become one utterance; rewording alone is not recognised."""
    texts = {}
    for name in ("pairs/texts", "polnear/train", "polnear/dev", "news/articles"):
        with gzip.open(shared / "data" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            texts.update({row["id"]: row["text"] for row in map(json.loads, lines)})
    together: Counter[tuple[str, bool]] = Counter()
    for line in (shared / "data" / "pairs" / "pairs_dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        sides = []
        for side in "ab":
            given_ = row[side]
            where = Article(side, texts[given_["id"]], published=given_["date"])
            words = where.text[given_["start"] : given_["end"]]
            kind = "direct" if words[0] in '"“' else "mixed" if re.search('["“]', words) else "indirect"
            content = (Span.of(where.text, given_["start"], given_["end"]),)
            sides.append((where, [Statement(side, side, kind, content, speaker=named(row["speaker"]))]))
        same = len(found(*sides)) == 1
        together[row["label"] == "SAME_UTTERANCE", same] += 1
    assert together[False, True] <= 2
    assert together[False, False] > 70
