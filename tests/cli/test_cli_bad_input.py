"""What cannot be read is named, with status 1, and the rest is read; what cannot be used is status 2."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_values import REPORTS, Run, run

HOSTILE = "\x1b]0;owned\x07\x1b[31m\x9b2J\u202e\x7f"
BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": bytes(range(256)) * 40,
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(64),
    "broken.jsonl": b'{"id": "a", "text": "caf\xe9"}\n',
    "no.jsonl": b"this is no JSON\n",
    "list.jsonl": b'["text"]\n',
    "textless.jsonl": b'{"id": "a"}\n',
    "deep.jsonl": b"[" * 100_000 + b"\n",
}


@pytest.mark.parametrize("name", ["add", "read", "extract"])
@pytest.mark.parametrize("bad", [*BAD, "missing.txt"])
def test_what_cannot_be_read_is_named_and_the_rest_is_read(run_here: Run, name: str, bad: str) -> None:
    if bad in BAD:
        Path(bad).write_bytes(BAD[bad])
    told = run_here(name, bad, "stories/herald.txt")
    assert told.exit_code == 1
    assert f"could not be read: {bad}" in told.stderr
    assert "Traceback" not in told.stderr
    if name == "add":
        assert "1 new article" in told.stderr
    else:
        assert "Ilse Dorne" in told.stdout


def test_a_bad_line_is_named_and_the_other_lines_are_read(run_here: Run) -> None:
    good = json.dumps({"id": "good", "text": REPORTS["herald.txt"]})
    Path("rows.jsonl").write_text(f"{good}\nnot JSON\n" + json.dumps({"id": "x", "text": "\ud800"}) + "\n")
    told = run_here("read", "rows.jsonl")
    assert told.exit_code == 1
    assert "rows.jsonl, line 2" in told.stderr and "rows.jsonl, line 3" in told.stderr
    assert [json.loads(line)["id"] for line in told.stdout.splitlines()] == ["good"]


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("stories", "a folder, not a record"),
        ("nowhere/r.db", "does not exist"),
        ("stories/herald.txt", "not a record"),
        ("/proc/self/r.db", "cannot be"),
    ],
)
def test_a_record_that_cannot_be_used_is_named_with_status_2(run_here: Run, place: str, said: str) -> None:
    if place.startswith("/proc") and not Path("/proc/self").is_dir():
        pytest.skip("no /proc here")
    for arguments in (["add", "stories"], ["search", "ferry"]):
        told = run_here(*arguments, "--record", place)
        assert told.exit_code == 2
        assert place in told.stderr
        assert said in told.stderr or "no record here yet" in told.stderr
        assert told.stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [["search", "x"], ["trace", "x"], ["sources", "x"], ["drift"], ["timeline"], ["brief"], ["export", "articles"]],
)
def test_asking_makes_no_record(run_here: Run, arguments: list[str]) -> None:
    told = run_here(*arguments)
    assert told.exit_code == 2
    assert "no record here yet; make one with: onrecord add" in told.stderr
    assert not Path("onrecord.db").exists()


def test_a_date_that_is_none_is_bad_use(run_here: Run) -> None:
    told = run_here("add", "stories", "--published", "someday")
    assert told.exit_code == 2
    assert "someday" in told.stderr


def test_nothing_of_an_article_drives_the_terminal(run_here: Run) -> None:
    said = f"“We will not give up the ferry{HOSTILE}, whatever the board decides,” Ilse Dorne said."
    row = {"id": f"id{HOSTILE}", "outlet": f"Her{HOSTILE}ald", "title": f"T{HOSTILE}", "published": "2031-03-04"}
    Path("rows.jsonl").write_text(
        "".join(json.dumps({**row, "id": f"{n}{HOSTILE}", "text": said}) + "\n" for n in "ab")
    )
    Path(f"bad{HOSTILE}.txt").write_text("")
    shown = [run_here("add", "rows.jsonl"), run_here("add", f"bad{HOSTILE}.txt")]
    for form in ("table", "jsonl"):
        for asked in (["search", "ferry"], ["trace", "ferry"], ["sources", "ferry"], ["drift"], ["timeline"]):
            shown.append(run_here(*asked, "--format", form))
        shown.append(run_here("extract", "rows.jsonl", "--format", form))
    shown += [run_here("export", "statements", "--format", "csv"), run_here("read", "rows.jsonl", "--format", "text")]
    shown += [run_here("trace", f"unheard{HOSTILE}"), run_here("search", f"x{HOSTILE}", "--record", f"r{HOSTILE}.db")]
    assert all("ferry" in result.output for result in shown[2:5])
    for result in shown:
        for character in "\x1b\x07\x9b\x7f":
            assert character not in result.output
    tables = [result.output for result in shown[2:7]]
    assert not any("\u202e" in table for table in tables)


def test_a_file_whose_name_is_no_text_goes_in(tmp_path: Path) -> None:
    folder = tmp_path / "stories"
    folder.mkdir()
    try:
        (folder / "caf\udce9.txt").write_text(REPORTS["herald.txt"], encoding="utf-8")
        (folder / "emp\udce9ty.txt").write_text("", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such names")
    record = tmp_path / "r.db"
    told = run("add", folder, "--record", record)
    assert told.returncode == 1
    assert "1 new article" in told.stderr and "1 thing could not be read" in told.stderr
    assert '\\\\udce9.txt"' in run("export", "articles", "--record", record).stdout
