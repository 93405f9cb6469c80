"""Who said what, in one article, with the model that comes with the program."""

from __future__ import annotations

import pytest

from onrecord.model import Article, Statement
from onrecord.statements import find_statements


def found(text: str) -> list[Statement]:
    return find_statements(Article(id="a", text=text))


def brief(s: Statement) -> tuple[str | None, str]:
    return (s.source.text if s.source else None, s.words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will go," Ada Quill said.', [("Ada Quill", "We will go,")]),
        ('"We will go," said Ada Quill, the mayor of Karsk.', [("Ada Quill, the mayor of Karsk", "We will go,")]),
        ("“We will go,” Quill said. “We always have.”", [("Quill", "We will go, … We always have.")]),
        ("“We will,” Quill said, “if we are asked.”", [("Quill", "We will, … if we are asked.")]),
        ("Quill said the port would close.", [("Quill", "the port would close")]),
        ("The port would close, Quill said.", [("Quill", "The port would close")]),
        ("The port will close, according to the ministry.", [("the ministry", "The port will close")]),
        ("According to the ministry, the port will close.", [("the ministry", "the port will close")]),
        ("Ostmark accused Velland of shelling the bridge.", [("Ostmark", "Velland of shelling the bridge")]),
        ("Ostmark has called on Velland to leave the strait.", [("Ostmark", "Velland to leave the strait")]),
        # nobody's statements
        ('They flew food over the "air bridge" for a week.', []),
        ("The claims were settled and the reports filed.", []),
    ],
)
def test_reads_a_sentence(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert [brief(s) for s in found(text)] == expected


def test_ids_and_all_else_are_the_same_in_a_second_run() -> None:
    text = '"It held," Quill said, adding that the sluices were gone.\n'
    assert found(text) == found(text)
    assert len({s.id for s in found(text)}) == len(found(text))


def test_what_stands_around_an_article_changes_no_offset() -> None:
    text = "🌊 Karsk —\u00a0“It’s Muna\u0301’s,” Quill\u00a0said.\r\n"
    [s] = found(text)
    assert brief(s) == ("Quill", "It’s Muna\u0301’s,")


@pytest.mark.parametrize("text", ["", "\n\n", "“", "said", "\x00\ufeff\u202e", "a" * 5_000])
def test_next_to_nothing_is_no_error(text: str) -> None:
    assert isinstance(found(text), list)
