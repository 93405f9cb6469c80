"""The record: one file with everything that was read and found, each thing with its evidence."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from types import TracebackType

from onrecord import __version__
from onrecord.errors import NotOnRecord
from onrecord.model import (
    Article,
    Drift,
    Failure,
    Findings,
    Kind,
    Passage,
    Sources,
    Speaker,
    Statement,
    Utterance,
)
from onrecord.pipeline import findings
from onrecord.reading import Stated
from onrecord.record.adding import Added, Progress, Step, add_paths
from onrecord.record.articles import load_articles, load_failures
from onrecord.record.database import Database
from onrecord.record.findings import (
    current_mark,
    load_drift,
    load_passages,
    load_sources,
    load_utterances,
    mark_of_findings,
    store_findings,
)
from onrecord.record.searching import Filters, search_keys
from onrecord.record.statements import load_speakers, load_statements
from onrecord.record.tracing import report_keys, utterance_ids

__all__ = ["Record"]


class Record:
    """A record in one file. Close it, or use it in a ``with``.

    What articles show together (passages, utterances, sources, drift) always belongs to the articles now on
    the record: where an `add` was killed before it could derive them, whoever asks first derives them.
    """

    def __init__(self, path: str | os.PathLike[str] = "onrecord.db", *, create: bool = True) -> None:
        """Open the record at ``path``; with ``create``, make it if there is none.

        Raises RecordError where that cannot be done (a folder, no record, not writable), NewerRecord where a
        newer version of onrecord wrote it.
        """
        self.path = Path(path)
        self._db = Database(self.path, create=create)

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def add(
        self,
        paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
        stated: Stated | None = None,
        progress: Progress | None = None,
    ) -> Added:
        """Put files, folders and JSONL (``-`` is stdin) on the record; what is there already is left alone.

        ``stated`` is what is known of all of them beforehand; ``progress`` hears of every step. What could
        not be read is in the result and on the record, the rest goes in. Raises RecordError where the record
        cannot be written.
        """
        tell = progress or (lambda step: None)
        given = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
        added = add_paths(self._db, [os.fspath(path) for path in given], stated or Stated(), tell)
        self._derive(tell)
        return added

    def _derive(self, tell: Progress = lambda step: None) -> None:
        """Bring the findings up to date with the articles, unless they are."""
        with self._db.reading():
            mark = current_mark(self._db, __version__)
            if mark_of_findings(self._db) == mark:
                return
            articles = self.articles
            statements = self.statements
        tell(Step("comparing", str(len(articles))))
        store_findings(self._db, findings(articles, _by_article(articles, statements)), mark)

    @property
    def articles(self) -> list[Article]:
        """All articles, by id."""
        return load_articles(self._db)

    @property
    def statements(self) -> list[Statement]:
        """All statements, by article and place in it."""
        return load_statements(self._db)

    @property
    def statements_by_article(self) -> dict[str, list[Statement]]:
        """All statements by the id of their article, each article's in the order of their place."""
        return _by_article(self.articles, self.statements)

    @property
    def speakers(self) -> list[tuple[Speaker, int, int]]:
        """Everyone who says something, by id: the speaker, how many statements, in how many articles."""
        return load_speakers(self._db)

    @property
    def failures(self) -> list[Failure]:
        """What could not be read when it was last tried, by path and line."""
        return load_failures(self._db)

    @property
    def passages(self) -> list[Passage]:
        """All runs of words that two articles share."""
        self._derive()
        return load_passages(self._db)

    @property
    def utterances(self) -> list[Utterance]:
        """All speech acts, each with the statements that report it."""
        self._derive()
        return load_utterances(self._db)

    @property
    def sources(self) -> list[Sources]:
        """How many independent origins stand behind each utterance."""
        self._derive()
        return load_sources(self._db)

    @property
    def drift(self) -> list[Drift]:
        """Where the same words are told otherwise."""
        self._derive()
        return load_drift(self._db)

    @property
    def findings(self) -> Findings:
        """Passages, utterances, sources and drift as one value."""
        return Findings(tuple(self.passages), tuple(self.utterances), tuple(self.sources), tuple(self.drift))

    def article(self, article_id: str) -> Article:
        """The article called ``article_id``; raises NotOnRecord where there is none."""
        found = load_articles(self._db, [article_id])
        if not found:
            raise NotOnRecord(f"no article {article_id} on the record")
        return found[0]

    def articles_of(self, statements: Iterable[Statement]) -> list[Article]:
        """The articles of ``statements``, each once, by id."""
        return load_articles(self._db, sorted({statement.article for statement in statements}))

    def search(
        self,
        words: str,
        *,
        speaker: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        kind: Kind | None = None,
    ) -> list[Statement]:
        """The statements that have all of ``words`` in their content or source, the best match first.

        Runs in "quotation marks" must stand together; blank words ask for nothing. The rest narrows the
        choice as ``Filters`` says. Raises BadInput for words without a letter or digit, and for days that are
        none.
        """
        filters = Filters(speaker, outlet, since, until, kind)
        return load_statements(self._db, search_keys(self._db, words, filters))

    def find_utterances(self, words_or_id: str) -> list[Utterance]:
        """The utterances meant by an utterance's or statement's id, or by words, the best match first.

        Of utterances with all the words, the most reported comes first. Raises BadInput as ``search`` does.
        """
        self._derive()
        return load_utterances(self._db, utterance_ids(self._db, words_or_id))

    def reports(self, utterance: Utterance) -> list[Statement]:
        """The statements that report ``utterance``, in its order."""
        return load_statements(self._db, report_keys(self._db, utterance))

    def sources_of(self, utterances: Iterable[Utterance]) -> list[Sources]:
        """The sources of ``utterances``, in their order."""
        self._derive()
        return load_sources(self._db, [utterance.id for utterance in utterances])


def _by_article(articles: Iterable[Article], statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    own = {key: list(group) for key, group in groupby(statements, lambda statement: statement.article)}
    return {article.id: own.get(article.id, []) for article in articles}
