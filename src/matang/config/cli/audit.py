"""``./matang audit``."""

from dataclasses import asdict

import click

from matang.config.cli.output import emit, json_option, say


@click.group("audit", short_help="Verify the log of decisions.")
def command() -> None:
    """The log of decisions: every entry carries the fingerprint of the one before it."""


@command.command("verify")
@click.option("--agency", "code", metavar="CODE", help="Only this agency; default: all.")
@click.option("--anchor", default="", metavar="NUMBER:HASH", help="A head noted earlier; it must still be part of the log.")
@json_option
@click.pass_context
def verify(context: click.Context, *, code: str | None, anchor: str, as_json: bool) -> None:
    """Recompute the log from its first entry; a single changed byte is found. Exit code 1 when one does not hold.

    Note down the printed head elsewhere (print it, publish it): with --anchor it later proves that nobody has
    rewritten the whole log.
    """
    from matang.foundation.audit.selectors import verify_chain
    from matang.foundation.tenancy.models import Agency

    agencies = list(Agency.objects.filter(**({"code": code} if code else {})).order_by("code"))
    if code and not agencies:
        raise click.ClickException(f"There is no agency {code}.")
    if anchor and len(agencies) != 1:
        raise click.UsageError("--anchor belongs to one agency: name it with --agency.")
    reports = [(agency, verify_chain(agency.pk, anchor)) for agency in agencies]
    if as_json:
        emit({"agencies": [{"agency": agency.code, **asdict(report)} for agency, report in reports]})
    for agency, report in reports if not as_json else ():
        say(f"{agency.code} {agency.name}: {_sentence(report.ok, report.count, report.problem)}")
        if report.ok and report.count:
            say(f"  head {report.head}")
    context.exit(0 if all(report.ok for _, report in reports) else 1)


def _sentence(ok: bool, count: int, problem: str) -> str:
    """Return a report in words."""
    return f"all {count} entries hold." if ok else f"BROKEN: {problem}"
