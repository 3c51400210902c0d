"""The host's assessment: what is asked, what was judged, what was received as evidence."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from matang.flow.learn.choices import LookerSide
from matang.flow.learn.models import AskedCompetency, HostAssessment, Participant
from matang.flow.learn.pages.daily.book import trainee_or_404
from matang.flow.learn.pages.daily.people import head_of
from matang.flow.learn.permissions import may_copy_levels, may_guide, may_judge_level, may_receive_levels
from matang.flow.learn.selectors.daily.reach import Trainee
from matang.flow.learn.services.daily.levels import Judgement, Sheet, ask_levels, copy_levels, judge_levels, receive_levels
from matang.flow.needs.public import competencies_at
from matang.foundation.access import gate
from matang.foundation.access.answers import Answer, Denied, RefusedError
from matang.foundation.clock.services import today
from matang.foundation.files.downloads import download_whole
from matang.foundation.files.services import RefusedFileError
from matang.ui.refusals import demand, telling

LEVELS = ("0", "1", "2", "3", "4", "5")


@gate.signed_in
@require_http_methods(["GET", "POST"])
def levels(request: HttpRequest, participant_id: int) -> HttpResponse:
    """Show what is asked and judged; the sender asks and receives, the mentor at the host judges."""
    found = trainee_or_404(request, participant_id)
    if request.method == "POST":
        return _act(request, found)
    asked = list(AskedCompetency.objects.filter(participant_id=found.pk).order_by("pk"))
    judged = {row.asked_id: row for row in HostAssessment.objects.filter(asked__participant_id=found.pk)}
    home = found.side == LookerSide.HOME
    asks = home and bool(may_guide(mentors=found.mentors, leads=found.leads))
    copies = bool(_copying(found))
    known = {row.competency_id for row in asked}
    offered = [(row.pk, row.name) for row in competencies_at(found.agency_id, today()) if row.pk not in known] if asks else []
    gap = Participant.objects.filter(pk=found.pk).values_list("competency_id", flat=True).first() if asks else None
    context = head_of(found, "learn:levels") | {
        "asked": [(row, judged.get(row.pk)) for row in asked],
        "judges": bool(may_judge_level(host_mentor=found.host_mentor)) or copies,
        "copies": copies,
        "sheet": max((row for row in judged.values() if row.paper_id), key=lambda row: row.rated_at, default=None),
        "day": today(),
        "asks": asks,
        "offered": offered,
        "gap": gap,
        "receives": home and bool(may_receive_levels(request.actor)),
        "waiting": sum(row.received_at is None for row in judged.values()),
        "unjudged": sum(row.pk not in judged for row in asked),
    }
    return render(request, "learn/daily/levels.html", context)


def _copying(found: Trainee) -> Answer:
    """Answer whether the actor may write down what the host signed on paper."""
    home = found.side == LookerSide.HOME and found.mentors
    return may_copy_levels(home_mentor=home, host_here=found.host_agency_id is not None)


def _sheet(request: HttpRequest) -> Sheet:
    """Return what the form says of the signed sheet.

    Raises:
        RefusedError: no day.
    """
    try:
        day = date.fromisoformat(request.POST.get("signed_on", ""))
    except ValueError as error:
        raise RefusedError(Denied(_("Isi tanggal tanda tangan."))) from error
    file = request.FILES.get("paper")
    return Sheet(request.POST.get("signed_by", ""), day, *((str(file.name), file) if file else ()))


@gate.signed_in
@require_safe
def levels_paper(request: HttpRequest, participant_id: int) -> HttpResponse:
    """Hand over the signed sheet to who reads the intern's days at the sender; the newest where there are several."""
    found = trainee_or_404(request, participant_id)
    rows = HostAssessment.objects.filter(asked__participant_id=found.pk, paper__isnull=False).select_related("paper")
    row = rows.order_by("-rated_at", "-pk").first()
    if row is None or row.paper is None:
        raise Http404
    return download_whole(row.paper)


def _copy(request: HttpRequest, found: Trainee) -> None:
    rows = _judgements(request)
    try:
        copy_levels(actor=request.actor, participant_id=found.pk, judgements=rows, sheet=_sheet(request))
    except RefusedFileError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Penilaian dari lembar disimpan, ditandai sebagai salinan."))


def _act(request: HttpRequest, found: Trainee) -> HttpResponse:
    act = request.POST.get("act", "")
    if act == "judge":
        demand(may_judge_level(host_mentor=found.host_mentor))
    elif act == "copy":
        demand(_copying(found))
    elif act == "receive":
        demand(may_receive_levels(request.actor))
    else:
        demand(may_guide(mentors=found.mentors, leads=found.leads))
    with telling(request):
        if act == "judge":
            judge_levels(actor=request.actor, participant_id=found.pk, judgements=_judgements(request))
            messages.success(request, _("Penilaian disimpan. Instansi pengirim dapat menerimanya."))
        elif act == "copy":
            _copy(request, found)
        elif act == "receive":
            made = receive_levels(actor=request.actor, participant_id=found.pk)
            messages.success(request, _("Penilaian diterima; %(many)s level menjadi bukti.") % {"many": made})
        else:
            keys = [int(text) for text in request.POST.getlist("competency") if text.isdecimal() and len(text) < 18]
            new = ask_levels(actor=request.actor, participant_id=found.pk, competency_ids=keys)
            messages.success(request, _("%(many)s kompetensi dimintakan penilaian.") % {"many": len(new)})
    return redirect("learn:levels", found.pk)


def _judgements(request: HttpRequest) -> list[Judgement]:
    """Return the rows of the form on which something was said."""
    found = []
    for text in request.POST.getlist("asked"):
        if not text.isdecimal() or len(text) > 17:
            continue
        level, note = request.POST.get(f"level-{text}", ""), request.POST.get(f"note-{text}", "")
        if level in LEVELS or level == "unknown":
            found.append(Judgement(int(text), int(level) if level in LEVELS else None, note))
    return found
