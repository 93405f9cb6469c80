"""How far the content of a reporting verb reaches: the clause or quotation behind it, before it, or around it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.english.words import ADVERBS, PREPOSITIONS, SUBORDINATORS, TIME_WORDS
from onrecord.statements.layout import Token
from onrecord.statements.phrases import Range, is_setting, is_verb, phrase_after
from onrecord.statements.verbs import OPENS_NEXT, Hit

__all__ = ["CLAUSE_LINKS", "read_content"]

CLAUSE_LINKS = frozenset({"but", "and", "so", "yet", "still", "however", "meanwhile"})
# verbs of saying and thinking that also take "to do"
TAKE_INFINITIVE = frozenset({"hope", "expect", "agree", "wish", "swear", "ask", "demand", "propose"})
NO_OPENING = frozenset({"of", "between", "with", "for", "from", "against", "by"})


def read_content(sentence: Sequence[Token], hit: Hit, hits: Sequence[Hit]) -> list[Range]:
    """The pieces of what ``hit`` reports, as token ranges; none where the words after all report nothing."""
    begin = max(hit.verb[1], hit.subject[1] if hit.inverted and hit.subject else 0)
    after = _content_after(sentence, hit, begin, hits)
    before = _content_before(sentence, hit) if hit.cue.frame in {"say", "tell"} and not hit.participle else None
    pieces = _choose(sentence, before, after)
    return [] if _too_thin(sentence, pieces, hit) or _is_infinitive(sentence, pieces, hit) else pieces


def _is_infinitive(sentence: Sequence[Token], pieces: Sequence[Range], hit: Hit) -> bool:
    """Whether what follows a verb of saying shows that it says nothing: "reported to have fled", "agreed between"."""
    if hit.cue.frame != "say" or not pieces or pieces[0][0] < hit.verb[1]:
        return False
    opening = sentence[pieces[0][0]].lower
    if opening == "not" and pieces[0][1] - pieces[0][0] > 1:
        opening = sentence[pieces[0][0] + 1].lower
    return opening in NO_OPENING or (opening == "to" and hit.cue.lemma not in TAKE_INFINITIVE - {"ask"})


def _too_thin(sentence: Sequence[Token], pieces: Sequence[Range], hit: Hit) -> bool:
    """Whether the content has too few words to be one: "he said so", "she added"."""
    words = sum(t.kind != "mark" and 1 + 2 * (t.kind == "quote") for a, b in pieces for t in sentence[a:b])
    return words < (1 if hit.cue.frame in {"object", "vow"} else 2)


def _choose(sentence: Sequence[Token], before: Range | None, after: Range | None) -> list[Range]:
    """Content before the verb, after it, or in two pieces around it."""
    if before is None:
        return [after] if after else []
    if after is None:
        return [before]
    quoted_before = any(t.kind == "quote" for t in sentence[before[0] : before[1]])
    quoted_after = sentence[after[0]].kind == "quote"
    if quoted_before and quoted_after:
        return [before, after]
    if quoted_before:
        return [before]
    # "The plan, he said, would fail": a comma closes the aside
    aside = sentence[after[0] - 1].text == ","
    clause = any(is_verb(t) for t in sentence[before[0] : before[1]])
    return [before, after] if aside and (clause or before[1] - before[0] >= 2) else [after]


def _content_before(sentence: Sequence[Token], hit: Hit) -> Range | None:
    """The clause or quotation that "…, Quill said" closes, if the name or verb follows a comma or quotation."""
    assert hit.subject is not None or not hit.inverted
    first = hit.verb[0] if hit.inverted or hit.subject is None else min(hit.verb[0], hit.subject[0])
    if first == 0 or sentence[first].lower in {"who", "which"}:
        return None
    edge = sentence[first - 1]
    if edge.kind != "quote" and edge.text not in {",", "?", "!", "—", "–", "--"}:
        return None
    end = first if edge.kind == "quote" else first - 1
    if end <= 0:
        return None
    start = 0
    if sentence[end - 1].kind == "quote":
        start = _quote_start(sentence, end)
    elif sentence[0].lower in PREPOSITIONS - {"according"} and not any(is_verb(t) for t in sentence[:end]):
        return None  # "On Monday, Quill said"
    while start < end and (sentence[start].kind == "mark" or (start == 0 and sentence[start].lower in CLAUSE_LINKS)):
        start += 1
    if start >= end:
        return None
    if sentence[0].lower in SUBORDINATORS | {"asked"} and sentence[end - 1].kind != "quote":
        return None
    return (start, end)


def _quote_start(sentence: Sequence[Token], end: int) -> int:
    """Where the content that ends in the quotation at ``end - 1`` starts: at it, or at its clause if words lead in."""
    start = end - 1
    if start and sentence[start - 1].kind == "word":
        while start and sentence[start - 1].text not in {":", ";"}:
            start -= 1
        return start
    while start >= 2 and sentence[start - 1].text in {",", "..."} and sentence[start - 2].kind == "quote":
        start -= 2
    return start


def _content_after(sentence: Sequence[Token], hit: Hit, begin: int, hits: Sequence[Hit]) -> Range | None:
    """What follows the verb, past the addressee and the occasion."""
    i = begin
    n = len(sentence)
    frame = hit.cue.frame
    if frame == "tell":
        name = phrase_after(sentence, i, asides=False)
        i = name[1] if name else i
    if (
        frame == "vow"
        and (i >= n or sentence[i].lower not in {"to", "that", "not", "a", "an", "the", "his", "her", "their", "its"})
        and not hit.inverted
    ):
        return None
    if frame in {"say", "tell"}:
        i = _past_occasion(sentence, i)
    if i < n and sentence[i].text in {",", ":"}:
        i += 1
    end = _content_end(sentence, i, hit, hits)
    while i < end and sentence[i].lower == "that" and frame in {"say", "tell"}:
        i += 1
    while end > i and sentence[end - 1].kind == "mark" and sentence[end - 1].text not in {")", "]", "%"}:
        end -= 1
    if hit.participle is False and hit.inverted and i < end and sentence[i].kind != "quote":
        return None  # behind "said Quill" only another quotation can go on
    return (i, end) if i < end else None


def _past_occasion(sentence: Sequence[Token], i: int) -> int:
    """Past adverbs, days and "in a statement", "to reporters", "on Twitter", if the content still follows them."""
    n = len(sentence)
    for k in range(i, min(n, i + 4)):  # "has said several times that"
        if sentence[k].lower == "that" and not any(is_verb(t) or t.kind != "word" for t in sentence[i:k]):
            return k
    while i < n:
        token = sentence[i]
        if token.kind == "word" and (
            token.lower in TIME_WORDS
            or (
                token.lower in ADVERBS
                and token.lower not in {"too", "only", "not", "no", "never", "both", "just", "even"}
            )
        ):
            i += 1
        elif token.kind == "word" and token.lower in {
            "in",
            "on",
            "at",
            "during",
            "to",
            "via",
            "by",
            "through",
            "after",
            "before",
            "following",
            "of",
            "about",
            "from",
            "with",
        }:
            end = _occasion_end(sentence, i)
            if end is None:
                break
            i = end
        else:
            break
    return i


def _occasion_end(sentence: Sequence[Token], i: int) -> int | None:
    """Where a phrase such as "in a statement on Monday" ends, if "that", a colon, comma, quotation or end follows."""
    for k in range(i + 1, min(len(sentence), i + 16)):
        token = sentence[k]
        if token.lower == "that" or token.text in {":", ",", "."} or token.kind == "quote":
            return k
        if is_verb(token):
            return None
        if token.lower in TIME_WORDS and k + 1 < len(sentence) and sentence[k + 1].kind == "word" and k - i <= 3:
            return k + 1
    return len(sentence) if len(sentence) - i <= 15 else None


def _content_end(sentence: Sequence[Token], i: int, hit: Hit, hits: Sequence[Hit]) -> int:
    """Where content that starts at token ``i`` ends: at a participle that adds, a verb with the same subject, a later
    ", Quill said", ", according to"; else with the sentence."""
    n = len(sentence)
    subordinate = hit.subject is not None and hit.subject[0] > 0 and sentence[hit.subject[0] - 1].lower in SUBORDINATORS
    for other in hits:
        first = other.verb[0]
        if first < max(i, hit.verb[1]):
            continue
        if subordinate and other.subject and other.subject[0] > i and sentence[other.subject[0] - 1].text in OPENS_NEXT:
            return other.subject[0] - 1
        edge = sentence[first - 1]
        if other.participle and edge.text == ",":
            return first - 1
        if other.subject == hit.subject and not other.participle and edge.lower in {"and", "but", "then"} | OPENS_NEXT:
            cut = first - 1
            return cut - 1 if cut > i and sentence[cut - 1].text == "," else cut
        if (
            other.subject
            and other.subject[0] > i
            and sentence[other.subject[0] - 1].text == ","
            and _closes(sentence, other)
        ):
            return other.subject[0] - 1
    for k in range(i, n - 1):
        if k > i and hit.cue.frame in {"object", "urge", "vow"} and (is_setting(sentence, k) or _turns(sentence, k)):
            return k
        if sentence[k].lower == "according" and sentence[k + 1].lower == "to":
            return k - 1 if k and sentence[k - 1].text == "," else k
    return n


def _turns(sentence: Sequence[Token], k: int) -> bool:
    """Whether a comma at ``k`` ends what was demanded or judged: ", after …", ", while …"."""
    return sentence[k].text == "," and sentence[k + 1].lower in SUBORDINATORS | {
        "following",
        "despite",
        "amid",
        "but",
    }


def _closes(sentence: Sequence[Token], hit: Hit) -> bool:
    """Whether a hit ends its sentence with no content behind it: "…, Quill said on Monday."."""
    rest = _past_occasion(sentence, hit.verb[1])
    return rest >= len(sentence) - 1
