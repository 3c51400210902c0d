"""``./matang serve``."""

import os

import click

from matang.config import environment
from matang.config.cli.options import Options
from matang.config.cli.output import note, say
from matang.config.serving import serve

LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@click.command("serve", short_help="Serve the web application and do the jobs.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 opens it to the network.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port; 0 takes any free one.")
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64), help="Web processes; one for each core.")
@click.option("--threads", default=2, show_default=True, type=click.IntRange(1, 64), help="Threads of each web process.")
@click.option("--jobs/--no-jobs", default=True, show_default=True, help="Also run a worker for jobs.")
@click.pass_context
def command(context: click.Context, *, host: str, port: int, workers: int, threads: int, jobs: bool) -> None:
    """Serve the web application, and do the jobs beside it, until Ctrl-C.

    What ends by accident is started again: web processes, the jobs' worker and the embedded database.
    """
    run(context, host=host, port=port, workers=workers, threads=threads, jobs=jobs)


def run(
    context: click.Context, *, host: str = "127.0.0.1", port: int = 8000, workers: int = 2, threads: int = 2, jobs: bool = True
) -> None:
    """Serve the installation of this command line; other commands end with this."""
    data = context.ensure_object(Options).data
    installation = environment.prepare(environment.Level.STATIC, data)
    if host not in LOOPBACK and not os.environ.get("MATANG_HOSTS"):
        note("Set MATANG_HOSTS to the names people will type (docs/guides/settings.md); until then only localhost is answered.")

    def ready(address: str) -> None:
        say(f"Matang serves at {address}\nData: {installation.data}   Stop: Ctrl-C")

    serve(installation, host=host, port=port, workers=workers, threads=threads, jobs=jobs, ready=ready, log=note)
