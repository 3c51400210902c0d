"""The group of all commands: loads a command's module when it is called, and prepares its surroundings first."""

import functools
import importlib
import signal
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.metadata import version
from types import FrameType
from typing import Any, NoReturn

import click

from matang.config.cli.options import Options, data_option, has_option, port_from_group, port_option
from matang.config.faults import SurroundingsError
from matang.config.levels import Level

UNREACHABLE = {"08", "28", "3D", "53", "57"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: its name, the heading it stands under, what it needs, one line of help and its module."""

    name: str
    section: str
    level: Level
    help: str
    module: str = ""


class Fault(click.ClickException):
    """The surroundings stand in the way: exit code 3."""

    exit_code = 3

    def show(self, file: Any = None) -> None:
        """Print what is wrong and the way out."""
        click.echo(self.format_message(), file=file or sys.stderr)


class Matang(click.Group):
    """All commands."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        super().__init__(
            name="matang",
            help="Matang puts civil servants where their competence fits, with reasons.",
            params=[data_option(), port_option(), _version_option()],
            epilog="Exit codes: 0 done, 1 a problem was found, 2 wrong usage, 3 the surroundings stand in the way.",
            context_settings={"help_option_names": ["-h", "--help"]},
        )
        self.entries = {entry.name: entry for entry in entries}

    def list_commands(self, _context: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(self.entries)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """Load a command."""
        entry = self.entries.get(name)
        if entry is None:
            return None
        module = importlib.import_module(f"matang.config.cli.{entry.module or entry.name}")
        return _dressed(module.command, entry)

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands under their headings without loading any."""
        for section in dict.fromkeys(entry.section for entry in self.entries.values()):
            with formatter.section(section):
                formatter.write_dl([(entry.name, entry.help) for entry in self.entries.values() if entry.section == section])

    def invoke(self, context: click.Context) -> Any:
        """Run the command; a fault of the surroundings becomes a message and exit code 3."""
        signal.signal(signal.SIGTERM, _leave)
        try:
            return super().invoke(context)
        except SurroundingsError as error:
            raise Fault(f"{error.what}\n→ {error.mend}") from error
        except Exception as error:
            fault = _database_fault(error)
            if fault is None:
                raise
            raise fault from error


def _version_option() -> click.Option:
    """Return ``--version``."""

    def show(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
        if value:
            click.echo(f"matang {version('matang')}")
            context.exit()

    return click.Option(
        ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=show, help="Show the version and exit."
    )


def _leave(_number: int, _frame: FrameType | None) -> NoReturn:
    """End on SIGTERM as on any other exit, so that the embedded database is stopped by its last user."""
    raise SystemExit(143)


def _database_fault(error: Exception) -> Fault | None:
    """Return a fault when the database cannot be reached, else ``None``.

    The driver gives no code when there is no connection, and one of these classes when the server refuses or ends it.
    """
    from psycopg import OperationalError

    cause = error if isinstance(error, OperationalError) else error.__cause__
    if not isinstance(cause, OperationalError) or not (cause.sqlstate is None or cause.sqlstate[:2] in UNREACHABLE):
        return None
    return Fault(f"The database does not answer: {str(error).strip()}\n→ Run ./matang doctor; it says how to mend it.")


def _dressed(command: click.Command, entry: Entry) -> click.Command:
    """Add what all commands share: ``--data`` after the name, and the preparation before the work. Done once."""
    if getattr(command, "dressed", False):
        return command
    command.dressed = True  # type: ignore[attr-defined]
    if not has_option(command, "--data"):
        command.params.append(data_option())
    port_from_group(command)
    if isinstance(command, click.Group):
        for child in command.commands.values():
            _dressed(child, entry)
    elif command.callback is not None and entry.level > Level.NOTHING:
        command.callback = _prepared_first(command.callback, entry.level)
    return command


def _prepared_first(callback: Callable[..., Any], level: Level) -> Callable[..., Any]:
    """Return the callback with the preparation before it."""

    @functools.wraps(callback)
    def run(*args: Any, **kwargs: Any) -> Any:
        context = click.get_current_context()
        environment = importlib.import_module("matang.config.environment")  # brings Django, which help does without
        environment.prepare(level, context.ensure_object(Options).data)
        return callback(*args, **kwargs)

    return run
