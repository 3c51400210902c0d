"""``./matang plan``: who could fill the vacant posts, with reasons and a proof; and the proof checked again anywhere."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matang.config.cli.options import Options
from matang.config.cli.output import emit, json_option, say, table, working
from matang.config.environment import Level, prepare

if TYPE_CHECKING:
    from matang.flow.plan.public import PlacementScenario
    from matang.flow.register.public import Unit
    from matang.foundation.tenancy.models import Agency


@click.group("plan", invoke_without_command=True, short_help="Propose who should sit where, with reasons.")
@click.option("--scope", metavar="UNIT", help="Code or name of a unit; its vacant posts and those below. Default: the agency.")
@click.option(
    "--retiring",
    type=click.IntRange(0, 24),
    metavar="MONTHS",
    help="Plan also for posts whose holder retires within so many months. Without it: 0, or 12 where nothing is vacant.",
)
@click.option("--agency", "code", metavar="CODE", help="Agency, such as 7271; needed when there are several.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port in the printed address.")
@json_option
@click.pass_context
def command(
    context: click.Context, *, scope: str | None, retiring: int | None, code: str | None, port: int, as_json: bool
) -> None:
    """Find gaps, compute a proposal for the vacant managerial posts, check it, and say where to read the reasons.

    A post counts as vacant when fewer hold it than may, or when only an acting official holds it.
    """
    if context.invoked_subcommand is not None:
        return
    prepare(Level.MIGRATED, context.ensure_object(Options).data)
    from django.utils import translation

    from matang.foundation.access.answers import RefusedError
    from matang.foundation.audit.context import from_where
    from matang.foundation.tenancy.context import acting_in

    agency = _agency(code)
    began = time.perf_counter()
    try:
        with acting_in(agency.pk), from_where("command:plan"), translation.override("id"), working("Computing …"):
            document = _planned(agency, _unit(agency, scope) if scope else None, retiring)
    except RefusedError as error:
        raise click.ClickException(str(error)) from error
    document["seconds"]["total"] = round(time.perf_counter() - began, 2)
    document["address"] = f"http://localhost:{port}/rencana/{document['scenario']}/"
    if as_json:
        emit(document)
    else:
        _tell(document)


def _planned(agency: "Agency", unit: "Unit | None", retiring: int | None) -> dict:
    from matang.flow.needs.public import ensure_dictionary, gaps_by_opd
    from matang.flow.plan.public import USUAL_HORIZON, Question, create_scenario, openings, said, solve_scenario
    from matang.flow.register.public import officer_for
    from matang.foundation.clock.services import today

    officer = officer_for(agency.pk)
    ensure_dictionary(agency.pk)
    gaps = gaps_by_opd(officer, today())
    scope = unit.name if unit else agency.name
    free = openings(agency.pk, today(), unit_path=unit.path if unit else "")
    months = retiring if retiring is not None else 0 if free else USUAL_HORIZON
    scenario = create_scenario(
        actor=officer,
        question=Question(f"{_subject(months)} {scope}"[:120], unit_id=unit.pk if unit else None, retiring_within=months),
    )
    scenario = solve_scenario(actor=officer, scenario_id=scenario.pk)
    if scenario.state == "failed":
        raise click.ClickException(said(scenario.fault))
    return _document(scenario, gaps) | {"vacant": len(free), "retiring_within": months}


def _subject(months: int) -> str:
    return f"Jabatan lowong dan pemangku pensiun dalam {months} bulan" if months else "Jabatan lowong"


def _document(scenario: "PlacementScenario", gaps: list) -> dict:
    from matang.flow.plan.public import shortlists

    rows = []
    for entry in shortlists(scenario):
        first, second = entry.proposed, entry.runner_up
        rows.append(
            {
                "post": entry.asked.post.name,
                "unit": entry.asked.post.unit.name,
                "basis": entry.asked.basis,
                "free_from": entry.asked.free_from,
                "proposed": first.person.display_name if first else None,
                "score": first.score if first else None,
                "state": first.state if first else None,
                "runner_up": second.person.display_name if second else None,
                "distance": second.distance if second else None,
                "candidates": entry.asked.eligible + entry.asked.unsure,
            }
        )
    totals = {"meets": 0, "below": 0, "unsure": 0, "no_evidence": 0}
    for opd in gaps:
        for key in totals:
            totals[key] += getattr(opd.total, key)
    return {
        "scenario": scenario.pk,
        "as_at": scenario.as_at,
        "gaps": totals,
        "posts": len(rows),
        "filled": sum(row["proposed"] is not None for row in rows),
        "checked": {"feasible": scenario.result.feasible, "optimal": scenario.result.optimal, **scenario.result.report},
        "seconds": dict(scenario.result.timings),
        "proposals": rows,
    }


def _tell(document: dict) -> None:
    gaps = document["gaps"]
    say(
        f"Requirements of managerial posts: {gaps['meets']:,} shown to be met, {gaps['below']:,} below, "
        f"{gaps['unsure']:,} not sure, "
        f"{gaps['no_evidence']:,} without evidence."
    )
    if not document["vacant"]:
        say("No managerial post is known to be vacant in this scope. Posts whose holders retire are planned for instead.")
        say("To state a vacancy: give the post its capacity, end its holder's term, or record an acting official (page Jabatan).")
    if not document["checked"].get("assessed"):
        say("Nobody's competence has been shown yet: the order rests on experience, education and place of work only.")
    if document["retiring_within"]:
        say(f"Included: posts whose holder retires within {document['retiring_within']} months.")
    say(f"{document['filled']} of {document['posts']} posts have a proposal, checked: feasible and optimal.")
    shown = [
        (
            row["post"],
            row["free_from"] or "now",
            row["proposed"] or "nobody",
            row["score"],
            row["runner_up"] or "",
            row["distance"],
        )
        for row in document["proposals"][:20]
    ]
    table(
        ("Post", "Free", "Proposed", "Score", "Next", "Behind by"),
        [tuple("" if cell is None else cell for cell in row) for row in shown],
    )
    if document["posts"] > len(shown):
        say(f"… and {document['posts'] - len(shown)} more.")
    say(f"Read the reasons after ./matang serve: {document['address']}")


def _agency(code: str | None) -> "Agency":
    from matang.foundation.tenancy.models import Agency

    known = list(Agency.objects.order_by("code"))
    if not known:
        raise click.ClickException("There is no agency yet. Import a file of staff first: ./matang import FILE")
    chosen = [agency for agency in known if code in {None, agency.code}]
    if len(chosen) == 1:
        return chosen[0]
    raise click.UsageError(f"Say which agency with --agency; known: {', '.join(agency.code for agency in known)}.")


def _unit(agency: "Agency", scope: str) -> "Unit":
    from django.db.models import Q

    from matang.flow.register.public import units_at
    from matang.foundation.clock.services import today

    found = units_at(agency.pk, today()).filter(Q(code=scope) | Q(name__iexact=scope)).first()
    if found is None:
        raise click.UsageError(f"No unit with the code or name {scope} exists today.")
    return found


@command.command("verify", short_help="Check a result again, without the database.")
@click.argument("result", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--problem",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The problem's own file, where RESULT is a bare result and not a certificate.",
)
@json_option
def verify(*, problem: Path | None, result: Path, as_json: bool) -> None:
    """Check a published RESULT: feasible, optimal, and every number untouched; says which number was altered.

    RESULT is the certificate that the page of a scenario offers. Exit code 1 = it does not hold. The answer is in
    Indonesian, as the certificate's own pages are; --json also gives codes and numbers.
    """
    from matang import engine

    if problem is None and not engine.is_certificate(result):
        raise click.UsageError(
            f"{result.name} bukan berkas bukti. Untuk berkas hasil saja, sebut berkas soalnya dengan --problem."
        )
    found = engine.verify_certificate(result) if problem is None else engine.verify(problem, result)
    if as_json:
        faults = [{"code": fault.code, "message": fault.message, **dict(fault.numbers)} for fault in found.violations]
        emit({"ok": found.ok, "people": found.people, "placed": found.placed, "objective": found.objective, "violations": faults})
    elif found.ok:
        value = f"{found.objective:,}".replace(",", ".")
        say(f"Berlaku: layak dan optimal. {found.placed} dari {found.people} orang ditempatkan, nilai {value}.")
    else:
        say(f"Tidak berlaku. Yang salah: {len(found.violations)}.")
        for fault in found.violations:
            say(f"- {fault.message}")
    if not found.ok:
        raise SystemExit(1)


verify.dressed = True  # type: ignore[attr-defined]  # reads files only: no database is prepared for it
