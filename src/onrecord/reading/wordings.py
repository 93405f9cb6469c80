"""The wordings of page furniture, credits, captions and comments, as patterns.

Every pattern is anchored where it can be, bounds each repetition, and nests none.
"""

from __future__ import annotations

import re

__all__ = [
    "ABOUT",
    "ALONE",
    "CAPTION_OPENS",
    "COMMENTS_HEAD",
    "COMMENT_META",
    "CONTRIBUTED",
    "COPYRIGHT",
    "CREDITS",
    "FIRST_PRINTED",
    "LINKS_HEAD",
    "OPENS",
    "PHOTO_BY",
    "PLEA",
    "PLEADED",
    "POINTS",
    "REPUBLISH",
    "SOURCE",
    "SPAM",
]


def _any_of(*ways: str, then: str = "") -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(ways)}){then}", re.IGNORECASE)


# Whole lines, compared without case and without the marks at their ends.
ALONE = frozenset(
    line.strip()
    for lines in """
    skip to main content|skip to content|skip to navigation|jump to navigation|menu|main menu|home|search
    close|print|email|e-mail|share|tweet|pin it|facebook|twitter|whatsapp|linkedin|reddit|copy link
    link copied|save|comment|comments|reply|advertisement|advertisment|ad|ads|sponsored|sponsored content
    promoted|loading|photo|photos|video|audio|image|gallery|story continued below|story continues below
    story continues|article continues below|continue reading below|continue reading
    continue reading the main story|advertisement continue reading the main story|read more|see more|show more
    load more|learn more|view more|more|more on this|read also|also read|read next|up next|related|see also
    related articles|related stories|related news|related content|related posts|related topics|most read
    most popular|trending|trending now|recommended|recommended for you|you may also like|you might also like
    editor's picks|top stories|latest news|more from this section|share this|share this article
    share this story|share this post|share on facebook|share on twitter|tweet this|follow us
    listen to this article|text size|toggle navigation|back to top|leave a reply|leave a comment
    post a comment|add a comment|write a comment|join the conversation|join the discussion|cancel reply|name
    website|post comment|submit comment|your email address will not be published|required fields are marked
    comments are closed|all rights reserved|subscribe|subscribe now|sign up|sign in|log in|newsletter
    newsletters|newsletter sign up|newsletter sign-up|manage newsletters|pullquote|break|previous|next
    privacy policy|cookie policy|terms of use|terms of service|contact us|about us|opens in new window
    exclusive|breaking news|analysis/opinion|full text|abstract|watch live|live|daily newsletters
    enlarge this image|kaynak/source|source|sources|kaynak|quelle|fuente|via|tags|topics|click here|donate
    support us|youtube|rss|rss feed|google plus|google+|instagram|telegram|view comments|show comments
    see comments|back to gallery|caption|sharing options|more sharing options|show more sharing options
    supported by|like this|like loading|thanks for signing up|view all|see all|see all newsletters|must read
    story timeline|add comment|follow
    """.strip().splitlines()
    for line in lines.split("|")
)

# Openings that no article's prose has, whatever follows.
OPENS = _any_of(
    r"skip to (?:main )?(?:content|navigation)\b",
    r"please let us know if you(?:'|’)?(?:re| are)? ?(?:hav|experienc)ing",
    r"leave a (?:reply|comment)\b",
    r"your e-?mail address will not be published",
    r"required fields are marked",
    r"save my name, e-?mail",
    r"you must be (?:logged|signed) in to",
    r"(?:log|sign) in to (?:post|leave|comment|reply)",
    r"comments (?:are closed|policy)",
    r"comments? \(\d{1,6}\)",
    r"\d{1,6} comments?\Z",
    r"click (?:here|to get|for more)\b",
    r"continue reading\b",
    r"enlarge this image",
    r"toggle caption",
    r"slideshow \(",
    r"(?:prev|next) image",
    r"image \d{1,3} of \d{1,3}",
    r"(?:we|this (?:web)?site|our (?:web)?site|our partners) uses? cookies",
    r"by (?:continuing to|using) (?:use |browse )?(?:this|our) (?:web)?site",
    r"accept (?:all )?cookies",
    r"by (?:signing up|subscribing|submitting),? you",
    r"please verify you(?:'|’)re not a robot",
    r"share this (?:article|story|post|page|:)",
    r"share (?:on|via) (?:facebook|twitter|x|linkedin|e-?mail|whatsapp)\b",
    r"follow (?:@|us on)|follow .{1,60} @\w",
    r"(?:\W{0,3})(?:follow|join|like|find) .{1,120} on (?:twitter|facebook|instagram|youtube|flipboard)\b",
    r"join (?:the (?:conversation|discussion)|our (?:facebook )?community)\b",
    r"©",
    r"\(c\) ?\d{4}",
    r"copyright (?:©|\(c\)|\d{4}|by\b)",
    r"all rights reserved",
    r"this (?:material|content|article) may not be (?:published|reprod|copied)",
    r"(?:the )?(?:views|opinions) expressed (?:in|by|here|are|on)",
    r"this is a rush transcript",
    r"(?:got a (?:tip|question)|have a (?:news )?tip)\b",
    r"send (?:letters|tips|corrections) to",
    r"(?:posted in|filed under):? ",
    r"(?:tags|topics):",
    r"this (?:article|story|post|report) (?:has been|was) (?:updated|corrected)",
    r"this article (?:is more than \d|tagged)",
    r"\d{1,2} (?:years?|months?|weeks?|days?|hours?|hrs?|mins?|minutes?) ago\Z",
    r"\d{1,3}[- ]min(?:ute)?s?\.?(?: read)?\Z",
    r"content created by .{1,80} is available without charge",
    r"advertisement\b.{0,60}\Z",
    r"story highlights\b",
    r"originally published",
    r"this (?:article|story|post|piece|report) (?:was )?(?:originally|first) (?:published|appeared)",
    r"(?:republished|reprinted) (?:from|with)",
    r"contact us at",
    r"https?://\S{1,300}\Z",
    r"visit .{1,60} homepage for more",
)
# A heading over a list of links, at the end of a page.
LINKS_HEAD = _any_of(
    r"(?:our )?(?:most|latest|top|recent|popular|related|trending|recommended|more) ?(?:read|viewed|popular|shared)?",
    then=r" ?(?:news|stories|articles|videos|posts|content|headlines|topics|tags|now|for you|(?:from|on) .{1,30})?:?\Z",
)
# Lines that point elsewhere: a heading with a colon and a title behind it, in one short line.
POINTS = _any_of(
    r"\(? ?(?:read(?: more)?|see(?: also)?|also (?:read|see|on)|related|watch|listen|photos|pictures|video|story)",
    r"more(?: on this| from .{1,40})?|full coverage|in pictures|don(?:'|’)t miss|recommended",
    then=" ?:",
)
# Pleas in the imperative, and what they plead for.
PLEA = _any_of(
    r"\W{0,3}(?:please )?(?:sign up|subscribe|get |stay |join |become |support |help (?:us|keep)|donate|download )",
    r"\W{0,3}(?:want |let our |if you (?:enjoy|like|value|appreciat))",
    r"for more |enjoy(?:ing)? this|(?:thank you|thanks) for (?:reading|signing|subscri)|to (?:get|receive|read|keep) ",
    r"never miss|don(?:'|’)t miss|check out |interested in |newsletter|daily .{1,30} newsletter|be the first",
    r"register |enter your|are you .{1,80} interested in|.{1,40} newsletter\b",
    r".{1,60} brings you|.{1,60} delivers |.{1,60} is a non-?profit",
)
PLEADED = _any_of(
    r"\b(?:newsletters?|inbox|signing up|e-?mail alerts?|your e-?mail address|(?:push|news) alerts)\b",
    r"\bsign up (?:here|now|today|to (?:get|receive|our)|for (?:our|free|daily|breaking))\b",
    r"\b(?:our|news|phone) app\b",
    r"\b(?:latest (?:alerts|updates)|privacy policy|subscribe (?:now|today|here|to)|our subscribers)\b",
    r"\bour (?:journalism|coverage|reporting|reporters)\b",
    r"\b(?:ad-free|paywall|republish(?:ing)?|this content|facebook community|become a .{0,30}member|your support)\b",
    r"\b(?:tax-deductible|make a) donation\b",
)

# Who made a report: named in a line that says only that.
CREDITS = _any_of(
    r"\W{0,2}(?:additional )?(?:reporting|writing|editing|compiled) by ",
    r"\W{0,2}with (?:additional )?(?:reporting|agencies|inputs?|files) (?:by|from) ",
    r"with (?:agencies|post wires)\Z",
    r"(?:source|kaynak/source|sources|kaynak|quelle|fuente|credit) ?: ?\S",
    r"contributing: ",
)
CONTRIBUTED = re.compile(r"\bcontributed(?: (?:reporting|to this (?:report|story|article)))\.?\)?\*?\Z", re.IGNORECASE)

# Captions: the words they open with, and the words that open a credit in brackets.
CAPTION_OPENS = _any_of(
    r"file (?:photo|picture)",
    r"file ?[-–—] ",
    r"photo(?:graph)?s? ?(?:by|courtesy(?: of)?):? (?-i:[A-Z])",
    r"photo(?:graph)? credit",
    r"(?:photo(?:graph)?|image|picture) ?: ?\S",
    r"(?:image|picture) (?:credit|source|copyright|courtesy)",
    r"enlarge this image|toggle caption|(?:media|image|hide) caption",
)
PHOTO_BY = _any_of(
    r"photo(?:graph)?|photo(?:graph)?s by|image|picture|credit|courtesy|screenshot|ap photo|file", then=r"\b"
)

# A heading over a section of comments; what follows it is readers', not the article's.
COMMENTS_HEAD = _any_of(
    r"(?:leave|post|add) a (?:reply|comment)",
    r"(?:reader )?comments|responses",
    r"\d{1,6} (?:comments?|responses|replies|thoughts on .{1,200})",
    r"comments? \(\d{1,6}\)",
    r"(?:one|\d{1,6}) (?:comment|response|thought)s?(?: (?:to|on) .{1,200})?",
    then=r"[:.]?\Z",
)
# What only stands about a reader's comment: who says it, when, and the link to answer it.
COMMENT_META = _any_of(
    r".{1,40} says:?\Z",
    r".{0,60}\bat \d{1,2}:\d{2} ?[ap]\.?m\.?\Z",
    r"reply\Z|report abuse\Z|log in to reply",
)
# The flattery and offers of comment spam.
SPAM = _any_of(
    r"\b(?:great|nice|awesome|excellent|fantastic|wonderful|amazing|good|informative|helpful|lovely)"
    r" (?:web ?site|site|blog|web ?log|post|article|write-?up|info|read|stuff)\b",
    r"\bstumbled ?up ?on\b|\bbookmark(?:ed|ing)?\b",
    r"\bsaved (?:it |you )?(?:as|to) (?:a |my )?favou?rites?\b|\bsaved as a favou?rite\b",
    r"\b(?:re)?visit (?:yet )?(?:once )?again\b|\bkeep up the (?:good|great)\b|\bkeep (?:writing|posting)\b",
    r"\b(?:visit|check out|surf to) my (?:site|web|blog|page|homepage)\b|\bthank(?:s| you) for sharing\b",
    r"\b(?:really|truly|absolutely|thoroughly) (?:enjoyed|enjoy|love|loved) (?:reading|this|your)\b",
    r"\byour (?:web ?site|site|blog|web ?log)\b|\bsubscribe to your\b|\b(?:new|other) (?:posts|updates) from you\b",
    r"\bmoney and freedom\b|\byou be rich\b|\bcontinue to (?:help|guide) others\b",
    r"\bi(?:'|’)ve been (?:browsing|surfing)\b|\bmake money (?:online|from home)\b",
    r"\bearn(?:ed|ing)? \$?\d[\d,]{0,9} (?:a|per) (?:week|month|day|hour)\b",
    r"[;:]-?[)D](?=\s|\Z)|[😀-🙏👍]",
)

# What notices say of a page. NAME is a run of words with capitals.
NAME = r"((?-i:(?:The )?[A-Z][\w’'&.-]*(?: (?:of |and |the |for )?[A-Z][\w’'&.-]*){0,5}))"
COPYRIGHT = _any_of(
    r"copyright\s{0,3}(?:©|\(c\))?",
    r"©\s{0,3}(?:copyright)?",
    r"\(c\)",
    then=r"\s{0,3}(?:\d{4}(?:\s?[-–]\s?\d{4})?)?,?\s{0,3}(?:by\s)?",
)
SOURCE = _any_of(
    r"(?:source|credit|kaynak/source|kaynak|quelle|fuente) ?: ?",
    r"(?:via|courtesy of|republished from|reprinted from) ",
    then=rf"{NAME}\W{{0,2}}(.{{0,60}})\Z",
)
FIRST_PRINTED = _any_of(
    r"this (?:article|story|post|piece|report) (?:was )?(?:originally|first) (?:published|appeared)"
    r" (?:by|in|on|at) (?:the )?",
    r"originally published (?:by|in|on|at) (?:the )?",
    then=rf"{NAME}(?: on (.{{6,40}}?))?(?:\.|,|\Z| and )",
)
ABOUT = _any_of(NAME, then=r" (?:delivers|provides|offers) .{0,80}\b(?:coverage|news|journalism|reporting)\b")
REPUBLISH = _any_of(r"republish", r"about .{1,30} can be found")
