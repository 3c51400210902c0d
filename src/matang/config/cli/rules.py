"""``./matang rules check``: a legal officer's file of dated values, and whose results it would change."""

import csv
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matang.config.cli.options import Options
from matang.config.cli.output import emit, json_option, note, say, working
from matang.config.levels import Level

if TYPE_CHECKING:
    from matang.foundation.tenancy.models import Agency
    from matang.portal.rules.effects import Affected, Comparison, Question
    from matang.portal.rules.proposals import Proposal
    from matang.rules import Book

SHOWN = 20
COLUMNS = ("nip", "name", "rule", "post_kind", "old", "new", "cause")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Day(click.ParamType):
    """A day as ``2027-01-01``."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day; wrong usage otherwise."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value} is no day; write it as 2027-01-01.", param, ctx)


@click.group("rules", short_help="Check a file of dated values of the law.")
def command() -> None:
    """The law as this system knows it."""


@command.command("check")
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--from", "begin", type=Day(), metavar="DATE", help="First day. Default: today.")
@click.option("--to", "end", type=Day(), metavar="DATE", help="Second day. Default: the first day on which something changes.")
@click.option("--agency", "code", metavar="CODE", help="Agency, such as 7271; needed when there are several.")
@click.option("--no-people", is_flag=True, help="Only check the file; needs no database.")
@click.option("--all", "whole", is_flag=True, help=f"List everybody affected, not only {SHOWN}; also those by time alone.")
@click.option("--csv", "into", type=click.Path(dir_okay=False, path_type=Path), help="Write everybody affected to this file.")
@json_option
@click.pass_context
def check(
    context: click.Context,
    *,
    file: Path | None,
    begin: date | None,
    end: date | None,
    code: str | None,
    no_people: bool,
    whole: bool,
    into: Path | None,
    as_json: bool,
) -> None:
    """Check FILE and show whose results change between two days. Nothing is stored, the shipped values stay as they are.

    Without FILE the shipped values are compared with themselves on the two days. Names and NIP of real people may be printed:
    treat the output like the register. Exit code 1 = the file is refused.
    """
    from matang.portal.rules.proposals import Proposal, read_proposal

    if file is None and no_people:
        raise click.UsageError("Name a file, or leave out --no-people.")
    proposal = read_proposal(file) if file else Proposal("", None, (), ())
    document = _described(proposal)
    if proposal.faults:
        _refuse(proposal, document, as_json=as_json)
    if no_people:
        _finish(proposal, document, as_json=as_json)
        return
    _prepare(context)
    days = _days(proposal, begin, end)
    if days is None:
        _finish(proposal, document, as_json=as_json)
        if not as_json:
            say("No value changes after today: name the two days with --from and --to.")
        return
    agency = _agency(code)
    found = _compared(agency, proposal, *days)
    document |= _counted(found, agency, days)
    listed = found.affected if whole else found.sample("law", SHOWN)
    document["affected"] = [_row(one) for one in listed]
    if into:
        _write(into, found.affected)
    _finish(proposal, document, as_json=as_json)
    if not as_json:
        _tell(found, agency, days, listed)
    if into:
        note(f"{len(found.affected)} rows with names and NIP in {into}: keep it like the register.")


def _prepare(context: click.Context) -> None:
    """Bring the database up; only now, because the check of a file does without."""
    from matang.config.environment import prepare

    prepare(Level.MIGRATED, context.ensure_object(Options).data)


def _described(proposal: "Proposal") -> dict:
    changes = [asdict(change) for change in proposal.changes]
    faults = [asdict(fault) for fault in proposal.faults]
    return {"file": proposal.name, "ok": not faults, "faults": faults, "changes": changes}


def _refuse(proposal: "Proposal", document: dict, *, as_json: bool) -> None:
    if as_json:
        emit(document)
    else:
        say(f"{proposal.name} is refused; the values in use are untouched.")
        for fault in proposal.faults:
            where = " ".join(filter(None, (f"line {fault.line}" if fault.line else "", fault.key)))
            say(f"{where or proposal.name}: {fault.message}")
            say(f"  → {fault.way_out}")
    raise SystemExit(1)


def _finish(proposal: "Proposal", document: dict, *, as_json: bool) -> None:
    """Say what the file changes, or print everything for a script."""
    if as_json:
        emit(document)
        return
    if not proposal.name:
        return
    say(f"{proposal.name} can be answered for. It changes {len(proposal.changes)} dated values:")
    for change in proposal.changes:
        subject = "" if change.subject == "*" else f" ({change.subject})"
        doubt = ", unverified" if change.unverified else ""
        say(f"  {change.begin} {change.key}{subject}: {change.old or 'nothing'} → {change.new}{doubt}")


def _days(proposal: "Proposal", begin: date | None, end: date | None) -> tuple[date, date] | None:
    """Return the two days; None where nothing says which second day is meant."""
    from matang.foundation.clock.services import today
    from matang.portal.rules.proposals import changing_days
    from matang.rules import BOOK

    first = begin or today()
    if end is None:
        coming = [change.begin for change in proposal.changes] if proposal.name else changing_days(BOOK)
        later = [day for day in coming if day > first]
        if not later and not (proposal.name and coming):
            return None
        end = min(later) if later and min(coming) > first else first if proposal.name else min(later)
    if end < first:
        raise click.UsageError("--to lies before --from.")
    return first, end


def _compared(agency: "Agency", proposal: "Proposal", begin: date, end: date) -> "Comparison":
    from matang.foundation.audit.context import from_where
    from matang.foundation.tenancy.context import acting_in
    from matang.portal.rules.effects import State, compare
    from matang.rules import BOOK

    new: Book = proposal.book or BOOK
    with acting_in(agency.pk), from_where("command:rules"), working("Comparing …"):
        return compare(agency.pk, State(BOOK, begin), State(new, end))


def _counted(found: "Comparison", agency: "Agency", days: tuple[date, date]) -> dict:
    return {
        "agency": agency.code,
        "from": days[0],
        "to": days[1],
        "people": found.people,
        "affected_by_law": len({one.nip for one in found.by("law")}),
        "affected_by_time": len({one.nip for one in found.by("time")}),
        "counts": [
            {"rule": question.key, "post_kind": question.kind, "old": old, "new": new, "people": number}
            for question, changes in found.counts("law").items()
            for (old, new), number in changes.most_common()
        ],
        "posts": [
            {"rule": one.question.key, "post_kind": one.question.kind, "posts": one.number, "old": one.old, "new": one.new}
            for one in found.posts
        ],
        "not_asked": list(found.not_asked),
    }


def _row(one: "Affected") -> dict:
    values = (one.nip, one.name, one.question.key, one.question.kind, one.old, one.new, one.cause)
    return dict(zip(COLUMNS, values, strict=True))


def _write(into: Path, affected: "Iterable[Affected]") -> None:
    """Write everybody affected; a cell that a spreadsheet would take for a formula gets an apostrophe in front."""
    with into.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for one in affected:
            writer.writerow([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in _row(one).values()])


def _tell(found: "Comparison", agency: "Agency", days: tuple[date, date], listed: "tuple[Affected, ...]") -> None:
    begin, end = days
    span = f"on {end}" if begin == end else f"from {begin} to {end}"
    say(f"{agency.name}, {found.people:,} people, {span}:")
    law, time = ({one.nip for one in found.by(cause)} for cause in ("law", "time"))
    say(f"{len(law):,} people get another answer because values change; {len(time):,} because time passes.")
    for question, changes in found.counts("law").items():
        say(f"  {_title(question)} — {question.item.question}")
        for (old, new), number in changes.most_common():
            say(f"    {old} → {new}: {number:,}")
    for posts in found.posts:
        say(f"  {_title(posts.question)}: {posts.old} → {posts.new}, {posts.number:,} posts")
    if listed:
        say("Names follow; treat them like the register.")
        for one in listed:
            cause = ", by time" if one.cause == "time" else ""
            say(f"  {one.nip} {one.name}: {_title(one.question)}: {one.old} → {one.new}{cause}")
        left = len(found.by("law")) - len(listed)
        if left > 0:
            say(f"  … and {left:,} more answers: --all lists them, --csv FILE writes them.")
    if found.not_asked:
        say(f"Not counted, because the register does not hold what they ask for: {', '.join(found.not_asked)}.")


def _title(question: "Question") -> str:
    return f"{question.key} ({question.kind})" if question.kind else question.key


def _agency(code: str | None) -> "Agency":
    from matang.config.cli.plan import _agency as chosen

    return chosen(code)
