"""``./matang restore``."""

from pathlib import Path

import click

from matang.config import environment, upkeep
from matang.config.cli.options import Options
from matang.config.cli.output import emit, json_option, note, progress, say, working
from matang.config.safekeeping import archive
from matang.config.safekeeping.bring_back import NotEmptyError, bring_back


@click.command("restore", short_help="Bring an installation back from a backup.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace what this installation holds.")
@click.option("--check", is_flag=True, help="Only verify the backup.")
@json_option
@click.pass_context
def command(context: click.Context, *, file: Path, force: bool, check: bool, as_json: bool) -> None:
    """Bring the installation back from a backup FILE.

    Every checksum is verified first. An installation that holds something is left alone unless --force is given.
    The database changes in one transaction; then the tables are brought up to this release.
    """
    try:
        with progress("Verifying", file.stat().st_size) as tell:
            manifest = archive.verify(file, tell)
    except archive.DamagedError as error:
        raise click.ClickException(f"{error} Nothing was changed.") from error
    rows, files = sum(manifest.rows.values()), sum(name.startswith(archive.FILES) for name in manifest.checksums)
    facts = {"created": manifest.created, "version": manifest.version, "rows": rows, "files": files}
    if not check:
        _restore(context, file, manifest, force=force)
    if as_json:
        emit({**facts, "restored": not check})
    else:
        what = "is whole" if check else "was restored"
        say(f"The backup of {manifest.created} (release {manifest.version}) {what}: {rows} rows, {files} files.")


def _restore(context: click.Context, file: Path, manifest: archive.Manifest, *, force: bool) -> None:
    """Restore and migrate."""
    installation = environment.prepare(environment.Level.DATABASE, context.ensure_object(Options).data)
    from django.db import connections

    connections.close_all()
    try:
        with working("Restoring"):
            bring_back(installation, file, manifest, replace=force)
            upkeep.migrate_when_needed(installation.data)
    except NotEmptyError as error:
        raise click.ClickException(
            f"This installation ({installation.data}) holds {error}. Nothing was changed. "
            "Restore into another folder with --data, or replace it with --force."
        ) from error
    if archive.SECRETS not in manifest.checksums:
        note("The secret key was not in the backup: put the old secrets.env into the data folder,")
        note("or two-factor sign-in must be set up anew and everybody signs in again.")
