"""Killed at any moment, a record opens, holds whole articles only, and the next add completes it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from record_values import everything

from onrecord import Record

ADD = "import sys; from onrecord import Record; Record(sys.argv[1]).add(sys.argv[2])"
KILLS = 5


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Enough articles that adding them takes a while."""
    folder = tmp_path / "stories"
    folder.mkdir()
    for n in range(20):
        said = "\n\n".join(f"“The sluice number {n} is shut since day {k},” Ilse Dorne said." for k in range(6))
        (folder / f"{n}.txt").write_text(said)
    return folder


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 here")
def test_killed_at_any_moment_nothing_is_lost(tmp_path: Path, stories: Path) -> None:
    command = [sys.executable, "-c", ADD]
    started = time.monotonic()
    subprocess.run([*command, str(tmp_path / "whole.db"), str(stories)], check=True)
    seconds = time.monotonic() - started
    with Record(tmp_path / "whole.db") as record:
        whole = everything(record)
        statements = record.statements_by_article

    path = tmp_path / "killed.db"
    for n in range(1, KILLS):
        add = subprocess.Popen([*command, str(path), str(stories)])
        time.sleep(seconds * n / KILLS)
        add.kill()
        add.wait()
        if path.exists():
            with Record(path) as record:
                assert record._db.rows("PRAGMA integrity_check") == [("ok",)]
                assert all(own == statements[key] for key, own in record.statements_by_article.items())
    with Record(path) as record:
        record.add(stories)
        assert everything(record) == whole


def test_two_may_add_the_same_at_once(tmp_path: Path, stories: Path) -> None:
    path = tmp_path / "shared.db"
    both = [subprocess.Popen([sys.executable, "-c", ADD, str(path), str(stories)]) for _ in range(2)]
    assert [add.wait() for add in both] == [0, 0]
    with Record(path) as record, Record(tmp_path / "alone.db") as alone:
        alone.add(stories)
        assert record.failures == []
        assert everything(record) == everything(alone)
