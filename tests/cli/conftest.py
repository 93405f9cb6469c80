"""What the tests of the command line share."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_values import Run, write_reports
from click.testing import CliRunner, Result

from onrecord.cli import main


@pytest.fixture
def run_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process, in a folder of its own that holds two reports in ``stories``."""
    monkeypatch.chdir(tmp_path)
    for name in ("ONRECORD", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    write_reports(tmp_path)

    def run(*arguments: str, stdin: str | bytes = "") -> Result:
        return CliRunner().invoke(main, arguments, input=stdin)

    return run


@pytest.fixture
def on_record(run_here: Run) -> Run:
    """The same, with both reports on ``onrecord.db``."""
    for name, day in (("Herald", "2031-03-04"), ("Lantern", "2031-03-05")):
        path = f"stories/{name.lower()}.txt"
        assert run_here("add", path, "--outlet", name, "--published", day).exit_code == 0
    return run_here
