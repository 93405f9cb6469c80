"""The structure of quotation marks: what opens, what closes, what was left open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.statements.quotes import Quotation, quotations


def shapes(found: list[Quotation], text: str) -> list[object]:
    """Each quotation's inside, with those inside it: ``"a"`` or ``("a 'b'", ["b"])``."""
    return [
        text[q.inner_start : q.inner_end]
        if not q.inner
        else (text[q.inner_start : q.inner_end], shapes(list(q.inner), text))
        for q in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will go," Quill said. "Soon."', ["We will go,", "Soon."]),
        ("“We will go,” Quill said. “Soon.”", ["We will go,", "Soon."]),
        ("''We will go,'' Quill said. ''Soon.''", ["We will go,", "Soon."]),
        ("``We will go,'' Quill said.", ["We will go,"]),
        ("«We will go», Quill said.", ["We will go"]),
        ("‘We will go,’ Quill said.", ["We will go,"]),
        ("The offer is 'on the table', Quill said.", ["on the table"]),
        ("“He told me ‘never again’ twice,” Quill said.", [("He told me ‘never again’ twice,", ["never again"])]),
        # closed by the wrong mark
        (
            "“It would lead to ‘more harm in the valley.'”",
            [("It would lead to ‘more harm in the valley.'", ["more harm in the valley."])],
        ),
        ("“Yes, we can,’ Quill said.", ["Yes, we can,"]),
        ('“We will go," Quill said.', ["We will go,"]),
        # left open: to the end of the paragraph, as where the next one goes on
        ("“We will go. We always have.", ["We will go. We always have."]),
        # forgotten before another opens
        ("“We will go, Quill said. “Soon.”", ["We will go,", "Soon."]),
        # apostrophes are no quotation marks
        ("The ministers' plan isn't Quill’s, and the ’90s weren’t either.", []),
        ("Quill's lawyers' letter said 'the ministers' plan' was dead.", ["the ministers' plan"]),
        ("Rock 'n' roll", []),
        # a stray closing mark
        ("We will go,” Quill said.", []),
        ("", []),
    ],
)
def test_reads_marks_as_a_careful_reader_does(text: str, expected: list[object]) -> None:
    assert shapes(quotations(text, 0, len(text)), text) == expected


def test_offsets_are_into_the_whole_text() -> None:
    text = 'Before. "Go," she said.'
    [found] = quotations(text, 8, len(text))
    assert (found.start, found.end) == (8, 13)
    assert text[found.inner_start : found.inner_end] == "Go,"


@given(st.text(alphabet="ab ,.'\"“”‘’«»`", max_size=80))
def test_quotations_lie_in_the_text_apart_and_in_order(text: str) -> None:
    def check(found: list[Quotation] | tuple[Quotation, ...], start: int, end: int) -> None:
        at = start
        for q in found:
            assert at <= q.start < q.inner_start <= q.inner_end <= q.end <= end
            check(q.inner, q.inner_start, q.inner_end)
            at = q.end

    check(quotations(text, 0, len(text)), 0, len(text))


@pytest.mark.parametrize("mark", ["'", '"', "“", "‘a ", " '", "“x, ", "''"])
def test_a_hostile_run_of_marks_is_read_to_its_end(mark: str) -> None:
    # a reader that looked ahead without bound at each of these would not come back
    text = mark * 30_000
    assert all(0 <= q.start < q.end <= len(text) for q in quotations(text, 0, len(text)))
