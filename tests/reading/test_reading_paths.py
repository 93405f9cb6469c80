"""Files, folders and streams: every article is read or says why not, and the rest is read all the same."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading_values import FRONT, TEXT

from onrecord import rows
from onrecord.model import Article, Failure, Label
from onrecord.reading import Stated, files, read_paths, read_text

STORY = "A truce is offered\n\nOstria offered its neighbour a truce on Friday, the foreign ministry said.\n"


def read(*paths: Path | str, stated: Stated | None = None) -> tuple[list[Article], list[Failure]]:
    found = list(read_paths([str(path) for path in paths], stated or Stated()))
    return [one for one in found if isinstance(one, Article)], [one for one in found if isinstance(one, Failure)]


def reasons(failures: list[Failure]) -> list[str]:
    return [f"{os.path.basename(failure.path)}:{failure.line}: {failure.reason}" for failure in failures]


def put(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def lines(*values: object) -> str:
    return "".join((value if isinstance(value, str) else json.dumps(value)) + "\n" for value in values)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXT.filter(str.strip), st.sampled_from(["a.txt", "a", "a.md", "a.txt.gz"]))
def test_the_text_of_a_file_never_changes(tmp_path: Path, text: str, name: str) -> None:
    data = gzip.compress(text.encode()) if name.endswith(".gz") else text.encode()
    (article,), _ = read(put(tmp_path / name, data))
    assert article.text == text
    assert article.id == article.path == str(tmp_path / name)


SOME = st.one_of(st.none(), st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
DAY = st.one_of(st.none(), st.dates(min_value=date(1600, 1, 1)).map(date.isoformat))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(st.text(st.characters(exclude_categories=("Cs",)))) + "x"
    starts = st.integers(0, len(text) - 1)
    spans = draw(st.lists(starts.flatmap(lambda start: st.tuples(st.just(start), st.integers(start + 1, len(text))))))
    return Article(
        id=draw(SOME) or "a",
        text=text,
        path=draw(SOME),
        outlet=draw(SOME),
        origin=draw(SOME),
        title=draw(SOME),
        byline=draw(SOME),
        published=draw(DAY),
        origin_published=draw(DAY),
        published_from=draw(DAY),
        published_to=draw(DAY),
        language=draw(SOME),
        url=draw(SOME),
        labels=tuple(Label(start, end, "caption") for start, end in spans),
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(articles(), min_size=1, max_size=3), st.booleans())
def test_an_article_is_read_back_from_its_row(tmp_path: Path, given: list[Article], ascii: bool) -> None:
    written = "".join(json.dumps(rows.row(article), ensure_ascii=ascii) + "\n" for article in given)
    assert read(put(tmp_path / "a.jsonl", written)) == (given, [])


def test_what_was_read_from_a_file_is_read_back_from_its_row(tmp_path: Path) -> None:
    first, _ = read(put(tmp_path / "a.txt", FRONT))
    again, failures = read(put(tmp_path / "a.jsonl", lines(rows.row(first[0]))))
    assert (again, failures) == (first, [])


def test_rows_of_others(tmp_path: Path) -> None:
    path = put(
        tmp_path / "a.jsonl",
        lines(
            {
                "id": "x",
                "text": STORY,
                "publisher": "Harbour Post",
                "date": "August 12, 2016",
                "authors": ["A Q", "T R"],
            },
            {
                "id": 7,
                "text": STORY,
                "outlet": "Velm Observer",
                "published": "2016-08-12T23:00:00Z",
                "origin": "Meridian",
            },
            {"text": STORY, "title": "", "date": None, "authors": []},
        ),
    )
    found, failures = read(path)
    assert failures == []
    assert [article.id for article in found] == ["x", "7", f"{path}:3"]
    assert [article.path for article in found] == [str(path)] * 3
    assert (found[0].outlet, found[0].published, found[0].byline) == ("Harbour Post", "2016-08-12", "A Q, T R")
    assert (found[1].outlet, found[1].published, found[1].origin) == ("Velm Observer", "2016-08-12", "Meridian")
    assert (found[2].title, found[2].published) == ("A truce is offered", None)


def test_bad_lines_are_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    path = put(
        tmp_path / "a.jsonl",
        lines(
            {"id": "1", "text": STORY},
            "{not json",
            "[1, 2]",
            {"id": "4"},
            {"id": "5", "text": 5},
            {"id": "6", "text": "  "},
            '{"id": "7", "text": "half \\ud83d"}',
            "[" * 100_000,
            "",
            {"id": "10", "text": STORY, "date": "03/04/2016"},
            {"id": "11", "text": STORY, "labels": [{"start": 0, "end": 9_999, "label": "title"}]},
            {"id": "12", "text": STORY, "outlet": {"name": "x"}, "published_from": "soon"},
        ).encode()
        + b'{"id": "13", "text": "\xff"}\n'
        + json.dumps({"id": "14", "text": STORY}).encode(),
    )
    found, failures = read(path)
    assert [article.id for article in found] == ["1", "10", "11", "12", "14"]
    assert [article.published for article in found] == [None] * 5
    assert found[2].labels == found[0].labels
    said = reasons(failures)
    for number, words in [
        (2, "not JSON"),
        (3, "not a JSON object"),
        (4, "no text"),
        (5, "no text"),
        (6, "no text"),
        (7, "half a surrogate pair at character 5"),
        (8, "not JSON|nested too deep"),
        (10, "'date' is '03/04/2016', which is not one day; write it as 2016-08-12"),
        (11, "labelled anew"),
        (12, "'outlet' is not text"),
        (12, "'published_from' is not a day"),
        (13, "broken encoding"),
    ]:
        assert any(f":{number}: " in line and any(word in line for word in words.split("|")) for line in said), words
    assert len(said) == 12


def test_a_line_that_is_too_long_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(
        tmp_path / "a.jsonl", b'{"text": "' + b"x" * files.MOST_BYTES + b'"}\n' + lines({"text": STORY}).encode()
    )
    found, failures = read(path)
    assert [article.id for article in found] == [f"{path}:2"]
    assert "a.jsonl:1: too long a line (over 20 MB)" in reasons(failures)[0]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt.gz", gzip.compress(b"x" * (files.MOST_BYTES + 1)))
    found, failures = read(path, put(tmp_path / "b.txt", STORY))
    assert [article.id for article in found] == [str(tmp_path / "b.txt")]
    assert "too large for one article (over 20 MB); divide it" in reasons(failures)[0]


def test_json_files(tmp_path: Path) -> None:
    one = put(tmp_path / "one.json", json.dumps({"text": STORY, "outlet": "Harbour Post"}, indent=2))
    many = put(tmp_path / "many.json", json.dumps([{"text": STORY}, 3, {"id": "x", "text": STORY}]))
    found, failures = read(one, many, put(tmp_path / "bad.json", "{"), put(tmp_path / "none.json", "[]"))
    assert [article.id for article in found] == [str(one), f"{many}:1", "x"]
    assert [line.split(";")[0].split(" (")[0] for line in reasons(failures)] == [
        "many.json:None: not a JSON object",
        "bad.json:None: not JSON",
        "none.json:None: empty",
    ]


def test_gzip_of_rows_and_a_broken_one(tmp_path: Path) -> None:
    packed = gzip.compress(lines(*({"id": str(n), "text": STORY + os.urandom(9).hex()} for n in range(200))).encode())
    found, failures = read(put(tmp_path / "a.jsonl.gz", packed))
    assert (len(found), failures) == (200, [])
    found, failures = read(put(tmp_path / "cut.jsonl.gz", packed[:-1000]), put(tmp_path / "no.txt.gz", "plain"))
    assert 0 < len(found) < 200
    assert [failure.reason.split(" (")[0] for failure in failures] == ["broken gzip file"] * 2


def test_a_folder_is_read_by_name_and_no_article_is_lost_without_a_word(tmp_path: Path) -> None:
    for name in (
        "b/2.txt",
        "b/1.md",
        "a.txt",
        "c",
        "c.2016",
        ".hidden.txt",
        ".git/x.txt",
        "photo.png",
        "page_files/x.js",
    ):
        put(tmp_path / name, STORY)
    put(tmp_path / "empty.txt", "")
    put(tmp_path / "blank.txt", " \n")
    put(tmp_path / "paper.docx", b"PK\x03\x04")
    put(tmp_path / "z.txt", b"%PDF")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    found, failures = read(tmp_path)
    assert [article.id for article in found] == [
        str(tmp_path / name) for name in ("a.txt", "b/1.md", "b/2.txt", "c", "c.2016")
    ]
    assert sorted(line.split(";")[0] for line in reasons(failures)) == [
        "blank.txt:None: empty",
        "empty.txt:None: empty",
        "gone.txt:None: no such file or folder",
        "paper.docx:None: not a kind of file that is read (.docx)",
        "z.txt:None: not text but a PDF",
    ]


def test_what_is_named_and_cannot_be_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    secret = put(tmp_path / "secret.txt", STORY)
    secret.chmod(0)
    found, failures = read(
        tmp_path / "pipe.txt", "/dev/zero", tmp_path / "no.txt", put(tmp_path / "a.png", STORY), "a\0b", secret
    )
    said = reasons(failures)
    assert [line.split(": ", 1)[1].split(" (")[0].split(";")[0] for line in said[:5]] == [
        "not a regular file",
        "not a regular file",
        "no such file or folder",
        "not a kind of file that is read",
        "cannot be opened",
    ]
    if os.geteuid():  # the superuser may read anything
        assert (found, said[5:]) == ([], ["secret.txt:None: may not be read; check its permissions"])


def test_facts_beside_a_file(tmp_path: Path) -> None:
    story = put(tmp_path / "story.txt", STORY)
    put(tmp_path / "story.meta.json", json.dumps({"outlet": "Harbour Post", "date": "2016-08-12", "title": "Stated"}))
    found, failures = read(tmp_path, tmp_path / "story.meta.json")
    assert failures == []
    assert [(one.outlet, one.published, one.title) for one in found] == [("Harbour Post", "2016-08-12", "Stated")]
    found, _ = read(story, stated=Stated(outlet="By Hand", published="2016-08-13"))
    assert [(one.outlet, one.published, one.title) for one in found] == [("By Hand", "2016-08-13", "Stated")]


@pytest.mark.parametrize(
    ("sidecar", "reason"),
    [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        (b"\xff\xfe\x00", "broken"),
        ('{"date": "soon"}', "'date' is 'soon'"),
    ],
)
def test_a_broken_sidecar_is_named_and_the_article_read(tmp_path: Path, sidecar: str | bytes, reason: str) -> None:
    put(tmp_path / "story.meta.json", sidecar)
    found, failures = read(put(tmp_path / "story.txt", STORY))
    assert [article.text for article in found] == [STORY]
    assert [os.path.basename(failure.path) for failure in failures] == ["story.meta.json"]
    assert reason in failures[0].reason


def test_a_sidecar_of_nothing_is_named(tmp_path: Path) -> None:
    _, failures = read(put(tmp_path / "lost.meta.json", "{}"))
    assert "facts about an article that is not there" in failures[0].reason


@pytest.mark.parametrize(
    ("data", "ids", "failed"),
    [
        (STORY, ["-"], 0),
        ("\r\n\n" + STORY, ["-"], 0),
        ("[pullquote]\n\n" + STORY, ["-"], 0),
        ("{curly} words\n\n" + STORY, ["-"], 0),
        (lines({"id": "a", "text": STORY}, {"text": STORY}), ["a", "-:2"], 0),
        ("\n\n" + lines({"text": STORY}), ["-:3"], 0),
        (lines('{"id": broken', {"text": STORY}), ["-:2"], 1),
        (json.dumps({"text": STORY}, indent=2), ["-"], 0),
        (json.dumps([{"text": STORY}]), ["-:1"], 0),
        ("", [], 1),
        ("\n \n", [], 1),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: str, ids: list[str], failed: int) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    found, failures = read("-")
    assert ([article.id for article in found], len(failures)) == (ids, failed)
    assert all(article.text == (data if article.id == "-" and "{\n" not in data else STORY) for article in found)


def test_read_text_keeps_the_text_and_takes_the_facts_given() -> None:
    article = read_text("\r\n a\xa0b 😀\r", id="x", path="p.txt", stated=Stated(url="https://velm.example"))
    assert (article.text, article.id, article.path, article.url) == (
        "\r\n a\xa0b 😀\r",
        "x",
        "p.txt",
        "https://velm.example",
    )


def test_the_news_of_the_measuring_data_is_read_whole(shared: Path) -> None:
    found, failures = read(shared / "data" / "polnear" / "dev.jsonl.gz")
    assert (len(found), failures) == (84, [])
    assert all(article.outlet and article.published and article.title for article in found)
