"""Scores ``onrecord extract`` on the measuring data, with the scorers that come with it.

Three sets, none of them part of this repository, which is left as it is: two whole articles with hand-made
gold (seeds), the development part of PolNeAR (content and source), and articles read in the full scheme
(speaker, relay, day and more).
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from subprocess import run

from articles import NEWS, REPO, SHARED, Row, rows

ONRECORD = REPO / ".venv" / "bin" / "onrecord"
DATA, SCORE = SHARED / "data", SHARED / "score"


def extract(paths: Iterable[Path], into: Path) -> Path:
    """The statements in ``paths``, as rows in the file ``into``."""
    with into.open("wb") as out:
        run([ONRECORD, "extract", *paths, "--format", "jsonl"], stdout=out, check=True)
    return into


def score(title: str, scorer: str, *arguments: Path, given: Path | None = None) -> bytes:
    """What a scorer prints, with ``given`` as its standard input."""
    print(title, file=sys.stderr)
    with (given or Path("/dev/null")).open("rb") as stdin:
        done = run([sys.executable, "-B", SCORE / scorer, *arguments], stdin=stdin, capture_output=True, check=False)
    if done.returncode:
        sys.exit(done.stderr.decode())
    return done.stdout


def show(title: str, printed: bytes) -> None:
    """Prints a scorer's answer under a title."""
    print(f"## {title}\n{printed.decode().rstrip()}\n", flush=True)


def write(articles: Iterable[Row], path: Path) -> Path:
    """Writes rows to ``path`` as JSONL."""
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
    return path


def seeds(folder: Path) -> None:
    """Two whole articles: statements and speakers."""
    gold = DATA / "seeds" / "gold_000_003.jsonl"
    texts = [path for row in rows(gold) for path in (DATA / "seeds").glob(f"{row['key']}*.txt")]
    statements = extract(texts, folder / "seeds.jsonl")
    show("Seeds: statements and speakers", score("seeds", "score_seeds.py", gold, DATA / "seeds", statements))


def polnear(folder: Path) -> None:
    """PolNeAR's development part: content and source."""
    gold = write(rows(DATA / "polnear" / "dev.jsonl.gz"), folder / "polnear.jsonl")
    unread = ({"id": row["id"], "title": row["title"], "text": row["text"]} for row in rows(gold))
    statements = extract([write(unread, folder / "polnear-articles.jsonl")], folder / "polnear-statements.jsonl")
    predicted = folder / "polnear-predicted.jsonl"
    predicted.write_bytes(score("PolNeAR", "from_onrecord.py", gold, given=statements))
    show("PolNeAR dev: content and source", score("PolNeAR", "score_attribution.py", gold, predicted))


def annotated(folder: Path) -> None:
    """Articles read in the full scheme."""
    gold = write(rows(DATA / "annotated" / "dev.jsonl.gz"), folder / "gold.jsonl")
    wanted = {row["id"] for row in rows(gold)}
    articles = write((row for row in rows(NEWS) if row["id"] in wanted), folder / "articles.jsonl")
    statements = extract([articles], folder / "statements.jsonl")
    show("Full scheme, dev", score("full scheme", "score_full.py", gold, articles, statements))


SETS = {"seeds": seeds, "polnear": polnear, "annotated": annotated}


def main() -> None:
    """Prints the scores of the sets asked for."""
    parser = argparse.ArgumentParser(description="Scores onrecord extract on the measuring data in ../shared.")
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(SETS)}; else all")
    parser.add_argument("--keep", type=Path, help="a folder to keep the statements in, to look at the mistakes")
    arguments = parser.parse_args()
    if unknown := set(arguments.sets) - set(SETS):
        parser.error(f"no such set: {', '.join(sorted(unknown))}")
    if not SCORE.is_dir():
        sys.exit("No measuring data: it is looked for in ../shared beside the checkout.")
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for name in arguments.sets or SETS:
            SETS[name](folder)


if __name__ == "__main__":
    main()
