"""``onrecord search``: statements that have these words."""

from __future__ import annotations

import click

from onrecord.cli.options import format_option, open_record, record_option, wants_table
from onrecord.cli.printing import note, print_table, write_jsonl
from onrecord.cli.showing import statement_left, statement_right


@click.command("search", short_help="Find statements that have these words.")
@click.argument("words", nargs=-1, metavar="WORDS...")
@click.option("--speaker", metavar="NAME", help="Said by someone of this name, or part of it.")
@click.option("--outlet", metavar="NAME", help="Printed by an outlet of this name, or part of it.")
@click.option("--since", metavar="DAY", help="Said on or after this day: 2016, 2016-08 or 2016-08-12.")
@click.option("--until", metavar="DAY", help="Said on or before it.")
@click.option("--kind", type=click.Choice(["direct", "mixed", "indirect"]), help="How the words are given.")
@record_option
@format_option
def command(words: tuple[str, ...], record: str, form: str | None, **asked: str | None) -> None:
    """Find statements that have all of WORDS, the best match first.

    Case and accents do not matter. Words in "quotation marks" must stand together (in a shell, put single
    quotes around them). Where an article does not say when something was said, --since and --until look at
    the article's own day.

    \b
    Examples:
      onrecord search patrols
      onrecord search '"joint patrols" estuary' --since 2031
      onrecord search --speaker Dorne --kind direct
    """
    if not words and not any(asked.values()):
        raise click.UsageError("give words to search for, or one of --speaker, --outlet, --since, --until, --kind")
    from onrecord.rows import row

    with open_record(record) as opened:
        found = opened.search(" ".join(words), **asked)  # type: ignore[arg-type]
        if not found:
            note("no statement on the record answers to that")
        if not wants_table(form):
            write_jsonl(row(statement) for statement in found)
            return
        articles = {article.id: article for article in opened.articles_of(found)}
        print_table(
            ("Who, where, when", "Words"),
            ((statement_left(one, articles[one.article]), statement_right(one)) for one in found),
        )
