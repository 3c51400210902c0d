"""The light form of a study visit, from the guest's side."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.learn.models import VisitBrief
from matang.flow.learn.pages.hosts.asking import form_page
from matang.flow.learn.pages.sendings.acting import act
from matang.flow.learn.pages.sendings.editing import back_to, crumbs_of, demand_draft
from matang.flow.learn.permissions import SENDER_ROLES
from matang.flow.learn.services.sendings import say_brief, say_guest_feedback
from matang.foundation.access import gate
from matang.ui.refusals import onto


class BriefForm(forms.Form):
    """What a delegation wants to know and take home."""

    questions = forms.CharField(
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        label=gettext_lazy("Pertanyaan yang ingin dijawab"),
        help_text=gettext_lazy("Satu pertanyaan satu baris. Tuan rumah membacanya sebelum Anda datang."),
    )
    take_home = forms.CharField(
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        label=gettext_lazy("Yang hendak dibawa pulang"),
        help_text=gettext_lazy("Misalnya rancangan peraturan, cara kerja, atau daftar kebutuhan alat."),
    )


@gate.roles(*SENDER_ROLES)
@require_http_methods(["GET", "POST"])
def visit_brief(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Write the questions of a study visit and what is to be taken home."""
    found = demand_draft(request, sending_id)
    brief = VisitBrief.objects.filter(sending=found).first()
    said: dict[str, Any] = {"questions": brief.questions, "take_home": brief.take_home} if brief else {}
    form = BriefForm(request.POST or None, initial=said)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            say_brief(actor=request.actor, sending_id=found.pk, **form.cleaned_data)
            messages.success(request, _("Perubahan disimpan."))
            return redirect(f"{back_to(found)}#visit")
    title = _("Rencana kunjungan")
    return form_page(request, form, title, _("Simpan"), crumbs=crumbs_of(found, title), back=back_to(found))


@gate.roles(*SENDER_ROLES)
@require_POST
def visit_feedback(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Write which answers the guests found."""
    words = request.POST.get("words", "")
    work = lambda: say_guest_feedback(actor=request.actor, sending_id=sending_id, words=words)  # noqa: E731
    return act(request, sending_id, work, _("Kesan tamu disimpan dan dibaca tuan rumah."))
