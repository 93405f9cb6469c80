"""How news pages name people and publishers: the tests that tell one kind of name from another."""

from __future__ import annotations

import re

from onrecord.english.first_names import EITHER, FEMALE, MALE
from onrecord.english.names import known

__all__ = [
    "has_institution_word",
    "is_masthead_name",
    "is_medium",
    "is_named_person",
    "is_person",
    "is_photo_agency",
    "is_syndicate",
    "person_names",
    "publisher",
]

MEDIA = frozenset({"agency", "broadcaster", "newspaper", "digital outlet"})
# Credited in many captions and in no byline; AP and Reuters are in the table of names.
PHOTO_AGENCIES = frozenset(
    [
        "getty",
        "getty images",
        "shutterstock",
        "alamy",
        "istock",
        "istockphoto",
        "ap photo",
        "ap images",
        "pixabay",
        "unsplash",
        "flickr",
        "wikimedia commons",
        "wikimedia",
        "file photo",
        "file",
        "pool",
        "handout",
        "courtesy photo",
        "screenshot",
        "youtube",
    ]
)
# Words that publishers, broadcasters and institutes put in their names and people do not. Turkish, German, French and
# Spanish ones stand on pages whose articles are English.
INSTITUTION = frozenset(
    (
        "academy agency ajansi ajansı association broadcasting bulletin center centre chronicle college"
        " committee corporation council courier daily department dept diario digest dispatch enquirer"
        " examiner express federation focus forum foundation gazetesi gazette globe group haber herald"
        " initiative inquirer institut institute institution journal magazine mail media mercury merkezi"
        " monitor network news newspaper observer office online organisation organization post press"
        " project publishing radio record register report reporter review sentinel service society staff"
        " standard star studies sun syndicate telegraph television times today tribune tv universite"
        " university vakfi vakfı weekly wire world writers zeitung"
    ).split()
)
INSTITUTE_FOR = re.compile(r"\b(?:Institute|Cent(?:er|re)|Foundation|Council|Association|Society) (?:for|of|on) ")
# A copyright holder of this kind sells copy to many outlets; it is who is credited, not who published the page.
SYNDICATE = frozenset(
    ["syndicate", "syndication", "agency", "agencies", "creators", "features", "wire", "service", "services"]
)
HOLDER = re.compile(r"[A-Z][\w’'&. -]{1,60}\Z")
COMPANY = re.compile(r"[,\s]+(?:LLC|Inc|Ltd|Limited|PLC|Corp|Co|GmbH|AG)\b\.?", re.IGNORECASE)
# People's names: a first word with a capital, then up to three more with capitals, initials or small particles.
WORD = r"[^\W\d_][\w’'.-]*"
PARTICLES = frozenset(
    [
        "al",
        "ap",
        "bin",
        "bint",
        "da",
        "dal",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "mac",
        "ten",
        "ter",
        "van",
        "von",
        "y",
    ]
)
MOST_NAMES = 8


def is_medium(name: str) -> bool:
    """Whether ``name`` is in the table of names as an agency, a broadcaster, a newspaper or an online outlet."""
    return any(entry.type in MEDIA for entry in known(name))


def is_photo_agency(name: str) -> bool:
    """Whether ``name`` is one that captions credit for a picture."""
    if name.casefold() in PHOTO_AGENCIES:
        return True
    return any(entry.type in ("agency", "broadcaster") for entry in known(name))


def has_institution_word(name: str) -> bool:
    """Whether ``name`` holds a word that publishers and institutes have in their names."""
    return not INSTITUTION.isdisjoint(name.casefold().split())


def is_syndicate(name: str) -> bool:
    """Whether ``name`` is one that sells copy to many outlets: an agency or a syndicate."""
    if not SYNDICATE.isdisjoint(re.split(r"[\s.]+", name.casefold())):
        return True
    return any(entry.type == "agency" for entry in known(name))


def publisher(name: str) -> str | None:
    """A copyright holder's name without its legal form, if it can only be a publisher; None if it may be a person."""
    company = COMPANY.search(name)
    bare = (name[: company.start()] if company else name).strip(" ,.")
    words = bare.split()
    if not words or len(words) > 6 or not HOLDER.match(bare):
        return None
    plain = company is not None or len(words) == 1 or words[0] == "The" or has_institution_word(bare) or is_medium(bare)
    return bare if plain else None


def is_person(words: str) -> bool:
    """Whether ``words`` have the shape of one person's name: two to five words, each with a capital or a particle."""
    parts = words.split()
    if not 2 <= len(parts) <= 5 or has_institution_word(words) or is_medium(words):
        return False
    named = [part for part in parts if part.casefold() not in PARTICLES]
    return (
        len(named) >= 2
        and parts[-1] in named
        and all(re.fullmatch(WORD, part) is not None and part[0].isupper() for part in named)
        and not any(part.casefold() in ("the", "and", "of", "in", "on", "for", "to") for part in parts)
    )


def is_named_person(words: str) -> bool:
    """Whether ``words`` are a person's name beyond doubt: its shape, and a common given name in front."""
    first = words.split()[0].casefold() if words.strip() else ""
    return (first in MALE or first in FEMALE or first in EITHER) and is_person(words)


def is_masthead_name(words: str) -> bool:
    """Whether ``words`` in capitals and small letters are a publisher's or institute's name, not a headline."""
    parts = words.split()
    if is_medium(words):
        return True
    named = 2 <= len(parts) <= 7 and all(part[0].isupper() or part in ("of", "for", "the", "and") for part in parts)
    return named and (parts[-1].casefold() in INSTITUTION or INSTITUTE_FOR.search(words) is not None)


def person_names(words: str) -> list[str]:
    """The people whom ``words`` list ("Ada Quill, Tom Reed and Wil Oster"), or nothing if any of it is no name."""
    parts = [part.strip() for part in re.split(r",\s+and\s+|\s+and\s+|,|&|;", words)]
    if len(parts) > MOST_NAMES or not all(is_person(part) for part in parts):
        return []
    return parts
