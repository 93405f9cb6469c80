"""The model that comes with the program: the same text gives the same statements, and is read once."""

from __future__ import annotations

import pytest

from onrecord.tagger import Model, load
from onrecord.tagger.model import SHIPPED

STORY = (
    '"We will rebuild it," Mayor Ada Quill told the Harbour Post on Tuesday, adding that the council had been warned.'
)
OTHERS = [f"The {n} ferries of Karsk were late, the harbour office said." for n in range(40)]


@pytest.fixture(scope="module")
def model() -> Model:
    return load(SHIPPED)


def test_the_same_text_gives_the_same_statements_whatever_was_read_before(model: Model) -> None:
    fresh = Model(SHIPPED).propose(STORY)
    for other in OTHERS:
        model.propose(other)
    assert model.propose(STORY) == fresh
    assert model.propose(STORY) == fresh  # and from memory


def test_offsets_are_characters_of_the_text(model: Model) -> None:
    for lead in ("", "🌊 ", "\u00a0\r\n\r\n"):
        text = lead + STORY
        assert [text[a:b] for p in model.propose(text) for a, b in p.content][:1] == ["We will rebuild it,"]


def test_confidence_is_a_share(model: Model) -> None:
    assert all(0.0 <= p.confidence <= 1.0 for p in model.propose(STORY + "\n\n" + "\n\n".join(OTHERS)))


def test_a_long_article_is_read_to_its_end(model: Model) -> None:
    text = "\n\n".join([*OTHERS * 3, STORY])
    assert any(text[p.content[0][0] : p.content[0][1]] == "We will rebuild it," for p in model.propose(text))


def test_it_is_loaded_once() -> None:
    assert load(SHIPPED) is load(SHIPPED)


def test_the_files_keep_to_their_size() -> None:
    assert sum(file.stat().st_size for file in SHIPPED.iterdir()) <= 25_000_000


def test_half_a_surrogate_pair_is_no_error(model: Model) -> None:
    text = 'Quill said "it held" \ud800 twice.'
    assert all(0 <= a < b <= len(text) for p in model.propose(text) for a, b in p.content)
