"""The command line: the only room that knows a user. One file a command, loaded when it is asked for.

Results go to stdout, progress and warnings to stderr. Exit status 0: done; 1: something could not be read or
found, the rest was; 2: bad use, or a record that cannot be used. A closed pipe (``| head``) is no error.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from io import TextIOWrapper

import click

from onrecord import __version__
from onrecord.cli.printing import printable
from onrecord.errors import NotOnRecord, OnrecordError

__all__ = ["COMMANDS", "main"]

# In the order in which a new user meets them; each is `command` in the module of its name.
COMMANDS = (
    "demo",
    "add",
    "search",
    "trace",
    "sources",
    "drift",
    "timeline",
    "brief",
    "export",
    "read",
    "extract",
)


class Refused(click.ClickException):
    """What a user is told instead of a traceback."""

    exit_code = 2

    def __init__(self, error: OnrecordError) -> None:
        super().__init__(printable(str(error)))


class NotFound(Refused):
    """What was asked for is not there: no bad use."""

    exit_code = 1


class Commands(click.Group):
    """The commands, each loaded when it is named; all of them only for the list in ``--help``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"onrecord.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except OnrecordError as error:
            raise (NotFound if isinstance(error, NotOnRecord) else Refused)(error) from error
        except BrokenPipeError:
            # whoever read our output has enough; nothing more may be written, not even by the flush at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="onrecord")
def main() -> None:
    """Who said it first, who merely repeated it, and what changed on the way.

    Put reports on a record, then ask it:

    \b
      onrecord demo                                 all of it, on bundled stories
      onrecord add reports/ --outlet "The Daily"    then your own
      onrecord trace joint patrols
      onrecord brief -o brief.html
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # JSONL is UTF-8 whatever the locale; what no encoding can hold is shown as an escape, not as a
            # traceback
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
