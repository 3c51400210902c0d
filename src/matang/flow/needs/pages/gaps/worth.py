"""Which evidence is worth its money, and what evidence costs."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from matang.flow.needs.choices import RELIABILITY, SURE, CostBasis, EvidenceSource
from matang.flow.needs.models import EvidenceCost
from matang.flow.needs.pages.gaps.asking import EVERY, KINDS, asked_for
from matang.flow.needs.permissions import OVERVIEW_ROLES, may_set_costs
from matang.flow.needs.selectors.gaps.worth import SUITS, Advice, bought_with, cheapest_evidence, costs_at
from matang.flow.needs.services.evidence.costs import Cost, set_cost
from matang.flow.register.public import Incumbency, IncumbencyKind, Person
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today
from matang.ui.asking import number_in, query_of
from matang.ui.fields import day_input
from matang.ui.formats import tanggal
from matang.ui.paging import page_of
from matang.ui.workbooks import long_workbook

KIND_LABELS = {kind.value: kind.label for kind in SUITS}


def _advice(request: HttpRequest) -> tuple[object, list[Advice], str]:
    asked = asked_for(request, usual_kind="")
    kind = request.GET.get("bukti", "")
    kind = kind if kind in KIND_LABELS else ""
    found = cheapest_evidence(request.actor, asked.day, question=asked.question, kind=EvidenceSource(kind) if kind else None)
    return asked, found, kind


def _named(advice: list[Advice], day: object) -> list[tuple[Advice, Person | None, str]]:
    """Return advice with the person and their post, by two queries."""
    keys = [entry.person_id for entry in advice]
    people = Person.objects.in_bulk(keys)
    held = Incumbency.objects.as_at(day).filter(person_id__in=keys, kind=IncumbencyKind.DEFINITIVE)
    posts = dict(held.values_list("person_id", "post__name"))
    return [(entry, people.get(entry.person_id), posts.get(entry.person_id, "")) for entry in advice]


@gate.roles(*OVERVIEW_ROLES)
def cheapest(request: HttpRequest) -> HttpResponse:
    """List whom to assess by what, most worth for the money first, and what a budget would buy."""
    asked, found, kind = _advice(request)
    page = page_of(request, len(found))
    budget = number_in(request, "anggaran")
    names = {competency.pk: competency.name for competency in asked.dictionary}
    context = {
        "asked": asked,
        "day": asked.day,
        "rows": _named(found[page.window], asked.day),
        "names": names,
        "page": page,
        "kind": kind,
        "kind_labels": KIND_LABELS,
        "budget": budget,
        "bought": bought_with(found, budget) if budget is not None else None,
        "people": len({entry.person_id for entry in found}),
        "open_lines": sum(len(entry.lines) for entry in found),
        "musts": sum(entry.musts for entry in found),
        "costs": costs_at(request.actor.agency_id, asked.day),
        "all_query": query_of(request, "halaman"),
        "every": EVERY,
        "kinds": KINDS,
    }
    return render(request, "needs/cheapest.html", context)


@gate.roles(*OVERVIEW_ROLES)
def cheapest_download(request: HttpRequest) -> HttpResponse:
    """Download the whole list with the same filters."""
    asked, found, _kind = _advice(request)
    names = {competency.pk: competency.name for competency in asked.dictionary}
    headings = [
        _("Urutan"), _("NIP"), _("Nama"), _("Jabatan"), _("Bukti"), _("Sifat jawaban"), _("Syarat yang terjawab"),
        _("di antaranya mutlak"), _("Kompetensi"), _("Nilai guna"), _("Biaya (Rp)"), _("Waktu (menit)"),
        _("Nilai guna per Rp 1 juta"),
    ]  # fmt: skip
    rows = (
        (number, person.nip if person else "", person.display_name if person else "", post, str(KIND_LABELS[entry.kind.value]),
         _("dapat membuktikan") if entry.proves else _("hanya dapat menggugurkan"), len(entry.lines), entry.musts,
         "; ".join(names.get(line.competency_id, "") for line in entry.lines), entry.value, entry.rupiah, entry.minutes,
         entry.per_million)
        for number, (entry, person, post) in enumerate(_named(found, asked.day), start=1)
    )  # fmt: skip
    notes = [_("Keadaan per %(day)s") % {"day": tanggal(asked.day)}, "; ".join(asked.notes),
             _("Biaya yang kosong belum diketahui, bukan nol.")]  # fmt: skip
    return long_workbook(f"bukti-termurah-{asked.day}", _("Bukti termurah"), headings, rows, notes)


class CostForm(forms.Form):
    """What a kind of evidence costs from a day on."""

    kind = forms.ChoiceField(label=gettext_lazy("Jenis bukti"), choices=[("", gettext_lazy("Pilih jenis bukti"))])
    since = forms.DateField(label=gettext_lazy("Berlaku sejak"), widget=day_input())
    rupiah = forms.IntegerField(
        required=False, min_value=0, max_value=10**12, label=gettext_lazy("Biaya (Rp)"),
        help_text=gettext_lazy("Kosong = belum diketahui. Tulis 0 hanya bila memang tidak berbiaya."),
    )  # fmt: skip
    basis = forms.ChoiceField(label=gettext_lazy("Dibayar"), choices=CostBasis.choices)
    minutes = forms.IntegerField(
        required=False, min_value=0, max_value=100_000, label=gettext_lazy("Waktu pegawai (menit)"),
        help_text=gettext_lazy("Waktu semua orang yang terlibat. Kosong = belum diketahui."),
    )  # fmt: skip
    source = forms.CharField(
        max_length=200,
        label=gettext_lazy("Sumber angka"),
        help_text=gettext_lazy("Misalnya nomor kontrak, tarif PNBP, atau “perkiraan BKPSDM”."),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", _("Pilih jenis bukti")), *KIND_LABELS.items()]


@gate.roles(*OVERVIEW_ROLES)
@require_http_methods(["GET", "POST"])
def costs(request: HttpRequest) -> HttpResponse:
    """Show what each kind of evidence costs today and since when; the agency's HR officer sets it."""
    actor, day = request.actor, today()
    may_set = may_set_costs(actor)
    if request.method == "POST" and not may_set:
        raise PermissionDenied(may_set.reason)
    form = CostForm(request.POST or None, initial={"since": day, "basis": CostBasis.PERSON})
    if request.method == "POST" and form.is_valid():
        try:
            set_cost(actor=actor, cost=Cost(**form.cleaned_data))
        except RefusedError as error:
            raise PermissionDenied(error.answer.reason) from error
        messages.success(request, _("Biaya bukti dicatat."))
        return redirect("needs:evidence_costs")
    holding = costs_at(actor.agency_id, day)
    history = EvidenceCost.objects.filter(agency_id=actor.agency_id).order_by("kind", "-since")
    context = {
        "day": day,
        "lines": [(kind, holding.get(kind.value), RELIABILITY[kind], RELIABILITY[kind] >= SURE) for kind in SUITS],
        "history": list(history),
        "form": form,
        "may_set": bool(may_set),
        "sure": SURE,
    }
    return render(request, "needs/costs.html", context)
