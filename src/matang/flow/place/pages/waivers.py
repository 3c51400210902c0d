"""Set a requirement aside for one person and one post, on a page of its own, and take that back."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.place.models import Waiver
from matang.flow.place.permissions import may_judge, may_waive
from matang.flow.place.services.candidates import requirement_key, waivers_on
from matang.flow.place.services.waivers import Setting, waive, withdraw_waiver
from matang.flow.plan.public import said, scenarios_visible_to, why
from matang.flow.register.public import Post, person_visible_to
from matang.foundation.access import gate
from matang.foundation.access.answers import Denied, RefusedError
from matang.foundation.access.roles import Role


class WaiverForm(forms.Form):
    """Which requirement is set aside, on what ground, and why."""

    requirement = forms.ChoiceField(widget=forms.RadioSelect, label=gettext_lazy("Syarat yang dikecualikan"))
    ground = forms.CharField(
        required=False,
        max_length=200,
        label=gettext_lazy("Dasar hukum"),
        help_text=gettext_lazy("Peraturan dan pasalnya. Wajib untuk syarat yang tidak dipenuhi."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Alasan"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Tampil pada lembar bagi semua yang membacanya, bersama nama Anda."),
    )


@gate.roles(Role.APPOINTING_OFFICIAL)
@require_http_methods(["GET", "POST"])
def waive_page(request: HttpRequest, scenario_id: int, post_id: int, person_id: int) -> HttpResponse:
    """Show the requirements of a person that could be set aside, and set one aside."""
    actor = request.actor
    scenario = scenarios_visible_to(actor).filter(pk=scenario_id, posts__post_id=post_id).first()
    person = person_visible_to(actor, person_id)
    found = why(scenario, person_id, post_id) if scenario is not None and person is not None else None
    if found is None:
        raise Http404
    post = Post.objects.select_related("unit").get(pk=post_id)
    standing = {row.check_key for row in waivers_on(scenario_id, post_id).get(person_id, []) if row.withdrawn_at is None}
    words = {"fail": _("tidak dipenuhi"), "unknown": _("belum dapat dinilai")}
    offered = [
        (key, f"{said(check['title'])} — {words[check['verdict']]}. {said(check['reason'])}")
        for check in found.reasons["checks"]
        if check["verdict"] in words and (key := requirement_key(check)) not in standing
    ]
    form = WaiverForm(request.POST or None, initial={"requirement": request.GET.get("syarat", "")})
    form.fields["requirement"].choices = offered
    allowed = may_waive(actor, post.unit.path) and may_judge(actor, {person_id})
    if request.method == "POST":
        if isinstance(allowed, Denied):
            raise PermissionDenied(allowed.reason)
        if form.is_valid():
            data = form.cleaned_data
            setting = Setting(scenario_id, post_id, person_id, data["requirement"])
            try:
                waive(actor=actor, setting=setting, reason=data["reason"], ground=data["ground"])
            except RefusedError as error:
                form.add_error(None, error.answer.reason)
            else:
                messages.success(request, _("Pengecualian dicatat dan tampil pada lembar jabatan ini."))
                return redirect("place:decide", scenario_id, post_id)
    context = {"scenario": scenario, "post": post, "person": person, "form": form, "offered": offered, "allowed": allowed}
    return render(request, "place/waive.html", context)


@gate.roles(Role.APPOINTING_OFFICIAL)
@require_POST
def withdraw_page(request: HttpRequest, waiver_id: int) -> HttpResponse:
    """Take a waiver back."""
    found = Waiver.objects.filter(pk=waiver_id, agency_id=request.actor.agency_id).first()
    if found is None or not scenarios_visible_to(request.actor).filter(pk=found.scenario_id).exists():
        raise Http404
    try:
        withdraw_waiver(actor=request.actor, waiver_id=found.pk, reason=request.POST.get("reason", ""))
    except RefusedError as error:
        messages.error(request, error.answer.reason)
    else:
        messages.success(request, _("Pengecualian ditarik; tetap tampil pada lembar sebagai ditarik."))
    return redirect("place:decide", found.scenario_id, found.post_id)
