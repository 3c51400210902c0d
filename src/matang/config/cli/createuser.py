"""``./matang createuser``: an account with one role, made by whoever runs the machine."""

import getpass
import sys
from typing import TYPE_CHECKING

import click

from matang.config.cli.output import emit, json_option, say

if TYPE_CHECKING:
    from matang.flow.register.models import Person
    from matang.foundation.access.actor import Actor
    from matang.foundation.access.permissions import Area
    from matang.foundation.identity.models import User
    from matang.foundation.tenancy.models import Agency

ROLES = (
    *("civil_servant", "direct_superior", "unit_head", "hr_officer", "planner"),
    *("panel_member", "appointing_official", "mentor", "host_coordinator", "auditor", "system_operator"),
)


@click.command("createuser", short_help="Make an account and give it a role.")
@click.argument("username")
@click.option("--role", required=True, type=click.Choice(ROLES), help="What the account does.")
@click.option("--agency", "agency_code", metavar="CODE", help="Agency, such as 7271; needed when there are several.")
@click.option("--new-agency", metavar="NAME", help="Make the agency CODE with this name first, for an empty installation.")
@click.option("--unit", "unit_code", metavar="CODE", help="The role holds for this unit and all below; default: the agency.")
@click.option("--person", "nip", metavar="NIP", help="The civil servant whose account it is.")
@click.option("--name", default="", help="Name shown on screens; default: that of the civil servant.")
@click.option("--reason", default="Made on the command line.", show_default=True, help="Kept in the log of decisions.")
@click.option("--ask-password", is_flag=True, help="Ask for the password instead of generating one (or read it from a pipe).")
@json_option
def command(
    *,
    username: str,
    role: str,
    agency_code: str | None,
    new_agency: str | None,
    unit_code: str | None,
    nip: str | None,
    name: str,
    reason: str,
    ask_password: bool,
    as_json: bool,
) -> None:
    """Make the account USERNAME and give it a role.

    A generated password is shown once and must be changed at the first sign-in.
    """
    from django.db import transaction

    from matang.foundation.access.answers import RefusedError
    from matang.foundation.access.permissions import WHOLE
    from matang.foundation.audit.context import from_where
    from matang.foundation.tenancy.context import acting_in

    chosen = _password() if ask_password else None
    with transaction.atomic():
        agency = _agency(agency_code, new_agency)
        try:
            with acting_in(agency.pk), from_where("command:createuser"):
                person = _person(nip) if nip else None
                area = _area(unit_code) if unit_code else WHOLE
                user, password = _open(agency, username, name or (person.display_name if person else ""), person, reason)
                _grant(agency, user, role, area, reason)
                if chosen is not None:
                    _set_password(user, chosen)
        except RefusedError as error:
            raise click.ClickException(str(error)) from error
    shown = None if chosen is not None else password
    if as_json:
        facts = {"username": username, "role": role, "agency": agency.code, "unit": unit_code, "person": nip}
        emit({**facts, "password": shown})
    else:
        said = f"Account {username} is {role} of {unit_code or agency.name}."
        say(said if shown is None else f"{said}\nPassword, shown only now, to be changed at the first sign-in: {shown}")


def _password() -> str:
    """Ask twice on a terminal; read one line from a pipe."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Password: ")
    if first != getpass.getpass("Again: "):
        raise click.ClickException("The two passwords differ. Nothing was changed.")
    return first


def _agency(code: str | None, new_name: str | None) -> "Agency":
    """Return the agency meant: the one with ``code``, else the only one."""
    from matang.foundation.tenancy.models import Agency

    if new_name:
        if not code:
            raise click.UsageError("--new-agency needs --agency CODE.")
        if Agency.objects.filter(code=code).exists():
            raise click.ClickException(f"There is an agency with code {code} already; leave --new-agency out.")
        return Agency.objects.create(code=code, name=new_name)
    known = list(Agency.objects.order_by("code"))
    codes = ", ".join(agency.code for agency in known)
    if not known:
        raise click.ClickException("There is no agency yet. Make it with: --agency CODE --new-agency NAME")
    if code is None and len(known) > 1:
        raise click.UsageError(f"Say which agency with --agency; known: {codes}.")
    for agency in known:
        if code in {None, agency.code}:
            return agency
    raise click.ClickException(f"There is no agency {code}; known: {codes}.")


def _person(nip: str) -> "Person":
    """Return the civil servant with this NIP."""
    from matang.flow.register.models import Person

    person = Person.objects.filter(nip=nip).first()
    if person is None:
        raise click.ClickException(f"No civil servant of this agency has NIP {nip}.")
    return person


def _area(code: str) -> "Area":
    """Return the subtree of the unit with this code today."""
    from matang.flow.register.models import Unit
    from matang.foundation.access.permissions import Area
    from matang.foundation.clock.services import today

    unit = Unit.objects.as_at(today()).filter(code=code).first()
    if unit is None:
        raise click.ClickException(f"No unit of this agency has the code {code} today.")
    return Area(unit_id=unit.pk, path=unit.path)


def _open(agency: "Agency", username: str, name: str, person: "Person | None", reason: str) -> "tuple[User, str]":
    """Open the account in the name of whoever runs the machine."""
    from matang.foundation.access.accounts import open_account

    return open_account(
        actor=_operator(agency), username=username, name=name, person_id=person.pk if person else None, reason=reason
    )


def _grant(agency: "Agency", user: "User", role: str, area: "Area", reason: str) -> None:
    """Give the role from today on."""
    from matang.foundation.access.roles import Role
    from matang.foundation.access.services import Span, grant_role
    from matang.foundation.clock.services import today

    grant_role(actor=_operator(agency), user=user, role=Role(role), area=area, span=Span(today()), reason=reason)


def _operator(agency: "Agency") -> "Actor":
    """Return the actor of the command line: whoever may run it owns the machine."""
    from matang.foundation.access.actor import Actor, Held
    from matang.foundation.access.roles import Role

    return Actor(agency_id=agency.pk, name="command line", held=(Held(Role.SYSTEM_OPERATOR, ""),))


def _set_password(user: "User", password: str) -> None:
    """Set the chosen password when the rules for passwords allow it."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    try:
        validate_password(password, user)
    except ValidationError as error:
        raise click.ClickException("The password is refused: " + " ".join(error.messages)) from error
    user.set_password(password)
    user.must_change_password = False
    user.save(update_fields=["password", "must_change_password"])
