"""The corpora as gold over word pieces: `pytest training` in the training environment."""

from __future__ import annotations

import random

import numpy as np
import pytest
from data import SCHEMES, Example, _carried_on, _gold, batches, collate
from tokenizers import Tokenizer
from train import tokenizer

from onrecord.tagger.windows import BREAK, SEP, read_pieces

TEXT = (
    'Mayor Ada Quill told reporters: "We will rebuild the bridge.\n\n'
    '"And we will pay for it."\n\nShe added that the council knew.'
)


@pytest.fixture(scope="module")
def pieces_of() -> Tokenizer:
    return tokenizer()


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def example(tok: Tokenizer) -> Example:
    pieces = read_pieces(tok, TEXT)
    parts = [
        ("Mayor Ada Quill", "told reporters", '"We will rebuild the bridge.', False),
        ("", "", '"And we will pay for it."', True),
        ("She", "added", "that the council knew", False),
    ]
    gold = [
        _gold(TEXT, pieces, [span(s)] if s else [], [span(c)] if c else [], [span(w)], 0, on, 1.0)
        for s, c, w, on in parts
    ]
    free = np.zeros(len(pieces), dtype=bool)
    return Example("1", "full", TEXT, pieces, tuple(g for g in gold if g), free, 1.0)


def test_a_quotation_carried_on_is_a_statement_of_its_own() -> None:
    content = [span('"We will rebuild the bridge.\n\n"And we will pay for it."')]
    main, rest = _carried_on(TEXT, content, [span("told reporters")])
    assert [TEXT[a:b].strip() for a, b in main] == ['"We will rebuild the bridge.']
    assert [[TEXT[a:b].strip() for a, b in r] for r in rest] == [['"And we will pay for it."']]


def test_unquoted_content_in_a_later_paragraph_stays() -> None:
    main, rest = _carried_on(TEXT, [span("We will rebuild"), span("the council knew")], [span("told reporters")])
    assert len(main) == 2 and rest == []


def test_anchors_are_first_pieces_of_cues_or_contents(pieces_of: Tokenizer) -> None:
    e = example(pieces_of)
    starts = [TEXT[e.pieces.starts[g.anchor] : e.pieces.ends[g.anchor]] for g in e.gold]
    assert starts == ["told", "And", "added"]
    assert [g.cued for g in e.gold] == [True, False, True]


def test_a_batch_says_where_each_role_is(pieces_of: Tokenizer) -> None:
    e = example(pieces_of)
    (group,) = batches([e] * 2, 384, 2, random.Random(1))
    batch = collate(group)
    assert batch.ids.shape == batch.mask.shape == (2, len(e.pieces) + 2)
    assert set(batch.ids[:, 0].tolist()) <= {SCHEMES["unknown"], SCHEMES["full"]}
    assert (batch.ids[:, -1] == SEP).all()
    assert (batch.anchor_weight[batch.ids == BREAK] == 0).all()
    first = batch.roles[0]
    words = [TEXT[a:b] for a, b in zip(e.pieces.starts, e.pieces.ends, strict=True)]
    assert [w for w, r in zip(words, first[1:-1], strict=True) if r == 1] == ["Mayor", "Ada", "Qui", "ll"]
    assert batch.anchor[0, batch.at[0, 1]] == 1 and batch.anchor[0, batch.at[1, 1]] == 2
    assert batch.continues.tolist() == [0, 1, 0] * 2
