"""The head of a page: what stands above the first paragraph, and the facts that it states.

A masthead, the headline, a byline, a date, a credit. Only what is unmistakable is taken: a fact that could be read two
ways is no fact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.model import Label, LabelName
from onrecord.reading.dates import two_days, written_day
from onrecord.reading.furniture import is_caption, is_credit, is_furniture
from onrecord.reading.lines import Line
from onrecord.reading.names import has_institution_word, is_masthead_name, is_medium, is_named_person, person_names
from onrecord.reading.stated import Stated

__all__ = ["Head", "dated", "fold", "is_byline", "is_dated", "read_head"]

# Bylines and dates stand within a few lines of the headline, furniture included; a standfirst may come between.
HEAD_LINES = 20
STANDFIRST_LINES = 1
STANDFIRST_WORDS = 45
# Between headline and date stand sections, names and counters of a word or two; above the headline, sections alone.
SMALL_LINES = 6
SMALL_WORDS = 6
SECTION_WORDS = 3
# The longest headline of 9,379 is 200 characters and 31 words; nine in ten have fewer than 16 words.
TITLE_CHARACTERS = 200
TITLE_WORDS = 25
# Of two words are the names of sections ("City Talk") and of buttons far more often than headlines.
TITLE_LEAST_WORDS = 3
# A headline heads something: a page of less than two lines has none.
LEAST_LINES = 2

# Headlines capitalise words from four letters on, in the styles that capitalise at all.
LONG_WORD = 4
LEAST_LONG_WORDS = 3
# A sentence's end within a line is no headline's, nor is an address.
SENTENCES = re.compile(r"[a-z]{3}[.!] [A-Z]")
PICTURE_CREDIT = re.compile(r"\([^()]{0,80}/[^()]{0,80}\)\Z")
LINK = re.compile(r"://|\.com/|www\.")

ABBREVIATION_ENDS = re.compile(r"(?:\b[A-Z]\.){1,5}\Z|\b(?:Inc|Jr|Sr|Co|Corp)\.\Z")
PUBLISHED = re.compile(r"(?:(?:first )?(?:published|posted)|date|on)(?: on| at)? ?:? +", re.IGNORECASE)
PUBLISHED_ON = re.compile(r"(?:first )?(?:published|posted)(?: on| at)? ?:? +", re.IGNORECASE)
CHANGED = re.compile(r"(?:last )?(?:updated?|modified|changed|edited)(?: on| at)? ?:? +", re.IGNORECASE)
BY = re.compile(r"(?:written )?by\b:? +", re.IGNORECASE)
DIVIDED = re.compile(r"\s*[;|·•]\s*|\s+[-–—/]\s+|\s{2,}")
ROLE = re.compile(
    r",?\s*(?:\w+ ){0,3}(?:staff|writer|reporter|correspondent|editor|columnist|contributor)\b[\w ]{0,40}\Z",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Head:
    """What the head of a page states, its labels, and where the article's own prose starts."""

    facts: Stated = field(default_factory=Stated)
    labels: list[Label] = field(default_factory=list)
    body: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """What one line of a head is, and the facts it states."""

    label: LabelName
    facts: Stated = field(default_factory=Stated)


def read_head(lines: Sequence[Line], title: str | None) -> Head:
    """The head of a page of ``lines``; ``title`` is its headline where that is known from elsewhere."""
    head = Head()
    between = small = 0
    for at, line in enumerate(lines[:HEAD_LINES]):
        mark = _carried(lines, at) or _mark(line.text) or _heading(lines, at, title, head)
        if mark is not None:
            head.labels.append(Label(line.start, line.end, mark.label))
            head.facts = head.facts.over(mark.facts)
            head.body = line.end
        elif small < SMALL_LINES and _is_small_line(line.text):
            small += 1
        elif between < STANDFIRST_LINES and len(line.text.split()) <= STANDFIRST_WORDS:
            between += 1
        else:
            break
    _drop_lone_dates(head, lines)
    return head


def fold(words: str) -> str:
    """``words`` as they compare: without case, marks or spacing."""
    return re.sub(r"[\W_]+", " ", words.casefold()).strip()


def is_dated(line: str) -> bool:
    """Whether a line is a date and says of what: ``Published: 12 August 2016``, ``Updated on …``."""
    return (
        len(line) <= TITLE_CHARACTERS
        and (PUBLISHED_ON.match(line) or CHANGED.match(line)) is not None
        and (_date(line) is not None)
    )


def is_byline(line: str) -> bool:
    """Whether a line names who wrote the report, and nothing else."""
    return len(line) <= TITLE_CHARACTERS and BY.match(line) is not None and _byline(line) is not None


def dated(line: str) -> str | None:
    """The day that a line states as that of publication, if it does."""
    mark = _date(line)
    return mark.facts.published if mark else None


def _is_small_line(line: str) -> bool:
    return len(line.split()) <= SMALL_WORDS and line[-1] not in '.!?”"'


def _carried(lines: Sequence[Line], at: int) -> Mark | None:
    """A line that the line above it explains: a name below ``By``, a date below ``Updated``."""
    above = lines[at - 1].text.casefold().rstrip(": ") if at else ""
    line = lines[at].text
    if above == "by" and person_names(line):
        return Mark("credit", Stated(byline=line))
    return Mark("dateline") if above in ("updated", "last updated", "modified") and _date(line) else None


def _mark(line: str) -> Mark | None:
    """What a line of a head is by its own words, if they say."""
    if len(line) <= TITLE_CHARACTERS and (mark := _date(line) or _byline(line) or _divided(line)):
        return mark
    if is_caption(line):
        return Mark("caption")
    if is_credit(line):
        return Mark("credit")
    return Mark("boilerplate") if is_furniture(line) else None


def _date(line: str) -> Mark | None:
    if changed := CHANGED.match(line):
        return Mark("dateline") if written_day(line[changed.end() :]) else None
    published = PUBLISHED.match(line)
    words = line[published.end() :] if published else line
    if two_days(words):
        return Mark("dateline")
    day = written_day(words)
    return Mark("dateline", Stated(published=day)) if day else None


def _byline(line: str) -> Mark | None:
    """``By Ada Quill``; ``Ada Quill, Staff Writer``; ``By Ada Quill, Meridian``; ``By Reuters``."""
    by = BY.match(line)
    role = ROLE.search(line)
    if by is None and role is None:
        return None
    words = line[by.end() if by else 0 : role.start() if role else len(line)].strip(" ,.")
    if by and is_medium(words.removesuffix(" Staff")):
        return Mark("credit", Stated(origin=words.removesuffix(" Staff")))
    people, _, behind = words.rpartition(", ")
    if people and is_medium(behind) and person_names(people):
        return Mark("credit", Stated(byline=people, origin=behind))
    if by and people and person_names(people) and has_institution_word(behind):
        return Mark("credit", Stated(byline=people))
    return Mark("credit", Stated(byline=words)) if person_names(words) else None


def _author(line: str) -> Mark | None:
    """A name alone, which is a byline only beside a date."""
    return Mark("credit", Stated(byline=line)) if is_named_person(line) else None


def _divided(line: str) -> Mark | None:
    """A line of parts: ``Al Jazeera; August 11, 2016`` credits; ``By Ada Quill | 12 August 2016`` is the page's own."""
    parts = [part for part in DIVIDED.split(line) if part]
    if len(parts) == 1 and (comma := re.match(r"([^,]{2,40}), (?=.*\d{4})", line)):
        parts = [comma[1], line[comma.end() :]]
    if not 2 <= len(parts) <= 4:
        return None
    if len(parts) == 2 and (day := written_day(parts[1])) and _is_credited(parts[0], line):
        return Mark("credit", Stated(origin=parts[0], origin_published=day))
    plain = [_date(part) or _byline(part) for part in parts]
    marks = [mark or _author(part) for mark, part in zip(plain, parts, strict=True)]
    if not any(plain) or not all(mark or _is_small(part) for mark, part in zip(marks, parts, strict=True)):
        return None
    facts = Stated()
    for mark in marks:
        facts = facts.over(mark.facts) if mark else facts
    return Mark("credit" if facts.byline or facts.origin else "dateline", facts)


def _is_credited(name: str, line: str) -> bool:
    """Whether ``name`` before a date is a publisher; after a comma it might be a place ("Karsk, 11 August")."""
    if is_medium(name) or has_institution_word(name):
        return True
    words = name.split()
    return ";" in line and 1 <= len(words) <= 5 and all(word[:1].isupper() or word in ("of", "the") for word in words)


def _is_small(part: str) -> bool:
    """Whether a part of a line beside a byline or date is furniture: a section, a reading time, a time of day."""
    return len(part) <= 30 and (is_furniture(part) or is_medium(part) or len(part.split()) <= 2)


def _heading(lines: Sequence[Line], at: int, title: str | None, head: Head) -> Mark | None:
    """Whether the line is the headline, the masthead above it, or neither."""
    line = lines[at]
    if title is not None:
        return Mark("title") if _is_title(line.text, title) else _lone_author(lines, at)
    if head.facts.title is not None:
        return _second_line(lines, at, head) or _lone_author(lines, at)
    if _is_masthead(lines, at):
        return Mark("boilerplate", Stated(outlet=line.text))
    if is_headline(lines, at) and not _prose_before(head, lines, at):
        return Mark("title", Stated(title=line.text))
    return None


def _is_title(line: str, title: str) -> bool:
    """Whether ``line`` is ``title`` but for case, marks and a final stop, or one of its lines."""
    one, other = fold(line), fold(title)
    return bool(one) and (one == other or (len(one.split()) >= 3 and f" {one} " in f" {other} "))


# "…, he said. “It is over.”" ends a sentence inside its closing mark
CLOSING_MARKS = "\"”’'»"


def is_headline(lines: Sequence[Line], at: int) -> bool:
    """Whether a line looks like a headline: short, no sentence's end, on its own above more text."""
    line = lines[at].text
    if len(lines) - at < LEAST_LINES or len(line) > TITLE_CHARACTERS or PICTURE_CREDIT.search(line):
        return False
    words = [word for word in line.split() if any(map(str.isalpha, word))]
    if not TITLE_LEAST_WORDS <= len(words) <= TITLE_WORDS:
        return False
    if line[0].islower() or LINK.search(line) or SENTENCES.search(line) or is_named_person(line) or is_medium(line):
        return False
    if (
        line.rstrip(CLOSING_MARKS)[-1:] in tuple(".,;:…")
        and not ABBREVIATION_ENDS.search(line)
        and not _is_capitalised(line)
    ):
        return False
    below = lines[at + 1]
    return (
        below.after_blank or _mark(below.text) is not None or _is_carried_on(lines[at], below) or not _any_blank(lines)
    )


def _lone_author(lines: Sequence[Line], at: int) -> Mark | None:
    """A name alone on the line above or below a date."""
    beside = [lines[near].text for near in (at - 1, at + 1) if 0 <= near < len(lines)]
    return _author(lines[at].text) if any(len(line) <= TITLE_CHARACTERS and _date(line) for line in beside) else None


def _is_capitalised(line: str) -> bool:
    """Whether a line with a full stop is a headline none the less: Every Long Word of It Has a Capital."""
    long = [word for word in line[:-1].split() if len(word) >= LONG_WORD and word[0].isalpha()]
    return line[-1] == "." and len(long) >= LEAST_LONG_WORDS and all(word[0].isupper() for word in long)


def _second_line(lines: Sequence[Line], at: int, head: Head) -> Mark | None:
    """The headline's second line, where it runs on: in small letters, or all in capitals like the first."""
    above = lines[at - 1]
    if (
        not head.labels
        or head.labels[-1] != Label(above.start, above.end, "title")
        or not _is_carried_on(above, lines[at])
    ):
        return None
    head.facts = Stated(title=f"{head.facts.title} {lines[at].text}").over(head.facts)
    return Mark("title")


def _is_carried_on(above: Line, below: Line) -> bool:
    if below.after_blank or len(below.text) > TITLE_CHARACTERS or below.text[-1] in ".,;:":
        return False
    return below.text[0].islower() or (above.text.isupper() and below.text.isupper())


def _is_masthead(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the publisher's name: at the very top, above a headline with its date or byline."""
    line = lines[at].text
    if not (has_institution_word(line) if line.isupper() else is_masthead_name(line)):
        return False
    below = [_mark(line.text) for line in lines[at + 2 : at + 3 + STANDFIRST_LINES]]
    dated = any(mark is not None and mark.label in ("dateline", "credit") for mark in below)
    return dated and all(_mark(above.text) is not None for above in lines[:at]) and is_headline(lines, at + 1)


def _any_blank(lines: Sequence[Line]) -> bool:
    return any(line.after_blank for line in lines[1:HEAD_LINES])


def _prose_before(head: Head, lines: Sequence[Line], at: int) -> bool:
    """Whether a line above this one is neither furniture, credit nor section: then the headline's place is taken."""
    labelled = {label.start for label in head.labels}
    return any(line.start not in labelled and len(line.text.split()) > SECTION_WORDS for line in lines[:at])


def _drop_lone_dates(head: Head, lines: Sequence[Line]) -> None:
    """Forget a date that only heads an entry, as in a chronicle: more dates stand alone further down."""
    if head.facts.published and sum(_date(line.text) is not None for line in lines if len(line.text) <= 40) > 3:
        facts = head.facts
        head.facts = Stated(facts.outlet, facts.origin, facts.title, facts.byline, None, facts.origin_published)
