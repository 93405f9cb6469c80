"""Paths to articles: each file in its own way, one thing after another, and never a word lost without a reason."""

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from onrecord.model import Article, Failure
from onrecord.reading.decode import Unreadable, decode
from onrecord.reading.files import (
    MOST_BYTES,
    Found,
    beside,
    kind_of,
    lines_within,
    opened,
    read_within,
    sidecar_of,
    walk,
)
from onrecord.reading.html import read_html
from onrecord.reading.markdown import read_markdown
from onrecord.reading.page import read_page
from onrecord.reading.rows import NoRow, article, article_of, facts_of, parse
from onrecord.reading.stated import Stated

__all__ = ["read_paths", "read_text"]

READ = ".txt, .md, .jsonl, .json, .html, each also as .gz"
EMPTY = "empty; there is nothing to read in it"
NOTHING = Stated()
OPENS_ROW = re.compile(rb"\s*(?:\xef\xbb\xbf)?\{\s*[\"}]")
OPENS_JSON = re.compile(r"\s*[\[{]")
OPENS_PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html\b)", re.IGNORECASE)


def read_text(text: str, *, id: str, path: str | None = None, stated: Stated = NOTHING) -> Article:
    """``text`` as an article, with the facts and labels that it states itself behind those of ``stated``.

    The text is kept as it is; offsets of labels count its characters. A ``path`` of a Markdown file makes it one.
    """
    if path is not None and kind_of(path) == "markdown":
        facts, labels, _ = read_markdown(text, stated)
    else:
        found, labels = read_page(text, stated.title)
        facts = stated.over(found)
    return article(id, text, path, facts, labels)


def read_paths(paths: Iterable[str | os.PathLike[str]], stated: Stated = NOTHING) -> Iterator[Article | Failure]:
    """The articles at ``paths``, one by one, and a Failure for each thing that could not be read; never raises for one.

    A path is a file, a folder (all below it, by name, hidden files aside), or ``-`` for standard input. ``stated``
    goes before whatever files, rows and pages state.
    """
    for given in paths:
        path = os.fspath(given)
        if path == "-":
            yield from _stream(stated)
            continue
        for found in walk(path):
            if isinstance(found, Failure):
                yield found
            else:
                yield from _file(found, stated)


def _file(found: Found, stated: Stated) -> Iterator[Article | Failure]:
    path = found.path
    kind = kind_of(path)
    if kind == "sidecar":
        if not beside(path):
            yield Failure(path, "facts about an article that is not there; put it beside the article, by its name")
        return
    if kind == "media" or kind == "unknown":
        if found.named or kind == "unknown":
            suffix = os.path.splitext(path)[1]
            yield Failure(path, f"not a kind of file that is read ({suffix}); read are {READ}")
        return
    try:
        with opened(path) as file:
            if kind == "jsonl":
                yield from _lines(file, path, stated)
            elif kind == "json":
                yield from _json(decode(read_within(file)), path, stated)
            else:
                yield from _page(read_within(file), path, stated)
    except Unreadable as error:
        yield Failure(path, str(error))


def _page(data: bytes, path: str, stated: Stated) -> Iterator[Article | Failure]:
    """A text, a Markdown page or a web page, with the facts that stand beside it."""
    facts, failures = _beside(path)
    yield from failures
    given = stated.over(facts)
    if not data.strip():
        raise Unreadable(EMPTY)
    kind = kind_of(path)
    if kind == "html":
        text, page_facts = read_html(data)
        yield read_text(text, id=path, path=path, stated=given.over(page_facts))
        return
    text = decode(data)
    if not text.strip():
        raise Unreadable(EMPTY)
    if kind == "markdown":
        facts, labels, wrong = read_markdown(text, given)
        yield article(path, text, path, facts, labels)
        yield from (Failure(path, reason) for reason in wrong)
    else:
        yield read_text(text, id=path, path=path, stated=given)


def _beside(path: str) -> tuple[Stated, list[Failure]]:
    """The facts of the sidecar of a file, and what is wrong with it; nothing if there is none."""
    sidecar = sidecar_of(path)
    if not os.path.isfile(sidecar):
        return NOTHING, []
    try:
        with opened(sidecar) as file:
            row = parse(decode(read_within(file)))
    except (Unreadable, NoRow) as error:
        return NOTHING, [Failure(sidecar, f"{error}; the article beside it is read without it")]
    if not isinstance(row, dict):
        return NOTHING, [Failure(sidecar, "not a JSON object; the article beside it is read without it")]
    facts, wrong = facts_of(row)
    return facts, [Failure(sidecar, reason) for reason in wrong]


def _lines(file: BinaryIO, path: str, stated: Stated, first: tuple[bytes, ...] = ()) -> Iterator[Article | Failure]:
    """The articles of a JSONL file, line by line, ``first`` before them; a line that fails does not end the reading."""
    numbered = enumerate(itertools.chain(first, lines_within(file)), start=1)
    empty = True
    for number, line in numbered:
        if line is None:
            yield Failure(path, f"too long a line (over {MOST_BYTES // 1_000_000} MB); divide it into articles", number)
        elif line.strip():
            yield from _line(line, path, number, stated)
        empty = empty and line is not None and not line.strip()
    if empty:
        yield Failure(path, EMPTY)


def _line(line: bytes, path: str, number: int, stated: Stated) -> Iterator[Article | Failure]:
    try:
        words = line.decode("utf-8-sig" if number == 1 else "utf-8")
        row = parse(words)
    except UnicodeDecodeError as error:
        yield Failure(path, f"broken encoding: no UTF-8 at byte {error.start} of it; save it as UTF-8", number)
    except NoRow as error:
        yield Failure(path, str(error), number)
    else:
        yield from article_of(row, path, f"{path}:{number}", number, stated)


def _json(words: str, path: str, stated: Stated) -> Iterator[Article | Failure]:
    """The article of a JSON object, or the articles of a list of them."""
    if not words.strip():
        raise Unreadable(EMPTY)
    try:
        value = parse(words)
    except NoRow as error:
        raise Unreadable(str(error)) from error
    if not isinstance(value, list):
        yield from article_of(value, path, path, None, stated)
    elif not value:
        raise Unreadable(EMPTY)
    else:
        for number, row in enumerate(value, start=1):
            yield from article_of(row, path, f"{path}:{number}", None, stated)


def _stream(stated: Stated) -> Iterator[Article | Failure]:
    """Standard input: JSONL, a JSON value, a web page, or plain text, as its first line with anything in it shows."""
    try:
        with opened("-") as file:
            blank, first = _first_line(file)
            if OPENS_ROW.match(first):
                yield from _lines(file, "-", stated, (*blank.split(b"\n")[:-1], first))
            else:
                yield from _whole(blank + first + read_within(file), stated)
    except Unreadable as error:
        yield Failure("-", str(error))


def _first_line(file: BinaryIO) -> tuple[bytes, bytes]:
    """The blank lines at the head of a stream, and the first line that is not blank, within the bound for a text."""
    blank = b""
    while (line := file.readline(MOST_BYTES + 1)) and not line.strip():
        blank += line
        if len(blank) > MOST_BYTES:
            raise Unreadable(EMPTY)
    return blank, line


def _whole(data: bytes, stated: Stated) -> Iterator[Article | Failure]:
    """One JSON value, web page or plain text from standard input."""
    if OPENS_PAGE.match(data):
        text, facts = read_html(data)
        yield read_text(text, id="-", stated=stated.over(facts))
        return
    text = decode(data)
    if not text.strip():
        raise Unreadable(EMPTY)
    if OPENS_JSON.match(text):
        try:
            parse(text)
        except NoRow:
            pass  # a text may open with a bracket, too
        else:
            yield from _json(text, "-", stated)
            return
    yield read_text(text, id="-", stated=stated)
