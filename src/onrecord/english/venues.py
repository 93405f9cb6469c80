"""Occasions of speaking, those spoken to, and the words that give an outlet away."""

from __future__ import annotations

__all__ = ["ADDRESSEES", "MEDIA_NOUNS", "MEDIA_WORDS", "VENUES"]

VENUES = frozenset(
    (
        "interview|statement|speech|address|briefing|news conference|press conference|press briefing|"
        "press release|release|tweet|tweets|post|letter|email|e-mail|hearing|phone call|call|memo|report|remarks|"
        "testimony|op-ed|editorial|column|video|rally|debate|broadcast|message|court filing|filing|lawsuit|"
        "announcement|article|essay|podcast|town hall|Twitter|Facebook|Telegram|communique|communiqué|"
        "conference call|written answer|news release|joint statement"
    ).split("|")
)
ADDRESSEES = frozenset(
    (
        "reporters journalists lawmakers supporters parliament mps delegates senators voters investors viewers "
        "listeners residents officials colleagues police prosecutors jurors deputies ministers us them me him her"
    ).split()
)
# a capitalised word of its name
MEDIA_WORDS = frozenset(
    (
        "News Times Post TV Radio Television Journal Herald Tribune Agency Press Telegraph Guardian Broadcasting "
        "Network Gazette Daily Magazine Courier Wire Today Chronicle Observer Examiner Globe Mirror Dispatch "
        "Review Standard Sentinel Channel Newswire Bulletin Monitor Broadcaster Weekly Mail Star Sun Independent"
    ).split()
)
# a plain word beside its name: "the small KTV channel", "newspaper Karsk Today"
MEDIA_NOUNS = frozenset(
    (
        "television broadcaster newspaper agency channel radio magazine daily weekly station network outlet tv website"
    ).split()
)
