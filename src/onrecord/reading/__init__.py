"""Reading: bytes to articles. Files, folders, JSONL, Markdown and web pages, with the facts that they state."""

from onrecord.reading.read import read_paths, read_text
from onrecord.reading.stated import Stated

__all__ = ["Stated", "read_paths", "read_text"]
