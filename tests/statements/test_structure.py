"""What quotation marks and sentences show, whatever the model proposed: pieces, continuations, nesting, relays."""

from __future__ import annotations

import re

from onrecord.model import Article, Label, LabelName, Statement
from onrecord.statements import statements_from
from onrecord.tagger import Proposal


def told(text: str, *content: str, by: str | None = None, cue: str | None = None) -> Proposal:
    """A proposal whose parts are the first occurrences of these words in ``text``; ``cue`` the one nearest ``by``."""

    def place(words: str, near: int = 0) -> tuple[int, int]:
        at = min((m.start() for m in re.finditer(re.escape(words), text)), key=lambda start: abs(start - near))
        return at, at + len(words)

    source = place(by) if by else None
    return Proposal(
        content=tuple(place(words) for words in content),
        source=source,
        cue=place(cue, source[0] if source else 0) if cue else None,
        act="say",
        confidence=0.9,
        continues=False,
    )


def found(text: str, *proposals: Proposal, labels: dict[str, LabelName] | None = None) -> list[Statement]:
    """The statements of ``text``, in which each of ``labels`` marks the last occurrence of its words."""
    marks = tuple(Label(text.rindex(w), text.rindex(w) + len(w), label) for w, label in (labels or {}).items())
    statements = statements_from(Article(id="a", text=text, outlet="Harbour Post", labels=marks), proposals)
    assert all(text[p.start : p.end] == p.text for s in statements for p in s.content)
    return statements


def test_kind_is_what_the_marks_show() -> None:
    text = '"We will go," Quill said. He said they would "go at once". He said so gladly.'
    direct, mixed, indirect = found(
        text,
        told(text, "We will go,", by="Quill", cue="said"),
        told(text, 'they would "go at once', by="He", cue="said"),
        told(text, "so gladly", by="He", cue="said"),
    )
    assert (direct.kind, mixed.kind, indirect.kind) == ("direct", "mixed", "indirect")
    assert mixed.words == 'they would "go at once"'


def test_a_quotation_is_taken_whole() -> None:
    text = '"We will go. We always have, and we shall again," Quill said.'
    [statement] = found(text, told(text, "We will go", "always have, and we shall", by="Quill", cue="said"))
    assert statement.words == "We will go. We always have, and we shall again,"


def test_a_small_hole_in_content_is_filled_but_not_over_the_speaker() -> None:
    text = "Quill said that the old port would be shut. The port, Quill said, would stay."
    first, second = found(
        text,
        told(text, "the old", "would be shut", by="Quill", cue="said"),
        Proposal(((44, 52), (66, 76)), (54, 59), (60, 64), "say", 0.9, False),
    )
    assert first.words == "the old port would be shut"
    assert second.words == "The port … would stay"


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = '"The water rose," Quill said.\n\n"By noon it was in the nave."\n'
    first, second = found(text, told(text, "The water rose,", by="Quill", cue="said"))
    assert (second.source, second.continues, second.words) == (None, first.id, "By noon it was in the nave.")


def test_a_quotation_goes_on_past_an_interruption_and_no_farther() -> None:
    own = "The nave was built in 1611 and has flooded twice.\n\n"
    text = f'Quill told reporters: "The water rose."\n\n{own}"By noon it was at the altar."\n'
    first, second = found(text, told(text, "The water rose.", by="Quill", cue="told"))
    assert second.continues == first.id
    text = f'Quill told reporters: "The water rose."\n\n{own}{own}{own}"By noon it was at the altar."\n'
    assert found(text, told(text, "The water rose.", by="Quill", cue="told"))[1].continues is None


def test_a_named_thing_in_marks_of_its_own_is_nobodys_statement() -> None:
    assert found("“Night Owl”\n\nThe night train is back.\n") == []


def test_what_stands_inside_a_statement_is_nested_in_the_shortest() -> None:
    text = "Channel Nine reported: “Quill said Velland accused Ostmark of theft.”"
    report, quill, velland = found(
        text,
        told(text, "Quill said Velland accused Ostmark of theft.", by="Channel Nine", cue="reported"),
        told(text, "Velland accused Ostmark of theft", by="Quill", cue="said"),
        told(text, "Ostmark of theft", by="Velland", cue="accused"),
    )
    assert (report.nested_in, quill.nested_in, velland.nested_in) == (None, report.id, quill.id)


def test_another_outlet_told_is_a_relay_and_the_own_outlet_is_not() -> None:
    for outlet, relay in (("Karsk Herald", ("Karsk Herald",)), ("Harbour Post", ())):
        text = f'"It held," Quill told the {outlet}.'
        [statement] = found(text, told(text, "It held,", by="Quill", cue="told"))
        assert (statement.addressee, statement.relay) == (outlet, relay)


def test_an_interview_is_a_venue_and_its_station_a_relay() -> None:
    text = '"It held," Quill said in a studio interview at noon with the small KTV channel.'
    [statement] = found(text, told(text, "It held,", by="Quill", cue="said"))
    assert statement.venue == "studio interview with KTV"
    assert statement.relay == ("KTV",)


def test_an_introduction_hands_its_outlet_to_those_it_announces() -> None:
    text = (
        "An Ostmark official and a diplomat confirmed the visit to NBC News:\n\n"
        "“He is coming,” said the official, who asked not to be named.\n\n“On Friday,” added the diplomat.\n"
    )
    _, official, diplomat = found(
        text,
        told(text, "the visit", by="An Ostmark official and a diplomat", cue="confirmed"),
        told(text, "He is coming,", by="the official", cue="said"),
        told(text, "On Friday,", by="the diplomat", cue="added"),
    )
    assert official.relay == diplomat.relay == ("NBC News",)


def test_a_pull_quote_repeats_and_one_that_repeats_nothing_is_no_statement() -> None:
    pull, other = "'We have always asked them to come'", "'They left us in the dark'"
    text = f'{other}\n\n"We have always asked them to come," Quill said.\n\n{pull}\n\nThe talks go on.\n'
    body = told(text, "We have always asked them to come,", by="Quill", cue="said")
    statements = found(text, body, labels={pull: "pull_quote", other: "pull_quote"})
    assert [s.words for s in statements if not s.repeats] == ["We have always asked them to come,"]
    [repeat] = [s for s in statements if s.repeats]
    assert repeat.repeats == statements[0].id


def test_page_furniture_and_comments_say_nothing() -> None:
    spam = "I said to my friend that this site is great."
    text = f"The dam held.\n\n{spam}\n"
    assert found(text, told(text, "this site is great", by="I", cue="said"), labels={spam: "comment"}) == []


def test_full_stops_inside_a_quotation_end_no_sentence() -> None:
    text = '"It held. We are glad. Mr. Ode was right," Quill told the Karsk Herald. Ode spoke to Radio Sund.'
    [statement] = found(text, told(text, "It held. We are glad. Mr. Ode was right,", by="Quill", cue="told"))
    assert statement.addressee == "Karsk Herald"


def test_a_reported_quotation_goes_on_whoever_is_quoted_inside_it() -> None:
    text = "Channel Nine reported:\n\n“Quill said the dam held.”\n\n“Ode said two sluices were gone. Nobody slept.”\n"
    report, quill, rest, ode = found(
        text,
        told(text, "Quill said the dam held.", by="Channel Nine", cue="reported"),
        told(text, "the dam held", by="Quill", cue="said"),
        told(text, "two sluices were gone", by="Ode", cue="said"),
    )
    assert quill.nested_in == report.id
    assert (rest.continues, rest.words) == (report.id, "Ode said two sluices were gone. Nobody slept.")
    assert (ode.source and ode.source.text, ode.nested_in) == ("Ode", rest.id)


def test_content_over_two_paragraphs_is_a_statement_and_its_continuation() -> None:
    text = "Quill said:\n\n“The dam held.”\n\n“The sluices are gone.”\n"
    first, second = found(text, told(text, "The dam held.", "The sluices are gone.", by="Quill", cue="said"))
    assert (first.words, second.words) == ("The dam held.", "The sluices are gone.")
    assert (second.continues, second.source) == (first.id, None)


def test_a_that_in_front_of_a_quotation_is_no_part_of_it() -> None:
    text = "Quill said that “we will go” soon. Ode said that it was wrong."
    first, second = found(
        text,
        told(text, "that “we will go", by="Quill", cue="said"),
        told(text, "that it was wrong", by="Ode", cue="said"),
    )
    assert (first.words, first.kind) == ("we will go", "direct")
    assert second.words == "that it was wrong"


def test_a_speaker_who_goes_on_about_himself_is_told_once() -> None:
    text = "“We have always asked Ostmark to come,” Quill said."
    statements = found(
        text,
        told(text, "We have always asked Ostmark to come,", by="Quill", cue="said"),
        told(text, "Ostmark to come", cue="asked"),
    )
    assert [s.words for s in statements] == ["We have always asked Ostmark to come,"]


def test_a_page_of_thousands_of_statements_is_read_to_its_end() -> None:
    unit = '"We go," Quill said.\n\n'
    places = range(0, 4_000 * len(unit), len(unit))
    proposals = [
        Proposal(((at + 1, at + 7),), (at + 9, at + 14), (at + 15, at + 19), "say", 0.9, False) for at in places
    ]
    assert len(found(unit * 4_000, *proposals)) == 4_000
