"""The reporting verbs of English news prose: their forms, what follows them, and the act each names.

Chosen by hand from the field's lists of speech verbs and checked on PolNeAR's training articles: a verb is here if it
reports words or thoughts in at least about half of its uses there. Acts are those of the rows' ``act``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["CUES", "NEED_QUOTATION", "NOUNISH", "NOUN_VENUES", "Cue"]

Frame = Literal["say", "tell", "urge", "vow", "object"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a reporting verb.

    ``frame`` tells what follows: a clause (say), somebody and a clause (tell), somebody and what to do (urge), what the
    subject will do (vow), a thing judged (object). ``particle`` must follow the verb (``called`` + ``for``).
    """

    lemma: str
    frame: Frame
    act: str
    form: Literal["base", "s", "past", "ing"]
    particle: tuple[str, ...] = ()


# lemma, or lemma+particle, under its frame and act
TABLE = """
say say: say note observe report state remark comment mention tweet write post reply respond add continue explain
  argue contend maintain assert stress emphasize emphasise reiterate recall recount point+out describe testify joke
  quip suggest indicate imply hint signal reveal disclose conclude declare opine muse interject elaborate clarify
  estimate summarize recall lament complain allege claim insist boast speculate say+of find show think+aloud chant
  shout yell email caption retweet stipulate counter retort shoot+back chime+in go+on read reckon attest volunteer
say announce: announce proclaim
say deny: deny
say admit: admit acknowledge concede confess
say confirm: confirm verify affirm
say warn: warn caution
say predict: predict forecast project expect anticipate
say believe: believe think feel suspect assume consider
say doubt: doubt question
say ask: ask wonder
say want: hope wish
say regret: regret lament
say promise: swear
say propose: propose recommend
say demand: demand insist
say accept: agree
tell say: tell inform remind assure notify convince reassure
tell warn: alert
urge demand: urge call+on call+upon order implore press exhort beseech instruct
urge ask: beg
urge accept: encourage
vow promise: pledge promise vow
vow propose: offer
vow refuse: refuse decline
vow threaten: threaten
vow want: want seek
object accuse: accuse blame charge
object criticise: criticize criticise blast slam denounce condemn attack mock ridicule deride decry rebuke assail
  lambaste lambast bash rip chide scold berate bemoan hit+out+at lash+out+at rail+against take+aim+at
  take+issue+with pan disparage
object praise: praise laud applaud hail tout commend thank salute congratulate
object support: endorse defend support welcome favor favour advocate champion
object refuse: reject dismiss oppose rule+out spurn rebuff
object demand: call+for push+for
object believe: regard view
object say: call describe portray label brand dub cite refer+to point+to liken mock echo characterize characterise
  depict express voice outline detail highlight underline underscore
object regret: apologize+for apologise+for
"""
IRREGULAR_PAST = {
    "say": "said",
    "tell": "told",
    "write": "wrote",
    "think": "thought",
    "feel": "felt",
    "find": "found",
    "swear": "swore",
    "seek": "sought",
    "read": "read",
    "forecast": "forecast",
    "go": "went",
    "hit": "hit",
    "take": "took",
    "shoot": "shot",
    "beseech": "besought",
    "show": "showed",
}
DOUBLED = frozenset({"quip", "slam", "rip", "dub", "pan", "beg"})

# "said in a live interview", "told a news conference": where words were spoken
NOUN_VENUES = frozenset(
    (
        "interview interviews statement speech address briefing conference release tweet tweets post letter email "
        "e-mail hearing call memo report remarks testimony op-ed editorial column video rally debate news "
        "broadcast message filing lawsuit announcement meeting article essay blog book appearance forum event "
        "town press communique communiqué note dispatch"
    ).split()
)


def _inflect(lemma: str) -> dict[str, str]:
    """The forms of a verb by name: base, s, past, ing."""
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if lemma in DOUBLED:
        stem = lemma + lemma[-1]
    y = lemma.endswith("y") and lemma[-2] not in "aeiou"
    hissing = lemma.endswith(("s", "sh", "ch", "x", "z")) or lemma == "go"
    third = lemma[:-1] + "ies" if y else lemma + ("es" if hissing else "s")
    past = IRREGULAR_PAST.get(lemma) or (lemma[:-1] + "ied" if y else stem + "ed")
    return {"base": lemma, "s": third, "past": past, "ing": stem + "ing"}


def _forms() -> dict[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = {}
    for block in TABLE.replace("\n  ", " ").strip().splitlines():
        head, verbs = block.split(":")
        frame, act = head.split()
        for verb in verbs.split():
            lemma, *particle = verb.split("+")
            for form, word in _inflect(lemma).items():
                cue = Cue(lemma, frame, act, form, tuple(particle))  # type: ignore[arg-type]
                found.setdefault(word, []).append(cue)
    # the longest particle first, so that "called on" is tried before "called"; the first reading listed wins a tie
    return {w: tuple(sorted(cues, key=lambda cue: -len(cue.particle))) for w, cues in found.items()}


CUES = _forms()
# forms that are nouns as often as verbs: they need a name or pronoun in front, or "that" behind
NOUNISH = frozenset(
    (
        "claims reports calls views notes posts supports backs claim report call view note post support back "
        "demand demands promise promises offer offers mock regret regrets praise doubt doubts charge charges "
        "attack attacks forecast forecasts estimate estimates project projects hope hopes question questions "
        "brand brands label labels detail details cite voice voices seeks show shows find finds state states fear "
        "fears blame request pledge pledges answer answers plan plans hint hints signal signals comment comments "
        "remark remarks lament laments boast boasts joke jokes press bash rip counter shout chant counters "
        "outline outlines highlight highlights experience reference references hail"
    ).split()
)
# verbs that report words only beside a quotation
NEED_QUOTATION = frozenset({"read", "go", "continue", "shoot", "reply", "respond", "chant", "shout"})
