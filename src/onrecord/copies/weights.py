"""How much a word tells when wordings are compared: function words little, all others fully."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["FUNCTION_WEIGHT", "NEGATIONS", "NUMBER_WORDS", "tells", "weight"]

# A fixed list, not frequencies of the set at hand: two wordings compare the same whatever else is on the
# record, and five articles are too few to count in.
FUNCTION_WORD_LIST = """
    a about after all also am an and any are as at be because been before being but by can could did do
    does doing down even for from get go going got had has have having he her here hers him his how i if in
    into is it its just know let like made make many may me might mine more most much must my need no not
    now of off on one only or other our out over own really said same say says shall she should so some
    still such than that the their them then there these they thing things think this those through to too
    up us very want was way we well were what when where which while who whom whose why will with would yes
    you your
"""
FUNCTION_WORDS = frozenset(FUNCTION_WORD_LIST.split())
FUNCTION_WEIGHT = 0.2

NEGATIONS = frozenset({"not", "no", "never", "nobody", "none", "nothing", "neither", "nor", "without"})

# "one" stands for too many other things; beyond twenty, words and figures are seldom exchanged.
COUNTED = """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty
"""
NUMBER_WORDS = {word: str(value) for value, word in enumerate(COUNTED.split(), start=2)}


def tells(word: str) -> bool:
    """Whether a normal ``word`` says something by itself."""
    return word not in FUNCTION_WORDS


def weight(words: Iterable[str]) -> float:
    """The weight of normal ``words``: 1 for each that tells something, 0.2 for each function word."""
    return sum(FUNCTION_WEIGHT if word in FUNCTION_WORDS else 1.0 for word in words)
