"""The pages that show output show what the program prints."""

from __future__ import annotations

from pathlib import Path

import pytest
from docs_examples import PAGES, refreshed


@pytest.mark.parametrize("shown", PAGES, ids=lambda shown: shown.name)
def test_the_examples_print_what_the_page_says(shown: Path, tmp_path: Path) -> None:
    page = shown.read_text(encoding="utf-8")
    now = refreshed(page, tmp_path).splitlines()
    assert page.splitlines() == now, "run: python tests/cli/docs_examples.py"
    assert "Traceback" not in page
