"""Plain English for the page: days, counts, clipped words, and outside text made safe to show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from onrecord.model import Statement

__all__ = [
    "bare",
    "clip",
    "count",
    "day",
    "listed",
    "one_line",
    "period",
    "printed",
    "visible",
    "web_address",
]

MONTHS = "January February March April May June July August September October November December".split()
NO_DATE = "date not stated"


def _shown_for(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"[U+{code:04X}]"


# what a terminal or a browser acts on instead of showing: C0 and C1 controls, bidirectional embeddings and
# overrides (they reorder the text around them), interlinear marks, lone surrogates (no UTF-8 for them), tags
_UNSEEN = (
    *(code for code in range(0x20) if code not in (0x09, 0x0A, 0x0D)),
    *range(0x7F, 0xA0),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    *range(0xFFF9, 0xFFFC),
    *range(0xD800, 0xE000),
    *range(0xE0000, 0xE0080),
)
_VISIBLE = {code: _shown_for(code) for code in _UNSEEN}


def visible(text: str) -> str:
    """``text`` with a sign for every character that acts instead of being read; line ends stay."""
    return text.translate(_VISIBLE)


def web_address(url: str | None) -> str | None:
    """``url`` if it is a plain http or https address, else None: no other scheme becomes a link."""
    if url is None or any(ch.isspace() or ch in "\"'<>\\`" or visible(ch) != ch for ch in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def day(iso: str | None) -> str:
    """An ISO day as a reader's date (``12 August 2016``); what is not one is printed as it stands."""
    if iso is None:
        return NO_DATE
    year, _, rest = iso[:10].partition("-")
    month, _, number = rest.partition("-")
    if not (year.isdigit() and month.isdigit() and 1 <= int(month) <= 12):
        return iso
    name = MONTHS[int(month) - 1]
    return f"{int(number)} {name} {year}" if number.isdigit() else f"{name} {year}"


def period(since: str | None, until: str | None) -> str:
    """The days from ``since`` to ``until`` in words, either of which may be unknown."""
    if since is None and until is None:
        return NO_DATE
    if since == until:
        return day(since)
    if since is None:
        return f"by {day(until)}"
    if until is None:
        return f"{day(since)} or later"
    return f"between {_without_shared(since, until)} and {day(until)}"


def _without_shared(since: str, until: str) -> str:
    """The earlier day without the month and year that the later one repeats."""
    full, last = day(since).split(), day(until).split()
    while len(full) == len(last) > 1 and full[-1] == last[-1]:
        full, last = full[:-1], last[:-1]
    return " ".join(full)


def count(number: int, one: str, many: str | None = None) -> str:
    """``number`` of things: ``1 article``, ``1,200 articles``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(names: Iterable[str], last: str = "and") -> str:
    """``a, b and c``."""
    items = list(names)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def one_line(text: str) -> str:
    """``text`` with every run of white space made one space."""
    return " ".join(text.split())


def clip(text: str, limit: int) -> str:
    """``text`` on one line, cut after a whole word to at most ``limit`` characters and an ellipsis."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    cut = line[: limit + 1].rfind(" ")
    return line[: cut if cut > limit // 2 else limit].rstrip(" ,;:–—-") + " …"


def printed(statement: Statement, limit: int) -> str:
    """A statement's words as a page prints them: in quotation marks where quoted directly."""
    words = clip(bare(statement), limit)
    return f"“{words}”" if statement.kind == "direct" else words


def bare(statement: Statement) -> str:
    """A statement's words on one line, without the commas that only lead over to the reporting words."""
    return " … ".join(one_line(piece.text).rstrip(",") for piece in statement.content)


def first_of(values: Sequence[str | None]) -> str | None:
    """The first of ``values`` that is known."""
    return next((value for value in values if value), None)
