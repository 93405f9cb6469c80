"""News pages as HTML: their body text, and the facts that they state in their own metadata.

trafilatura finds the body (F1 .964 on 181 real pages, the best measured); it is an extra, loaded when a page comes.
Its own metadata step guesses dates, so the facts are read from JSON-LD and ``<meta>`` alone: a page that does not
state a thing leaves it unknown.
"""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

from onrecord.reading.decode import Unreadable, decode
from onrecord.reading.rows import Json, facts_of
from onrecord.reading.stated import Stated

__all__ = ["read_html"]

# Real news pages have under 3 MB; a larger one is a dump or an attack.
MOST_HTML = 5_000_000
# Parsers take time that grows with the square of the depth; real pages nest to about 60.
MOST_DEPTH = 400
# Extractors take seconds for 100,000 elements, and minutes for one with as many attributes. Of 181 real pages the
# fullest has 3,229 tags and an element of 169 attributes.
MOST_TAGS = 50_000
MOST_ATTRIBUTES = 1_000
LONG_TAG = re.compile(rf"<[a-zA-Z](?:[^<>=]*=){{{MOST_ATTRIBUTES}}}")
# An unclosed script of JSON-LD costs trafilatura four times as much for twice the length, so no script reaches it.
SCRIPT = re.compile(r"<(script|style|template|noscript)\b", re.IGNORECASE)
MOST_JSON = 500_000
CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,20})", re.IGNORECASE)
ARTICLE_TYPES = re.compile(r"(?:News|Reportage|Analysis|Opinion|Blog)?(?:Article|Posting)\Z")
META = {
    "og:title": "title",
    "og:site_name": "outlet",
    "article:published_time": "published",
    "author": "byline",
    "article:author": "byline",
    "og:url": "url",
}


def read_html(data: bytes) -> tuple[str, Stated]:
    """The body text of a page (paragraphs apart by a blank line), the facts it states; a date that is none is no fact.

    Raises Unreadable where there is no body text to be had.
    """
    if len(data) > MOST_HTML:
        raise Unreadable(f"too large for a page (over {MOST_HTML // 1_000_000} MB); save its text as a .txt file")
    page = _decode(data)
    if page.count("<") > MOST_TAGS or LONG_TAG.search(page):
        raise Unreadable("too many elements or attributes for a page; save its text as a .txt file")
    meta = MetaReader()
    meta.feed(page)
    if meta.deepest > MOST_DEPTH:
        raise Unreadable("its elements are nested too deep for a page; save its text as a .txt file")
    text = _body(_without_scripts(page))
    facts, _ = facts_of(meta.facts())
    return text, facts


def _decode(data: bytes) -> str:
    """The page's characters: as it declares, where it declares an encoding that fits; else as any text."""
    declared = CHARSET.search(data[:2048])
    if declared:
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _body(page: str) -> str:
    try:
        from trafilatura import extract
    except ImportError as error:
        raise Unreadable("reading HTML needs an extra; install it: pip install 'onrecord[html]'") from error
    try:
        body = extract(page, favor_precision=True, include_comments=False, include_tables=False, with_metadata=False)
    except Exception as error:  # whatever a hostile page makes of the extractor must not stop the reading
        raise Unreadable(f"the page broke the extractor ({type(error).__name__}); save its text as .txt") from error
    if not body or not body.strip():
        raise Unreadable("no article text found in the page; save its text as a .txt file")
    return re.sub(r"\n+", "\n\n", body.strip())


def _without_scripts(page: str) -> str:
    """``page`` without scripts, styles and templates, an unclosed one to the end; in one pass."""
    kept = []
    at = 0
    low = page.lower()
    while opens := SCRIPT.search(page, at):
        kept.append(page[at : opens.start()])
        closes = low.find(f"</{opens[1].lower()}", opens.end())
        at = page.find(">", closes) + 1 if closes >= 0 else len(page)
        at = at or len(page)
    return "".join((*kept, page[at:]))


class MetaReader(HTMLParser):
    """What a page's JSON-LD, ``<meta>``, ``<html lang>`` and canonical link state, and how deep it nests."""

    VOID = frozenset(
        [
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "source",
            "track",
            "wbr",
            "p",
            "li",
            "td",
            "tr",
            "th",
            "dt",
            "dd",
            "option",
        ]
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, str] = {}
        self.blocks: list[str] = []
        self.open_json = False
        self.depth = self.deepest = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.depth += 1
            self.deepest = max(self.deepest, self.depth)
        given = {name: value or "" for name, value in attrs}
        if tag == "html" and given.get("lang"):
            self.found.setdefault("language", given["lang"])
        elif tag == "meta":
            field = META.get((given.get("property") or given.get("name") or "").lower())
            content = given.get("content", "").strip()
            # Many pages give the author's profile page in place of a name.
            if field and content and not (field == "byline" and "://" in content):
                self.found.setdefault(field, content)
        elif tag == "link" and given.get("rel") == "canonical" and given.get("href"):
            self.found["url"] = given["href"]
        elif tag == "script":
            self.open_json = given.get("type", "").lower() == "application/ld+json"

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            self.depth = max(0, self.depth - 1)
        self.open_json = False

    def handle_data(self, data: str) -> None:
        if self.open_json and len(data) <= MOST_JSON:
            self.blocks.append(data)

    def facts(self) -> dict[str, Json]:
        """The fields the page states; JSON-LD before ``<meta>``, since it names what it means."""
        fields: dict[str, Json] = dict(self.found)
        for block in self.blocks:
            try:
                fields |= _linked(json.loads(block))
            except (ValueError, RecursionError):
                continue
        return fields


def _linked(value: Json) -> dict[str, Json]:
    """The facts of the first article that a JSON-LD value describes."""
    items = value if isinstance(value, list) else [value]
    for item in items[:50]:
        if not isinstance(item, dict):
            continue
        graph = item.get("@graph")
        if isinstance(graph, list) and (found := _linked(graph)):
            return found
        kinds = item.get("@type")
        if any(
            isinstance(kind, str) and ARTICLE_TYPES.match(kind)
            for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            return _article_facts(item)
    return {}


def _article_facts(item: dict[str, Json]) -> dict[str, Json]:
    made: dict[str, Json] = {
        "title": _name(item.get("headline")),
        "published": _name(item.get("datePublished")),
        "outlet": _name(item.get("publisher")),
        "byline": _names(item.get("author")),
        "language": _name(item.get("inLanguage")),
    }
    return {field: value for field, value in made.items() if value}


def _name(value: Json | None) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() or None if isinstance(value, str) else None


def _names(value: Json | None) -> str | None:
    items = value if isinstance(value, list) else [value]
    return ", ".join(name for item in items if (name := _name(item))) or None
