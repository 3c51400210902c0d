"""What an operator does with an account: a link for a new password, unlock, shut, reopen."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from matang.foundation.access import accounts as service
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.roles import Role
from matang.portal.accounts.forms import ReasonForm
from matang.portal.accounts.lookup import account_or_404


@dataclass(frozen=True, slots=True)
class Act:
    """One act: what the page says, what it calls, what it answers."""

    title: str | Promise
    text: str | Promise
    button: str | Promise
    kind: str
    call: Callable[..., object]
    done: str | Promise = ""


LINK = "tautan"
ACTS = {
    LINK: Act(
        _("Buat tautan kata sandi"),
        _("Pemilik akun membuka tautan ini dan menetapkan kata sandi baru. Tautan berlaku sekali, selama 24 jam."),
        _("Buat tautan"),
        "primary",
        service.password_link,
    ),
    "buka-kunci": Act(
        _("Buka kunci akun"),
        _("Akun ini terkunci karena terlalu banyak percobaan masuk yang gagal. Pastikan dahulu bahwa itu pemiliknya."),
        _("Buka kunci"),
        "primary",
        service.unlock,
        _("Kunci akun dibuka."),
    ),
    "tutup": Act(
        _("Tutup akun"),
        _("Tidak seorang pun dapat masuk dengan akun ini, dan yang sedang masuk langsung keluar. Akun dapat dibuka lagi."),
        _("Tutup akun"),
        "danger",
        service.close_account,
        _("Akun ditutup."),
    ),
    "buka": Act(
        _("Buka akun lagi"),
        _("Pemilik akun dapat masuk lagi dengan kata sandi dan peran yang masih berlaku."),
        _("Buka akun"),
        "primary",
        service.reopen_account,
        _("Akun dibuka lagi."),
    ),
}


@gate.roles(Role.SYSTEM_OPERATOR)
@never_cache
def act(request: HttpRequest, user_id: int, act: str) -> HttpResponse:
    """Ask why, then do it."""
    user = account_or_404(request, user_id)
    chosen = ACTS.get(act)
    if chosen is None:
        raise Http404
    form = ReasonForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            result = chosen.call(actor=request.actor, user=user, reason=form.cleaned_data["reason"])
        except RefusedError as refused:
            form.add_error(None, refused.answer.reason)
            status = 403
        else:
            if act == LINK:
                address = request.build_absolute_uri(str(result))
                return render(request, "accounts/link.html", {"account": user, "address": address})
            messages.success(request, str(chosen.done))
            return redirect("accounts:account", user_id=user.pk)
    return render(request, "accounts/act.html", {"account": user, "act": chosen, "form": form}, status=status)
