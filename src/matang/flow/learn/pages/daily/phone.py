"""What the logbook on a phone talks to: its shell without a network, its worker, where things stand, and the sending."""

import hashlib
import json
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import get_template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from matang.flow.learn.choices import LOGBOOK_OPEN, AttendanceState
from matang.flow.learn.pages.daily.reading import MalformedError, sent_entry
from matang.flow.learn.selectors.daily.entries import EntryLine, entries_of
from matang.flow.learn.selectors.daily.reach import Trainee, own_trainees, window_of
from matang.flow.learn.services.daily.photos import PHOTOS
from matang.flow.learn.services.daily.taking import Receipt, take_entry
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import now

ASSETS = (
    "build/matang.css", "build/matang-sans.woff2", "ui/matang.js", "ui/matang.svg", "ui/logbook.js", "ui/logbook-queue.js",
    "django_htmx/htmx-2.min.js",
)  # fmt: skip
WORKER = "ui/logbook-worker.js"
SHELLS = ("learn/daily/shell.html", "learn/daily/book.html")
AT_ONCE = 10
SENT_BYTES = 4 * 1024 * 1024
LISTED = 60


@lru_cache(maxsize=1)
def version() -> str:
    """Return a mark of everything that the phone keeps; another mark makes it fetch all anew."""
    found = hashlib.sha256()
    for name in (*ASSETS, WORKER):
        place = finders.find(name)
        found.update(f"{static(name)} ".encode() + (Path(place).read_bytes() if isinstance(place, str) else b""))
    for name in SHELLS:
        origin = get_template(name).origin
        found.update(Path(origin.name).read_bytes())
    return found.hexdigest()[:12]


@gate.public
@require_GET
def log_worker(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 -- a view gets it
    """Return the script that answers without a network. It lies here so that it reaches the logbook and nothing else."""
    settings = {
        "version": version(),
        "home": reverse("learn:logbook"),
        "shell": reverse("learn:log_shell"),
        "state": reverse("learn:log_state"),
        "send": reverse("learn:log_send"),
        "assets": [static(name) for name in ASSETS],
    }
    queue, worker = static("ui/logbook-queue.js"), static(WORKER)
    text = f"self.BUKU = {json.dumps(settings)};\nimportScripts({json.dumps(queue)}, {json.dumps(worker)});\n"
    return HttpResponse(text, content_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"})


@gate.public
@require_GET
def log_manifest(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 -- a view gets it
    """Return what a phone needs to put the logbook beside its apps."""
    home = reverse("learn:logbook")
    made = {
        "id": home, "name": _("Buku harian magang"), "short_name": _("Buku harian"), "start_url": home, "scope": home,
        "display": "standalone", "lang": "id", "background_color": "#ffffff", "theme_color": "#0b3b36",
        "icons": [
            {"src": static("ui/matang-192.png"), "sizes": "192x192", "type": "image/png", "purpose": "any maskable"},
            {"src": static("ui/matang-512.png"), "sizes": "512x512", "type": "image/png", "purpose": "any maskable"},
            {"src": static("ui/matang.svg"), "sizes": "any", "type": "image/svg+xml"},
        ],
    }  # fmt: skip
    return HttpResponse(json.dumps(made), content_type="application/manifest+json")


@gate.public
@require_GET
def log_shell(request: HttpRequest) -> HttpResponse:
    """Show the logbook without anybody in it: what the phone keeps for days without a network."""
    return render(request, "learn/daily/shell.html", {"attendances": AttendanceState.choices, "most_photos": PHOTOS})


@gate.signed_in
@never_cache
@require_GET
def log_state(request: HttpRequest) -> JsonResponse:
    """Return who is signed in, their internships and entries, and the token with which a phone may send."""
    trainees = own_trainees(request.actor)
    return JsonResponse(
        {
            "account": request.actor.user_id,
            "name": request.actor.name,
            "token": get_token(request),
            "now": now().isoformat(),
            "trainees": [trainee_state(trainee) for trainee in trainees],
        }
    )


def trainee_state(trainee: Trainee) -> dict[str, Any]:
    """Return an internship and its latest entries as the phone keeps them."""
    window = window_of(trainee)
    return {
        "id": trainee.pk,
        "title": trainee.title,
        "host": trainee.host_name or trainee.host_unit,
        "writable": trainee.state in LOGBOOK_OPEN,
        "first": window.first,
        "last": window.last,
        "entries": [entry_state(line) for line in entries_of(trainee, most=LISTED)],
    }


def entry_state(line: EntryLine) -> dict[str, Any]:
    """Return an entry as the phone keeps it."""
    return {
        "identifier": line.identifier,
        "day": line.day,
        "done": line.done,
        "learned": line.learned,
        "idea": line.idea,
        "attendance": line.attendance,
        "hours": None if line.hours is None else str(line.hours.normalize()),
        "received_at": line.received_at,
        "number": line.number,
        "version": line.version,
        "photos": [{"caption": caption, "digest": digest} for _key, caption, digest in line.photos],
        "seen": [sign.name for sign in line.signs.values() if sign.kind == "seen"],
        "asks": [{"name": sign.name, "comment": sign.comment} for sign in line.asks],
    }


@gate.signed_in
@never_cache
@require_POST
def log_send(request: HttpRequest) -> JsonResponse:
    """Take the entries that a phone sends, each for itself, and return a receipt or a reason for each.

    The answer leaves after everything was committed: a receipt is never given for what could still be lost.
    """
    if int(request.META.get("CONTENT_LENGTH") or 0) > SENT_BYTES:
        return JsonResponse({"problem": _("Kiriman ini terlalu besar. Kirim satu catatan setiap kali.")}, status=413)
    parcel = _parcel(request)
    if parcel is None:
        return JsonResponse({"problem": _("Kiriman ini tidak terbaca. Muat ulang halaman buku harian.")}, status=400)
    entries, sent_at = parcel
    received = now()
    return JsonResponse({"now": received.isoformat(), "entries": [_answer(request, raw, sent_at) for raw in entries]})


def _parcel(request: HttpRequest) -> tuple[list[object], datetime | None] | None:
    """Return the entries and the phone's time of sending; None for what is no parcel."""
    try:
        text = request.POST["entries"] if "entries" in request.POST else request.body  # noqa: SIM401 -- a read form has no body
        sent = json.loads(text)
        entries, sent_at = sent["entries"], parse_datetime(str(sent.get("sent_at") or ""))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if not isinstance(entries, list) or not 0 < len(entries) <= AT_ONCE:
        return None
    return entries, sent_at if sent_at is not None and sent_at.tzinfo is not None else None


def _answer(request: HttpRequest, raw: object, sent_at: datetime | None) -> dict[str, Any]:
    identifier = str(raw.get("identifier"))[:60] if isinstance(raw, dict) else ""
    try:
        receipt = take_entry(actor=request.actor, sent=sent_entry(raw, request.FILES, sent_at, now()))
    except MalformedError as error:
        return {"identifier": identifier, "status": "refused", "reason": str(error)}
    except RefusedError as error:
        return {"identifier": identifier, "status": "refused", "reason": error.answer.reason}
    return {"identifier": identifier, "status": "repeated" if receipt.repeated else "stored", **receipt_state(receipt)}


def receipt_state(receipt: Receipt) -> dict[str, Any]:
    """Return a receipt as it is sent: the same for the same content, however often it arrives."""
    return {"version": receipt.version, "received_at": receipt.received_at.isoformat(), "number": receipt.number}
