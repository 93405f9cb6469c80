"""Whether two statements report one speech act: a judgement that sees nothing but the two."""

from __future__ import annotations

from onrecord.copies.kinship import kinship, relayed
from onrecord.copies.wording import Overlap
from onrecord.model import Statement

__all__ = ["judged", "other_days", "overlapping", "two_speakers"]

# Each threshold is swept on pairs of quotations that are surely one utterance among others that share
# words, and checked by eye on all groups over 22,024 statements: see docs/design/utterances.md.
# Weights: 1 for a telling word, 0.2 for a function word.
#
# A shared run of this many words, telling this much, is hardly ever said twice by one speaker.
LONG_RUN = 10
LONG_RUN_WEIGHT = 4.0
# Shorter quotations: nearly the whole lighter one must be in the other, and it must tell something.
QUOTED_COVER = 0.75
QUOTED_COMMON = 4.0
# The whole of a short one, as it stands, may tell a little less ("a basket of rotten pears").
WHOLE_COMMON = 2.0
WHOLE_WORDS = 3
# Inside one article only the whole of at least this many words is a repetition.
REPEATED_WORDS = 5
# Indirect speech: both wordings nearly whole.
INDIRECT_MUTUAL = 0.7
INDIRECT_COMMON = 5.0
# What tells little is said again on other days: reports of less than such a weight must be published within so
# many days. Indirect speech prints set phrases ("a ban on ...") for weeks.
DAYS_BY_WEIGHT = ((3.0, 7), (8.0, 45))
INDIRECT_DAYS = 10
# A report that names nobody, or a role, joins a named speaker's on strong verbatim evidence alone: in quotations
# a long run that is most of both, or a very long one; in indirect speech, which prints set phrases, nearly all.
OPEN_RUN = 8
OPEN_RUN_WEIGHT = 4.0
OPEN_MUTUAL = 0.75
OPEN_LONG_RUN = 12
OPEN_LONG_RUN_WEIGHT = 6.0
OPEN_INDIRECT_MUTUAL = 0.85


def judged(
    a: Statement,
    b: Statement,
    overlap: Overlap,
    quoted: Overlap | None,
    days_apart: int | None,
    copied: bool,
) -> float | None:
    """How surely ``a`` and ``b`` report one speech act (0..1), or None if they do not seem to.

    ``overlap`` is what their normal words share, ``quoted`` what their words in quotation marks share (None if
    one has none); ``days_apart`` is between the publication of their articles, None if unknown. ``copied``: they stand
    at one place of a long passage, where one speaker's words are one act however few they are. Nothing else is
    looked at, so that a pair is judged the same in any company.
    """
    if overlapping(a, b) or other_days(a, b) or two_speakers(a, b):
        return None
    if a.article == b.article:
        agree = _whole(overlap) and overlap.run >= REPEATED_WORDS
    elif kinship(a.speaker, b.speaker) == "same":
        agree = copied and overlap.cover == 1.0 and not overlap.clash
        agree = (
            agree or _same_indirect(overlap, days_apart) or (quoted is not None and _same_quoted(quoted, days_apart))
        )
    else:
        agree = _open_speakers(overlap, quoted, _unnamed(a, b))
    return max(overlap.mutual, quoted.mutual if quoted else 0.0) if agree else None


def _unnamed(a: Statement, b: Statement) -> bool:
    return any(one.speaker is None or one.speaker.type == "anonymous" for one in (a, b))


def _whole(overlap: Overlap) -> bool:
    """Whether all of the lighter wording is in the other, and it tells something."""
    return overlap.cover == 1.0 and overlap.run >= WHOLE_WORDS and overlap.common >= WHOLE_COMMON


def _long(overlap: Overlap) -> bool:
    return overlap.run >= LONG_RUN and overlap.run_weight >= LONG_RUN_WEIGHT


def _same_indirect(overlap: Overlap, days_apart: int | None) -> bool:
    """Whether two statements of one speaker, marks or no marks, share so much that it was said once."""
    if overlap.clash:
        return False
    near = days_apart is None or days_apart <= INDIRECT_DAYS or overlap.common >= DAYS_BY_WEIGHT[-1][0]
    return _long(overlap) or (near and overlap.mutual >= INDIRECT_MUTUAL and overlap.common >= INDIRECT_COMMON)


def _same_quoted(quoted: Overlap, days_apart: int | None) -> bool:
    """Whether two quotations of one speaker share so much that it was said once."""
    if quoted.clash:
        return False
    if days_apart is not None and any(quoted.common < weight and days_apart > days for weight, days in DAYS_BY_WEIGHT):
        return False
    return _long(quoted) or _whole(quoted) or (quoted.cover >= QUOTED_COVER and quoted.common >= QUOTED_COMMON)


def _open_speakers(overlap: Overlap, quoted: Overlap | None, unnamed: bool) -> bool:
    """Whether the words alone show one act, where the names do not."""
    if overlap.clash:
        return False
    long = overlap.run >= OPEN_LONG_RUN and overlap.run_weight >= OPEN_LONG_RUN_WEIGHT
    if quoted is None:
        return long and overlap.mutual >= OPEN_INDIRECT_MUTUAL
    if unnamed and quoted.run >= OPEN_LONG_RUN and quoted.run_weight >= OPEN_LONG_RUN_WEIGHT:
        return True
    return quoted.run >= OPEN_RUN and quoted.run_weight >= OPEN_RUN_WEIGHT and quoted.mutual >= OPEN_MUTUAL


def overlapping(a: Statement, b: Statement) -> bool:
    """Whether two statements of one article share text: one is nested in the other, neither repeats it."""
    return a.article == b.article and a.start < b.end and b.start < a.end


def other_days(a: Statement, b: Statement) -> bool:
    """Whether the articles date the two statements to days that cannot be the same."""
    if a.said is None or b.said is None:
        return False
    return bool(
        (a.said.until and b.said.since and a.said.until < b.said.since)
        or (b.said.until and a.said.since and b.said.until < a.said.since)
    )


def two_speakers(a: Statement, b: Statement) -> bool:
    """Whether two statements name speakers that cannot be one, neither being the relay of the other."""
    return kinship(a.speaker, b.speaker) == "apart" and not relayed(a, b)
