"""Every command has help with an example, is in the documents, and the program starts quickly."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from cli_values import environment
from click import Context
from click.testing import CliRunner

import onrecord
from onrecord.cli import COMMANDS, main

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_help_with_an_example_and_is_documented(name: str) -> None:
    shown = CliRunner().invoke(main, [name, "--help"])
    assert shown.exit_code == 0
    assert re.search(rf"Examples:\n\s+onrecord {name}|^\s+.*\| onrecord {name}", shown.output)
    assert f"\n## {name}\n" in (DOCS / "commands.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_is_documented(name: str) -> None:
    command = main.get_command(Context(main), name)
    assert command is not None
    page = (DOCS / "commands.md").read_text(encoding="utf-8")
    for option in command.params:
        if option.opts[0].startswith("-"):
            assert option.opts[-1] in page, f"{option.opts[-1]} of {name} is not in docs/commands.md"


def test_the_list_of_commands_is_whole() -> None:
    shown = CliRunner().invoke(main, ["--help"])
    assert shown.exit_code == 0
    for name in COMMANDS:
        assert re.search(rf"^  {name} +[A-Z]", shown.output, re.MULTILINE), name
    assert "..." not in shown.output.partition("Commands:")[2], "a line of help is cut off"
    assert {path.stem for path in Path(onrecord.__file__).parent.glob("cli/*.py")} >= set(COMMANDS)


@pytest.mark.parametrize("arguments", [["nonsense"], ["search", "--nonsense"], ["trace"], ["export", "cakes"]])
def test_bad_use_is_status_2(arguments: list[str]) -> None:
    shown = CliRunner().invoke(main, arguments)
    assert shown.exit_code == 2
    assert "Usage:" in shown.output


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from onrecord.cli import main;"
        "assert CliRunner().invoke(main, ['--help']).exit_code == 0;"
        "print(*{name.split('.')[0] for name in sys.modules} & {'rich', 'sqlite3', 'jinja2', 'rapidfuzz', 'lxml'})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=True)
    assert done.stdout.strip() == ""


def test_the_version_is_the_packages() -> None:
    assert CliRunner().invoke(main, ["--version"]).output == f"onrecord, version {onrecord.__version__}\n"
    declared = (DOCS.parent / "pyproject.toml").read_text(encoding="utf-8")
    assert f'\nversion = "{onrecord.__version__}"\n' in declared


def test_the_public_names_are_those_of_the_documents() -> None:
    page = (DOCS / "record.md").read_text(encoding="utf-8").partition("## Public names\n")[2]
    named = set(re.findall(r"^\| `(\w+)", page, re.MULTILINE))
    assert named == set(onrecord.__all__)
    for name in onrecord.__all__:
        assert getattr(onrecord, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = onrecord.nonsense  # type: ignore[attr-defined]


def test_the_names_that_type_checkers_see_are_those_handed_out() -> None:
    tree = ast.parse(Path(onrecord.__file__).read_text(encoding="utf-8"))
    [checking] = [node for node in tree.body if isinstance(node, ast.If)]
    seen = {alias.name for node in checking.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert seen | {"extract", "__version__"} == set(onrecord.__all__)


def test_statements_of_a_text_come_without_a_record() -> None:
    text = "“The river is open,” Ilse Dorne said on Monday."
    [statement] = onrecord.extract(text, published="2031-03-05", outlet="The Daily")
    [piece] = statement.content
    assert text[piece.start : piece.end] == piece.text == "The river is open,"
    assert statement.speaker is not None and statement.speaker.name == "Ilse Dorne"
    assert statement.said is not None and statement.said.since == "2031-03-03"
