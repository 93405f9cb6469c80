from __future__ import annotations

import gzip
import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.copies import passages
from onrecord.copies.words import word_spans
from onrecord.model import Passage, Side

HARBOUR = "The harbour master of Port Ellery closed the northern quay for nine days after the storm."


def brute(texts: dict[str, str]) -> set[tuple[str, int, int, str, int, int, int]]:
    """Every maximal shared run, by walking every diagonal of every pair."""
    found = set()
    read = {key: word_spans(text) for key, text in texts.items()}
    for a in texts:
        for b in texts:
            if a >= b:
                continue
            (words_a, starts_a, ends_a), (words_b, starts_b, ends_b) = read[a], read[b]
            for i in range(len(words_a)):
                for j in range(len(words_b)):
                    if i and j and words_a[i - 1] == words_b[j - 1]:
                        continue
                    n = 0
                    while i + n < len(words_a) and j + n < len(words_b) and words_a[i + n] == words_b[j + n]:
                        n += 1
                    if n >= 8:
                        found.add((a, starts_a[i], ends_a[i + n - 1], b, starts_b[j], ends_b[j + n - 1], n))
    return found


def plain(found: list[Passage]) -> list[tuple[str, int, int, str, int, int, int]]:
    return [(p.a.article, p.a.start, p.a.end, p.b.article, p.b.start, p.b.end, p.words) for p in found]


few_words = st.lists(st.sampled_from(["tide", "Tide", "quay", "bell", "don't", "don’t"]), max_size=40).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from("abcd"), few_words, max_size=4))
def test_finds_exactly_what_brute_force_finds(texts: dict[str, str]) -> None:
    found = plain(passages(texts))
    assert len(found) == len(set(found))
    assert set(found) == brute(texts)


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(st.sampled_from("abcd"), few_words, max_size=4), st.randoms(use_true_random=False))
def test_order_of_arrival_changes_nothing(texts: dict[str, str], random: object) -> None:
    keys = list(texts)
    random.shuffle(keys)  # type: ignore[attr-defined]
    assert passages({key: texts[key] for key in keys}) == passages(texts)


def test_spans_are_characters_of_each_text() -> None:
    found = passages({"b": f"Late news. {HARBOUR}", "a": HARBOUR.upper() + " More follows."})
    assert found == [Passage(Side("a", 0, 88), Side("b", 11, 99), 16, "none")]


def test_seven_words_are_too_few() -> None:
    assert passages({"a": "one two three four five six seven", "b": "one two three four five six seven"}) == []


def test_a_run_ends_with_its_article() -> None:
    texts = {
        "a": "one two three four",
        "b": "five six seven eight",
        "c": "one two three four five six seven eight",
    }
    assert passages(texts) == []


def test_one_article_shares_nothing_with_itself() -> None:
    assert passages({"a": f"{HARBOUR} {HARBOUR}"}) == []


@pytest.mark.parametrize(
    ("a", "b", "quoted"),
    [
        (f"“{HARBOUR}”", f'She said: "{HARBOUR}"', "both"),
        (f"“{HARBOUR}”", HARBOUR, "a"),
        (HARBOUR, f"''{HARBOUR}'' he said", "b"),
        (HARBOUR, f"‘{HARBOUR}’ he said", "b"),
        (HARBOUR, f"It’s the council’s, he said. {HARBOUR} It's the mayor's.", "none"),
        (f"“Closed.” {HARBOUR}", f"{HARBOUR} “Closed.”", "none"),
        (f'{HARBOUR}" he ended. "More," he said.', HARBOUR, "a"),
        (f'He ended." {HARBOUR} "More," he said.', HARBOUR, "none"),
        (f"“First part.\n\n“{HARBOUR}”", HARBOUR, "a"),
    ],
)
def test_tells_which_side_prints_it_as_a_quotation(a: str, b: str, quoted: str) -> None:
    assert [passage.quoted for passage in passages({"a": a, "b": b})] == [quoted]


def test_boilerplate_of_many_articles_is_met_once_a_pair() -> None:
    texts = {f"{n:03}": f"word{n} {HARBOUR} other{n}" for n in range(60)}
    assert len(passages(texts)) == 60 * 59 // 2


def test_against_brute_force_over_polnear(shared: Path) -> None:
    texts = {}
    for part in ("train", "dev"):
        with gzip.open(shared / "data" / "polnear" / f"{part}.jsonl.gz", "rt") as lines:
            texts.update({row["id"]: row["text"] for row in map(json.loads, lines)})
    gold = set()
    with gzip.open(shared / "data" / "reuse" / "polnear_passages.jsonl.gz", "rt") as lines:
        for row in map(json.loads, lines):
            a, b = sorted((row[side], row[f"{side}_start"], row[f"{side}_end"]) for side in "ab")
            gold.add((*a, *b, row["words"]))
    assert set(plain(passages(texts))) == gold


def test_a_thousand_news_articles_in_a_few_seconds(shared: Path) -> None:
    with gzip.open(shared / "data" / "news" / "articles.jsonl.gz", "rt") as lines:
        texts = {row["id"]: row["text"] for row, _ in zip(map(json.loads, lines), range(1000), strict=False)}
    began = time.process_time()
    found = passages(texts)
    # 1.7 s on the slow machine it was measured on; a pairwise walk takes minutes
    assert time.process_time() - began < 15
    assert len(found) > 1000
