"""``./matang demo``: build the demonstration city, say what to look at, and serve it."""

import sys
import time
from typing import TYPE_CHECKING

import click

from matang.config.cli.output import emit, json_option, note, say, table, working

if TYPE_CHECKING:
    from matang.portal.demo.build import Demo

ADDRESSES = (
    ("gaps", "kebutuhan/kesenjangan/", "Gaps by agency (sign in as kepegawaian)"),
    ("scenario", "rencana/{scenario}/", "A proposal with its proof (perencana)"),
    ("why", "rencana/{scenario}/mengapa/{post}/{asn}/", "Why not this person (perencana)"),
    ("favourite", "rencana/{scenario}/mengapa/{post}/{favourite}/", "Why the mayor's favourite lost (perencana, or unggulan)"),
    ("stability", "rencana/{scenario}/ketahanan/", "How firmly the proposal stands (perencana)"),
    ("panel", "penetapan/sidang/", "What waits for a decision (penilai)"),
    ("decision", "penetapan/putusan/{decision}/", "A decision on the chained log (penilai)"),
    ("own_reasons", "penetapan/alasan-saya/", "What the person concerned reads (asn, unggulan)"),
    ("development", "rencana/pengembangan/", "What to do about gaps with the money there is (perencana)"),
    ("aims", "tujuan/", "What the city wants to achieve, who does it, and what is broken (bappeda)"),
    ("logbook", "belajar/buku/", "An intern's days, also without network (magang, on a phone)"),
    ("adoptions", "penerapan/dijalankan/", "What was done with what they learned, and what is overdue (kepegawaian)"),
    ("chain", "hasil/", "From needs to outcomes: what is stuck, and with whom (walikota)"),
    ("rules", "aturan/", "Every rule with its source, and a case to try (anybody)"),
)


@click.command("demo", short_help="Build a demonstration city, walk the main road and serve it.")
@click.option("--no-serve", is_flag=True, help="Build, say what stands there, and stop.")
@click.option("--people", default=8400, show_default=True, type=click.IntRange(300, 20000), help="How many people to invent.")
@click.option("--fresh", is_flag=True, help="Forget the demonstration and build it anew.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port of the web application.")
@json_option
@click.pass_context
def command(context: click.Context, *, no_serve: bool, people: int, fresh: bool, port: int, as_json: bool) -> None:
    """Build the demonstration city Palu (everybody in it is invented), walk the road from gap to decision, and serve it.

    A second run finds the city and starts at once. --json prints one document and, with --no-serve, stops.
    """
    began = time.perf_counter()
    demo = _built(people, fresh=fresh)
    seconds = round(time.perf_counter() - began, 2)
    address = f"http://localhost:{port}/"
    if as_json:
        emit(_document(demo, seconds, address))
    else:
        _tell(demo, seconds, address)
    if not no_serve:
        from matang.config.cli.serve import run

        run(context, port=port)


def _built(people: int, *, fresh: bool) -> "Demo":
    from django.core.management import call_command

    from matang.portal.demo import build

    try:
        if fresh:
            build.forget()
            call_command("migrate", verbosity=0, stdout=sys.stderr)
        with working("Building the demonstration city …"):
            return build.build(people=people)
    except build.NotADemoError as error:
        message = f"This installation holds {error}, which is not a demonstration. Choose another folder with --data."
        raise click.ClickException(message) from error


def _document(demo: "Demo", seconds: float, address: str) -> dict[str, object]:
    from matang.portal.demo import build

    return {
        "found": demo.found,
        "counts": demo.counts,
        "seconds": {"total": seconds, **demo.seconds},
        "digest": demo.digest,
        "addresses": {"home": address, **{name: address + path for name, path, _ in _addresses(demo)}},
        "logins": build.logins(),
    }


def _addresses(demo: "Demo") -> list[tuple[str, str, str]]:
    wanted = [row for row in ADDRESSES if demo.keys and ("{favourite}" not in row[1] or "favourite" in demo.keys)]
    return [(name, path.format(**demo.keys), text) for name, path, text in wanted]


def _tell(demo: "Demo", seconds: float, address: str) -> None:
    from matang.portal.demo import build

    say(f"The demonstration city {'stands already' if demo.found else 'is built'} ({seconds} s). Everybody in it is invented.")
    table(("What", "How many"), [(name.replace("_", " "), f"{count:,}") for name, count in demo.counts.items()])
    say("")
    table(("Sign in as", "Password", "Role"), [(login["username"], login["password"], login["role"]) for login in build.logins()])
    say("")
    say("Open next:")
    for _name, path, text in _addresses(demo):
        say(f"  {address}{path}\n      {text}")
    say("Step by step: docs/guides/road.md (posts), docs/guides/chain.md (learning elsewhere, to a measured outcome).")
    note("These passwords are for looking around. Don't open a demonstration to a network that you don't trust.")
