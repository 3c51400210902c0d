"""Write a recommendation in three short parts, and set a day on which it is presented."""

from dataclasses import replace

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from matang.flow.apply.choices import ConditionKind, RecommendationState
from matang.flow.apply.models import Recommendation
from matang.flow.apply.pages.asking import form_page
from matang.flow.apply.pages.forms import ConditionsForm, HereForm, NewForm, PracticeSeenForm
from matang.flow.apply.pages.recommendations import recommendation_or_404, writing
from matang.flow.apply.services.recommending import Condition, Details, change_recommendation, recommend_from_report
from matang.flow.learn.public import reports_visible_to
from matang.foundation.access import gate
from matang.ui.asking import number_in
from matang.ui.refusals import demand, onto

PARTS = ("praktik", "syarat", "di-sini")


def _crumbs(row: Recommendation, title: str) -> list[tuple[str, str | None]]:
    here = reverse("apply:recommendation", args=[row.pk])
    return [(_("Rekomendasi"), reverse("apply:recommendations")), (row.title[:40], here), (title, None)]


def details_of(row: Recommendation) -> Details:
    """Return what a draft says, to change one part and keep the rest."""
    return Details(**{name: getattr(row, name) for name in Details.__dataclass_fields__})


@gate.signed_in
@require_http_methods(["GET", "POST"])
def recommendation_new(request: HttpRequest) -> HttpResponse:
    """Begin a recommendation of an accepted report (``?laporan=`` chooses it)."""
    chosen = number_in(request, "laporan")
    form = NewForm(request.POST or None, reports=reports_visible_to(request.actor), initial={"report": chosen})
    if request.method == "POST" and form.is_valid():
        with onto(form):
            made = recommend_from_report(
                actor=request.actor, report_id=form.cleaned_data["report"].pk, title=form.cleaned_data["title"]
            )
            return redirect("apply:recommendation_write", made.pk, PARTS[0])
    title, back = _("Rekomendasi baru"), reverse("apply:recommendations")
    lead = _("Dari laporan yang sudah diterima. Satu laporan dapat membawa beberapa rekomendasi.")
    return form_page(request, form, title, _("Mulai"), crumbs=[(_("Rekomendasi"), back), (title, None)], back=back, lead=lead)


@gate.signed_in
@require_http_methods(["GET", "POST"])
def recommendation_write(request: HttpRequest, recommendation_id: int, part: str) -> HttpResponse:
    """Write one part of a draft: what was seen, the five conditions, or what it means here."""
    row = recommendation_or_404(request, recommendation_id)
    demand(writing(request, row))
    if row.state != RecommendationState.DRAFT:
        raise PermissionDenied(_("Rekomendasi ini sudah diajukan. Tarik dulu menjadi konsep bila masih ada yang diubah."))
    form, title, lead = _form(request, row, part)
    if request.method == "POST" and form.is_valid():
        details, conditions = _read(row, part, form.cleaned_data)
        with onto(form):
            change_recommendation(actor=request.actor, recommendation_id=row.pk, details=details, conditions=conditions)
            after = PARTS.index(part) + 1
            if "keluar" in request.POST or after == len(PARTS):
                return redirect("apply:recommendation", row.pk)
            return redirect("apply:recommendation_write", row.pk, PARTS[after])
    steps = [_("Praktik"), _("Syarat"), _("Di sini")]
    more = {"steps": steps, "number": PARTS.index(part) + 1, "groups": form.groups() if part == "syarat" else None}
    back = reverse("apply:recommendation", args=[row.pk])
    return form_page(
        request, form, title, _("Simpan dan lanjut"), crumbs=_crumbs(row, title), back=back, lead=lead, keeps=True, **more
    )


def _form(request: HttpRequest, row: Recommendation, part: str) -> tuple[object, str, str]:
    if part == "syarat":
        lead = _(
            "Apa yang membuatnya berhasil di sana, dan apakah itu ada di sini? Yang belum diketahui, biarkan belum diketahui."
        )
        return ConditionsForm(request.POST or None, row=row), _("Lima syarat"), lead
    if part == "di-sini":
        names = ("cost_rupiah", "cost_note", "risk")
        first = {name: getattr(row, name) for name in names}
        first |= {"owner": row.owner_unit_id, "aim": row.aim_id, "indicator": row.indicator_id}
        return HereForm(request.POST or None, actor=request.actor, row=row, initial=first), _("Bila diterapkan di sini"), ""
    first = {name: getattr(row, name) for name in ("title", "practice", "seen_at")}
    return PracticeSeenForm(request.POST or None, initial=first), _("Praktik yang dilihat"), ""


def _read(row: Recommendation, part: str, data: dict) -> tuple[Details, dict[str, Condition] | None]:
    details = details_of(row)
    if part == "syarat":
        return details, {
            kind: Condition(data[f"there_{kind}"], data[f"here_{kind}"], data[f"fit_{kind}"]) for kind in ConditionKind.values
        }
    if part == "di-sini":
        return replace(
            details, owner_unit_id=data["owner"], aim_id=data["aim"].pk if data["aim"] else None,
            indicator_id=data["indicator"].pk if data["indicator"] else None,
            **{name: data[name] for name in ("cost_rupiah", "cost_note", "risk")},
        ), None  # fmt: skip
    return replace(details, **data), None
