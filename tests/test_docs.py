"""The documents keep their word: links resolve, commands exist, examples run."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.cli import COMMANDS

REPO = Path(__file__).resolve().parent.parent
PAGES = sorted([*REPO.glob("*.md"), *REPO.glob("docs/**/*.md"), *REPO.glob("benchmarks/*.md")])
EXAMPLES = sorted(REPO.glob("examples/*.py"))
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"^```[a-z]*\n(.*?)^```|`([^`\n]+)`", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"(?:^|[\s$/(|])onrecord ([a-z]+)\b")
TARGET = re.compile(r"(?:^|[\s$])make ([a-z]+)\b")


def code(page: Path) -> str:
    """The code of a page, inline and in blocks, a piece a line."""
    return "\n".join(block or inline for block, inline in CODE.findall(page.read_text(encoding="utf-8")))


def anchors(page: Path) -> set[str]:
    """The anchors a page's headings make, as code hosts spell them."""
    titles = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPO)))
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if link.startswith(("http://", "https://", "mailto:")):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), f"{link} leads nowhere"
        assert not anchor or anchor in anchors(target), f"{link}: no such heading"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPO)))
def test_every_command_exists(page: Path) -> None:
    assert set(COMMAND.findall(code(page))) <= set(COMMANDS)


def test_the_readme_names_every_command() -> None:
    assert set(COMMANDS) <= set(COMMAND.findall(code(REPO / "README.md")))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPO)))
def test_every_make_target_exists(page: Path) -> None:
    targets = re.findall(r"^([a-z]+):", (REPO / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(TARGET.findall(code(page))) <= set(targets)


@pytest.mark.parametrize("folder", ["docs", "docs/design"])
def test_every_page_is_in_the_index_of_its_folder(folder: str) -> None:
    index = REPO / folder / "README.md"
    linked = set(LINK.findall(index.read_text(encoding="utf-8")))
    assert {page.name for page in index.parent.glob("*.md")} - {"README.md"} <= linked


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_every_example_runs_and_prints_what_it_says(example: Path, tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, str(example)], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    said = example.read_text(encoding="utf-8").split("# prints\n")[-1]
    assert done.stdout == "".join(line.removeprefix("# ").removeprefix("#") for line in said.splitlines(keepends=True))
