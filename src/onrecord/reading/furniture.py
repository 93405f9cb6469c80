"""What stands around an article on its page, told line by line by how it is worded: links, pleas, notices, credits.

Every pattern is anchored at the line's start and holds no nested repetition. Precision comes first: a plea counts only
with the thing it pleads for, since to call the article's own prose furniture loses statements.
"""

from __future__ import annotations

import re

from onrecord.reading.names import is_medium, is_person, is_photo_agency

__all__ = ["is_caption", "is_credit", "is_furniture"]

# The longest plea or notice seen in 9,379 articles of 491 outlets is about 900 characters; prose paragraphs that open
# with the words below are none at any length, but a line this long is not looked at.
LONGEST_NOTICE = 1_500
LONGEST_CAPTION = 600

# Whole lines, compared without case and without the marks at their ends.
ALONE = frozenset(
    """
    skip to main content|skip to content|skip to navigation|jump to navigation|menu|main menu|home|search|close|print|email
    e-mail|share|tweet|pin it|facebook|twitter|whatsapp|linkedin|reddit|copy link|link copied|save|comment|comments|reply
    advertisement|advertisment|ad|ads|sponsored|sponsored content|promoted|loading|photo|photos|video|audio|image|gallery
    story continued below|story continues below|story continues|article continues below|continue reading below
    continue reading|continue reading the main story|advertisement continue reading the main story|read more|see more
    show more|load more|learn more|view more|more|more on this|read also|also read|read next|up next|related|see also
    related articles|related stories|related news|related content|related posts|related topics|most read|most popular
    trending|trending now|recommended|recommended for you|you may also like|you might also like|editor's picks|top stories
    latest news|more from this section|share this|share this article|share this story|share this post|share on facebook
    share on twitter|tweet this|follow us|listen to this article|text size|toggle navigation|back to top|leave a reply
    leave a comment|post a comment|add a comment|write a comment|cancel reply|your email address will not be published
    required fields are marked|comments are closed|all rights reserved|subscribe|subscribe now|sign up|sign in|log in
    newsletter|newsletters|newsletter sign up|newsletter sign-up|manage newsletters|pullquote|break|previous|next
    privacy policy|cookie policy|terms of use|terms of service|contact us|about us|opens in new window|exclusive
    breaking news|analysis/opinion|full text|abstract|watch live|live|daily newsletters|enlarge this image
    kaynak/source|source|sources|kaynak|quelle|fuente|via|tags|topics|click here|donate|support us
    """.replace("\n", "|")
    .replace("  ", "")
    .split("|")
) - {""}
ORNAMENT = re.compile(r"[\W_]{1,40}\Z")

# Openings that no article's prose has, whatever follows.
OPENS = re.compile(
    r"(?:skip to (?:main )?(?:content|navigation)\b|please let us know if you(?:'|’)?(?:re| are)? ?(?:hav|experienc)ing"
    r"|leave a (?:reply|comment)\b|your e-?mail address will not be published|required fields are marked"
    r"|you must be logged in to (?:post|comment)|(?:log|sign) in to (?:post|leave|comment)|comments (?:are closed|policy)"
    r"|comments? \(\d{1,6}\)|\d{1,6} comments?\Z|click (?:here|to get)\b|click for more|continue reading\b"
    r"|enlarge this image|toggle caption|slideshow \(|(?:prev|next) image|image \d{1,3} of \d{1,3}"
    r"|(?:we|this (?:web)?site|our (?:web)?site|our partners) uses? cookies|by (?:continuing to|using this) (?:site|browse)"
    r"|accept (?:all )?cookies|by signing up,? you|by subscribing,? you|please verify you(?:'|’)re not a robot"
    r"|share this (?:article|story|post|page|:)|share (?:on|via) |follow @|follow us on|join us on|like us on|find us on"
    r"|©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4}|by\b)|all rights reserved|this (?:material|content) may not be (?:published|reprod)"
    r"|(?:the )?(?:views|opinions) expressed (?:in|by|here|are|on)|this is a rush transcript|got a (?:tip|question)\b"
    r"|have a (?:news )?tip\b|send (?:letters|tips|corrections) to|posted in:? |filed under:? |tags:|topics:|tagged under"
    r"|this (?:article|story|post|report) (?:has been|was) (?:updated|corrected)|this article is more than \d|this article tagged"
    r"|\d{1,2} (?:years?|months?|weeks?|days?|hours?|hrs?|mins?|minutes?) ago\Z|\d{1,3}[- ]min(?:ute)?s?\.?(?: read)?\Z"
    r"|content created by .{1,80} is available without charge|advertisement\b.{0,60}\Z|story highlights\b"
    r"|originally published|this (?:article|story|post|piece|report) (?:was )?(?:originally|first) (?:published|appeared)"
    r"|republished (?:from|with)|reprinted (?:from|with)|contact us at|visit .{1,60} homepage for more)",
    re.IGNORECASE,
)
# Lines that point elsewhere: a heading with a colon and a title behind it, in one short line.
POINTS = re.compile(
    r"(?:read(?: more)?|see(?: also)?|also (?:read|see|on)|related|more(?: on this| from .{1,40})?|watch|listen|photos?|pictures|video"
    r"|full coverage|in pictures|don't miss|recommended|\(? ?photos) ?:",
    re.IGNORECASE,
)
LONGEST_POINTER = 200
# Pleas in the imperative, and what they plead for.
PLEA = re.compile(
    r"\W{0,3}(?:please )?(?:sign up|subscribe|get |stay |join |become |support |help (?:us|keep)|donate|download |follow |want "
    r"|daily .{1,30} newsletter|let our |like (?:this|what)|if you (?:enjoy|like|value|appreciat)|for more |enjoy(?:ing)? (?:this|our)"
    r"|thank you for |thanks for |to (?:get|receive|read|keep) |keep up |never miss|don(?:'|’)t miss|check out |interested in |newsletter"
    r"|be the first|register |enter your|.{1,40} newsletter\b|.{1,60} brings you|.{1,60} delivers |.{1,60} is a non-?profit)",
    re.IGNORECASE,
)
PLEADED = re.compile(
    r"\b(?:newsletters?|inbox|sign up|sign-up|e-?mail (?:alerts?|address|sign up)|push alerts|news alerts|our app|news app|phone app"
    r"|latest (?:alerts|updates|news)|breaking news alerts|privacy policy|subscribers? |subscribe (?:now|today|here|to)|membership"
    r"|on (?:twitter|facebook|instagram|youtube)|@\w{2,30}|our (?:journalism|coverage|reporting|reporters)|ad-free|paywall"
    r"|republish(?:ing)?|this content|(?:us|her|him|them) on social|become a .{0,30}member|donation|your support)",
    re.IGNORECASE,
)
# Who made a report: named in a line that says only that.
CREDITS = re.compile(
    r"\W{0,2}(?:\(?(?:additional )?reporting by |\(?(?:writing|editing) by |\(?compiled by |\(?with (?:reporting|additional reporting|agencies|inputs?) "
    r"|with post wires|(?:source|kaynak/source|sources|quelle|fuente|credit) ?: ?\S|contributing: )",
    re.IGNORECASE,
)
CONTRIBUTED = re.compile(
    r"\b(?:contributed to this (?:report|story|article)|contributed reporting|contributed)\.?\)?\*?\Z",
    re.IGNORECASE,
)
LONGEST_CREDIT = 400

# Captions: the words they open with, and the credits they end in.
CAPTION_OPENS = re.compile(
    r"(?:file photo|file ?[-–—] |photo(?:graph)?s? ?(?:by|credit|courtesy)?[:] ?\S|photo(?:graph)? (?:by|courtesy) |image (?:credit|source|copyright)"
    r"|picture(?: credit)?: |photo credit|image: |enlarge this image|media caption|image caption)",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]\.?\Z")
PHOTO_BY = re.compile(
    r"(?:photo(?:graph)?s?|image|picture|credit|courtesy|screenshot|ap photo|file)\b", re.IGNORECASE
)
TAIL_CREDIT = re.compile(
    r"(?:\bREUTERS/[\w. /-]{2,60}|\b(?:Getty Images|AP Photo|AFP|EPA|Reuters|AP)/[\w. /-]{2,40}"
    r"|\b(?:via |/ ?|© ?)Getty Images|\bGetty Images|\bShutterstock)\.?\Z"
)


def is_furniture(line: str) -> bool:
    """Whether a line is the page's own: a link, a plea, a notice, an ornament."""
    if len(line) > LONGEST_NOTICE:
        return False
    bare = line.casefold().strip(" \t.…:*-–—|»«>[]()!")
    if bare in ALONE or ORNAMENT.match(line) or OPENS.match(line):
        return True
    if len(line) <= LONGEST_POINTER and POINTS.match(line):
        return True
    return PLEA.match(line) is not None and PLEADED.search(line) is not None


def is_credit(line: str) -> bool:
    """Whether a line only says who made or supplied the report."""
    if len(line) > LONGEST_CREDIT:
        return False
    if CREDITS.match(line) or CONTRIBUTED.search(line):
        return True
    bare = line.strip("()[]–—- .")
    return len(bare) <= 40 and (line[0] in "([—–-" or " " not in line) and is_medium(bare)


def is_caption(line: str) -> bool:
    """Whether a line is a picture's caption: it opens as one, or ends in the credit of a picture."""
    if len(line) > LONGEST_CAPTION:
        return False
    if CAPTION_OPENS.match(line) or TAIL_CREDIT.search(line):
        return True
    bracket = BRACKETED.search(line)
    return bracket is not None and bracket.start() > 0 and _credits_a_picture(bracket[1].strip())


def _credits_a_picture(words: str) -> bool:
    if PHOTO_BY.match(words) or is_photo_agency(words):
        return True
    taker, slash, agency = words.replace(" via ", "/").rpartition("/")
    if not slash:
        return False
    return is_photo_agency(agency.strip()) or is_person(taker.split("/")[0].strip())
