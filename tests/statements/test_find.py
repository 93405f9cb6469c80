"""Who said what, in one article: sentences, pieces, continuations, nesting, relays and repeats."""

from __future__ import annotations

import pytest

from onrecord.model import Article, Label, LabelName, Statement
from onrecord.statements import find_statements


def found(text: str, *labels: tuple[str, LabelName]) -> list[Statement]:
    """The statements of ``text``, in which each of ``labels`` marks the words it names."""
    marks = tuple(Label(text.index(words), text.index(words) + len(words), label) for words, label in labels)
    statements = find_statements(Article(id="a", text=text, outlet="Harbour Post", labels=marks))
    for s in statements:
        assert all(text[p.start : p.end] == p.text for p in s.content)
    return statements


def brief(s: Statement) -> tuple[str | None, str]:
    return (s.source.text if s.source else None, s.words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will go," Ada Quill said.', [("Ada Quill", "We will go,")]),
        ('"We will go," said Ada Quill, the mayor of Karsk.', [("Ada Quill, the mayor of Karsk", "We will go,")]),
        ("“We will go,” Quill said. “We always have.”", [("Quill", "We will go, … We always have.")]),
        ("“We will,” Quill said, “if we are asked.”", [("Quill", "We will, … if we are asked.")]),
        (
            'Quill, who runs the port, told the Karsk Herald: "We will go."',
            [("Quill, who runs the port", "We will go.")],
        ),
        ("Quill said the port would close.", [("Quill", "the port would close")]),
        ("Quill said on Monday that the port would close.", [("Quill", "the port would close")]),
        ("The port would close, Quill said.", [("Quill", "The port would close")]),
        ("The port, Quill said, would close.", [("Quill", "The port … would close")]),
        ("The port will close, according to the ministry.", [("the ministry", "The port will close")]),
        ("According to the ministry, the port will close.", [("the ministry", "the port will close")]),
        ("Ostmark accused Velland of shelling the bridge.", [("Ostmark", "Velland of shelling the bridge")]),
        ("Ostmark has called on Velland to leave the strait.", [("Ostmark", "Velland to leave the strait")]),
        ("Velland offered to send a hospital ship.", [("Velland", "to send a hospital ship")]),
        (
            "Karsk urged Velm to close the pass and pledged to pay for the gates.",
            [("Karsk", "Velm to close the pass"), ("Karsk", "to pay for the gates")],
        ),
        (
            '"We will go," Quill said, adding that the offer stood.',
            [("Quill", "We will go,"), ("Quill", "the offer stood")],
        ),
        ('He said the offer was still "on the table".', [("He", 'the offer was still "on the table"')]),
        ("“Shut the valve!” Brandt thundered.", [("Brandt", "Shut the valve!")]),
        ("“Shut the valve.” — Lena Brandt", [("Lena Brandt", "Shut the valve.")]),
        ("QUILL: We never signed it.", [("QUILL", "We never signed it.")]),
        # nobody's statements
        ('They flew food over the "air bridge" for a week.', []),
        ("The claims were settled and the reports filed.", []),
        ("The plan was criticised by nobody.", []),
        ("The minister could deny them the permit.", []),
    ],
)
def test_reads_a_sentence(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert [brief(s) for s in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"We will go," Quill said.', "direct"),
        ('Quill said they would "go at once".', "mixed"),
        ("Quill said they would go.", "indirect"),
    ],
)
def test_kind_is_what_the_marks_show(text: str, kind: str) -> None:
    [s] = found(text)
    assert s.kind == kind


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    first, second = found('"The water rose," Quill said.\n\n"By noon it was in the nave."\n')
    assert second.source is None
    assert second.continues == first.id


def test_a_quotation_goes_on_past_an_interruption() -> None:
    text = (
        'Quill told reporters: "The water rose."\n\nThe nave was built in 1611 and has flooded twice.\n\n'
        '"By noon it was at the altar."\n'
    )
    first, second = found(text)
    assert second.continues == first.id


def test_a_quotation_left_open_goes_on() -> None:
    first, second = found("“The water rose, Quill said.\n\n“By noon it was in the nave.”\n")
    assert brief(first) == ("Quill", "The water rose,")
    assert second.continues == first.id


def test_a_colon_announces_the_next_paragraph() -> None:
    first, second = found("Channel Nine reported:\n\n“The dam has held.”\n\n“Two sluices are gone.”\n")
    assert brief(first) == ("Channel Nine", "The dam has held.")
    assert second.continues == first.id


def test_a_report_inside_a_report_is_nested() -> None:
    outer, inner = found(
        "Channel Nine reported:\n\n“Velland has said that the dam ‘will hold’. The ministry sent engineers.”\n"
    )
    assert inner.nested_in == outer.id
    assert brief(inner) == ("Velland", "the dam ‘will hold’")


def test_an_accusation_inside_indirect_speech_is_nested() -> None:
    outer, inner = found("A year ago Ostmark accused Velland of shelling the bridge, Quill said.")
    assert outer.source is not None and outer.source.text == "Quill"
    assert inner.nested_in == outer.id


def test_what_the_speaker_thinks_himself_is_not_nested() -> None:
    assert len(found("Quill said he believed the dam would hold.")) == 1


def test_another_outlet_told_is_a_relay_and_the_own_outlet_is_not() -> None:
    [s] = found('"It held," Quill told the Karsk Herald.')
    assert (s.addressee, s.relay) == ("Karsk Herald", ("Karsk Herald",))
    [s] = found('"It held," Quill told the Harbour Post.')
    assert (s.addressee, s.relay) == ("Harbour Post", ())


def test_an_interview_is_a_venue_and_its_station_a_relay() -> None:
    [s] = found('"It held," Quill said in a live interview on Thursday with the private KTV television.')
    assert s.venue == "live interview with KTV"
    assert s.relay == ("KTV",)


def test_an_introduction_hands_its_outlet_to_those_it_announces() -> None:
    text = (
        "An Ostmark official and a diplomat confirmed the visit to NBC News:\n\n"
        "“He is coming,” said the official, who asked not to be named.\n\n“On Friday,” added the diplomat.\n"
    )
    official, diplomat = found(text)[1:]
    assert official.relay == diplomat.relay == ("NBC News",)


def test_a_pull_quote_repeats_and_one_that_repeats_nothing_is_no_statement() -> None:
    pull, other = "'We have always asked them to come'", "'They left us in the dark'"
    text = f'{other}\n\n"We have always asked them to come," Quill said.\n\n{pull}\n\nThe talks go on.\n'
    statements = found(text, (pull, "pull_quote"), (other, "pull_quote"))
    assert [s.words for s in statements if not s.repeats] == ["We have always asked them to come,"]
    [repeat] = [s for s in statements if s.repeats]
    assert repeat.repeats == statements[0].id


def test_page_furniture_and_comments_say_nothing() -> None:
    spam = "I said to my friend that this site is great."
    assert found(f"The dam held.\n\n{spam}\n", (spam, "comment")) == []


def test_ids_are_the_same_in_a_second_run() -> None:
    text = '"It held," Quill said, adding that the sluices were gone.\n'
    assert [s.id for s in found(text)] == [s.id for s in found(text)]
    assert len({s.id for s in found(text)}) == 2


def test_offsets_hold_in_text_with_emoji_combining_marks_and_no_break_spaces() -> None:
    text = "🌊 Karsk —\u00a0“It’s Muna\u0301’s,” Quill\u00a0said.\r\n"
    [s] = found(text)
    assert brief(s) == ("Quill", "It’s Muna\u0301’s,")
