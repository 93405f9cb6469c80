"""The brief as Markdown: the same values in the same order as the page, readable as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from onrecord.brief.dossier import dossier
from onrecord.brief.foot import HOW
from onrecord.brief.highlight import Paragraph, Segment
from onrecord.brief.view import (
    Card,
    ChangeView,
    Day,
    Dossier,
    Excerpt,
    Group,
    Head,
    Line,
    Node,
    Piece,
    ReportView,
    Run,
    TextView,
    Told,
)
from onrecord.brief.words import one_line, visible
from onrecord.model import Article, Findings, Statement

__all__ = ["brief_markdown"]

# what Markdown acts on anywhere in a line, and what only at its start; angle brackets and ampersands become
# entities
_ACTIVE = re.compile(r"([\\`*_\[\]|~#$])")
_AT_START = re.compile(r"^(\s*)([-+=]|\d{1,9}[.)])", re.MULTILINE)


def brief_markdown(
    articles: Sequence[Article],
    statements: Mapping[str, Sequence[Statement]],
    findings: Findings,
    *,
    title: str,
) -> str:
    """The dossier on ``articles`` as Markdown, anchors as ``<a id>`` tags; input as for ``brief_html``."""
    page = dossier(articles, statements, findings, title=title)
    return "\n".join(_page(page)).rstrip() + "\n"


def _page(page: Dossier) -> Iterator[str]:
    yield from _head(page.head)
    if page.cards:
        yield from _section("told", "Told by several", page.more_cards, map(_card, page.cards))
    if page.changes:
        yield from _section("changed", "What changed on the way", page.more_changes, map(_change, page.changes))
    if page.groups:
        yield from _section("who", "Who said what", page.more_voices, map(_group, page.groups))
    if page.days:
        yield from _section("when", "Timeline", page.more_moments, map(_day, page.days))
    yield from _section("articles", "The articles", page.more_texts, map(_article, page.texts))
    yield from _section("how", "How to read this", None, map(_how, HOW))


def _section(anchor: str, name: str, more: str | None, blocks: Iterable[Iterable[str]]) -> Iterator[str]:
    yield from (f'<a id="{anchor}"></a>', "", f"## {name}", "")
    for block in blocks:
        yield from block
    if more:
        yield from (f"*{more}*", "")


def _plain(text: str) -> str:
    """Outside text with nothing in it that Markdown or HTML acts on."""
    inert = _ACTIVE.sub(r"\\\1", escape(visible(text), quote=False))
    return _AT_START.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", inert)


def _one(piece: Piece) -> str:
    text = _plain(one_line(piece.text)) if piece.target or piece.tone else _plain(piece.text)
    if piece.target:
        return f"[{text}](#{piece.target})"
    return f"**{text}**" if piece.tone in ("who", "strong") else text


def _say(line: Line) -> str:
    return "".join(_one(piece) for piece in line)


def _head(head: Head) -> Iterator[str]:
    yield from (f"# {_plain(one_line(head.title))}", "", _plain(head.read), "", "## In brief", "")
    for lead in head.leads:
        yield from (f"{lead.number}. **{_plain(lead.speaker)}**: {_plain(lead.words)} ", "")
        yield f"   - [{_plain(lead.tally)}](#{lead.target})"
        yield f"   - First: {_say(lead.first)}"
        yield f"   - Repeated by: {'; '.join(_say(line) for line in lead.repeated)}"
        yield f"   - Changed on the way: {_say(lead.changed)}"
        yield ""
    yield from (f"- {_say(finding)}" for finding in head.findings)
    yield ""


def _card(card: Card) -> Iterator[str]:
    yield from (f'<a id="{card.anchor}"></a>', "", f"### {card.number}. {_plain(card.speaker)}", "")
    yield from (f"> {_plain(card.words)}", "")
    yield f"**{_plain(card.tally)}**" + (f", said {_plain(card.said)}" if card.said else "")
    yield ""
    yield from (f"- {_plain(reason)}" for reason in card.why)
    yield from ("", "Where it came from:", "")
    yield from _branches(card.tree, "")
    yield from ("", "Report by report (~~left out~~, **put in**):", "")
    for report in card.reports:
        yield from _report(report)
    if card.more:
        yield from ("", f"*{card.more}*")
    yield ""


def _branches(nodes: Sequence[Node], indent: str) -> Iterator[str]:
    for node in nodes:
        how = f" — {node.how}" if node.how else ""
        yield f"{indent}- {_say(node.label)}{how}"
        yield from _branches(node.children, indent + "  ")


def _report(report: ReportView) -> Iterator[str]:
    relay = f", {_plain(report.relay)}" if report.relay else ""
    wording = "fullest report" if report.fullest else report.wording
    words = "".join(_run(run) for run in report.runs)
    words = f"“{words}”" if report.quoted else words
    yield (
        f"- {_one(report.name)}, {_plain(report.date)} ({wording}{relay}): {words} — {_say(report.speaker)}"
        + (f" ([text](#{report.target}))" if report.target else "")
    )


def _run(run: Run) -> str:
    text = _plain(one_line(run.text)) if run.kind != "same" else _plain(run.text)
    return {"same": text, "dropped": f"~~{text}~~", "added": f"**{text}**"}[run.kind]


def _change(change: ChangeView) -> Iterator[str]:
    yield from (f'<a id="{change.anchor}"></a>', "", f"### {', '.join(change.kinds).capitalize()}", "")
    yield from (_plain(change.sentence), "")
    for side in (change.a, change.b):
        yield _excerpt(side)
    yield ""


def _excerpt(side: Excerpt) -> str:
    words = f"[{_plain(side.words)}](#{side.target})" if side.target else _plain(side.words)
    speaker = f"given to {_plain(side.speaker)}" if side.speaker else "no speaker given"
    shown = f"{_plain(side.before)}{words}{_plain(side.after)}"
    return f"- {_one(side.name)}, {_plain(side.date)}, {speaker}: {shown}"


def _group(group: Group) -> Iterator[str]:
    yield from (f"### {group.name}", "")
    for voice in group.voices:
        yield from (f'<a id="{voice.anchor}"></a>', "", f"#### {_plain(voice.name)}, {voice.tally}", "")
        yield from (_told(told) for told in voice.told)
        if voice.more:
            yield from ("", f"*{voice.more}*")
        yield ""


def _told(told: Told) -> str:
    again = " · also as headline or pull quote" if told.again else ""
    return f"- {_plain(told.words)} ({told.kind}; {_say(told.details)}{again})"


def _day(day: Day) -> Iterator[str]:
    yield from (f"**{_plain(day.name)}**", "")
    for moment in day.moments:
        yield f"- {_say(moment.line)}" + (f" ({_plain(moment.when)})" if moment.when else "")
    yield ""


def _how(entry: tuple[str, str]) -> Iterator[str]:
    yield f"- **{entry[0]}**: {entry[1]}"


def _article(text: TextView) -> Iterator[str]:
    title = _plain(one_line(text.title)) if text.title else "Title not stated"
    yield from (f'<a id="{text.anchor}"></a>', "", f"### {text.number}. {_plain(text.outlet)}: {title}", "")
    facts = [_plain(fact) for fact in text.facts]
    yield " · ".join([*facts, f"<{text.url}>"] if text.url else facts)
    yield ""
    for paragraph in text.paragraphs:
        if paragraph.segments:
            yield from (_paragraph(paragraph), "")


def _paragraph(paragraph: Paragraph) -> str:
    words = "".join(_segment(segment) for segment in paragraph.segments).strip()
    return words.replace("\n", "\\\n")


def _segment(segment: Segment) -> str:
    anchors = "".join(f'<a id="{anchor}"></a>' for anchor in segment.anchors)
    tags = "".join(f"*[{tag}]* " for tag in segment.tags)
    words = f"<mark>{_plain(segment.text)}</mark>" if segment.marked else _plain(segment.text)
    return tags + anchors + words + "".join(f" [{ref.sign}](#{ref.target})" for ref in segment.references)
