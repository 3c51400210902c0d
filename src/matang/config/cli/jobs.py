"""``./matang jobs``: the queue, as an operator sees it."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

import click

from matang.config.cli.output import emit, json_option, say, table

STATES = ("todo", "doing", "succeeded", "failed", "cancelled", "aborted")


@click.group("jobs", short_help="List, repeat and do jobs.")
def command() -> None:
    """List, repeat and do jobs: work that the web application leaves to a worker."""


@command.command("list")
@click.option("--state", "states", multiple=True, type=click.Choice(STATES), help="Only these; default: all but succeeded.")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 10_000), help="At most so many, newest first.")
@json_option
def list_jobs(*, states: tuple[str, ...], limit: int, as_json: bool) -> None:
    """List jobs, newest first."""
    from matang.foundation.jobs import selectors

    wanted = states or [state for state in STATES if state != "succeeded"]
    rows = [asdict(job) for job in selectors.list_jobs(states=wanted, limit=limit)]
    if as_json:
        emit({"jobs": rows})
    elif not rows:
        say("No job is waiting, running or failed." if not states else "No such job.")
    else:
        table(["Job", "Task", "State", "Tries", "Due", "Changed"], [_cells(row) for row in rows])


def _cells(row: dict[str, Any]) -> list[object]:
    """Return a job as table cells."""
    moments = [_moment(row["due_at"]), _moment(row["changed_at"])]
    return [row["id"], row["task"], row["state"], row["attempts"], *moments]


def _moment(value: datetime | None) -> str:
    """Return a moment in local time, to the second."""
    return value.astimezone().isoformat(" ", "seconds") if value else "-"


@command.command("retry")
@click.argument("job_id", type=int)
@json_option
@click.pass_context
def retry(context: click.Context, *, job_id: int, as_json: bool) -> None:
    """Put a failed job on the queue again."""
    from matang.foundation.jobs.services import JobRefusedError, retry_job

    try:
        retry_job(job_id)
    except JobRefusedError as refusal:
        raise click.ClickException(f"Job {job_id} cannot be repeated: {refusal}. See ./matang jobs list.") from refusal
    if as_json:
        emit({"job": job_id, "state": "todo"})
    else:
        say(f"Job {job_id} is on the queue again.")
    context.exit(0)


@command.command("work")
@click.option("--once", is_flag=True, help="End when nothing is due any more.")
def work(*, once: bool) -> None:
    """Do jobs until told to stop. ``serve`` runs one such worker; more may run beside it, on other machines too."""
    from matang.foundation.jobs.worker import run_worker

    run_worker(once=once)
