"""Who is who across articles: names folded to one spelling, and the ids made of them."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

from onrecord.english.names import known
from onrecord.model import Speaker, SpeakerType

__all__ = ["fold", "is_junior", "speaker_named", "surname_key"]

NAME_ENDINGS = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md"})
NOT_WORD = re.compile(r"[^a-z0-9]+")
# No name of a person or body is longer; it bounds ids made from hostile text.
LONGEST_NAME = 200


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """``name`` in plain lower-case ASCII words: Çavuşoğlu and Cavusoglu fold alike, in any script."""
    ascii_name = anyascii(name).lower().replace("'", "").replace(".", "")
    return NOT_WORD.sub(" ", ascii_name).strip()


def surname_key(words: tuple[str, ...]) -> tuple[str, ...]:
    """The folded words of a name without "Jr." and the like, and without an Arabic article: al-Karsi, Karsi."""
    folded = [fold(word) for word in words]
    while len(folded) > 1 and folded[-1] in NAME_ENDINGS:
        folded.pop()
    return tuple(word[3:] if word[:3] in ("al ", "el ", "as ") else word for word in folded if word)


def is_junior(words: tuple[str, ...]) -> bool:
    """Whether a name ends in "Jr." or a number: the namesake of somebody."""
    return fold(words[-1]) in NAME_ENDINGS - {"sr"}


def speaker_named(name: str, kind: SpeakerType) -> Speaker:
    """The speaker of that name, with straight apostrophes whatever the page prints, so that two outlets write it alike.

    A name in the table takes its id from the table: AFP is Agence France-Presse.
    """
    name = " ".join(name.replace("’", "'").split())[:LONGEST_NAME]
    canonical = name
    if kind == "organisation":
        names = [entry for entry in known(name) if entry.type != "country"]
        canonical = names[0].canonical if len(names) == 1 else name
    slug = (fold(canonical) or fold(name)).removeprefix("the ").replace(" ", "-")
    return Speaker(f"{kind}:{slug}", name, kind)
