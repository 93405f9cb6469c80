"""The order in which a source is named: pronoun, several names, one name, description; and never a guess."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.english.names import known
from onrecord.english.nouns import DETERMINERS, PREPOSITIONS, UTTERANCES
from onrecord.model import Label, Speaker
from onrecord.speakers.cast import Body, Cast, Person, gather
from onrecord.speakers.descriptions import bare_body, described, national_body, owned_body
from onrecord.speakers.grammar import head_of, stem
from onrecord.speakers.ground import survey
from onrecord.speakers.identity import fold, speaker_named, surname_key
from onrecord.speakers.kinds import bare, kind_of, short
from onrecord.speakers.mentions import Mention
from onrecord.speakers.pronouns import PRONOUNS, Spoken, antecedent, last_body, said_again
from onrecord.speakers.roles import state_roles

__all__ = ["Namer"]

LEAD = re.compile(r"^(?:according to|by|from|per|both|either|neither|even|only|including)\s", re.IGNORECASE)
DOTTED = re.compile(r"[^\W\d_]\.[^\W\d_]\.$|\b[JS]r\.$")  # the full stop of "U.N." is part of it
EDGES = ' \t\r\n\u00a0,.;:"“”—–-()'
JOIN = re.compile(r"\s*(?:,\s(?:and|or|as well as)|,|\s(?:and|or|as well as|&))\s+")
OWNER = re.compile(r"['’]s?\s")
PLURAL_TITLES = frozenset("sens reps messrs senators representatives govs governors presidents ministers".split())
LONGEST_ACRONYM = 6
LANDS = frozenset("country nation republic kingdom state neighbour neighbor ally".split())
PARTY_TAG = re.compile(r"^[DRI]-")  # "(D-Calif.)"
LONGEST_SOURCE = 400
LEAD_WORDS = 5  # of a title between a description and its name: ", Republican state Rep. Quill"


@dataclass(slots=True)
class Namer:
    """Names the sources of one article one after the other; each answer helps the next."""

    cast: Cast
    spoken: list[Spoken] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, labels: Sequence[Label] = ()) -> Namer:
        """A namer for an article's text; ``labels`` mark what is not its prose."""
        cast = gather(survey(text, labels))
        state_roles(cast)
        return cls(cast)

    def name(self, start: int, end: int, parent: Spoken | None = None) -> Spoken | None:
        """Who the source ``[start, end)`` stands for; ``parent`` spoke the statement that it lies in, if any."""
        end = min(end, start + LONGEST_SOURCE, len(self.cast.ground.text))
        start, end = self._trim(max(start, 0), end)
        if start >= end:
            return None
        speaker, who = self._read(start, end, parent)
        if who is not None:
            speaker = speaker_named(who.name, "person" if isinstance(who, Person) else "organisation")
        if speaker is None:
            return None
        spoken = Spoken(start, end, speaker, who)
        insort(self.spoken, spoken, key=lambda one: one.start)
        return spoken

    def person_name(self, name: str, near: int) -> str:
        """The fullest name of the article for a person's name, title or not; any other name as it is."""
        words = tuple(name.split())
        if known(name) or "and" in words or "," in name:
            return name
        for cut in range(len(words)):
            tail = words[cut:]
            person = self.cast.person(tail, near=near) if tail[0][:1].isupper() else None
            if person is not None and person.key[-1] == surname_key(tail)[-1]:
                return person.name
        return name

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        text = self.cast.ground.text
        while start < end and (text[start] in EDGES or text[start].isspace()):
            start += 1
        while start < end and text[end - 1] in EDGES and not DOTTED.search(text, max(start, end - 4), end):
            end -= 1
        while start < end and text[end - 1].isspace():
            end -= 1
        lead = LEAD.match(text[start:end])
        return (start + lead.end(), end) if lead else (start, end)

    def _read(self, start: int, end: int, parent: Spoken | None) -> tuple[Speaker | None, Person | Body | None]:
        text = self.cast.ground.text[start:end]
        if text.lower() in PRONOUNS and not (text.isupper() and len(text) > 1):
            if text.lower() in ("who", "which", "that", "whom", "whose"):
                return self._relative(start)
            return antecedent(self.cast, text, start, self.spoken, parent)
        if joined := self._several(start, end):
            return joined, None
        found = self._named(start, end)
        if found[0] or found[1]:
            return found
        return self._described(start, end)

    def _relative(self, start: int) -> tuple[Speaker | None, Person | Body | None]:
        """Who or which: the name right before."""
        before = self.cast.within(max(0, start - 80), start)
        if before and start - before[-1].end <= 3:
            return self._of_mention(before[-1])
        for item in reversed(self.cast.seen_before(start, 0)):
            fits = isinstance(item.who, Person) == (self.cast.ground.text[start : start + 3].lower() == "who")
            if fits and item.mention.end <= start:
                return None, item.who
        return None, None

    def _several(self, start: int, end: int) -> Speaker | None:
        """A group for "A and B": every short name in it made full."""
        whole = self.cast.ground.text[start:end]
        first, *_ = whole.split() or [""]
        if first.lower().rstrip(".") in PLURAL_TITLES:
            people = [mention.words for mention in self.cast.within(start, end) if mention.kind == "person"]
            found = [person.name for words in people if (person := self.cast.person(words)) is not None]
            return _group(found) if len(found) > 1 else None
        core = whole if self._listed(start, end) else short(whole)
        parts = self._parts(start, start + len(core))
        if len(parts) < 2:
            return None
        names = [self._part_name(a, b, len(parts) == 2) for a, b in parts]
        if any(name is None for name in names):
            return None
        return _group([name for name in names if name])

    def _listed(self, start: int, end: int) -> bool:
        """Whether the commas of a source part names of a list, not an apposition."""
        text = self.cast.ground.text[start:end]
        return bool(re.search(r",[^,]{2,60},?\s(?:and|or)\s", text))

    def _parts(self, start: int, end: int) -> list[tuple[int, int]]:
        """Pieces between "and"s and commas that lie outside names."""
        inside = self.cast.within(start, end)
        text = self.cast.ground.text
        cuts = [
            (start + match.start(), start + match.end())
            for match in JOIN.finditer(text[start:end])
            if not any(m.start < start + match.start() and start + match.end() < m.end for m in inside)
        ]
        if not any("and" in text[a:b] or "or" in text[a:b] or "&" in text[a:b] for a, b in cuts):
            return [(start, end)]
        edges = [start, *[edge for cut in cuts for edge in cut], end]
        return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]

    def _part_name(self, start: int, end: int, pair: bool) -> str | None:
        """The name for one member of a list; None for no party of its own ("the head and founder")."""
        text = self.cast.ground.text[start:end]
        if text.lower() in PRONOUNS:
            speaker, who = antecedent(self.cast, text, start, self.spoken, None)
        else:
            speaker, who = self._named(start, end)
        if who is not None:
            return who.name
        if speaker is not None:
            return speaker.name
        head = head_of(short(text))
        own = stem(head) != head or (pair and text.partition(" ")[0].lower() in DETERMINERS)
        return bare(short(text)) if own else None

    def _named(self, start: int, end: int) -> tuple[Speaker | None, Person | Body | None]:
        """The name that a source turns on: at the end of its noun phrase, or in apposition to it."""
        text = self.cast.ground.text
        core_end = start + len(short(text[start:end]))
        inside = self.cast.within(start, end)
        core = [mention for mention in inside if mention.end <= core_end]
        if core and not text[core[-1].end : core_end].strip(" '’s."):
            if self._heads(start, core[-1]) and any(found := self._of_mention(core[-1])):
                return found
        elif core and core[-1].possessive and self._utters(text[core[-1].end : core_end]):
            return self._of_mention(core[-1])
        if core and core[0].kind == "person" and core[0].outer <= start:
            rest = text[core[0].end : core_end].split(maxsplit=1)
            if rest and rest[0] in PREPOSITIONS:  # "Prime Minister Ada Quill of Karsk"
                return self._of_mention(core[0])
        bare_core = bare(text[start:core_end])
        entries = known(bare_core) if bare_core[:1].isupper() else ()
        if not core and entries and entries[0].kind not in ("adjective", "people"):
            country = entries[0].type == "country"
            name = entries[0].canonical if country else bare_core
            return speaker_named(name, "country" if country else "organisation"), None
        if not core and (person := self.cast.person(tuple(text[start:core_end].split()))):
            return (None, person) if text[start].isupper() else (None, None)
        head = head_of(text[start:core_end])
        if stem(head) != head:
            return None, None  # "protesters in the capital, Karsk"
        for mention in inside:
            if mention.possessive or (mention.kind == "country" and head not in LANDS):
                continue
            lead = text[core_end : mention.outer].strip(" ,—–-").lower().split()
            plain = "(" not in lead and len(lead) <= LEAD_WORDS and not any(word in PREPOSITIONS for word in lead)
            if PARTY_TAG.match(mention.name):
                continue
            if mention.start >= core_end and plain and mention.kind not in ("demonym", "title"):
                return self._of_mention(mention)
        return None, None

    def _heads(self, start: int, mention: Mention) -> bool:
        """Whether the name is what the phrase turns on, and not behind "of", "in" or another's "and"."""
        before = self.cast.ground.text[start : mention.outer]
        phrase = self.cast.ground.text[start : mention.end]
        if not before.strip():
            return True
        head = head_of(phrase)
        return head == mention.words[-1].lower().replace("’", "'") or head == head_of(mention.name)

    def _utters(self, rest: str) -> bool:
        return head_of(OWNER.sub(" ", rest, count=1)) in UTTERANCES

    def _of_mention(self, mention: Mention) -> tuple[Speaker | None, Person | Body | None]:
        name = mention.name
        if mention.kind == "country":
            if (person := self.cast.person(mention.words)) and len(person.key) > 1 and person.key[-1] == fold(name):
                return None, person
            return speaker_named(known(name)[0].canonical, "country"), None
        if mention.kind == "demonym":
            return speaker_named(name, "group"), None
        if mention.kind == "title":
            return None, self.cast.titled(mention)
        if mention.kind in ("person", "unclear"):
            person = self.cast.person(mention.words, mention.honorific, mention.start)
            if person is not None:
                return None, person
        if mention.kind == "person":
            return speaker_named(name, "person"), None
        if (body := self.cast.body(name)) is not None:
            return None, body
        if stem(name.lower()) != name.lower() and not known(name) and len(mention.words) == 1:
            return speaker_named(name, "group"), None
        lone = mention.kind == "unclear" and len(mention.words) == 1 and not self._after_the(mention)
        return speaker_named(name, "person" if lone else "organisation"), None

    def _after_the(self, mention: Mention) -> bool:
        return self.cast.ground.text[max(0, mention.start - 4) : mention.start].lower() == "the "

    def _described(self, start: int, end: int) -> tuple[Speaker | None, Person | Body | None]:
        phrase = short(self.cast.ground.text[start:end])
        turned = self._without_of(start, start + len(phrase))
        who = described(self.cast, turned, start)
        if who is not None:
            return None, who
        if (again := said_again(self.cast, phrase, start, self.spoken)) is not None:
            return again, None
        if owned := owned_body(self.cast, phrase, start) or national_body(self.cast, phrase, start):
            return speaker_named(owned, "organisation"), None
        if bare_body(phrase) and (last := last_body(self.cast, start, self.spoken)):
            return None, last
        name = bare(phrase)
        if not name:
            return None, None
        acronym = name.isupper() and name.isalpha() and 1 < len(name) <= LONGEST_ACRONYM
        return speaker_named(name, "organisation" if acronym else kind_of(turned)), None

    def _without_of(self, start: int, end: int) -> str:
        """A description in which names with an "of" are cut to their last word: its noun is not inside them."""
        text = self.cast.ground.text
        pieces, last = [], start
        for mention in self.cast.within(start, end):
            if "of" in mention.words and mention.end < end:
                pieces.append(text[last : mention.start])
                last = mention.end - len(mention.words[-1])
        return "".join(pieces) + text[last:end]


def _group(names: list[str]) -> Speaker:
    return speaker_named(", ".join(names[:-1]) + " and " + names[-1], "group")
