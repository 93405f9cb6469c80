"""The brief as one HTML file: no script, nothing loaded, every word from outside escaped."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from onrecord.brief.dossier import dossier
from onrecord.brief.foot import HOW
from onrecord.brief.view import Dossier
from onrecord.brief.words import visible
from onrecord.model import Article, Findings, Statement

__all__ = ["brief_html"]

LIT = "color:var(--ink);background:var(--lit);outline:2px solid var(--lit)"


def brief_html(
    articles: Sequence[Article],
    statements: Mapping[str, Sequence[Statement]],
    findings: Findings,
    *,
    title: str,
) -> str:
    """The dossier on ``articles`` as one self-contained HTML page.

    ``statements`` are by article id; ``findings`` are what the same articles show together. The page is the
    same whatever the order of the input, needs no network and no script, and escapes all outside text;
    characters that act instead of being read (controls, bidirectional overrides) are printed as signs.
    """
    page = dossier(articles, statements, findings, title=title)
    style = _style(page)
    template = _environment().get_template("brief.html.j2")
    return template.render(page=page, style=Markup(style), style_hash=_hash(style), how=HOW)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("onrecord.brief", "templates"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _shown(value: object) -> object:
    """What a template prints: outside text with nothing hidden in it; our own markup as it is."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _style(page: Dossier) -> str:
    """The style sheet, and a rule for every statement in several runs, so that a link lights up all of them.

    Anchors are our own names (``a1s2``), never text from outside.
    """
    sheet = files("onrecord.brief").joinpath("templates/brief.css").read_text(encoding="utf-8")
    runs = (
        (text.anchor, anchor)
        for text in page.texts
        for paragraph in text.paragraphs
        for segment in paragraph.segments
        for anchor in segment.within
    )
    rules = (f"#{text}:has(#{anchor}:target) .{anchor}{{{LIT}}}" for text, anchor in dict.fromkeys(runs))
    return "\n".join((sheet.strip(), *rules))


def _hash(style: str) -> str:
    """The style's hash as the page's content policy names it: no other style may apply."""
    return "sha256-" + b64encode(sha256(style.encode()).digest()).decode()
