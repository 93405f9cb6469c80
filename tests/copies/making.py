"""Articles and statements by hand: what the tests of this folder say of invented people."""

from __future__ import annotations

from onrecord.model import Article, Said, Span, Speaker, SpeakerType, Statement

__all__ = ["article", "named", "statement"]


def article(id: str, text: str, **known: str) -> Article:
    """An article of ``text``; ``known`` are further fields (outlet, origin, published)."""
    return Article(id, text, **known)  # type: ignore[arg-type]


def named(name: str, type: SpeakerType = "person") -> Speaker:
    """The speaker of that name."""
    return Speaker(f"{type}:{name.casefold()}", name, type)


def statement(
    where: Article,
    id: str,
    *words: str,
    by: Speaker | None = None,
    source: str | None = None,
    kind: str = "direct",
    **known: object,
) -> Statement:
    """The statement whose content are the first places of ``words`` in an article."""
    pieces = tuple(_span(where.text, piece) for piece in words)
    said = known.pop("said", None)
    return Statement(
        f"{where.id}/{id}",
        where.id,
        kind,  # type: ignore[arg-type]
        pieces,
        source=_span(where.text, source) if source else None,
        speaker=by,
        said=Said(str(said), str(said), str(said)) if said else None,
        **known,  # type: ignore[arg-type]
    )


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))
