"""``./matang shell``."""

import os
import subprocess

import click

from matang.config.cli.output import say


@click.command("shell", short_help="Open a Python shell, or psql, inside the installation.")
@click.option("--agency", "agency_code", metavar="CODE", help="Enter this agency; without it, rows of agencies stay invisible.")
@click.option("--sql", is_flag=True, help="Open psql instead of Python.")
@click.pass_context
def command(context: click.Context, *, agency_code: str | None, sql: bool) -> None:
    """Open a Python shell (or psql) with the settings and database of this installation.

    Row-level security holds here too: without --agency no row of any agency is seen.
    """
    agency_id = _agency_id(agency_code) if agency_code else None
    if sql:
        context.exit(_psql(agency_id))
    from django.core.management import call_command
    from django.db import connection

    if agency_id is not None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('matang.agency', %s, false)", [str(agency_id)])
        say(f"Inside agency {agency_code}.")
    call_command("shell")


def _agency_id(code: str) -> int:
    from matang.foundation.tenancy.models import Agency

    agency = Agency.objects.filter(code=code).first()
    if agency is None:
        raise click.ClickException(f"There is no agency {code}.")
    return int(agency.pk)


def _psql(agency_id: int | None) -> int:
    """Run psql on the installation's database and return its exit code."""
    from django.db import connection

    from matang.config.embedded.binaries import tool

    settings = connection.get_connection_params()
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE"}
    environment = {**os.environ, **{variable: str(settings[key]) for key, variable in names.items() if settings.get(key)}}
    if agency_id is not None:
        environment["PGOPTIONS"] = f"-c matang.agency={agency_id}"
    return subprocess.run([tool("psql")], env=environment, check=False).returncode
