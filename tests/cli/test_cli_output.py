"""What each command prints, in which form, and with which status."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import subprocess
from pathlib import Path

import pytest
from cli_values import REPORTS, SAID, Run, command, environment, run, write_reports
from click.testing import Result

WORDS = "give up the ferry"


def rows(result: Result) -> list[dict[str, object]]:
    """The rows of JSONL that a command printed."""
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_read_prints_articles(run_here: Run) -> None:
    [herald, lantern] = rows(run_here("read", "stories", "--outlet", "The Herald"))
    assert (herald["id"], herald["text"], herald["outlet"]) == (
        "stories/herald.txt",
        REPORTS["herald.txt"],
        "The Herald",
    )
    assert lantern["published"] is None
    text = run_here("read", "stories/lantern.txt", "--format", "text").stdout
    assert REPORTS["lantern.txt"] in text


def test_extract_prints_statements_with_spans_that_hold(run_here: Run) -> None:
    found = rows(run_here("extract", "stories/herald.txt"))
    assert found
    for statement in found:
        for piece in statement["content"]:  # type: ignore[attr-defined]
            assert REPORTS["herald.txt"][piece["start"] : piece["end"]] == piece["text"]
    table = run_here("extract", "stories", "--format", "table")
    assert table.exit_code == 0
    assert "Ilse Dorne" in table.stdout and '"article"' not in table.stdout


def test_extract_reads_text_and_rows_from_stdin(run_here: Run) -> None:
    text = run_here("extract", "-", stdin=REPORTS["herald.txt"])
    row = json.dumps({"id": "h", "text": REPORTS["herald.txt"]})
    assert [one["content"] for one in rows(text)] == [
        one["content"] for one in rows(run_here("extract", "-", stdin=row))
    ]
    piped = run_here("extract", "-", stdin=run_here("read", "stories").stdout)
    assert {one["article"] for one in rows(piped)} == {"stories/herald.txt", "stories/lantern.txt"}


def test_add_tells_what_it_did(run_here: Run) -> None:
    first = run_here("add", "stories")
    assert (first.exit_code, first.stdout) == (0, "")
    assert first.stderr == "onrecord.db: 2 new articles, 0 already there\n"
    assert run_here("add", "stories").stderr == "onrecord.db: 0 new articles, 2 already there\n"


def test_the_record_is_named_by_option_or_environment(run_here: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run_here("add", "stories", "--record", "one.db")
    assert run_here("search", "ferry").exit_code == 2
    monkeypatch.setenv("ONRECORD", "one.db")
    assert rows(run_here("search", "ferry"))


def test_search_finds_and_narrows(on_record: Run) -> None:
    assert len(rows(on_record("search", "ferry", "landing"))) == 2
    assert len(rows(on_record("search", "ferry", "--outlet", "lantern"))) == 1
    assert len(rows(on_record("search", "--speaker", "dorne"))) == 2
    assert rows(on_record("search", "ferry", "--since", "2032")) == []
    assert "no statement" in on_record("search", "unheard").stderr
    table = on_record("search", "ferry", "--format", "table").stdout
    assert "Herald, 2031-03-04" in table and "Ilse Dorne" in table


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["search"], "give words"),
        (["search", "?!"], "no letter or digit"),
        (["search", "ferry", "--since", "soon"], "not a day: 'soon'"),
        (["search", "ferry", "--kind", "loud"], "loud"),
        (["trace", "…"], "words of it, or an id"),
    ],
)
def test_a_bad_question_is_status_2_and_says_why(on_record: Run, arguments: list[str], said: str) -> None:
    asked = on_record(*arguments)
    assert asked.exit_code == 2
    assert said in asked.stderr and asked.stdout == ""


def test_trace_sets_the_reports_side_by_side(on_record: Run) -> None:
    found = rows(on_record("trace", WORDS))
    assert [one["outlet"] for one in found] == ["Herald", "Lantern"]
    assert len({one["utterance"] for one in found}) == 1
    by_id = rows(on_record("trace", str(found[0]["utterance"])))
    assert by_id == found == rows(on_record("trace", str(found[1]["statement"])))
    table = on_record("trace", WORDS, "--format", "table").stdout
    assert "2 articles, 2 outlets → " in table
    assert table.index("Herald, 2031-03-04") < table.index("Lantern, 2031-03-05")


def test_trace_marks_what_was_changed(on_record: Run, tmp_path: Path) -> None:
    (tmp_path / "late.txt").write_text(SAID.replace("give up", "sell") + " said Ilse Dorne.", encoding="utf-8")
    on_record("add", "late.txt", "--published", "2031-03-06")
    table = " ".join(on_record("trace", WORDS, "--format", "table").stdout.split())
    assert re.search(r"\[-give up-\] ?\{\+sell\+\}|\{\+sell\+\} ?\[-give up-\]", table)


def test_trace_names_the_others_that_match(on_record: Run) -> None:
    both = on_record("trace", "the")
    assert both.exit_code == 0
    assert "1 other utterance could be meant" in both.stderr


@pytest.mark.parametrize("name", ["trace", "sources"])
def test_what_is_not_there_is_status_1(on_record: Run, name: str) -> None:
    asked = on_record(name, "unheard of")
    assert (asked.exit_code, asked.stdout) == (1, "")
    assert "nothing on the record answers to 'unheard of'" in asked.stderr


def test_sources_give_a_range_with_reasons(on_record: Run) -> None:
    [found] = rows(on_record("sources", WORDS))
    assert list(found) == ["claim", "articles", "outlets", "origins", "chain", "reasons"]
    assert (found["articles"], found["outlets"]) == (2, 2)
    table = on_record("sources", WORDS, "--format", "table").stdout
    assert "2 articles, 2 outlets → " in table
    for reason in found["reasons"]:  # type: ignore[attr-defined]
        assert reason.split()[0] in table


def test_drift_shows_both_sides_in_their_words(on_record: Run, tmp_path: Path) -> None:
    (tmp_path / "late.txt").write_text(
        "“We will not give up the ferry, whatever the river board may decide about its landing,” it was heard.",
        encoding="utf-8",
    )
    on_record("add", "late.txt", "--outlet", "Late News")
    found = rows(on_record("drift"))
    assert "speaker lost" in {one["change"] for one in found}
    assert set(found[0]) == {"a", "b", "change"}
    table = on_record("drift", "--format", "table").stdout
    assert "speaker lost" in table and "Late News" in table and "»" in table


def test_timeline_goes_by_day_and_says_how_it_knows(on_record: Run) -> None:
    found = rows(on_record("timeline"))
    assert {one["dated_by"] for one in found} <= {"said", "reported"}
    assert [one["to"] for one in found] == sorted(one["to"] for one in found)  # type: ignore[type-var]
    on_record("add", "-", stdin="“Undated words are words as well,” Ilse Dorne said.")
    assert "left out" in on_record("timeline", "--format", "table").stderr


@pytest.mark.parametrize("table", ["articles", "statements", "speakers", "passages", "utterances", "sources", "drift"])
def test_exports_agree_with_each_other(on_record: Run, table: str) -> None:
    found = rows(on_record("export", table))
    written = on_record("export", table, "--format", "csv", "-o", "out.csv")
    assert (written.exit_code, written.stdout) == (0, "")
    cells = list(csv.DictReader(io.StringIO(Path("out.csv").read_text(encoding="utf-8"))))
    assert len(cells) == len(found)
    assert found or table == "drift"
    for row, cell in zip(found, cells, strict=True):
        assert list(row) == list(cell)


def test_failures_can_be_exported(run_here: Run) -> None:
    run_here("add", "missing.txt", "stories")
    [failure] = rows(run_here("export", "failures"))
    assert (failure["path"], failure["line"]) == ("missing.txt", None)
    assert "no such file" in str(failure["reason"])


def test_speakers_are_counted(on_record: Run) -> None:
    speakers = {one["name"]: one for one in rows(on_record("export", "speakers"))}
    assert (speakers["Ilse Dorne"]["statements"], speakers["Ilse Dorne"]["articles"]) == (2, 2)


def test_the_brief_is_written_where_it_is_asked_for(on_record: Run) -> None:
    assert on_record("brief").stderr == "onrecord-brief.html: written\n"
    page = Path("onrecord-brief.html").read_text(encoding="utf-8")
    assert "ferry" in page and "What is on the record" in page
    assert on_record("brief", "-o", "-").stdout == page
    on_record("brief", "-o", "dossier.md", "--title", "Ferries")
    assert Path("dossier.md").read_text(encoding="utf-8").startswith("# Ferries")
    for name in ("dossier.pdf", "nowhere/dossier.html"):
        refused = on_record("brief", "-o", name)
        assert refused.exit_code == 2
        assert name in refused.stderr


def test_the_demo_shows_all_of_it_and_again(run_here: Run) -> None:
    first = run_here("demo", "--to", "look")
    assert first.exit_code == 0, first.output
    assert "look/brief.html" in first.stdout and "onrecord trace" in first.stdout
    assert Path("look/brief.html").stat().st_size > 1000
    assert run_here("demo", "--to", "look").stdout == first.stdout
    (tried,) = re.findall(r"onrecord (trace .*)", first.stdout)
    assert rows(run_here(*tried.split()))


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    stories = write_reports(tmp_path)
    row = json.dumps({"text": "word " * 2000})
    (stories / "many.jsonl").write_text((row + "\n") * 200)
    reading = subprocess.Popen(
        command("read", stories), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    assert reading.stdout and reading.stderr
    assert reading.stdout.readline().startswith(b'{"id"')
    reading.stdout.close()
    assert reading.stderr.read() == b""
    reading.stderr.close()
    assert reading.wait() == 0


def on_a_terminal(*arguments: str | Path, **more: str) -> str:
    """What ``onrecord`` prints where stdout is a terminal."""
    ours, theirs = pty.openpty()
    done = subprocess.Popen(command(*arguments), stdout=theirs, env=environment(TERM="xterm", COLUMNS="80", **more))
    os.close(theirs)
    printed = b""
    try:
        while chunk := os.read(ours, 65536):
            printed += chunk
    except OSError:
        pass  # Linux tells the end of a terminal so
    os.close(ours)
    assert done.wait() == 0
    return printed.decode()


def test_a_terminal_gets_tables_and_colours_unless_asked_not_to(tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    assert run("add", write_reports(tmp_path), "--record", record).returncode == 0
    shown = on_a_terminal("search", "ferry", "--record", record)
    assert "\x1b[" in shown and "Who, where, when" in shown
    plain = on_a_terminal("search", "ferry", "--record", record, NO_COLOR="1")
    assert "\x1b" not in plain and "Who, where, when" in plain
    assert run("search", "ferry", "--record", record).stdout.startswith('{"id"')


@pytest.mark.parametrize("columns", ["30", "50", "80", "200"])
def test_no_line_is_wider_than_the_terminal(on_record: Run, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for arguments in (["search", "ferry"], ["trace", WORDS], ["sources", WORDS], ["timeline"]):
        shown = on_record(*arguments, "--format", "table").stdout
        assert shown and max(map(len, shown.splitlines())) <= int(columns)
