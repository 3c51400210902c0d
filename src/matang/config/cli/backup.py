"""``./matang backup``."""

from datetime import datetime
from pathlib import Path

import click

from matang.config import environment
from matang.config.cli.options import Options
from matang.config.cli.output import emit, json_option, note, say, working
from matang.config.safekeeping.save import save

NAME = "matang-%Y%m%d-%H%M%S.tar"


@click.command("backup", short_help="Write database and files into one file.")
@click.option("--to", "target", type=click.Path(path_type=Path), help="File or folder; default: backups in the data folder.")
@click.option("--with-secrets", is_flag=True, help="Put the secret key in as well; then keep the file as safe as the key.")
@click.option("--keep", type=click.IntRange(1), metavar="N", help="Afterwards keep only the N newest backups of that folder.")
@json_option
@click.pass_context
def command(context: click.Context, *, target: Path | None, with_secrets: bool, keep: int | None, as_json: bool) -> None:
    """Write database and files into one file, while the application may go on running.

    The database is read as of one moment; every part gets a checksum.
    """
    installation = environment.prepare(environment.Level.MIGRATED, context.ensure_object(Options).data)
    place = target or installation.data / "backups"
    if place.is_dir() or target is None or place.suffix != ".tar":
        place /= datetime.now().astimezone().strftime(NAME)
    if place.exists():
        raise click.ClickException(f"{place} exists already; name another file.")
    with working("Writing the backup"):
        saved = save(installation, place, with_secrets=with_secrets)
    gone = _forget(place, keep) if keep else 0
    if as_json:
        facts = {"path": saved.path, "bytes": saved.size, "rows": saved.rows, "files": saved.files}
        emit({**facts, "secrets": saved.secrets, "older_removed": gone})
        return
    size = saved.size / 1024 / 1024
    say(f"{saved.path}: {saved.rows} rows, {saved.files} files, {size:.1f} MB." + (f" {gone} older removed." if gone else ""))
    if not saved.secrets:
        note(f"The secret key is not in it. Keep a copy of {installation.data / environment.SECRETS} in another safe place:")
        note("without that key, two-factor sign-in must be set up anew after a restore on another machine.")


def _forget(newest: Path, keep: int) -> int:
    """Remove all but the ``keep`` newest backups beside ``newest``; return how many."""
    known = sorted(newest.parent.glob("matang-*-*.tar"))
    old = known[: max(0, len(known) - keep)]
    for path in old:
        path.unlink()
    return len(old)
