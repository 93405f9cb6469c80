"""Invented news pages, as messy as real ones, and any text at all."""

from __future__ import annotations

from hypothesis import strategies as st

# A null byte is taken for a sign of a binary file, and the byte order mark for one of encoding: neither is text.
TEXT = st.text(st.characters(exclude_characters="\x00", exclude_categories=("Cs",))).filter(
    lambda text: not text.startswith(("\ufeff", "%PDF", "GIF8", "{\\rtf", "PK\x03\x04", "SQLite format 3", "\x7fELF"))
)

FRONT = """Skip to content

HARBOUR POST

Ostria offers Karsk a truce in the border war

By Ada Quill, Staff Writer
12 August 2016

KARSK (Meridian) — Ostria offered its neighbour a truce on Friday, the foreign ministry said, after a week of shelling.

"We will stop if they stop," Minister Tom Reed told reporters.

A soldier of Ostria looks across the river at Velm (Wil Oster/Meridian)

'This is the last offer we shall make this year'

Second thoughts

The offer came a day after a summit in Velm at which nothing was agreed, officials said. It was the third this year.

Read more: Who is Tom Reed?

© 2016 Harbour Post. All rights reserved.

3 Comments

Wil says:
August 13, 2016 at 3:04 pm

I do not believe a word of it.

Leave a Reply

Your email address will not be published.
"""

REPRINT = """

KARSK MERKEZI CENTRE FOR RIVER STUDIES

OSTRIA OFFERS KARSK A TRUCE

13.08.2016

Harbour Post; August 12, 2016

The offer would end a week of shelling along the river.

Ostria offered its neighbour a truce on Friday, the foreign ministry said.

Kaynak/Source:"""

SPAM = """A quiet day in Velm

Nothing happened here on Thursday, said the mayor, and nobody minded it in the slightest. The town hall was shut.


  1. Hello, awesome blog! I have bookmarked it
    and will revisit once again. 😉

Leave a Reply

Your email address will not be published."""
