"""The articles a benchmark runs on: where they come from, and the one file that every system reads."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent
SHARED = REPO.parent / "shared"
NEWS = SHARED / "data" / "news" / "articles.jsonl.gz"
DEMO = REPO / "src" / "onrecord" / "demo"

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles every system reads, as one JSONL file, and how many words they have."""

    path: Path
    articles: int
    words: int


def rows(path: Path) -> Iterator[Row]:
    """The rows of a ``.jsonl`` or ``.jsonl.gz`` file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def choose(given: Path | None, first: int) -> list[Row]:
    """The ``first`` articles of the file given, else of the measuring data, else the demo's, repeated."""
    if given is not None or NEWS.exists():
        return list(islice(rows(given or NEWS), first))
    print(
        "No ../shared: the bundled demo stories, repeated. Copies are quicker to read than news.",
        file=sys.stderr,
    )
    stories = [path.read_text(encoding="utf-8") for path in sorted(DEMO.rglob("*.txt"))]
    return [{"text": story} for story in islice(cycle(stories), first)]


def write(chosen: list[Row], path: Path) -> Corpus:
    """Writes articles to ``path`` with ids of their own, so that no system takes two for one."""
    with path.open("w", encoding="utf-8") as out:
        for number, article in enumerate(chosen):
            out.write(json.dumps({**article, "id": str(number)}) + "\n")
    return Corpus(path, len(chosen), sum(len(str(article["text"]).split()) for article in chosen))
