"""The logbook on the screen: today's entry, the entries there are, one entry with its photos and versions."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from matang.flow.learn.choices import LOGBOOK_OPEN, AttendanceState, LookerSide
from matang.flow.learn.pages.daily.reading import MalformedError, sent_entry
from matang.flow.learn.selectors.daily.entries import EntryLine, entries_of, entry_of, photo_seen, signs_of, versions_of
from matang.flow.learn.selectors.daily.reach import Trainee, own_trainees, trainee_seen, window_of
from matang.flow.learn.services.daily.photos import PHOTOS
from matang.flow.learn.services.daily.taking import Receipt, take_entry
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import now, today
from matang.ui.formats import waktu

LISTED = 60


def trainee_or_404(request: HttpRequest, participant_id: int) -> Trainee:
    """Return the intern when the actor reads their days."""
    found = trainee_seen(request.actor, participant_id)
    if found is None:
        raise Http404
    return found


def _chosen(request: HttpRequest, trainees: list[Trainee]) -> Trainee | None:
    text = request.GET.get("magang", "")
    return next((row for row in trainees if str(row.pk) == text), trainees[0] if trainees else None)


@gate.signed_in
@never_cache
@require_GET
def logbook(request: HttpRequest) -> HttpResponse:
    """Show today's question and the entries there are. Without a network the phone shows its own shell of this page."""
    trainees = own_trainees(request.actor)
    trainee = _chosen(request, trainees)
    return _book(request, trainees, trainee, {})


def _book(
    request: HttpRequest, trainees: list[Trainee], trainee: Trainee | None, given: dict[str, Any], problem: str = ""
) -> HttpResponse:
    context: dict[str, Any] = {
        "trainees": trainees,
        "trainee": trainee,
        "attendances": AttendanceState.choices,
        "attendance_labels": dict(AttendanceState.choices),
        "most_photos": PHOTOS,
        "problem": problem,
        "online": True,
    }
    if trainee is not None:
        edited = _edited(request, trainee) if not given else None
        context |= {
            "entries": entries_of(trainee, most=LISTED),
            "window": window_of(trainee),
            "writable": trainee.state in LOGBOOK_OPEN,
            "edited": edited,
            "given": given or _form_of(edited),
        }
    return render(request, "learn/daily/logbook.html", context, status=422 if problem else 200)


def _edited(request: HttpRequest, trainee: Trainee) -> EntryLine | None:
    try:
        return entry_of(trainee, UUID(request.GET.get("ubah", "")))
    except ValueError:
        return None


def _form_of(line: EntryLine | None) -> dict[str, Any]:
    """Return what stands in the form: an entry to be changed, or a new one with an identifier of its own."""
    if line is None:
        return {"identifier": uuid4(), "day": today(), "attendance": "", "written_at": now().isoformat()}
    return {
        "identifier": line.identifier, "day": line.day, "attendance": line.attendance, "hours": line.hours, "done": line.done,
        "learned": line.learned, "idea": line.idea, "written_at": now().isoformat(),
        "photos": [(caption, digest) for _key, caption, digest in line.photos],
    }  # fmt: skip


@gate.signed_in
@require_POST
def log_write(request: HttpRequest) -> HttpResponse:
    """Keep an entry from the ordinary form, for a browser without scripts."""
    trainees = own_trainees(request.actor)
    text = request.POST.get("participant", "")
    trainee = next((row for row in trainees if str(row.pk) == text), None)
    if trainee is None:
        raise Http404
    given: dict[str, Any] = request.POST.dict()
    digests, captions = request.POST.getlist("kept"), request.POST.getlist("kept_caption")
    photos: list[dict[str, object]] = [
        {"digest": digest, "caption": caption} for digest, caption in zip(digests, captions, strict=False)
    ]
    if "photo" in request.FILES:
        photos.append({"file": "photo", "caption": given.get("caption", "")})
    given["photos"] = photos
    try:
        sent = sent_entry(given, request.FILES, None, now())
        receipt = take_entry(actor=request.actor, sent=sent)
    except MalformedError as error:
        return _book(request, trainees, trainee, _again(given), str(error))
    except RefusedError as error:
        return _book(request, trainees, trainee, _again(given), error.answer.reason)
    messages.success(request, _told(receipt))
    return redirect("learn:logbook")


def _again(given: dict[str, Any]) -> dict[str, Any]:
    kept = [(str(row["caption"]), str(row["digest"])) for row in given["photos"] if "digest" in row]
    return given | {"photos": kept, "written_at": now().isoformat()}


def _told(receipt: Receipt) -> str:
    shown = {"at": waktu(receipt.received_at), "number": receipt.number}
    return _("Tersimpan %(at)s. Tanda terima %(number)s.") % shown


@gate.signed_in
@require_GET
def log_entry(request: HttpRequest, participant_id: int, identifier: UUID) -> HttpResponse:
    """Show an entry with its photos, all that was said to it, and its other versions."""
    trainee = trainee_or_404(request, participant_id)
    versions = versions_of(trainee, identifier)
    if not versions:
        raise Http404
    context = {
        "trainee": trainee,
        "entry": versions[0],
        "others": versions[1:],
        "said": [(sign, key != versions[0].pk) for key, sign in signs_of([line.pk for line in versions])],
        "attendance_labels": dict(AttendanceState.choices),
        "side_labels": dict(LookerSide.choices),
        "writable": trainee.own and trainee.state in LOGBOOK_OPEN,
    }
    return render(request, "learn/daily/entry.html", context)


@gate.signed_in
@require_GET
def log_photo(request: HttpRequest, photo_id: int) -> HttpResponse:
    """Return a photo of an entry to those who read it."""
    content = photo_seen(request.actor, photo_id)
    if content is None:
        raise Http404
    headers = {
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "private, no-store",
        "Content-Disposition": f'inline; filename="foto-{photo_id}.jpg"',
    }
    return HttpResponse(content, content_type="image/jpeg", headers=headers)
