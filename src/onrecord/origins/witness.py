"""What one article says about where an utterance comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from anyascii import anyascii

from onrecord.model import Article, Statement

__all__ = ["Witness", "names_someone", "outlets_of", "same_origin", "witness_of"]

# Words of an occasion that name no one: two "interviews" on television may be two or one.
KIND_WORDS = frozenset(
    {
        *("a", "an", "the", "in", "on", "with", "at", "to", "by", "of", "for", "from", "his", "her", "its", "their"),
        *("live", "private", "exclusive", "recent", "joint", "brief", "written", "emailed", "phone", "telephone"),
        *("interview", "statement", "speech", "conference", "news", "press", "briefing", "television", "tv", "radio"),
        *("broadcaster", "channel", "station", "newspaper", "agency", "programme", "program", "show", "remarks"),
        *("today", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    }
)


@dataclass(frozen=True, slots=True)
class Witness:
    """An article's word on an utterance: the speaker it names, and the occasion, relay or credit, if any.

    ``named`` are origins named in the report itself, ``credited`` is who the article as a whole is credited to.
    """

    article: Article
    statements: tuple[Statement, ...]
    speaker: str | None
    named: tuple[str, ...]
    credited: str | None

    @property
    def origins(self) -> tuple[str, ...]:
        """The origins it gives, those of the report first."""
        return self.named or ((self.credited,) if self.credited else ())


def witness_of(article: Article, statements: Sequence[Statement]) -> Witness:
    """The word of ``article`` by its ``statements`` that report one utterance (at least one)."""
    speakers = [s.speaker.name for s in statements if s.speaker and s.speaker.type != "anonymous"]
    named = [name for s in statements for name in _named(s)]
    return Witness(
        article,
        tuple(statements),
        min(speakers, key=lambda name: (-len(name), name), default=None),
        tuple(dict.fromkeys(named)),
        article.origin,
    )


def _named(statement: Statement) -> Iterable[str]:
    """The occasion, else who stands nearest to the speaker."""
    if statement.venue:
        return (statement.venue,)
    return statement.relay[-1:]


def _name_words(origin: str) -> frozenset[str]:
    words = anyascii(origin).lower().replace("-", " ").split()
    return frozenset(word.strip(".,'\"()") for word in words) - KIND_WORDS - {""}


def names_someone(origin: str) -> bool:
    """Whether the words for an origin hold a name: "an interview with Radio Sund" does, "an interview" does not."""
    return bool(_name_words(origin))


def same_origin(a: str, b: str) -> bool:
    """Whether two origins share a name, and so can mean one: "KTV" and "a live interview with KTV"."""
    return bool(_name_words(a) & _name_words(b))


def outlets_of(articles: Iterable[Article]) -> int:
    """How many outlets: distinct names, and each article of an unknown outlet by itself."""
    known = [article.outlet for article in articles]
    names = {anyascii(outlet).casefold().strip() for outlet in known if outlet}
    return len(names) + sum(outlet is None or not outlet.strip() for outlet in known)
