"""The whole page as one value, from what is on the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.brief.cards import cards
from onrecord.brief.changes import changes, merged
from onrecord.brief.head import head
from onrecord.brief.limits import CARDS_SHOWN, DRIFT_SHOWN
from onrecord.brief.lookup import Lookup
from onrecord.brief.texts import texts
from onrecord.brief.timeline import days
from onrecord.brief.view import Dossier
from onrecord.brief.voices import groups
from onrecord.brief.words import count
from onrecord.model import Article, Findings, Statement

__all__ = ["dossier"]


def dossier(
    articles: Sequence[Article],
    statements: Mapping[str, Sequence[Statement]],
    findings: Findings,
    *,
    title: str,
) -> Dossier:
    """What a brief prints about ``articles``, the same whatever the order of anything given."""
    lookup = Lookup(articles, statements, findings)
    drift = merged(lookup)
    speakers, hidden_speakers = groups(lookup)
    timeline, hidden_moments = days(lookup)
    printed = texts(lookup)
    return Dossier(
        head=head(lookup, title, drift),
        cards=cards(lookup),
        more_cards=_more(len(lookup.utterances) - CARDS_SHOWN, "utterance", "onrecord export utterances"),
        changes=changes(lookup, drift[:DRIFT_SHOWN]),
        more_changes=_more(len(drift) - DRIFT_SHOWN, "change", "onrecord drift"),
        groups=speakers,
        more_voices=_more(hidden_speakers, "speaker", "onrecord search"),
        days=timeline,
        more_moments=_more(hidden_moments, "entry", "onrecord timeline", "entries"),
        texts=printed,
        more_texts=_more(len(articles) - len(printed), "article", "onrecord search"),
    )


def _more(hidden: int, one: str, command: str, many: str | None = None) -> str | None:
    """The honest line on what is not shown, or None if all is."""
    if hidden <= 0:
        return None
    finds = "finds it" if hidden == 1 else "finds them"
    return f"…and {count(hidden, f'more {one}', f'more {many}' if many else None)}; `{command}` {finds}."
