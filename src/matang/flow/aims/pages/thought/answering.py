"""One question on a page: saved while one writes, told when somebody else wrote meanwhile."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from matang.flow.aims.models import ThoughtPaper
from matang.flow.aims.permissions import THINKER_ROLES, may_think
from matang.flow.aims.selectors.thought.papers import LACKS, efforts_of, lacks_of, paper_visible_to
from matang.flow.aims.selectors.thought.questions import BY_KEY, EFFORTS, FEEDBACK, QUESTIONS
from matang.flow.aims.services.thought.writing import Saved, mark_of, owner_path_of, save_answer
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today
from matang.ui.refusals import demand

KEYS = [question.key for question in QUESTIONS]


def paper_or_404(request: HttpRequest, paper_id: int) -> ThoughtPaper:
    """Return a paper of the actor's agency."""
    found = paper_visible_to(request.actor, paper_id)
    if found is None:
        raise Http404
    return found


def writable(request: HttpRequest, paper_id: int) -> ThoughtPaper:
    """Return a paper that the actor may write: 404 where it is not of the agency, 403 with the reason otherwise."""
    found = paper_or_404(request, paper_id)
    demand(may_think(request.actor, owner_path_of(found)))
    if found.state == "closed":
        raise PermissionDenied(_("Alur pikir ini sudah ditutup."))
    return found


def crumbs_of(paper: ThoughtPaper, here: str | None = None) -> list[tuple[str, str | None]]:
    """Return the way to a page about a paper."""
    name = str(paper)[:40]
    way: list[tuple[str, str | None]] = [(_("Alur dan pola pikir"), reverse("aims:thoughts"))]
    if here is None:
        return [*way, (name, None)]
    return [*way, (name, reverse("aims:thought", args=[paper.pk])), (here, None)]


def answered(paper: ThoughtPaper, efforts: int) -> int:
    """Return how many of the questions have an answer."""
    return sum(bool(efforts) if key == EFFORTS else bool(getattr(paper, key)) for key in KEYS)


@gate.roles(*THINKER_ROLES)
@require_http_methods(["GET", "POST"])
def thought_ask(request: HttpRequest, paper_id: int, key: str) -> HttpResponse:
    """Ask one question; a POST saves the answer and goes on, one by htmx only says when it was saved."""
    if key not in BY_KEY:
        raise Http404
    paper = writable(request, paper_id)
    if request.method == "POST" and key != EFFORTS:
        return _saved(request, paper, key)
    value = getattr(paper, key, None)
    return _page(request, paper, key, value="" if value is None else str(value), seen=mark_of(value))


def _saved(request: HttpRequest, paper: ThoughtPaper, key: str) -> HttpResponse:
    typed = request.POST.get("answer", "")
    seen = request.POST.get("over") or request.POST.get("seen", "")
    quiet = request.headers.get("HX-Request") == "true"
    fault, saved = "", Saved(paper)
    try:
        saved = save_answer(actor=request.actor, paper_id=paper.pk, key=key, value=typed, seen=seen)
    except ValidationError as error:
        fault = " ".join(error.messages)
    except RefusedError as error:
        fault = error.answer.reason
    told = saved.theirs is not None
    now_there = getattr(saved.paper, key)
    shown = {"saved": saved, "fault": fault, "seen": seen if told or fault else mark_of(now_there), "over": mark_of(now_there)}
    if quiet:
        return render(request, "aims/thought/receipt.html", shown | {"told": told})
    if told or fault:
        return _page(request, paper, key, value=typed, told=told, status=409 if told else 422, **shown)
    follows = KEYS.index(key) + 1
    if request.POST.get("lalu") == "ringkasan" or follows == len(KEYS):
        messages.success(request, _("Jawaban tersimpan."))
        return redirect("aims:thought", paper.pk)
    return redirect("aims:thought_ask", paper.pk, KEYS[follows])


def _page(request: HttpRequest, paper: ThoughtPaper, key: str, *, status: int = 200, **more: object) -> HttpResponse:
    at, efforts = KEYS.index(key), efforts_of(paper)
    lacking = {lack.effort.pk for lack in lacks_of(paper, efforts, today()) if lack.effort}
    context = {
        "paper": paper,
        "question": BY_KEY[key],
        "number": at + 1,
        "total": len(KEYS),
        "done": answered(paper, len(efforts)),
        "before": KEYS[at - 1] if at else None,
        "after": KEYS[at + 1] if at + 1 < len(KEYS) else None,
        "efforts": efforts,
        "lacking": lacking,
        "lacks": LACKS,
        "is_date": key == FEEDBACK,
        "is_efforts": key == EFFORTS,
        "crumbs": crumbs_of(paper, str(BY_KEY[key].label)),
        "told": False,
        **more,
    }
    return render(request, "aims/thought/question.html", context, status=status)
