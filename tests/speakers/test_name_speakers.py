"""Speakers of statements: nesting, continuation, relays and addressees, on a story of our own."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Article, Label, Span, Statement
from onrecord.speakers import name_speakers

TEXT = (
    "Quill Bridge Plan Shakes Harbour Town\n\n"
    "Ada Quill, the mayor of Karsk, spoke on Tuesday. “The bridge is safe,” she told Tom Barrow of KTV.\n\n"
    "“I said so last year,” the mayor went on. “Nobody listened.\n\n"
    "“They will now.”\n\n"
    "KTV reported that Barrow said he doubted it."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def statement(number: str, content: str, source: str | None = None, **more: object) -> Statement:
    made = Statement(number, "a", "direct", (span(content),), span(source) if source else None)
    return replace(made, **more)  # type: ignore[arg-type]


ARTICLE = Article("a", TEXT)
STATEMENTS = [
    statement("1", "The bridge is safe,", addressee="Barrow"),
    statement("2", "Nobody listened.", "the mayor went"),
    statement("3", "They will now.", continues="2"),
    statement("4", "that Barrow said he doubted it", "KTV reported"),
    statement("5", "he doubted it", "Barrow said", nested_in="4", relay=("KTV",)),
    statement("6", "so last year", "I said", nested_in="2"),
]
SOURCES = {"1": "she", "2": "the mayor", "4": "KTV", "5": "Barrow", "6": "I"}


def cut(statements: list[Statement]) -> list[Statement]:
    """The same statements with the source words that the story has for them."""
    places = {
        "1": TEXT.index("she told"),
        "2": TEXT.index("the mayor went"),
        "4": TEXT.index("KTV reported"),
        "5": TEXT.index("Barrow said"),
        "6": TEXT.index("I said"),
    }
    return [
        replace(one, source=Span.of(TEXT, places[one.id], places[one.id] + len(SOURCES[one.id])))
        if one.id in places
        else one
        for one in statements
    ]


def names(statements: list[Statement], article: Article = ARTICLE) -> dict[str, str | None]:
    named = name_speakers(article, cut(statements))
    return {one.id: one.speaker.name if one.speaker else None for one in named}


def test_each_statement_has_its_speaker() -> None:
    assert names(STATEMENTS) == {
        "1": "Ada Quill",
        "2": "Ada Quill",
        "3": "Ada Quill",
        "4": "KTV",
        "5": "Tom Barrow",
        "6": "Ada Quill",
    }


def test_only_speaker_relay_and_addressee_change() -> None:
    before = cut(STATEMENTS)
    after = name_speakers(ARTICLE, before)
    assert [replace(one, speaker=None, addressee=None, relay=()) for one in after] == [
        replace(one, addressee=None, relay=()) for one in before
    ]
    assert after[0].addressee == "Tom Barrow"
    assert after[4].relay == ("KTV",)


def test_order_of_statements_does_not_matter() -> None:
    assert names(STATEMENTS[::-1]) == names(STATEMENTS)


def test_without_source_or_continuation_there_is_no_speaker() -> None:
    assert name_speakers(ARTICLE, [statement("7", "They will now.")])[0].speaker is None


def test_a_circle_of_continuations_ends() -> None:
    circle = [statement("8", "They will now.", continues="9"), statement("9", "Nobody listened.", continues="8")]
    assert [one.speaker for one in name_speakers(ARTICLE, circle)] == [None, None]


def test_labelled_lines_do_not_name_people() -> None:
    text = "Ada Quill Barrow\n\nAda Barrow spoke. Barrow said no."
    place = text.index("Barrow said")
    made = Statement("1", "a", "indirect", (Span.of(text, place + 12, place + 14),), Span.of(text, place, place + 6))
    label = Label(0, 16, "title")
    (named,) = name_speakers(Article("a", text, labels=(label,)), [made])
    assert named.speaker is not None and named.speaker.name == "Ada Barrow"
