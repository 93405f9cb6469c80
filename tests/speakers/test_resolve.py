"""Who source words stand for, on sentences of our own."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Speaker
from onrecord.speakers import resolve


def who(text: str, source: str, nth: int = 0) -> Speaker | None:
    """The speaker of the ``nth`` occurrence of ``source`` in ``text``, earlier sources unasked."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(source, start + 1)
    return resolve(text, [(start, start + len(source))])[0]


def name(text: str, source: str, nth: int = 0) -> str | None:
    found = who(text, source, nth)
    return found.name if found else None


def kind(text: str, source: str) -> str | None:
    found = who(text, source)
    return found.type if found else None


class TestNames:
    def test_titles_are_stripped(self) -> None:
        text = "Russian Foreign Minister Pavel Orlanov said talks were near."
        found = who(text, "Russian Foreign Minister Pavel Orlanov")
        assert found == Speaker("person:pavel-orlanov", "Pavel Orlanov", "person")

    def test_title_in_lower_case_is_stripped(self) -> None:
        text = "Harbour Council press secretary Ada Quill said so."
        assert name(text, "Harbour Council press secretary Ada Quill") == "Ada Quill"

    def test_surname_takes_the_most_frequent_full_name(self) -> None:
        text = "Ada Quill met Tom Quill. Ada Quill left. Ada Quill spoke. Quill said it was late."
        assert name(text, "Quill", 3) == "Ada Quill"

    def test_honorific_picks_the_gender(self) -> None:
        text = "Thomas Quill spoke. Thomas Quill left. Margaret Quill stayed. Mrs. Quill said it was late."
        assert name(text, "Mrs. Quill") == "Margaret Quill"

    def test_headline_capitals_make_no_names(self) -> None:
        text = "Harbour Mayor Quill Hits Barrow Over Bridge Plan\n\nAda Quill spoke. Quill said the plan was late."
        assert name(text, "Quill", 2) == "Ada Quill"

    def test_fullest_name_and_one_id_with_and_without_diacritics(self) -> None:
        plain = who("Mevla Cavuskan spoke. Cavuskan said no.", "Cavuskan said"[:8], 1)
        marked = who("Mevla Çavuşkan spoke. Mevla Cavuskan left. Cavuskan said no.", "Cavuskan", 1)
        assert marked is not None and plain is not None
        assert marked.name == "Mevla Çavuşkan"
        assert marked.id == plain.id == "person:mevla-cavuskan"

    def test_arabic_article_does_not_count(self) -> None:
        assert name("Bashir al-Karsi spoke. Karsi said no.", "Karsi", 1) == "Bashir al-Karsi"

    def test_particle_belongs_to_the_name(self) -> None:
        assert name("Hendrik van der Moor spoke. Mr van der Moor said no.", "Mr van der Moor") == "Hendrik van der Moor"

    def test_junior_is_somebody_else(self) -> None:
        text = "Tom Barrow left. Tom Barrow Jr. stayed. Tom Barrow slept. Tom Barrow Jr. said no."
        assert name(text, "Tom Barrow Jr.", 1) == "Tom Barrow Jr"

    def test_family_name_that_is_a_title(self) -> None:
        assert name("Rep. Steve King spoke. King said no.", "King", 1) == "Steve King"
        assert name("Larry King spoke. Mr. King, 82, said no.", "Mr. King, 82,") == "Larry King"

    def test_apposition_in_front(self) -> None:
        text = "Quill's oldest son, Eric, said no. The mayor of Karsk, Ada Quill, agreed."
        assert name(text, "The mayor of Karsk, Ada Quill,") == "Ada Quill"

    def test_apposition_behind_is_not_the_speaker(self) -> None:
        text = "Lanny Moor, a lawyer for Tom Barrow, said no."
        assert name(text, "Lanny Moor, a lawyer for Tom Barrow,") == "Lanny Moor"

    def test_what_a_person_uttered_is_that_person(self) -> None:
        assert name("Ada Quill wrote. Quill’s tweet said no.", "Quill’s tweet") == "Ada Quill"

    def test_word_that_opens_a_sentence_is_no_given_name(self) -> None:
        text = "Hold Ada Quill to account. Ada Quill left. Quill said no."
        assert name(text, "Quill", 2) == "Ada Quill"


class TestPronouns:
    def test_gender_agrees(self) -> None:
        text = "Ada Quill met Thomas Barrow in Karsk. She said the bridge was safe."
        assert name(text, "She") == "Ada Quill"
        assert name(text.replace("She", "He"), "He") == "Thomas Barrow"

    def test_quoted_people_do_not_count(self) -> None:
        text = "Thomas Barrow spoke. “Peter Moor is wrong,” was his word. He said no."
        assert name(text, "He") == "Thomas Barrow"

    def test_who_spoke_last_is_preferred(self) -> None:
        text = "Thomas Barrow said no. Peter Moor watched. He said it again."
        spans = [(0, 13), (text.index("He said"), text.index("He said") + 2)]
        assert [speaker and speaker.name for speaker in resolve(text, spans)] == ["Thomas Barrow"] * 2

    def test_who_takes_the_name_before_it(self) -> None:
        assert name("Tom Barrow met Ada Quill, who said no.", "who") == "Ada Quill"

    def test_it_is_a_body(self) -> None:
        text = "Harbour Bank closed on Friday. Ada Quill wept. It said the doors would open."
        assert name(text, "It") == "Harbour Bank"

    def test_nobody_to_mean(self) -> None:
        assert who("Yesterday he said no.", "he") is None


class TestDescriptions:
    @pytest.mark.parametrize(
        "text",
        [
            "Ada Quill, the mayor of Karsk, spoke. Tom Barrow left. The mayor said no.",
            "Mayor Ada Quill spoke. Tom Barrow left. The mayor said no.",
            "The mayor of Karsk, Ada Quill, spoke. Tom Barrow left. The mayor said no.",
            "Karsk mayor Ada Quill spoke. Tom Barrow left. The mayor said no.",
        ],
    )
    def test_stated_role(self, text: str) -> None:
        assert name(text, "The mayor said"[:9], text.count("The mayor") - 1) == "Ada Quill"

    def test_role_not_stated_is_kept_as_written(self) -> None:
        found = who("Ada Quill spoke. The mayor said no.", "The mayor")
        assert found == Speaker("person:mayor", "mayor", "person")

    def test_party_tells_two_holders_apart(self) -> None:
        text = "Democratic nominee Ada Quill and Republican nominee Tom Barrow met. The Republican nominee said no."
        assert name(text, "The Republican nominee") == "Tom Barrow"

    def test_another_countrys_minister_is_not_this_one(self) -> None:
        text = "Lisbon’s foreign minister Mevla Cavuskan spoke. Peru’s Foreign Minister wants a word."
        assert who(text, "Peru’s Foreign Minister") == Speaker(
            "person:perus-foreign-minister", "Peru's Foreign Minister", "person"
        )

    def test_deputy_is_not_the_holder(self) -> None:
        text = "Vice President Tom Barrow spoke. The president said no."
        assert name(text, "The president") == "president"

    def test_former_holder(self) -> None:
        text = "Former President Thomas Barrow met President Ada Quill. The former president said no."
        assert name(text, "The former president") == "Thomas Barrow"

    def test_state_of_a_party_tag(self) -> None:
        text = "Sen. Ada Quill (D-Vt.) met Sen. Tom Barrow (R-Tex.). The Vermont senator said no."
        assert name(text, "The Vermont senator") == "Ada Quill"

    def test_body_by_its_apposition(self) -> None:
        text = (
            "The Karsk Observatory for River Safety, a monitoring group, wrote. The monitor said the gauge had failed."
        )
        assert name(text, "The monitor") == "Karsk Observatory for River Safety"
        assert name(text.replace("The monitor", "The Observatory"), "The Observatory", 0) is not None

    def test_national_body_takes_the_country_spoken_of(self) -> None:
        text = "Russia sent planes to Karsk. The defence ministry said they had landed."
        assert name(text, "The defence ministry") == "Russian defence ministry"

    def test_national_body_without_a_country(self) -> None:
        assert name("The defence ministry said no.", "The defence ministry") == "defence ministry"

    def test_the_administration_of_the_president(self) -> None:
        text = "President Ada Quill left. The administration said no."
        assert name(text, "The administration") == "Quill administration"


class TestKinds:
    @pytest.mark.parametrize(
        ("source", "want"),
        [
            ("a U.S. official", "anonymous"),
            ("two diplomats", "anonymous"),
            ("sources", "anonymous"),
            ("a source close to the talks", "anonymous"),
            ("people familiar with the plan", "anonymous"),
            ("one of the militants", "anonymous"),
            ("critics", "group"),
            ("Democrats", "group"),
            ("residents of the town", "group"),
            ("House Republicans", "group"),
            ("the report", "document"),
            ("a poll of 900 voters", "document"),
            ("human rights groups", "group"),
            ("police in the town", "organisation"),
            ("the Harbour Bank", "organisation"),
            ("France", "country"),
        ],
    )
    def test_kind(self, source: str, want: str) -> None:
        assert kind(f"It was late when {source} said so.", source) == want

    def test_anonymous_name_is_short(self) -> None:
        text = "The Moscow-based diplomat who spoke on condition of anonymity said no."
        found = who(text, text[: text.index(" said")])
        assert found is not None
        assert (found.name, found.type) == ("Moscow-based diplomat", "anonymous")

    def test_capital_acts_for_its_country(self) -> None:
        assert who("Paris said no.", "Paris") == Speaker("country:france", "France", "country")

    def test_capital_in_front_of_a_person(self) -> None:
        text = "Lisbon’s foreign minister Mevla Cavuskan said no."
        assert name(text, "Lisbon’s foreign minister Mevla Cavuskan") == "Mevla Cavuskan"

    def test_two_names_are_a_group_of_full_names(self) -> None:
        text = "Ada Quill met Tom Barrow. Quill and Barrow said no."
        assert who(text, "Quill and Barrow") == Speaker(
            "group:ada-quill-and-tom-barrow", "Ada Quill and Tom Barrow", "group"
        )

    def test_capitals_joined(self) -> None:
        assert name("Paris and London said no.", "Paris and London") == "France and United Kingdom"

    def test_acronym_of_the_article(self) -> None:
        text = "The Karsk Harbour Authority (KHA) closed. The KHA said no."
        assert name(text, "The KHA") == "Karsk Harbour Authority"

    def test_known_acronym_shares_the_id_of_the_full_name(self) -> None:
        short, full = who("AFP said no.", "AFP"), who("Agence France-Presse said no.", "Agence France-Presse")
        assert short is not None and full is not None
        assert (short.name, short.id) == ("AFP", full.id)


PIECES = (
    "Ada Quill and , the mayor of Sens. Sen. (D-Vt.) said “ ” \n who Russia ’s -- \x0b Mr. King ( ) a report Bank"
    " group he it they President administration for Human Rights Paris-based - Jr. by"
).split(" ")


class TestAnswers:
    TEXT = "Ada Quill, the mayor, met Tom Barrow. She said no. He agreed. The mayor left. Quill said it again."

    def test_one_answer_a_span(self) -> None:
        spans = [(0, 9), (38, 41), (0, 9), (5, 5), (900, 950)]
        answers = resolve(self.TEXT, spans)
        assert len(answers) == len(spans)
        assert answers[0] == answers[2] is not None
        assert answers[3] is None and answers[4] is None

    @given(st.permutations([(0, 9), (38, 41), (51, 53), (62, 71), (78, 83)]))
    def test_order_of_spans_does_not_matter(self, spans: list[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        answers = dict(zip(spans, resolve(self.TEXT, spans), strict=True))
        assert [answers[span] for span in ordered] == resolve(self.TEXT, ordered)

    @given(st.text(alphabet="Ab .,’'“\"\n(-the who", max_size=120), st.integers(0, 120), st.integers(0, 120))
    def test_any_text_is_answered(self, text: str, start: int, end: int) -> None:
        (answer,) = resolve(text, [(start, end)])
        assert answer is None or (answer.name and answer.id.startswith(f"{answer.type}:"))

    @given(st.lists(st.sampled_from(PIECES), max_size=14), st.integers(0, 40))
    def test_any_phrase_is_answered(self, pieces: list[str], start: int) -> None:
        text = " ".join(pieces)
        (answer,) = resolve(text, [(start, len(text))])
        assert answer is None or answer.name == " ".join(answer.name.split()) != ""

    @pytest.mark.parametrize(
        "piece", ["Ab ", "“", "A.B.", "Bank of ", "Ada Quill, ", "Quill (", "a-", " ", "the mayor "]
    )
    def test_hostile_text_takes_linear_time(self, piece: str) -> None:
        text = piece * (60_000 // len(piece))
        began = process_time()
        resolve(text, [(0, 300), (len(text) // 2, len(text) // 2 + 30)])
        assert process_time() - began < 5


class TestAgain:
    """What was named before is named so again."""

    def test_body_said_before(self) -> None:
        text = "Russia sent planes. The defence ministry said they had landed. The ministry added no names."
        spans = [(text.index("The def"), text.index(" said")), (text.index("The ministry"), text.index(" added"))]
        assert [one and one.name for one in resolve(text, spans)] == ["Russian defence ministry"] * 2

    def test_short_form_with_where_it_is(self) -> None:
        text = "The Karsk Observatory for River Safety wrote. The Paris-based Observatory said the gauge had failed."
        assert name(text, "The Paris-based Observatory") == "Karsk Observatory for River Safety"


def test_a_partys_people_are_no_country_that_owns_a_ministry() -> None:
    """Taken for a country, "Democrats" had no adjective to look up, and the whole article was lost."""
    text = "The bill split the Democrats. The Democrats met. The treasury said it would pay."
    found = who(text, "The treasury")
    assert found is not None
    assert found.name == "treasury"


def test_a_headline_in_capitals_is_nobodys_fuller_name() -> None:
    text = "TARSENIA WANTS MIXED CREWS ON THE SARN\n\nTarsenia has offered to share the patrols.\n"
    found = who(text, "Tarsenia")
    assert found is not None
    assert found.name == "Tarsenia"


def test_a_person_of_a_place_is_the_person() -> None:
    text = "Prime Minister Ada Quill of Velland called the offer late. Quill left."
    assert who(text, "Prime Minister Ada Quill of Velland") == Speaker("person:ada-quill", "Ada Quill", "person")
