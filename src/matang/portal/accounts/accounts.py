"""The list of accounts, one account, and a new one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables

from matang.flow.register.public import Person
from matang.foundation.access import accounts as service
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.permissions import may_manage, may_manage_accounts
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import accounts_seen_by, grants_of, roles_today
from matang.foundation.identity.services import locked_names
from matang.portal.accounts.forms import NewAccountForm, SearchForm
from matang.portal.accounts.lookup import account_or_404
from matang.portal.accounts.words import grant_lines
from matang.ui.paging import page_of

NIP_DIGITS = 18


@gate.roles(Role.SYSTEM_OPERATOR, Role.HR_OFFICER)
def accounts(request: HttpRequest) -> HttpResponse:
    """Show the accounts of the agency."""
    form = SearchForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    found = accounts_seen_by(
        request.actor, search=asked.get("q", "").strip(), role=asked.get("role", ""), state=asked.get("state", "")
    )
    page = page_of(request, found.count())
    rows = list(found[page.window])
    context = {
        "form": form,
        "page": page,
        "rows": rows,
        "roles": roles_today([row.pk for row in rows]),
        "locked": locked_names([row.username for row in rows]),
        "may_open": bool(may_manage_accounts(request.actor)),
    }
    return render(request, "accounts/accounts.html", context)


@gate.roles(Role.SYSTEM_OPERATOR, Role.HR_OFFICER)
def account(request: HttpRequest, user_id: int) -> HttpResponse:
    """Show one account with the roles it has and had."""
    user = account_or_404(request, user_id)
    context = {
        "account": user,
        "person": Person.objects.filter(pk=user.person_id).first() if user.person_id else None,
        "grants": grant_lines(request.actor, list(grants_of(user))),
        "locked": user.username in locked_names([user.username]),
        "may_manage": bool(may_manage(request.actor, user)),
        "is_self": user.pk == request.actor.user_id,
    }
    return render(request, "accounts/account.html", context)


@gate.roles(Role.SYSTEM_OPERATOR)
@never_cache
def new(request: HttpRequest) -> HttpResponse:
    """Ask for a new account, make it, and show its temporary password this once."""
    form = NewAccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        response = opened(request, form)
        if response is not None:
            return response
    return render(request, "accounts/new.html", {"form": form})


@sensitive_variables("password")
def opened(request: HttpRequest, form: NewAccountForm) -> HttpResponse | None:
    """Make the account and return the page with its password; put the refusal into the form otherwise."""
    username = form.cleaned_data["username"]
    person = Person.objects.filter(nip=username).first() if username.isdecimal() else None
    if username.isdecimal() and person is None:
        form.add_error("username", nip_fault(username))
        return None
    name = form.cleaned_data["name"] or (person.display_name if person else "")
    try:
        user, password = service.open_account(
            actor=request.actor,
            username=username,
            name=name,
            person_id=person.pk if person else None,
            reason=form.cleaned_data["reason"],
        )
    except RefusedError as refused:
        form.add_error(None, refused.answer.reason)
        return None
    return render(request, "accounts/opened.html", {"account": user, "password": password, "person": person})


def nip_fault(digits: str) -> str:
    """Return why a NIP leads to nobody."""
    if len(digits) != NIP_DIGITS:
        return _("NIP terdiri atas 18 angka; di sini ada %(count)s.") % {"count": len(digits)}
    return _("Tidak ada pegawai dengan NIP ini di daftar pegawai instansi Anda.")
