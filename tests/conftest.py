"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of measuring data beside the repository; tests that need it skip where it is not."""
    folder = REPO.parent / "shared"
    if not (folder / "data").is_dir():
        pytest.skip("no ../shared beside the repository")
    return folder
