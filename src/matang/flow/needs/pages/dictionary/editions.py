"""Load a dictionary file, look at what it would do, answer its questions, decide, and take back."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from matang.flow.needs.choices import ChangeState, CompetencyField
from matang.flow.needs.models import CompetencyText, DictionaryEdition
from matang.flow.needs.pages.fields import basis_field
from matang.flow.needs.permissions import STANDARD_ROLES, may_edit_dictionary
from matang.flow.needs.selectors.dictionary import editions_of
from matang.flow.needs.services.dictionary import editions as service
from matang.flow.needs.services.dictionary.planning import ASK, OUTCOMES, Item, Plan, plan_edition
from matang.flow.needs.services.dictionary.reading import read_dictionary
from matang.flow.needs.services.findings import shown
from matang.flow.register.public import UnreadableFileError
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today
from matang.ui.fields import UploadField, day_field
from matang.ui.paging import page_of
from matang.ui.refusals import demand, refusing


class UploadForm(forms.Form):
    """A dictionary file, whose words it holds, and from when they count."""

    file = UploadField(
        help_text=gettext_lazy("Excel atau CSV dengan kolom kode, kompetensi, level, deskripsi level, dan indikator perilaku.")
    )
    source = basis_field(
        gettext_lazy("Sumber teks"), gettext_lazy("Disebut di bawah setiap teks, misalnya PermenPANRB 38/2017 Lampiran I.")
    )
    effective_from = day_field(
        gettext_lazy("Berlaku sejak"), gettext_lazy("Hari-hari sebelumnya tetap dibaca dengan rumusan lama.")
    )
    whole = forms.BooleanField(
        label=gettext_lazy("Berkas ini memuat seluruh kompetensi dari kelompok yang ada di dalamnya"),
        required=False,
        help_text=gettext_lazy("Bila dicentang, kompetensi kelompok itu yang tidak ada di berkas diusulkan berakhir."),
    )


def outcome_words() -> dict[str, str]:
    """Return what each outcome is called."""
    words = (
        _("Baru"), _("Ganti nama"), _("Ganti kode"), _("Pindah kelompok"), _("Ubah bunyi"), _("Berlaku lagi"), _("Berakhir"),
        _("Tidak ikut"), _("Perlu jawaban"), _("Tetap"),
    )  # fmt: skip
    return dict(zip(OUTCOMES, words, strict=True))


@gate.roles(*STANDARD_ROLES)
@require_safe
def editions(request: HttpRequest) -> HttpResponse:
    """List the changes of the dictionary: who, when, from when, and what they did."""
    asked = editions_of(request.actor)
    page = page_of(request, asked.count())
    rows = list(asked[page.window]) if page.total else []
    may_edit = bool(may_edit_dictionary(request.actor))
    return render(request, "needs/editions.html", {"page": page, "rows": rows, "words": outcome_words(), "may_edit": may_edit})


@gate.roles(*STANDARD_ROLES)
@require_http_methods(["GET", "POST"])
def edition_new(request: HttpRequest) -> HttpResponse:
    """Take a file and go on to what it would do; nothing of the dictionary changes."""
    demand(may_edit_dictionary(request.actor))
    form = UploadForm(request.POST or None, request.FILES or None, initial={"effective_from": today()})
    if request.method == "POST" and form.is_valid():
        data, file = form.cleaned_data, form.cleaned_data["file"]
        try:
            found = read_dictionary(file.read(), file.name)
        except UnreadableFileError as error:
            form.add_error("file", str(error))
        else:
            edition = service.prepare_edition(
                actor=request.actor,
                title=data["source"],
                source=data["source"],
                effective_from=data["effective_from"],
                content={"entries": found.entries, "skipped": found.skipped},
                findings=found.findings,
                whole=data["whole"],
                file_name=file.name,
            )
            return redirect("needs:edition", edition.pk)
    return render(request, "needs/edition_upload.html", {"form": form}, status=422 if form.errors else 200)


@gate.roles(*STANDARD_ROLES)
@require_http_methods(["GET", "POST"])
def edition(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Show what a change would do or did; answer, decide, throw away, take back."""
    found = DictionaryEdition.objects.filter(pk=edition_id, agency_id=request.actor.agency_id).first()
    if found is None:
        raise Http404
    if request.method == "POST":
        demand(may_edit_dictionary(request.actor))
        with refusing():
            return _act(request, found)
    plan = plan_edition(found) if found.state == ChangeState.DRAFT else None
    context = {
        "edition": found,
        "plan": plan,
        "tally": plan.tally if plan else found.tally,
        "groups": _grouped(plan) if plan else [],
        "asked": [item for item in plan.items if item.actions == (ASK,)] if plan else [],
        "findings": shown([*found.findings, *_refusals(plan)]),
        "words": outcome_words(),
        "fields": dict(CompetencyField.choices),
        "parts": _parts(),
        "texts": _texts_of(found),
        "hindrance": service.undo_hindrance(found) if found.state == ChangeState.APPLIED else "",
        "may_edit": bool(may_edit_dictionary(request.actor)),
    }
    return render(request, "needs/edition.html", context)


def _parts() -> dict[str, str]:
    return {
        "name": _("Nama"), "code": _("Kode"), "field": _("Kelompok"), "area": _("Bidang atau urusan"),
        "definition": _("Definisi"), "short": _("rumusan ringkas"), "official": _("teks resmi"), "indicators": _("indikator"),
    }  # fmt: skip


def _refusals(plan: Plan | None) -> list[dict[str, object]]:
    return [item.finding for item in plan.items if item.finding] if plan else []


def _grouped(plan: Plan) -> list[tuple[str, list[Item]]]:
    """Return the items by their first outcome, what stays last and without the refused, which stand among the findings."""
    groups: dict[str, list[Item]] = {key: [] for key in OUTCOMES}
    for item in plan.items:
        groups[item.actions[0]].append(item)
    return [(key, items) for key, items in groups.items() if items and key not in {"refused", "ask"}]


def _texts_of(edition: DictionaryEdition) -> list[CompetencyText]:
    return list(edition.texts.order_by("code").only("competency_id", "code", "name", "edition_id")[:200])


def _act(request: HttpRequest, edition: DictionaryEdition) -> HttpResponse:
    act, actor = request.POST.get("act", ""), request.actor
    here = redirect("needs:edition", edition.pk)
    if act in ("answer", "apply"):
        answers = {key.removeprefix("answer:"): value for key, value in request.POST.items() if key.startswith("answer:")}
        if edition.state == ChangeState.DRAFT and answers:
            service.answer_questions(actor=actor, edition_id=edition.pk, answers=answers)
        return _apply(request, edition) if act == "apply" else here
    if act == "discard":
        service.discard_edition(actor=actor, edition_id=edition.pk)
        messages.success(request, _("Perubahan dibuang. Kamus tidak berubah."))
        return redirect("needs:editions")
    if act == "undo":
        try:
            service.undo_edition(actor=actor, edition_id=edition.pk, reason=request.POST.get("reason", ""))
        except RefusedError as error:
            if not may_edit_dictionary(actor):
                raise PermissionDenied(error.answer.reason) from error
            messages.error(request, error.answer.reason)
        else:
            messages.success(request, _("Perubahan dibatalkan; kamus kembali seperti sebelumnya."))
    return here


def _apply(request: HttpRequest, edition: DictionaryEdition) -> HttpResponse:
    """Decide; where something changed since it was looked at, or the answers changed what happens, show it again."""
    here = redirect("needs:edition", edition.pk)
    try:
        service.apply_edition(actor=request.actor, edition_id=edition.pk, digest=request.POST.get("digest", ""))
    except service.OpenQuestionError:
        messages.error(request, _("Masih ada nama yang mirip dan belum dijawab. Pilih sama atau baru untuk masing-masing."))
    except service.StaleError:
        messages.warning(request, _("Yang akan terjadi sudah berbeda dari yang Anda lihat. Tinjau sekali lagi, lalu tetapkan."))
    else:
        messages.success(request, _("Kamus diperbarui. Bukti dan standar yang sudah ada mengikuti rumusan baru."))
    return here
