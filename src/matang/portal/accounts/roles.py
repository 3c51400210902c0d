"""Give a role and end one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from matang.flow.register.public import UnitNode, unit_tree
from matang.foundation.access import gate, services
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import RefusedError, require
from matang.foundation.access.models import Grant
from matang.foundation.access.permissions import WHOLE, Area, may_end
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import today
from matang.foundation.identity.models import User
from matang.portal.accounts.forms import EndForm, GrantForm
from matang.portal.accounts.lookup import account_or_404, grant_or_404
from matang.portal.accounts.words import grant_lines

SHOWN_UNITS = 300


@gate.roles(Role.SYSTEM_OPERATOR, Role.HR_OFFICER)
def grant(request: HttpRequest, user_id: int) -> HttpResponse:
    """Ask for a role and give it."""
    user = account_or_404(request, user_id)
    search = request.GET.get("cari", "").strip()[:100]
    units = offered_units(request.actor, search)
    form = GrantForm(request.POST or None, units=units)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            give(request.actor, user, form)
        except RefusedError as refused:
            form.add_error(None, refused.answer.reason)
            status = 403
        else:
            messages.success(request, _("Peran diberikan."))
            return redirect("accounts:account", user_id=user.pk)
    context = {"form": form, "account": user, "search": search, "count": len(units), "limit": SHOWN_UNITS}
    return render(request, "accounts/grant.html", context, status=status)


def give(actor: Actor, user: User, form: GrantForm) -> None:
    """Give the role that the form states.

    Raises:
        RefusedError: the actor may not, or the facts don't fit.
    """
    data = form.cleaned_data
    node = unit_tree(actor.agency_id, today()).by_id.get(int(data["unit"])) if data["unit"] else None
    services.grant_role(
        actor=actor,
        user=user,
        role=Role(data["role"]),
        area=Area(node.id, node.path) if node else WHOLE,
        span=services.Span(data["start"], data["end"]),
        reason=data["reason"],
    )


def offered_units(actor: Actor, search: str) -> list[tuple[str, str]]:
    """Return what a role may hold over: the whole agency, then units in order; with a search only those it finds."""
    scope = actor.scope(Role.SYSTEM_OPERATOR, Role.HR_OFFICER)
    words = search.casefold()
    nodes = [
        node
        for node in unit_tree(actor.agency_id, today()).walk()
        if scope.covers(node.path) and (words in node.name.casefold() if words else True)
    ]
    if len(nodes) > SHOWN_UNITS and not words:
        nodes = [node for node in nodes if node.depth == 0]
    whole = [("", _("Seluruh instansi"))] if scope.everything else []
    return whole + [(str(node.id), indented(node)) for node in nodes[:SHOWN_UNITS]]


def held_by(grant: Grant) -> str:
    """Return the address of the account that holds a role."""
    return reverse("accounts:account", kwargs={"user_id": grant.user_id})


def indented(node: UnitNode) -> str:
    """Return the unit's name, moved in by its depth."""
    return "\N{EM SPACE}" * node.depth + node.name


@gate.roles(*Role)
def end(request: HttpRequest, grant_id: int) -> HttpResponse:
    """Ask from when on a role ends, and end it."""
    held = grant_or_404(request, grant_id)
    require(may_end(request.actor, held))
    form = EndForm(request.POST or None, initial={"day": today()})
    status = 200
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            services.end_grant(actor=request.actor, grant=held, day=data["day"], reason=data["reason"])
        except RefusedError as refused:
            form.add_error(None, refused.answer.reason)
            status = 403
        else:
            messages.success(request, _("Peran diakhiri."))
            return redirect("accounts:mine" if held.user_id == request.actor.user_id else held_by(held))
    context = {"form": form, "line": grant_lines(request.actor, [held])[0], "account": held.user}
    return render(request, "accounts/end_grant.html", context, status=status)
