"""A few reports to put on a record, and running the program as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

import onrecord

SAID = "“We will not give up the ferry, whatever the river board may decide about its landing,”"
REPORTS = {
    "herald.txt": f"{SAID} Ilse Dorne told Radio Vellin on Monday.\n\nCaptain Marek Hale said that the boats were old.",
    "lantern.txt": f"{SAID} said Ilse Dorne, the minister.\n\nNobody was hurt.",
}
# Runs a command in this process: the arguments, and ``stdin``.
Run = Callable[..., Result]
PACKAGE = Path(onrecord.__file__).parent.parent


def write_reports(folder: Path) -> Path:
    """``REPORTS`` as files of a new folder in ``folder``."""
    stories = folder / "stories"
    stories.mkdir()
    for name, text in REPORTS.items():
        (stories / name).write_text(text, encoding="utf-8")
    return stories


def command(*arguments: str | Path) -> list[str]:
    """The command line that runs ``onrecord`` with ``arguments`` in a process of its own."""
    return [sys.executable, "-m", "onrecord", *map(str, arguments)]


def environment(**more: str) -> dict[str, str]:
    """The environment of such a process: without what a user's own would change."""
    kept = {key: value for key, value in os.environ.items() if key not in ("ONRECORD", "NO_COLOR", "COLUMNS")}
    return {**kept, "PYTHONPATH": str(PACKAGE), **more}


def run(*arguments: str | Path, stdin: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run ``onrecord`` with ``arguments``; its output and status."""
    return subprocess.run(
        command(*arguments),
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env=environment(**more),
        check=False,
    )
