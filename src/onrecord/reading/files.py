"""Files and folders: which of them may hold articles, and their bytes within bounds. Opens regular files only."""

from __future__ import annotations

import gzip
import os
import re
import stat
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, Literal

from onrecord.model import Failure
from onrecord.reading.decode import Unreadable

__all__ = [
    "Found",
    "Kind",
    "beside",
    "kind_of",
    "lines_within",
    "opened",
    "read_within",
    "sidecar_of",
    "walk",
]

Kind = Literal["text", "markdown", "jsonl", "json", "html", "sidecar", "media", "unknown"]

KINDS: dict[str, Kind] = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
# What stands beside articles in folders (saved pages above all) and can be none: no loss to pass over in silence.
MEDIA = frozenset(
    [
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".svg",
        ".ico",
        ".bmp",
        ".tif",
        ".tiff",
        ".avif",
        ".heic",
        ".mp3",
        ".m4a",
        ".wav",
        ".ogg",
        ".flac",
        ".mp4",
        ".m4v",
        ".mov",
        ".avi",
        ".mkv",
        ".webm",
        ".css",
        ".js",
        ".mjs",
        ".map",
        ".woff",
        ".woff2",
        ".ttf",
        ".otf",
        ".eot",
        ".db",
        ".sqlite",
        ".db-wal",
        ".db-shm",
        ".lock",
        ".pyc",
    ]
)
SIDECAR = ".meta.json"
# The longest article of 9,379 has 130 kB; a file a hundred times that is a book, a dump or a mistake.
MOST_BYTES = 20_000_000
CHUNK = 1 << 16
SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9-]{0,9}\Z")


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may hold articles; ``named`` if it was given itself, not found in a folder."""

    path: str
    named: bool


def kind_of(path: str) -> Kind:
    """What a file is by its name, ``.gz`` aside. ``story.2016`` and ``U.S. talks`` have no suffix that means a kind."""
    name = os.path.basename(path).lower().removesuffix(".gz")
    if name.endswith(SIDECAR):
        return "sidecar"
    suffix = os.path.splitext(name)[1]
    if suffix in MEDIA:
        return "media"
    return KINDS.get(suffix, "unknown") if SUFFIX.match(suffix) else "text"


def walk(path: str) -> Iterator[Found | Failure]:
    """The file at ``path``, or the files below it by name; hidden ones and repeated folders left out."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        yield Failure(path, _unreachable(error))
        return
    if stat.S_ISREG(mode):
        yield Found(path, named=True)
    elif stat.S_ISDIR(mode):
        yield from _below(path, frozenset())
    else:
        yield Failure(path, "not a regular file (a pipe or a device); pipe its text in instead, and read '-'")


def _below(folder: str, above: frozenset[tuple[int, int]]) -> Iterator[Found | Failure]:
    """The files below ``folder``; ``above`` holds the folders that led here, so that a loop of links ends."""
    try:
        itself = os.stat(folder)
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield Failure(folder, _unreachable(error))
        return
    key = (itself.st_dev, itself.st_ino)
    if key in above:
        return
    for name in names:
        if name.startswith("."):
            continue
        path = os.path.join(folder, name)
        try:
            mode = os.stat(path).st_mode
        except OSError as error:
            yield Failure(path, _unreachable(error))
            continue
        if stat.S_ISDIR(mode):
            yield from _below(path, above | {key})
        elif stat.S_ISREG(mode):
            yield Found(path, named=False)


def _unreachable(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder; check the spelling"
    if isinstance(error, PermissionError):
        return "may not be read; check its permissions"
    return f"cannot be opened ({error.strerror if isinstance(error, OSError) else error}); check the path"


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The bytes of a regular file, unpacked if its name ends in ``.gz``; ``-`` is standard input.

    Raises Unreadable for what cannot be opened or unpacked, also while it is read.
    """
    try:
        if path == "-":
            yield sys.stdin.buffer
            return
        # A regular file when it was listed may be a pipe by now: never wait for a writer.
        with open(path, "rb", opener=_open_now) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Unreadable("not a regular file; pipe its text in instead, and read '-'")
            if path.lower().endswith(".gz"):
                with gzip.GzipFile(fileobj=file) as unpacked:
                    yield unpacked  # type: ignore[misc]  # it reads like any binary file
            else:
                yield file
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise Unreadable(f"broken gzip file ({error}); pack it again") from error
    except OSError as error:
        raise Unreadable(_unreachable(error)) from error


def _open_now(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))  # Windows has no such flag, and no such pipes


def read_within(file: BinaryIO, bound: int = MOST_BYTES) -> bytes:
    """All of a file of at most ``bound`` bytes; raises Unreadable for a larger one, having read no more than that."""
    data = bytearray()
    while chunk := file.read(min(CHUNK, bound + 1 - len(data))):
        data += chunk
        if len(data) > bound:
            raise Unreadable(f"too large for one article (over {bound // 1_000_000} MB); divide it into articles")
    return bytes(data)


def lines_within(file: BinaryIO, bound: int = MOST_BYTES) -> Iterator[bytes | None]:
    """The lines of a file one by one, without their ends; None in the place of one of more than ``bound`` bytes."""
    while line := file.readline(bound + 1):
        if len(line) <= bound or line.endswith(b"\n"):
            yield line.rstrip(b"\r\n")
            continue
        while (rest := file.readline(CHUNK)) and not rest.endswith(b"\n"):
            pass
        yield None


def sidecar_of(path: str) -> str:
    """Where the facts beside a file stand: ``story.meta.json`` for ``story.txt`` and ``story.txt.gz``."""
    folder, name = os.path.split(path)
    if name.lower().endswith(".gz"):
        name = name[:-3]
    stem, suffix = os.path.splitext(name)
    return os.path.join(folder, (stem if SUFFIX.match(suffix) else name) + SIDECAR)


def beside(sidecar: str) -> bool:
    """Whether there is an article beside a sidecar."""
    stem = sidecar[: -len(SIDECAR)]
    return any(
        os.path.isfile(stem + suffix + packed)
        for suffix, kind in KINDS.items()
        if kind in ("text", "markdown", "html")
        for packed in ("", ".gz")
    )
