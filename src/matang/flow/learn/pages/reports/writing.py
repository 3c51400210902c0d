"""Write the own report: one question a page, kept with every step."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.learn.choices import ReportState
from matang.flow.learn.models import Participant, SendingReport
from matang.flow.learn.selectors.reports import asked_parts, lacking_of, participant_who_reports
from matang.flow.learn.services.reports import attach_document, save_part, submit_report
from matang.foundation.access import gate
from matang.foundation.files.services import RefusedFileError
from matang.ui.refusals import onto, telling

CLOSED = (ReportState.SUBMITTED, ReportState.ACCEPTED)


def _hints() -> dict[str, tuple[str, str]]:
    """The question of each part and what to think of."""
    return {
        "seen": (
            _("Apa yang Anda lihat dan kerjakan di sana?"),
            _("Ceritakan satu atau beberapa praktik: di kantor mana, siapa mengerjakan, bagaimana langkahnya, apa hasilnya."),
        ),
        "worked_because": (
            _("Mengapa itu berhasil di sana?"),
            _("Pikirkan aturan, anggaran, orang, jejaring, dan pimpinannya. Tulis juga bila ada yang tidak berhasil."),
        ),
        "different_here": (
            _("Apa yang berbeda di sini?"),
            _("Apa yang sudah ada, apa yang belum, dan apa yang tidak mungkin ditiru. Jujur lebih berguna daripada indah."),
        ),
        "action_plan": (
            _("Apa rencana aksi Anda?"),
            _("Untuk setiap langkah: siapa, apa, kapan, biayanya, dan indikator yang akan menunjukkan hasilnya."),
        ),
    }  # fmt: skip


class PartForm(forms.Form):
    """One part of the report, and with the last one a file."""

    text = forms.CharField(required=False, max_length=10_000, widget=forms.Textarea(attrs={"rows": 12}))
    document = forms.FileField(required=False)

    def __init__(self, *args: object, question: str, hint: str, last: bool, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["text"].label, self.fields["text"].help_text = question, hint
        if last:
            self.fields["document"].label = _("Lampiran")
            self.fields["document"].help_text = _("Satu berkas PDF, PNG, atau JPEG. Berkas baru menggantikan yang lama.")
        else:
            del self.fields["document"]


def _mine(request: HttpRequest, participant_id: int) -> Participant:
    found = participant_who_reports(request.actor, participant_id)
    if found is None:
        raise Http404
    return found


@gate.signed_in
@require_http_methods(["GET", "POST"])
def report_write(request: HttpRequest, participant_id: int) -> HttpResponse:
    """Ask one part of the report (``?bagian=`` its number from 1); after the last one, show what would be handed in."""
    participant = _mine(request, participant_id)
    report = SendingReport.objects.filter(participant=participant).select_related("sending", "document").first()
    if report is not None and report.state in CLOSED:
        return redirect("learn:report", report.pk)
    parts = asked_parts(participant.sending.kind)
    text = request.GET.get("bagian", "1")
    number = min(max(int(text) if text.isdecimal() and len(text) < 4 else 1, 1), len(parts) + 1)
    context = {
        "participant": participant, "report": report, "parts": parts, "number": number,
        "steps": [name for _part, name in parts] + [_("Periksa")],
    }  # fmt: skip
    if number > len(parts):
        context["answers"] = [
            (name, getattr(report, part) if report else "", place) for place, (part, name) in enumerate(parts, 1)
        ]
        context["lacking"] = lacking_of(report) if report else [name for _part, name in parts]
        return render(request, "learn/reports/check.html", context)
    part = parts[number - 1][0]
    question, hint = _hints()[part]
    form = PartForm(
        request.POST or None, request.FILES or None, question=question, hint=hint, last=number == len(parts),
        initial={"text": getattr(report, part) if report else ""},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid() and _kept(request, form, participant_id, part):
        after = "keluar" in request.POST and reverse("learn:reports")
        return redirect(after or f"{reverse('learn:report_write', args=[participant_id])}?bagian={number + 1}")
    return render(request, "learn/reports/write.html", context | {"form": form})


def _kept(request: HttpRequest, form: PartForm, participant_id: int, part: str) -> bool:
    """Keep what was written; False when it was refused, which the form then says."""
    with onto(form):
        save_part(actor=request.actor, participant_id=participant_id, part=part, text=form.cleaned_data["text"])
        upload = form.cleaned_data.get("document")
        if upload:
            try:
                attach_document(actor=request.actor, participant_id=participant_id, name=upload.name, content=upload)
            except RefusedFileError as error:
                form.add_error("document", str(error))
    if form.is_valid():
        messages.success(request, _("Tersimpan."))
        return True
    return False


@gate.signed_in
@require_POST
def report_submit(request: HttpRequest, participant_id: int) -> HttpResponse:
    """Hand the report in."""
    _mine(request, participant_id)
    with telling(request):
        report = submit_report(actor=request.actor, participant_id=participant_id)
        messages.success(request, _("Laporan diajukan. Mentor atau pengelola kepegawaian akan memeriksanya."))
        return redirect("learn:report", report.pk)
    return redirect("learn:report_write", participant_id)
