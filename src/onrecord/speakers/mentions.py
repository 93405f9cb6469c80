"""Names in the text: runs of capitalised words, with their offsets, the title in front of them, and what they name.

A run that opens a sentence may begin with an ordinary word in capitals ("But Quill said"): it is dropped when it is
a function word or the article uses it in lower case elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.english.first_names import EITHER, FEMALE, MALE
from onrecord.english.names import known
from onrecord.english.nouns import BODY_NAMES, DETERMINERS, FUNCTION_WORDS, PLACE_WORDS
from onrecord.english.titles import HONORIFICS, ROLES, TITLE_OF, TITLES
from onrecord.speakers.grammar import stem
from onrecord.speakers.ground import Ground, Word
from onrecord.speakers.identity import fold

__all__ = ["Mention", "MentionKind", "find_mentions"]

MentionKind = Literal["person", "organisation", "country", "demonym", "title", "unclear"]

PARTICLES = frozenset(
    "de da del della di do dos das du van von der den ter ten bin ibn bint al el la le ul y af".split()
)
CONNECTORS = frozenset("of for on in against to the and".split())
# Days and months that end a run ("Quill Monday said"); those that are names of people too are left out.
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february july september october november"
    " december".split()
)
MEMBERS = frozenset(
    "democrats republicans tories conservatives liberals libertarians progressives socialists communists greens dems"
    " nationalists independents islamists christians muslims jews catholics protestants evangelicals hindus sikhs"
    " buddhists mormons latinos hispanics blacks whites kurds sunnis shiites shias arabs palestinians europeans"
    " africans asians westerners southerners texans californians".split()
)
# Titles that are printed short, with a full stop.
DOTTED = frozenset("sen sens rep reps gov lt-gov gen col maj capt cpt lt sgt adm cpl pvt st messrs".split())
# Of the words that name bodies and places, those that are common family names: "Anita Hill".
SURNAMES_TOO = frozenset(
    "bill hill law wall street church post house court star show high guard day week church market sun bay park parks"
    " west north price banks fields rivers woods lake ford king house school hall".split()
)
# "Paris-based", "Quill-led": in front of a name, not of it.
COMPOUND = frozenset(
    "based led backed run owned controlled linked aligned allied born funded held speaking style".split()
)
ONCE = frozenset({"former", "ex", "then", "late"})
# A title in lower case in front of a name is at most this many words ("deputy White House press secretary").
TITLE_WORDS = 7
LONGEST_RUN = 14


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in the text, ``[start, end)``, without its title; ``role`` is that title as printed."""

    start: int
    end: int
    words: tuple[str, ...]
    kind: MentionKind
    role: str
    honorific: str
    possessive: bool
    outer: int  # where the run or the title in front of it begins

    @property
    def name(self) -> str:
        """The name as printed, single-spaced."""
        return " ".join(self.words)


def find_mentions(ground: Ground) -> list[Mention]:
    """All names of the article, in the order of the text."""
    lower = {word.text for word in ground.words if not word.capital}
    return [mention for run in _runs(ground, lower) for mention in _read(run, ground)]


def _runs(ground: Ground, lower: set[str]) -> Iterator[tuple[int, int]]:
    """Index ranges of words that belong together: capitals, with particles and connectors between them."""
    words = ground.words
    at = 0
    while at < len(words):
        word = words[at]
        if not word.capital or (_ordinary(word, lower) and not _place(ground, at)):
            at += 1
            continue
        end = at + 1
        body = _body(word)
        while end < len(words) and end - at < LONGEST_RUN and not words[end - 1].possessive:
            if not _joined(ground, end):
                break
            if words[end].capital:
                if words[end].text.lower() in CALENDAR:
                    break
                body = body or _body(words[end])
                end += 1
                continue
            step = _bridge(ground, at, end, body)
            if not step:
                break
            end += step
        yield at, end
        at = end


def _ordinary(word: Word, lower: set[str]) -> bool:
    folded = word.text.lower()
    if "-" in folded and folded.rsplit("-", 1)[1] in COMPOUND:
        return True
    if folded in FUNCTION_WORDS:
        # "May", "March", "Will", "Mark": a name only after other capitals; "US" and "IT" are no pronouns.
        return not (word.text.isupper() and len(word.text) > 1)
    return word.opens and folded in lower and folded not in TITLES and folded not in MALE and folded not in FEMALE


def _place(ground: Ground, at: int) -> bool:
    """Whether a word in use otherwise begins a name here: "North Karsk", "Human Rights Fund"."""
    words = ground.words
    folded = words[at].text.lower()
    if not (folded in PLACE_WORDS or folded in BODY_NAMES) or at + 1 == len(words):
        return False
    return words[at + 1].capital and _joined(ground, at + 1)


def _body(word: Word) -> bool:
    return word.text.lower() in BODY_NAMES


def _joined(ground: Ground, at: int) -> bool:
    """Whether word ``at`` follows the one before with nothing but a space, or the full stop of an abbreviation."""
    before, after = ground.words[at - 1], ground.words[at]
    gap = ground.text[before.end : after.start]
    if gap in (" ", "\u00a0", " & "):
        return True
    if gap not in (". ", ".\u00a0", "."):
        return False
    short = before.text.lower()
    return len(short) == 1 or short in HONORIFICS or short in DOTTED or ("." in short and not after.opens)


def _bridge(ground: Ground, start: int, at: int, body: bool) -> int:
    """How many words in lower case from ``at`` on lead on in the name that began at ``start`` (0: none)."""
    words = ground.words
    last = words[at - 1].text.lower()
    for length in (1, 2, 3):
        ahead = at + length
        if ahead >= len(words) or not _joined(ground, ahead):
            return 0
        if not words[ahead].capital:
            continue
        between = [word.text for word in words[at:ahead]]
        if all(word in PARTICLES for word in between):
            return length
        if between == ["of"] and last in TITLES and words[ahead].text.lower() in TITLE_OF:
            return length
        follows_body = body and all(word in CONNECTORS for word in between)
        if follows_body and between[0] in ("of", "for", "on", "against"):
            return length
        if follows_body and between == ["and"] and _of_before(ground, start, at):
            return length
        return 0
    return 0


def _of_before(ground: Ground, start: int, at: int) -> bool:
    """Whether the name has an "of" or "for" a little before ``at``: "Department of Health and Human Services"."""
    return any(word.text in ("of", "for", "on") for word in ground.words[max(start, at - 4) : at])


def _read(run: tuple[int, int], ground: Ground) -> Iterator[Mention]:
    """The mention that a run of words is: its title cut off, and what kind of thing it names."""
    start, end = run
    words = ground.words
    if end - start > 2 and words[start].opens and _again(ground, start + 1, end) and not _leads(words[start]):
        start += 1  # "Hold Ada Quill to account": the sentence opens with a word of its own
    start += _owner_in_front(words[start:end])
    outer = words[start].start
    owner = words[end - 1].possessive
    cut = _title_end(words[start:end])
    title = [word.text for word in words[start : start + cut]]
    if start + cut == end:
        role = " ".join(title)
        printed = tuple(word.text for word in words[start:end])
        yield Mention(outer, words[end - 1].end, printed, "title", role, "", owner, outer)
        return
    honorific = next((word.lower() for word in title if word.lower() in HONORIFICS), "")
    lead, outer = _lower_title(ground, start, outer) if not honorific else ("", outer)
    title = [word for word in title if word.lower() not in HONORIFICS]
    if title and start and words[start - 1].text.lower() in ONCE:
        title.insert(0, "former")
    role = " ".join([*lead.split(), *title])
    if role and (owner_word := _owner(ground, outer)):
        role = f"{owner_word} {role}"
    name = words[start + cut : end]
    text = ground.text[name[0].start : name[-1].end]
    printed = tuple(text.split())
    kind = _kind(printed, bool(role or honorific))
    if kind == "country" or kind == "demonym":
        role = ""
    yield Mention(name[0].start, name[-1].end, printed, kind, role, honorific, owner, outer)


def _may_address(folded: list[str], at: int) -> bool:
    """Whether an honorific inside a run is one: not behind a given name ("Tomas Sheikh Karsi")."""
    before = folded[at - 1] if at else ""
    return not before or before in TITLES or before in HONORIFICS or before in BODY_NAMES or bool(known(before))


def _again(ground: Ground, start: int, end: int) -> bool:
    """Whether the article has a name that begins with a given name and runs over these words elsewhere too."""
    words = ground.words
    name = ground.text[words[start].start : words[end - 1].end]
    return _given(words[start]) and ground.text.count(name) > 1


def _owner_in_front(words: tuple[Word, ...]) -> int:
    """How many words in front of a given name are another's: "(speaker of the) House Ada Quill", "Briton Tom Quill"."""
    for cut in (1, 2):
        rest = words[cut:]
        if len(rest) < 2 or not _given(rest[0]) or _given(words[0]):
            continue
        if known(" ".join(word.text for word in words[:cut])) or _body(words[cut - 1]):
            return cut
    return 0


def _given(word: Word) -> bool:
    return word.text.lower() in MALE or word.text.lower() in FEMALE


def _leads(word: Word) -> bool:
    """Whether a word can stand in front of a given name and belong to the name: a title, a given name, an initial."""
    folded = word.text.lower()
    return folded in TITLES or folded in HONORIFICS or _given(word) or folded in EITHER or len(folded) < 3


def _title_end(words: tuple[Word, ...]) -> int:
    """How many words of a run are its title: up to the last title word that a name of a person can follow."""
    folded = [word.text.lower() for word in words]
    if len(folded) > 1 and known(" ".join(word.text for word in words)):
        return 0
    cut = 0
    for at, word in enumerate(folded):
        if word.split("-")[-1] in TITLES or (word in HONORIFICS and _may_address(folded, at)):
            cut = at + 1
            if folded[cut : cut + 1] == ["of"] and folded[cut + 1] in TITLE_OF:
                cut += 2
    rest = folded[cut:]
    if rest and (rest[0] in MALE or rest[0] in FEMALE):
        return cut
    if cut and any(word in BODY_NAMES and word not in TITLES for word in rest):
        # "General Motors", "Speaker House", "Justice Department": no title at all.
        return 0
    if cut == len(folded) > 1 and folded[-2] in HONORIFICS:
        return cut - 1  # "Mr. King"
    if cut == len(folded) > 1 and folded[0] in MALE | FEMALE:
        return 0  # "Stephen King", "Judge" and "Speaker" as family names
    return cut


def _lower_title(ground: Ground, at: int, outer: int) -> tuple[str, int]:
    """A title in lower case right before word ``at`` ("press secretary Ada Quill"), and where it begins."""
    words = ground.words
    if at == 0 or words[at - 1].capital or words[at - 1].text not in ROLES or words[at - 1].possessive:
        return "", outer
    if not _joined(ground, at):
        return "", outer
    first = at - 1
    while first > 0 and at - first < TITLE_WORDS:
        before = words[first - 1]
        if not _joined(ground, first) or words[first].opens:
            break
        if before.text.lower() in DETERMINERS or before.possessive:
            break
        if not before.capital and before.text in FUNCTION_WORDS:
            break
        first -= 1
    role = " ".join(word.text for word in words[first:at])
    return role, words[first].start


def _of_members(word: str) -> bool:
    """Whether a word names the members of a party or faith: "House Republicans", "Muslims"."""
    folded = word.lower()
    return folded in MEMBERS or (stem(folded) != folded and stem(folded) in ROLES)


def _owner(ground: Ground, outer: int) -> str:
    """The owner in front of a title: "Karsk's | foreign minister Ada Quill"."""
    at = bisect_left(ground.words, (outer,)) - 1
    if at < 0 or not ground.words[at].possessive or not ground.words[at].capital:
        return ""
    return ground.words[at].text if outer - ground.words[at].end <= len("'s ") else ""


def _land(word: str) -> bool:
    return any(entry.type == "country" for entry in known(word))


def _kind(printed: tuple[str, ...], titled: bool) -> MentionKind:
    name = " ".join(printed)
    if _of_members(printed[-1]):
        return "demonym"
    entries = known(name)
    if entries and not titled:
        if any(entry.type == "country" and entry.kind in ("name", "variant", "capital") for entry in entries):
            return "country"
        return "demonym" if entries[0].type == "country" else "organisation"
    folded = [fold(word) for word in printed]
    if len(printed) == 2 and (folded[0] in MALE or folded[0] in FEMALE) and folded[1] in SURNAMES_TOO:
        return "person"
    if any(word in BODY_NAMES for word in folded[1 if folded[0] in MALE or folded[0] in FEMALE else 0 :]):
        return "organisation"
    if titled:
        return "person"
    if len(printed) == 1:
        return "organisation" if printed[0].isupper() and len(printed[0]) > 1 else "unclear"
    if not 2 <= len(printed) <= 5 or any(word.isdigit() for word in folded):
        return "unclear"
    if folded[0] in MALE or folded[0] in FEMALE or folded[0] in EITHER:
        return "person"
    if any(word in PLACE_WORDS for word in folded) or _land(printed[0]):
        return "unclear"
    if any(word.isupper() and len(word) > 2 for word in printed) or _land(printed[-1]):
        return "unclear"
    return "person"
