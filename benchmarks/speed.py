"""Speed and memory of ``onrecord extract`` and ``onrecord add`` beside textacy, sayswho and a bare spaCy parse.

Every system reads the same articles in processes of its own. A round runs each of them twice: on one article,
for what merely starting costs, and on all articles; the difference is the work. Rounds go through the systems
in turn, each starting with the next one, so that a slow minute of the machine hits all of them. The figures
are medians over the rounds; the ratios are taken within a round first.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from subprocess import PIPE, Popen

from articles import REPO, Corpus, choose, write

ONRECORD = REPO / ".venv" / "bin" / "onrecord"
PEERS_PYTHON = REPO / ".bench-venv" / "bin" / "python"
PEERS = ("textacy", "sayswho", "spacy")
# Idle threads of a matrix library spin, and would count as work.
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
KILOBYTES_IN_MEGABYTE = 1024

Words = Sequence[str | Path]
# From the articles' file and an empty folder to work in to a command line.
Command = Callable[[Path, Path], Words]


@dataclass(frozen=True, slots=True)
class Run:
    """What a process cost: CPU-seconds with all its children, megabytes of the largest; and its output."""

    cpu: float
    memory: float
    output: bytes


@dataclass(frozen=True, slots=True)
class Round:
    """One system in one round: CPU-seconds to start and for the articles besides, and megabytes at most."""

    start: float
    work: float
    memory: float
    failures: int


def extract_command(articles: Path, folder: Path) -> Words:
    """``onrecord extract`` over all articles; needs no folder."""
    return [ONRECORD, "extract", articles, "--format", "jsonl"]


def add_command(articles: Path, folder: Path) -> Words:
    """``onrecord add`` of all articles to a new record."""
    return [ONRECORD, "add", articles, "--record", folder / "bench.db"]


def peer_command(peer: str, articles: Path, folder: Path) -> Words:
    """A peer over all articles; needs no folder."""
    return [PEERS_PYTHON, REPO / "benchmarks" / "peers.py", peer, articles]


def systems() -> dict[str, Command]:
    """Every system that is installed, by the name it has in the table."""
    found: dict[str, Command] = {}
    if ONRECORD.exists():
        found |= {"onrecord extract": extract_command, "onrecord add": add_command}
    if PEERS_PYTHON.exists():
        found |= {peer: partial(peer_command, peer) for peer in PEERS}
    return found


def run(command: Words) -> Run:
    """Runs ``command`` to its end and says what it cost; exits if it failed."""
    with (
        tempfile.TemporaryFile() as errors,
        Popen(command, stdout=PIPE, stderr=errors, env={**os.environ, **ONE_THREAD}) as process,
    ):
        assert process.stdout is not None
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            sys.exit(f"{' '.join(map(str, command))}\n{errors.read().decode(errors='replace')[-2000:]}")
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KILOBYTES_IN_MEGABYTE, output)


def measure(command: Command, one: Corpus, every: Corpus) -> Round:
    """Runs a system on one article and on every one. Work is taken to go with the words, the start not to."""
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        little = run(command(one.path, Path(first)))
        much = run(command(every.path, Path(second)))
    a_word = (much.cpu - little.cpu) / (every.words - one.words)
    return Round(little.cpu - a_word * one.words, a_word * every.words, much.memory, failures(much.output))


def failures(output: bytes) -> int:
    """How many articles a peer raised on, from its own last line; onrecord stops for none."""
    last = output.rstrip().rsplit(b"\n", 1)[-1]
    said = json.loads(last) if last.startswith(b"{") else {}
    return int(said.get("failures", 0))


def measure_all(found: Mapping[str, Command], one: Corpus, every: Corpus, rounds: int) -> dict[str, list[Round]]:
    """Every system's rounds, each round starting with the next system."""
    names = list(found)
    measured: dict[str, list[Round]] = {name: [] for name in names}
    for number in range(rounds):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            measured[name].append(measure(found[name], one, every))
            work = measured[name][-1].work
            print(f"round {number + 1} of {rounds}: {name}, {work:.1f} CPU-seconds", file=sys.stderr)
    return measured


def table(measured: Mapping[str, Sequence[Round]], corpus: Corpus) -> str:
    """What was measured of each system: medians over its rounds."""
    lines = [f"{'':17} articles/CPU-s  words/CPU-s  peak MB  start CPU-s  failures"]
    for name, rounds in measured.items():
        work, start = median(r.work for r in rounds), median(r.start for r in rounds)
        memory, failed = median(r.memory for r in rounds), rounds[0].failures
        rates = f"{corpus.articles / work:14.1f} {corpus.words / work:12.0f}"
        lines.append(f"{name:17} {rates} {memory:8.0f} {start:12.2f} {failed:5} of {corpus.articles}")
    return "\n".join(lines)


def ratios(measured: Mapping[str, Sequence[Round]]) -> str:
    """How many times a peer's speed and memory onrecord has: medians of the ratios within a round."""
    lines = []
    for name in measured.keys() - set(PEERS):
        for peer in measured.keys() & set(PEERS):
            pairs = list(zip(measured[peer], measured[name], strict=True))
            speed = median(theirs.work / ours.work for theirs, ours in pairs)
            memory = median(ours.memory / theirs.memory for theirs, ours in pairs)
            lines.append(f"{name}: {speed:.1f}x {peer}'s articles per CPU-second, {memory:.2f}x its memory")
    return "\n".join(sorted(lines, reverse=True))


def main() -> None:
    """Measures the systems that are installed, and prints the table and the ratios."""
    parser = argparse.ArgumentParser(description="Speed and memory of onrecord beside its peers.")
    parser.add_argument("--articles", type=Path, help="a .jsonl[.gz]; else ../shared's news, else the demo's")
    parser.add_argument("--first", type=int, default=200, help="how many of its articles (200)")
    parser.add_argument("--rounds", type=int, default=3, help="how many rounds (3)")
    arguments = parser.parse_args()
    chosen = choose(arguments.articles, arguments.first)
    found = systems()
    if len(chosen) < 2 or not found:
        sys.exit("Nothing to measure: give two articles or more, and start this with `make bench`.")
    with tempfile.TemporaryDirectory() as folder:
        every = write(chosen, Path(folder, "every.jsonl"))
        one = write(chosen[:1], Path(folder, "one.jsonl"))
        print(f"{every.articles} articles, {every.words} words; {', '.join(found)}", file=sys.stderr)
        measured = measure_all(found, one, every, arguments.rounds)
    print(table(measured, every))
    print(ratios(measured) or "No ratios: `make bench` installs the systems to compare with.")


if __name__ == "__main__":
    main()
