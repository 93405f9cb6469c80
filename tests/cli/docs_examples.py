"""Run the examples of the pages that show output, each in a folder of its own; as a program, write it into them."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from cli_values import environment

REPO = Path(__file__).resolve().parents[2]
PAGES = (REPO / "docs" / "commands.md", REPO / "README.md")
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
END = "-- end of an example --"


def examples(page: str) -> list[list[str]]:
    """The commands of each block of ``page``: the lines that start with ``$``."""
    return [[line[2:] for line in block.splitlines() if line.startswith("$ ")] for block in BLOCK.findall(page)]


def printed(commands: list[str], folder: Path) -> list[str]:
    """What each of ``commands``, run one after another in one shell in ``folder``, prints to stdout and stderr."""
    program = " ".join(map(shlex.quote, [sys.executable, "-m", "onrecord"]))
    lines = [f'onrecord() {{ {program} "$@"; }}', "exec 2>&1"]
    for command in commands:
        lines += [command, f"echo '{END}'"]
    done = subprocess.run(
        ["sh", "-c", "\n".join(lines)],
        cwd=folder,
        env=environment(COLUMNS="80"),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout.split(f"{END}\n")[: len(commands)]


def refreshed(page: str, folder: Path) -> str:
    """``page`` with what its examples print now."""
    blocks = examples(page)
    outputs = iter(printed([command for commands in blocks for command in commands], folder))
    made = iter(["".join(f"$ {command}\n{next(outputs)}" for command in commands) for commands in blocks])
    return BLOCK.sub(lambda _: f"```console\n{next(made)}```", page)


if __name__ == "__main__":
    for shown in PAGES:
        with tempfile.TemporaryDirectory() as place:
            shown.write_text(refreshed(shown.read_text(encoding="utf-8"), Path(place)), encoding="utf-8")
