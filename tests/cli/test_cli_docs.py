"""docs/commands.md shows what the program prints."""

from __future__ import annotations

from pathlib import Path

from docs_examples import PAGE, refreshed


def test_the_examples_print_what_the_page_says(tmp_path: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    now = refreshed(page, tmp_path).splitlines()
    assert page.splitlines() == now, "run: python tests/cli/docs_examples.py"
    assert "Traceback" not in page
