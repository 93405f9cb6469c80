"""``onrecord sources``: how many independent origins stand behind an utterance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.cli.options import format_option, open_record, record_option, wants_table
from onrecord.cli.printing import Part, print_parts, printable, write_jsonl
from onrecord.cli.showing import article_name, origins_line, quoted, who
from onrecord.cli.tracing import best_match, fullest

if TYPE_CHECKING:
    from onrecord.model import Article, Sources, Statement

# A record's own ids have 16 characters; a row's may be "3", which is also a number of outlets.
SHORTEST_ID = 8


@click.command("sources", short_help="How many independent origins stand behind an utterance.")
@click.argument("words", nargs=-1, required=True, metavar="WORDS|ID...")
@record_option
@format_option
def command(words: tuple[str, ...], record: str, form: str | None) -> None:
    """Say how many independent origins stand behind one utterance: a range, with the reasons and who has it
    from whom.

    The range is a judgement from the words of the articles; that two origins are named does not prove that
    they are independent. ID is an utterance's or a statement's.

    \b
    Examples:
      onrecord sources joint patrols
      onrecord sources "we will not leave the estuary" --format jsonl
    """
    from onrecord.errors import NotOnRecord
    from onrecord.rows import row

    with open_record(record) as opened:
        utterance = best_match(opened, " ".join(words))
        found = opened.sources_of([utterance])
        if not found:
            raise NotOnRecord(f"no sources were derived for the utterance {utterance.id}")
        if not wants_table(form):
            write_jsonl(row(one) for one in found)
            return
        whole = fullest(opened.reports(utterance))
        articles = {article.id: article for article in opened.articles}
        for one in found:
            print_parts(*_paragraphs(one, whole, articles))


def _paragraphs(sources: Sources, whole: Statement, articles: dict[str, Article]) -> list[Part]:
    parts: list[Part] = [
        (f"{who(whole)}: ", "bold"),
        (f"{quoted(whole)}\n\n", ""),
        (f"{origins_line(sources)}\n", "bold"),
    ]
    parts += [(f"\n  – {_with_names(reason, sources, articles)}", "") for reason in sources.reasons]
    if sources.chain:
        parts.append(("\n\nWho has it from whom:", "dim"))
    for link in sources.chain:
        article, origin = articles.get(link.article), articles.get(link.origin)
        teller = article_name(article) if article else printable(link.article)
        parts.append((f"\n  {teller}  ←  {article_name(origin) if origin else printable(link.origin)}", ""))
        parts.append((f"  ({link.how})", "dim"))
    return [*parts, (f"\n\nutterance {printable(sources.claim)}", "dim")]


def _with_names(reason: str, sources: Sources, articles: dict[str, Article]) -> str:
    """``reason`` with the articles of the chain by name, where their ids are too long to be words of the sentence."""
    ids = {link.article for link in sources.chain if len(link.article) >= SHORTEST_ID}
    named = (article_name(articles[word]) if word in ids else word for word in reason.split(" "))
    return printable(" ".join(named))
