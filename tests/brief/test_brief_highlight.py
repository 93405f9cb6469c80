"""Spans over a text as flat segments: the text comes back exactly, whatever lies over it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.brief.highlight import Cover, Paragraph, flat

TEXTS = st.text(alphabet="ab \n\t“”", max_size=80)


@st.composite
def laid(draw):
    text = draw(TEXTS)
    place = st.integers(-3, len(text) + 3)
    spans = draw(st.lists(st.tuples(place, place), max_size=8))
    covers = [Cover(a, b, f"look{n % 3}", n % 2 == 0, f"s{n}") for n, (a, b) in enumerate(spans)]
    return text, covers


def joined(paragraphs: tuple[Paragraph, ...]) -> str:
    return "".join("".join(s.text for s in paragraph.segments) + paragraph.gap for paragraph in paragraphs)


@given(laid())
def test_the_text_comes_back_exactly(case):
    text, covers = case
    assert joined(flat(text, covers)) == text


@given(laid())
def test_every_cover_with_something_to_see_opens_once(case):
    text, covers = case
    opened = [a for p in flat(text, covers) for s in p.segments for a in s.anchors]
    seen = [c.anchor for c in covers if text[max(0, c.start) : max(0, c.end)].strip()]
    assert sorted(opened) == sorted(seen)


@given(laid())
def test_each_segment_knows_just_the_covers_over_it(case):
    text, covers = case
    position = 0
    for paragraph in flat(text, covers):
        for segment in paragraph.segments:
            for place in range(position, position + len(segment.text)):
                over = {c.anchor for c in covers if max(0, c.start) <= place < c.end}
                if not text[place].isspace():
                    assert {*segment.anchors, *segment.within} == over
            position += len(segment.text)
        position += len(paragraph.gap)


@given(laid(), st.randoms())
def test_the_order_of_covers_does_not_matter(case, random):
    text, covers = case
    mixed = random.sample(covers, len(covers))
    assert flat(text, mixed) == flat(text, covers)


def test_a_blank_line_parts_paragraphs_and_a_line_end_does_not():
    paragraphs = flat("One\ntwo.\n \n\nThree.", [])
    assert [[s.text for s in p.segments] for p in paragraphs] == [["One\ntwo."], ["Three."]]
    assert paragraphs[0].gap == "\n \n\n"


def test_nested_and_crossing_spans_become_flat_runs():
    text = "abcdefgh"
    (paragraph,) = flat(text, [Cover(0, 6, "x", True, "x"), Cover(2, 4, "y", True, "y"), Cover(3, 8, "z", True, "z")])
    assert [(s.text, s.anchors, s.within) for s in paragraph.segments] == [
        ("ab", ("x",), ()),
        ("c", ("y",), ("x",)),
        ("d", ("z",), ("x", "y")),
        ("ef", (), ("x", "z")),
        ("gh", (), ("z",)),
    ]
