"""What commands print: sentences and tables for people on standard output, JSON for scripts, progress on standard error."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

Function = TypeVar("Function", bound=Callable[..., Any])

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def json_option(function: Function) -> Function:
    """Add ``--json`` (argument ``as_json``)."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON document for a script.")(function)


def emit(document: Any) -> None:
    """Print a JSON document."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2, default=str))


def say(text: str) -> None:
    """Print a sentence."""
    out.print(text, markup=False)


def note(text: str) -> None:
    """Print a sentence on standard error, out of the way of ``--json``."""
    err.print(text, markup=False)


def table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print rows under headings."""
    made = Table(*headings, box=None, header_style="bold", pad_edge=False)
    for row in rows:
        made.add_row(*[str(cell) for cell in row])
    out.print(made, soft_wrap=False)


@contextmanager
def working(text: str) -> Iterator[None]:
    """Show that something is under way, on a terminal."""
    if not err.is_terminal:
        yield
        return
    with err.status(text):
        yield


@contextmanager
def progress(text: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """Show a bar on a terminal; call the yielded function with how much has been done so far."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bars:
        task = bars.add_task(text, total=total)
        yield lambda done: bars.update(task, completed=done)
