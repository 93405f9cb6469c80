"""Closed classes of English words that the rules read by: what may stand in a name, and what may not."""

from __future__ import annotations

__all__ = [
    "ABBREVIATIONS",
    "ADVERBS",
    "AUXILIARIES",
    "CONJUNCTIONS",
    "DETERMINERS",
    "DOTTED_TITLES",
    "FINITE",
    "NOUN_PREPOSITIONS",
    "PREPOSITIONS",
    "PRONOUNS",
    "RELATIVES",
    "SENTENCE_STARTERS",
    "SUBJECT_PRONOUNS",
    "SUBORDINATORS",
    "TIME_WORDS",
]


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


ABBREVIATIONS = _words(
    "mr mrs ms dr prof sen sens rep reps gov lt col gen maj capt sgt cmdr adm pres hon rev fr sr jr st mt vs no "
    "inc corp co ltd dept jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri ariz calif colo "
    "conn fla ga ill ind kan ky la mass md mich minn miss mo neb nev okla ore pa tenn tex va vt wash wis d r u s "
    "a b c e f g h j k l m n p t w"
)
DOTTED_TITLES = _words(
    "Mr Mrs Ms Dr Prof Sen Sens Rep Reps Gov Lt Col Gen Maj Capt Sgt Cmdr Adm Pres Hon Rev Fr St Jr Sr Messrs Mme Cllr"
)
SENTENCE_STARTERS = _words(
    "the he she it they we i in on at but and however this that these those his her their its a an as after when "
    "while if for there what who meanwhile according"
)
DETERMINERS = _words(
    "the a an this that these those some any no every each all both several many most few other another his her "
    "its their our my your one two three four five six seven eight nine ten more fellow such"
)
PRONOUNS = _words(
    "he she it they we i you who which him her them us me himself herself themselves itself everyone everybody "
    "someone somebody nobody anyone anybody"
)
SUBJECT_PRONOUNS = _words("he she it they we i you who which one others some many most both")
RELATIVES = _words("who whom whose which that where when")
AUXILIARIES = _words(
    "has have had is are was were be been being will would shall should can could may might must do does did 've "
    "'s 'd has's hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't can't couldn't don't doesn't "
    "didn't"
)
ADVERBS = _words(
    "also already always again once twice ever never not only just even still then later earlier since now "
    "recently previously repeatedly reportedly allegedly initially subsequently publicly privately openly "
    "formally officially explicitly specifically simply merely further furthermore therefore thus instead rather "
    "too long often sometimes frequently consistently strongly sharply angrily quickly flatly bluntly briefly "
    "clearly correctly famously firmly frankly fully generally jokingly largely loudly mostly nearly personally "
    "pointedly quietly really similarly soon sternly today yesterday tonight tomorrow afterwards apparently "
    "falsely so far immediately promptly"
)
CONJUNCTIONS = _words("and or but nor yet so because although though while whereas if unless until than as whether")
PREPOSITIONS = _words(
    "of in on at to for from by with about against between among into onto over under after before during without "
    "within through throughout toward towards upon across behind beyond despite amid amidst around near since "
    "until via per regarding concerning including following outside inside like unlike off out up down ahead "
    "along"
)
NOUN_PREPOSITIONS = _words("of for from at in with on to against near inside within behind about between")
TIME_WORDS = _words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow january february "
    "march april may june july august september october november december week month year morning afternoon "
    "evening night weekend earlier later last this next recently"
)
# Finite verbs that end a name when one reads leftwards through it; the reporting verbs are added by the rules.
FINITE = _words(
    "is are was were be been has have had do does did will would can could may might must should shall came come "
    "comes went go goes made make makes took take takes gave give gives met meet meets held hold holds ran run "
    "runs won win wins lost lose became become becomes began begin begins left leave leaves got get gets kept "
    "keep keeps stood sat led leads brought put set let hit cut sent sends spent saw sees seen knew felt found "
    "got heard paid rose rises fell falls grew broke broken drew drove ate fought flew forgot chose wore shot "
    "died killed used tried needs need failed helped moved worked played turned followed arrived returned started "
    "stopped ended remained remains includes include included continues happened occurred appears seems looks "
    "based"
)
SUBORDINATORS = frozenset(
    {"when", "as", "after", "although", "though", "while", "if", "before", "because", "since", "where"}
)
