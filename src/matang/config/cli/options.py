"""Options that every command understands, before or after its name."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click


@dataclass(slots=True)
class Options:
    """What was said on the command line for all commands."""

    data: Path | None = None
    port: int | None = None


def _remember_data(context: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.ensure_object(Options).data = value


def _remember_port(context: click.Context, _parameter: click.Parameter, value: int | None) -> None:
    if value is not None:
        context.ensure_object(Options).port = value


def data_option() -> click.Option:
    """Return ``--data``."""
    return click.Option(
        ["--data"],
        type=click.Path(file_okay=False, path_type=Path),
        metavar="FOLDER",
        help="Folder of this installation (also MATANG_DATA; default: matang-data beside the code).",
        expose_value=False,
        callback=_remember_data,
    )


def port_option() -> click.Option:
    """Return the ``--port`` that may stand before the command's name."""
    return click.Option(
        ["--port"],
        type=click.IntRange(0, 65535),
        metavar="NUMBER",
        help="Port of the web application, for the commands that serve it.",
        expose_value=False,
        callback=_remember_port,
    )


def has_option(command: click.Command, name: str) -> bool:
    """True when the command has an option with this flag."""
    return any(name in parameter.opts for parameter in command.params)


def port_from_group(command: click.Command) -> None:
    """Let a command's own ``--port`` take its default from a ``--port`` before its name."""
    for parameter in command.params:
        if isinstance(parameter, click.Option) and "--port" in parameter.opts:
            fallback = parameter.default
            parameter.default = lambda fallback=fallback: _group_port(fallback)


def _group_port(fallback: Any) -> Any:
    context = click.get_current_context(silent=True)
    options = context.find_object(Options) if context else None
    return options.port if options and options.port is not None else fallback
