"""The code keeps to the house of docs/design/house.md: who imports whom, how long things are, what is out."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parent.parent
SOURCE = REPO / "src" / "onrecord"
MODULES = sorted(SOURCE.rglob("*.py"))

MAX_LINES = 600
MAX_FUNCTION_LINES = 60
EMPTY_NAMES = {"utils", "helpers", "misc", "common"}
SHARED_RUN = 12  # words in a row that two texts share only by copying, in prose of this kind

WORDS = {"model", "errors"}  # what every part of the house may speak in
ROOMS = {"reading", "english", "tagger", "statements", "speakers", "times", "copies", "origins"}
MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "errors": set(),
    "rows": {"model"},
    "english": WORDS,
    "reading": WORDS | {"english"},
    "tagger": WORDS | {"english"},
    # what the model proposes is one of the ways in which statements are found
    "statements": WORDS | {"english", "tagger"},
    "speakers": WORDS | {"english"},
    "times": WORDS | {"english"},
    "copies": WORDS | {"english"},
    # whether two articles tell one account is read off the words they share
    "origins": WORDS | {"english", "copies"},
    # the brief marks word by word how two reports differ
    "brief": WORDS | {"english", "copies", "rows"},
    "demo": WORDS,
    "pipeline": WORDS | ROOMS,
    "record": WORDS | ROOMS | {"rows", "pipeline"},
    "cli": WORDS | ROOMS | {"rows", "pipeline", "record", "brief", "demo"},
}
# English is a shelf of word lists and tables, and each is taken down by its own name.
SHELF = "english"
# The two doors: `import onrecord` and `python -m onrecord`.
DOORS = {"__init__", "__main__"}
ONLY_IN = {
    "sqlite3": {"record"},
    "click": {"cli"},
    "rich": {"cli"},
    "jinja2": {"brief"},
    "trafilatura": {"reading"},
    "lxml": {"reading"},
    "numpy": {"tagger"},
    "onnxruntime": {"tagger"},
    "tokenizers": {"tagger"},
}


def room_of(module: Path) -> str:
    """The room a module stands in: the first part of its path under the package."""
    return module.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(module: Path) -> Iterator[str]:
    """The full dotted names a module imports, wherever in the file."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: line {node.lineno}: import by the full name"
            if node.module == "onrecord":
                yield from (f"onrecord.{alias.name}" for alias in node.names if alias.name != "__version__")
            elif node.module:
                yield node.module


def files_of_the_repo() -> list[Path]:
    """Every file that is tracked, or would be by `git add --all`."""
    if not (REPO / ".git").exists():
        pytest.skip("not a git checkout")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=REPO, capture_output=True, check=True).stdout.decode()
    return sorted(path for name in listed.split("\0") if name and (path := REPO / name).is_file())


def texts_of_the_repo() -> Iterator[tuple[Path, str]]:
    """Every file of the repository that is text."""
    for path in files_of_the_repo():
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def every_module(test: object) -> object:
    """Runs a test once for each module of the package."""
    names = [str(module.relative_to(SOURCE)) for module in MODULES]
    return pytest.mark.parametrize("module", MODULES, ids=names)(test)


@every_module
def test_a_module_imports_only_what_stands_below_it(module: Path) -> None:
    room = room_of(module)
    if room in DOORS:
        return
    allowed = MAY_IMPORT[room] | {room}
    for name in imports(module):
        package, _, rest = name.partition(".")
        if package == "onrecord" and rest:
            assert rest.split(".")[0] in allowed, f"{room} may not import {name}"


@every_module
def test_a_room_is_entered_by_its_door(module: Path) -> None:
    for name in imports(module):
        parts = name.split(".")
        if parts[0] == "onrecord" and len(parts) > 2 and parts[1] != SHELF:
            assert parts[1] == room_of(module), f"import from onrecord.{parts[1]}, not past it from {name}"


@every_module
def test_a_library_is_used_only_in_its_room(module: Path) -> None:
    for name in imports(module):
        rooms = ONLY_IN.get(name.split(".")[0])
        assert rooms is None or room_of(module) in rooms, f"only {rooms} may import {name}"


@every_module
def test_a_module_is_short_and_says_what_it_does(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MAX_LINES
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "no module docstring"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= MAX_FUNCTION_LINES, f"{node.name} has {lines} lines"


def test_no_name_is_empty_of_meaning() -> None:
    assert not [str(module) for module in MODULES if EMPTY_NAMES & set(module.with_suffix("").parts[-2:])]


def test_every_room_stands_in_the_table() -> None:
    assert {room_of(module) for module in MODULES} <= set(MAY_IMPORT) | DOORS


def test_no_file_names_a_place_on_a_machine() -> None:
    places = re.compile(r"(?<![\w./~-])/(?:work|tmp|root|home|Users)\b(?=[/\s'\"`)]|$)", re.MULTILINE)
    for path, text in texts_of_the_repo():
        found = places.search(text)
        assert found is None, f"{path.relative_to(REPO)} names {found and text[found.start() : found.end() + 30]!r}"


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Every run of ``length`` words in ``text``, folded."""
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def test_no_text_that_others_wrote_stands_here(shared: Path) -> None:
    seeds = sorted((shared / "data" / "seeds").glob("*.txt"))
    assert seeds
    theirs: set[tuple[str, ...]] = set().union(*(runs(seed.read_text(encoding="utf-8"), SHARED_RUN) for seed in seeds))
    for path, text in texts_of_the_repo():
        copied = runs(text, SHARED_RUN) & theirs
        assert not copied, f"{path.relative_to(REPO)} has the words {' '.join(min(copied))!r}"


@pytest.mark.parametrize(("text", "copied"), [("one two three, FOUR five", True), ("one two four three five", False)])
def test_runs_find_a_copy_whatever_its_case_and_punctuation(text: str, copied: bool) -> None:
    assert bool(runs(text, 4) & runs("He said one: two three four.", 4)) is copied
