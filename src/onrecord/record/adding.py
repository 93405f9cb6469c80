"""Putting articles on a record: each whole or not at all, again is a no-op, and nothing is lost without a
reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Literal

from onrecord import __version__
from onrecord.errors import RecordError
from onrecord.model import Article, Failure, Statement
from onrecord.pipeline import extract
from onrecord.reading import Stated, read_paths
from onrecord.record.articles import (
    clear_failures,
    digest,
    digest_on_record,
    stable_id,
    store_article_row,
    store_failure,
)
from onrecord.record.database import Database
from onrecord.record.statements import store_statements

__all__ = ["Added", "Progress", "Step", "add_paths", "store_article"]

OTHER_TEXT = (
    "article {id} is already on the record with another text; the first was kept, give the other one an id of its own"
)


@dataclass(frozen=True, slots=True)
class Added:
    """What an ``add`` did: ids of articles that are ``new`` or were already ``known``, and what could not be
    read.
    """

    new: tuple[str, ...]
    known: tuple[str, ...]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an ``add``: an article that is new, known or failed (``name`` is its id, or the path), or
    the comparing of all articles with each other at the end (``name`` is how many).
    """

    outcome: Literal["new", "known", "failed", "comparing"]
    name: str


Progress = Callable[[Step], None]


def add_paths(db: Database, paths: Sequence[str], stated: Stated, progress: Progress) -> Added:
    """Put all that ``read_paths`` finds at ``paths`` on the record, one transaction an article.

    One each, not one for many: on 1,000 news articles a commit of its own costs .8 ms an article, finding its
    statements 12 ms; for that a kill costs no more than the article it falls in.
    """
    new: list[str] = []
    known: list[str] = []
    failures: list[Failure] = []
    tried = set(paths)
    for read in map(_writable, read_paths(paths, stated)):
        outcome = read if isinstance(read, Failure) else take(db, read)
        if isinstance(outcome, Failure):
            failures.append(outcome)
            store_failure(db, outcome)
            progress(Step("failed", str(outcome.path)))
        else:
            (new if outcome.outcome == "new" else known).append(outcome.name)
            progress(outcome)
        if read.path is not None:
            tried.add(read.path)
    clear_failures(db, tried, failures)
    return Added(tuple(new), tuple(known), tuple(failures))


def take(db: Database, article: Article) -> Step | Failure:
    """Put one article with its statements on the record, unless it is there; the step that this was."""
    place = article.path or "-"
    try:
        article = _named(article)
        there = digest_on_record(db, article.id)
        if there is not None:
            return _again(article, there, place)
        statements = extract(article)
        with db.writing():
            there = digest_on_record(db, article.id)  # another process may have been quicker
            if there is not None:
                return _again(article, there, place)
            store_article(db, article, statements)
    except RecordError:
        raise
    except UnicodeEncodeError:
        return Failure(place, f"{article.id!r} holds half a character (a lone surrogate), which no file can")
    except Exception as error:
        # a fault of ours in one article must not keep the others off the record; it stays there as a failure
        fault = f"{type(error).__name__}: {error}"
        return Failure(place, f"article {article.id} could not be taken apart ({fault}); please report this")
    return Step("new", article.id)


def store_article(db: Database, article: Article, statements: Iterable[Statement]) -> None:
    """Put ``article``, its labels and its statements into the tables; the caller holds the transaction."""
    store_article_row(db, article, __version__)
    store_statements(db, list(statements))


def _writable(read: Article | Failure) -> Article | Failure:
    """``read`` with a path that can be written down: a file's name may be bytes that are no text."""
    if read.path is None or read.path.isprintable():
        return read
    path = read.path.encode("utf-8", "backslashreplace").decode()
    if isinstance(read, Failure):
        return replace(read, path=path)
    return replace(read, path=path, id=path if read.id == read.path else read.id)


def _named(article: Article) -> Article:
    """``article`` under its id on a record: its own from JSONL, a stable one where that is only a path."""
    place = article.path or "-"
    if article.id != place and not article.id.startswith(f"{place}:"):  # "rows.jsonl:7" is a row without an id
        return article
    return replace(article, id=stable_id(PurePath(place).name, article.outlet, article.url, article.text))


def _again(article: Article, there: str, place: str) -> Step | Failure:
    if there == digest(article.text):
        return Step("known", article.id)
    return Failure(place, OTHER_TEXT.format(id=article.id))
