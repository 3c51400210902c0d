"""Record a piece of evidence about a person, and see what it changes."""

from functools import cache

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from matang.flow.needs.choices import RELIABILITY, SURE, EvidenceSource
from matang.flow.needs.models import Competency
from matang.flow.needs.permissions import may_record_evidence
from matang.flow.needs.selectors.gaps import GapLine, person_gaps, post_of
from matang.flow.needs.services.evidence import NewEvidence, record_evidence
from matang.flow.register.public import Person, person_visible_to, unit_path_of
from matang.foundation.access import gate
from matang.foundation.access.answers import Denied, RefusedError
from matang.foundation.clock.services import today

LEVELS = 5


class EvidenceForm(forms.Form):
    """What was shown, by what source, and until when it holds."""

    # Nothing is chosen beforehand: what is recorded by a slip can never be taken back.
    competency = forms.ModelChoiceField(
        Competency.objects.none(), label=gettext_lazy("Kompetensi"), empty_label=gettext_lazy("Pilih kompetensi")
    )
    level = forms.TypedChoiceField(
        coerce=int,
        choices=[("", gettext_lazy("Pilih level")), *((number, str(number)) for number in range(LEVELS + 1))],
        label=gettext_lazy("Level yang ditunjukkan"),
        help_text=gettext_lazy("0 = dinilai, tetapi level 1 pun belum ditunjukkan."),
    )
    source = forms.ChoiceField(label=gettext_lazy("Sumber"))
    shown_on = forms.DateField(
        label=gettext_lazy("Tanggal ditunjukkan"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    expires_on = forms.DateField(
        required=False,
        label=gettext_lazy("Berlaku sampai (tidak termasuk)"),
        help_text=gettext_lazy("Kosong = berlaku sampai ada bukti baru dari sumber yang sama."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    note = forms.CharField(
        max_length=300,
        required=False,
        label=gettext_lazy("Keterangan"),
        help_text=gettext_lazy("Nomor laporan, nama lembaga, atau pekerjaan yang menjadi bukti."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: object, agency_id: int, sources: list[EvidenceSource], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["competency"].queryset = Competency.objects.filter(agency_id=agency_id).as_at(today())
        named = [
            (source.value, _("%(source)s (keandalan %(n)s)") % {"source": source.label, "n": RELIABILITY[source]})
            for source in sources
        ]
        self.fields["source"].choices = named if len(named) == 1 else [("", _("Pilih sumber")), *named]

    def clean(self) -> dict[str, object]:
        """Refuse days that cannot be."""
        data = super().clean() or {}
        shown, expires = data.get("shown_on"), data.get("expires_on")
        if shown and shown > today():
            self.add_error("shown_on", _("Tanggal ini belum tiba; bukti hanya tentang yang sudah ditunjukkan."))
        if shown and expires and expires <= shown:
            self.add_error("expires_on", _("Bukti harus kedaluwarsa sesudah tanggalnya."))
        return data


@gate.signed_in
@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, person_id: int) -> HttpResponse:
    """Take one piece of evidence from somebody who may give it; a wrong one is answered by a newer one, never changed."""
    actor, day = request.actor, today()
    person = person_visible_to(actor, person_id)
    if person is None:
        raise Http404
    place = cache(lambda: unit_path_of(person_id, day))
    answers = {source: may_record_evidence(actor, person.pk, source, place) for source in EvidenceSource}
    sources = [source for source, answer in answers.items() if not isinstance(answer, Denied)]
    if not sources:
        raise PermissionDenied(answers[EvidenceSource.TEST].reason)
    form = EvidenceForm(request.POST or None, agency_id=actor.agency_id, sources=sources, initial={"shown_on": day})
    if request.method == "POST" and form.is_valid():
        competency = form.cleaned_data.pop("competency")
        before = _line(person, competency.pk)
        try:
            record_evidence(actor=actor, piece=NewEvidence(person.pk, competency.pk, origin="manual", **form.cleaned_data))
        except RefusedError as error:
            raise PermissionDenied(error.answer.reason) from error
        messages.success(request, _effect(competency.name, before, _line(person, competency.pk)))
        return redirect("needs:person", person.pk)
    context = {"person": person, "form": form, "day": day, "sure": SURE, "own": actor.person_id == person.pk}
    return render(request, "needs/record_evidence.html", context)


def _line(person: Person, competency_id: int) -> GapLine | None:
    day = today()
    lines = person_gaps(person, post_of(person, day), day)
    return next((line for line in lines if line.competency.pk == competency_id), None)


def _effect(name: str, before: GapLine | None, after: GapLine | None) -> str:
    """Say what the new piece changed."""
    words = {"name": name, "before": _state(before), "after": _state(after)}
    if words["before"] == words["after"]:
        return _("Bukti dicatat. %(name)s tidak berubah: %(after)s.") % words
    return _("Bukti dicatat. %(name)s berubah dari %(before)s menjadi %(after)s.") % words


def _state(line: GapLine | None) -> str:
    if line is None or line.found.high is None:
        return _("belum ada bukti")
    shown = _("terbukti level %(level)s") % {"level": line.found.low}
    if line.found.low is None:
        shown = _("belum terbukti pasti, mungkin sampai level %(level)s") % {"level": line.found.high}
    if line.requirement is None or line.found.low is None:
        return shown
    return _("%(shown)s (kesenjangan %(gap)s)") % {"shown": shown, "gap": line.gap}
