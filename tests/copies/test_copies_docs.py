from __future__ import annotations

import re
from pathlib import Path


def test_the_example_of_the_page_holds() -> None:
    page = (Path(__file__).parents[2] / "docs" / "copies.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    exec(compile(example, "docs/copies.md", "exec"), {})
