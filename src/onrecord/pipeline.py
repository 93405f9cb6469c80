"""The order of the steps: the only file that knows it. Everything here is pure; reading and storing are elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.copies import drift, passages, utterances
from onrecord.model import Article, Findings, Statement
from onrecord.origins import sources
from onrecord.speakers import name_speakers
from onrecord.statements import find_statements
from onrecord.times import date_statements

__all__ = ["extract", "findings"]


def extract(article: Article) -> list[Statement]:
    """The statements of one article, in the order of their content, with speakers and days where the text has them."""
    statements = find_statements(article)
    statements = name_speakers(article, statements)
    return date_statements(article, statements)


def findings(articles: Sequence[Article], statements: Mapping[str, Sequence[Statement]]) -> Findings:
    """What ``articles`` show together, from their ``statements`` by article id; independent of any order."""
    shared = passages({article.id: article.text for article in articles})
    spoken = utterances(articles, statements, shared)
    return Findings(
        passages=tuple(shared),
        utterances=tuple(spoken),
        sources=tuple(sources(articles, statements, shared, spoken)),
        drift=tuple(drift(articles, statements, shared)),
    )
