"""The brief: the dossier an editor reads, as one self-contained HTML page or as Markdown.

Both are pure functions of what is on the record: no clock, no store, no network, and the same page
whatever the order in which the articles arrived.
"""

from onrecord.brief.html import brief_html
from onrecord.brief.markdown import brief_markdown

__all__ = ["brief_html", "brief_markdown"]
