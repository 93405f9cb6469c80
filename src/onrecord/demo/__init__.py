"""The bundled stories, so that a new user sees all of it in one command: two affairs told in ten articles.

Countries, people, outlets and events are made up; ``docs/demo.md`` tells what is to be found where.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

__all__ = ["stories"]


def stories() -> Path:
    """The folder that holds the bundled stories: one folder a story, one file an article."""
    return Path(str(files(__name__) / "stories"))
