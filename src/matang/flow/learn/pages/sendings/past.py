"""Write down a sending of before Matang from its records."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from matang.flow.learn.pages.hosts.asking import form_page
from matang.flow.learn.pages.sendings.forms import PastForm
from matang.flow.learn.permissions import may_keep_cases
from matang.flow.learn.services.cases.recording import PastSending, record_past_sending
from matang.flow.register.public import unit_tree
from matang.foundation.access import gate
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import today
from matang.ui.refusals import demand, onto


@gate.roles(Role.HR_OFFICER)
@require_http_methods(["GET", "POST"])
def sending_past(request: HttpRequest) -> HttpResponse:
    """Ask for what the records tell, and keep it as over and returned."""
    demand(may_keep_cases(request.actor))
    form = PastForm(request.POST or None, actor=request.actor, tree=unit_tree(request.actor.agency_id, today()))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        past = PastSending(
            kind=data["kind"], title=data["title"], unit_id=data["unit"], host_id=data["host"].pk, host_unit=data["host_unit"],
            starts_on=data["starts_on"], ends_on=data["ends_on"], people=data["people"], source=data["source"],
            cohort_id=data["cohort"].pk if data["cohort"] else None, count=data["count"],
        )  # fmt: skip
        with onto(form):
            made = record_past_sending(actor=request.actor, past=past)
            messages.success(request, _("Pengiriman lama dicatat. Peserta yang namanya disebut dapat menulis laporannya."))
            return redirect("learn:sending", made.pk)
    title = _("Catat pengiriman lama")
    return form_page(
        request, form, title, _("Simpan catatan"), back=reverse("learn:sendings"),
        crumbs=[(_("Pengiriman belajar"), reverse("learn:sendings")), (title, None)],
        lead=_("Untuk pengiriman sebelum Matang dipakai; ditandai “dicatat kemudian” agar tidak tampak lewat pemeriksaan."),
    )  # fmt: skip
