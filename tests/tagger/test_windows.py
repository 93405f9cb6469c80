"""Word pieces keep to the characters of the text, and windows cover it."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from onrecord.tagger.windows import BREAK, Pieces, Window, cut, owners, read_pieces

WORDS = ["the", "mayor", "said", "will", "re", "##build", "we", '"', "'", ",", ".", "[UNK]", "ada", "quill"]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    made = Tokenizer(models.WordPiece({w: i + 10 for i, w in enumerate(WORDS)}, unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


def words(pieces: Pieces, text: str) -> list[str]:
    return [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)]


def test_offsets_are_characters_of_the_text_itself(tokenizer: Tokenizer) -> None:
    text = "🚂 Ada\u00a0Quill said:\r\n“We will rebuild,” the Mayo\u0301r said."
    pieces = read_pieces(tokenizer, text)
    found = words(pieces, text)
    assert "Ada" in found and "Quill" in found
    assert [w for w in found if w in "“”"] == ["“", "”"] or "“" in found
    assert found.index("re") + 1 == found.index("build")


def test_a_paragraph_ends_in_a_piece_of_its_own(tokenizer: Tokenizer) -> None:
    pieces = read_pieces(tokenizer, "The mayor.\r\n\r\n\r\nThe mayor.")
    assert list(pieces.ids).count(BREAK) == 1


def test_features_tell_capitals_and_quotation(tokenizer: Tokenizer) -> None:
    text = 'Ada said, "we WILL." The mayor'
    pieces = read_pieces(tokenizer, text)
    told = dict(zip(words(pieces, text), pieces.features.tolist(), strict=True))
    assert told["Ada"] == 4 and told["said"] == 0
    assert told["we"] == 1 and told["WILL"] == 9
    marks = [f for w, f in zip(words(pieces, text), pieces.features, strict=True) if w == '"']
    assert marks == [2, 3]
    assert told["mayor"] == 0


def test_an_unclosed_quotation_runs_to_its_paragraphs_end_only(tokenizer: Tokenizer) -> None:
    text = "“we will rebuild\nthe mayor"
    pieces = read_pieces(tokenizer, text)
    told = dict(zip(words(pieces, text), pieces.features.tolist(), strict=True))
    assert told["build"] == 1 and told["mayor"] == 0


def test_an_apostrophe_is_no_quotation(tokenizer: Tokenizer) -> None:
    text = "Quill's mayor said the mayors' will"
    assert set(read_pieces(tokenizer, text).features.tolist()) <= {0, 4}


def test_empty_text_has_no_pieces(tokenizer: Tokenizer) -> None:
    assert len(read_pieces(tokenizer, " \n\n ")) == 0


paragraphs = st.lists(st.integers(1, 400), min_size=1, max_size=30)


@given(paragraphs, st.integers(200, 448))
def test_windows_cover_everything_and_overlap(lengths: list[int], most: int) -> None:
    ids = [i for n in lengths for i in ([50] * n + [BREAK])][:-1]
    column = np.array(ids, dtype=np.int64)
    windows = cut(Pieces(column, column, column, column), most)
    assert windows[0].start == 0 and windows[-1].end == len(ids)
    for a, b in pairwise(windows):
        assert a.start < b.start <= a.end - 60 and a.end < b.end
    assert all(0 < w.end - w.start <= most for w in windows)


@given(paragraphs, st.integers(200, 448))
def test_every_piece_has_one_owner_that_holds_it(lengths: list[int], most: int) -> None:
    ids = [i for n in lengths for i in ([50] * n + [BREAK])][:-1]
    column = np.array(ids, dtype=np.int64)
    windows = cut(Pieces(column, column, column, column), most)
    owner = owners(windows, len(ids))
    assert all(windows[k].start <= i < windows[k].end for i, k in enumerate(owner))


def test_the_owner_sees_most_of_what_stands_around() -> None:
    owner = owners([Window(0, 10), Window(4, 20)], 20)
    assert owner.tolist() == [0] * 7 + [1] * 13


@given(st.lists(st.integers(1, 40), min_size=1, max_size=40), st.integers(1, 60), st.randoms(use_true_random=False))
def test_articles_that_share_their_paragraphs_come_to_share_their_windows(
    lengths: list[int], before: int, random: Random
) -> None:
    def ids(length: int) -> list[int]:
        return [random.randrange(20, 30_000) for _ in range(length)] + [BREAK]

    shared = [i for length in lengths * 6 for i in ids(length)]
    one, other = as_pieces(shared), as_pieces(ids(before) + shared)
    moved = before + 1
    first = {(w.start, w.end) for w in cut(one, 64)}
    second = {(w.start - moved, w.end - moved) for w in cut(other, 64)}
    # once both choose the same border they never part again
    common = sorted(first & second)
    if common:
        at = common[0]
        assert sorted(w for w in first if w >= at) == sorted(w for w in second if w >= at)


def as_pieces(ids: list[int]) -> Pieces:
    zeros = np.zeros(len(ids), dtype=np.int64)
    return Pieces(np.array(ids, dtype=np.int64), zeros, zeros, zeros)
