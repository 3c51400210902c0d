"""Deciding on a post, what was decided, and undoing it before its day."""

from datetime import date, timedelta

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.place.choices import AgendaState, DecisionState, MeetingState, Outcome
from matang.flow.place.models import AgendaItem, PlacementDecision
from matang.flow.place.pages.sheets import label_of
from matang.flow.place.permissions import LOOKING_ROLES, may_decide, may_judge
from matang.flow.place.selectors.chains import ChainBook, Link, Move, newly_vacant, undone_with
from matang.flow.place.selectors.decisions import decisions_visible_to, standing_for
from matang.flow.place.selectors.meetings import item_of, members_of, seat_in
from matang.flow.place.selectors.recusals import recusals
from matang.flow.place.services.advice import may_advise
from matang.flow.place.services.decisions import Verdict, cost_of, decide
from matang.flow.place.services.sheets import Candidate, Sheet, sheet_of
from matang.flow.place.services.undoing import undo
from matang.flow.plan.public import PlacementScenario, ScenarioPost, ScenarioState, scenarios_visible_to
from matang.flow.register.public import Post
from matang.foundation.access import gate
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Allowed, Answer, Denied, RefusedError
from matang.foundation.access.roles import Role
from matang.foundation.audit.selectors import verify_chain
from matang.foundation.clock.services import today
from matang.ui.fields import day_input

SHOWN = 200
OUTCOME_CHIPS = {Outcome.CONFIRMED: "pass", Outcome.OVERRIDDEN: "warn", Outcome.LEFT_VACANT: ""}
VACANT = "kosong"


class VerdictForm(forms.Form):
    """What the official says about one post."""

    person = forms.ChoiceField(widget=forms.RadioSelect, label=gettext_lazy("Ditetapkan"))
    effective_from = forms.DateField(
        required=False,
        label=gettext_lazy("Berlaku sejak"),
        help_text=gettext_lazy("Tidak perlu bila jabatan dibiarkan kosong."),
        widget=day_input(),
    )
    decree = forms.CharField(
        required=False, max_length=80, label=gettext_lazy("Nomor SK"), help_text=gettext_lazy("Dapat menyusul setelah SK terbit.")
    )
    reason = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        label=gettext_lazy("Alasan"),
        help_text=gettext_lazy(
            "Wajib bila putusan berbeda dari usulan sistem atau dari pertimbangan tim penilai, atau bila jabatan dibiarkan "
            "kosong. Disimpan dan dapat dibaca yang bersangkutan."
        ),
    )

    def __init__(self, *args: object, sheet: Sheet, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        proposed = next((row.proposal for row in sheet.candidates if row.proposal.rank == 1), None)
        offered = [(str(row.proposal.person_id), _label(row, cost_of(proposed, row.proposal))) for row in sheet.candidates]
        self.fields["person"].choices = [*offered, (VACANT, _("Biarkan kosong"))]

    def verdict(self) -> Verdict:
        """Return what was filled in."""
        data = self.cleaned_data
        person = None if data["person"] == VACANT else int(data["person"])
        return Verdict(person, data["effective_from"] if person else None, data["reason"], data["decree"])


def _label(row: Candidate, cost: int) -> str:
    words = {"name": label_of(row), "score": row.proposal.score, "cost": cost}
    if row.proposal.rank == 1:
        return _("%(name)s — diusulkan, %(score)s poin") % words
    if row.let_in:
        return _("%(name)s — lewat pengecualian syarat, %(score)s poin, %(cost)s poin di bawah usulan") % words
    if row.proposal.distance:
        return _("%(name)s — %(score)s poin, merugikan susunan %(cost)s poin") % words
    return _("%(name)s — %(score)s poin, sama baiknya") % words


def _next_month(day: date) -> date:
    """Return the first day of the next month, the usual day on which an appointment begins."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _found(request: HttpRequest, scenario_id: int, post_id: int) -> tuple[PlacementScenario, Post]:
    scenario = scenarios_visible_to(request.actor).filter(pk=scenario_id, posts__post_id=post_id).first()
    if scenario is None:
        raise Http404
    return scenario, Post.objects.select_related("unit").get(pk=post_id)


@gate.roles(*LOOKING_ROLES)
@require_http_methods(["GET", "POST"])
def decide_page(request: HttpRequest, scenario_id: int, post_id: int) -> HttpResponse:
    """Show what the panel advised on a post and take the verdict of the official."""
    actor = request.actor
    scenario, post = _found(request, scenario_id, post_id)
    asked = ScenarioPost.objects.select_related("post__unit").get(scenario=scenario, post=post)
    sheet, item = sheet_of(actor, scenario, asked), item_of(scenario.pk, post.pk)
    begins = max(_next_month(today()), asked.free_from or today())
    form = VerdictForm(request.POST or None, sheet=sheet, initial={"person": _usual(sheet, item), "effective_from": begins})
    allowed = _allowed(actor, post, sheet, item)
    if request.method == "POST":
        if isinstance(allowed, Denied):
            raise PermissionDenied(allowed.reason)
        if form.is_valid():
            try:
                made = decide(actor=actor, scenario_id=scenario.pk, post_id=post.pk, verdict=form.verdict())
            except RefusedError as error:
                form.add_error(None, error.answer.reason)
            else:
                messages.success(request, _("Putusan dicatat dalam buku putusan."))
                return redirect("place:decision", made.pk)
    context = {
        "scenario": scenario,
        "post": post,
        "sheet": sheet,
        "item": item,
        "form": form,
        "label": label_of,
        "allowed": allowed,
        "ready": item is not None and item.state == AgendaState.ADVISED and item.meeting.state == MeetingState.OPENED,
        "standing": standing_for(scenario.pk).get(post.pk),
        "open": scenario.state == ScenarioState.PROPOSED,
        "chain": _expected(actor, scenario, sheet, item, begins),
        "may_waive": bool(may_decide(actor, post.unit.path)),
    }
    return render(request, "place/decide.html", context)


def _usual(sheet: Sheet, item: AgendaItem | None) -> str:
    """Return what the form begins with: what the panel advised, else nothing, so that nobody decides by a slip."""
    if item is None or item.state != AgendaState.ADVISED:
        return ""
    if item.advice == "vacant":
        return VACANT
    known = {row.proposal.person_id for row in sheet.candidates}
    return str(item.advised_person_id) if item.advised_person_id in known else ""


def _allowed(actor: Actor, post: Post, sheet: Sheet, item: AgendaItem | None) -> Answer:
    """Answer whether the actor decides here: their office, and no conflict of interest."""
    answer = may_decide(actor, post.unit.path) and may_judge(actor, {row.proposal.person_id for row in sheet.candidates})
    if not answer or item is None:
        return answer
    members = members_of(item.meeting)
    mine = seat_in(actor, members).member
    if mine is None:
        return Allowed()
    return may_advise(mine, [row.member.pk for row in recusals([item], members)[item.pk]])


def _expected(actor: Actor, scenario: PlacementScenario, sheet: Sheet, item: AgendaItem | None, day: date) -> list[Link]:
    """Return what follows when the advised person (else the proposed one) is appointed."""
    wanted = item.advised_person_id if item is not None else None
    lines = [row for row in sheet.candidates if row.proposal.person_id == wanted or (wanted is None and row.proposal.rank == 1)]
    if not lines or not lines[0].name:
        return []
    book = ChainBook(actor.agency_id, [scenario.pk])
    proposal = lines[0].proposal
    book.know(ChainBook.from_post(proposal))
    return book.follow(scenario.pk, Move(proposal.person, ChainBook.from_post(proposal), day))


@gate.roles(*LOOKING_ROLES)
def decided(request: HttpRequest) -> HttpResponse:
    """List decisions, with the posts they leave vacant and the state of the chain that keeps them."""
    found = list(decisions_visible_to(request.actor)[:SHOWN])
    standing = [row for row in found if row.state == DecisionState.STANDS]
    book = ChainBook(request.actor.agency_id, {row.scenario_id for row in standing})
    context = {
        "decisions": found,
        "vacant": newly_vacant(book, standing),
        "chain": verify_chain(request.actor.agency_id),
        "chips": OUTCOME_CHIPS,
        "day": today(),
    }
    return render(request, "place/decided.html", context)


@gate.roles(*LOOKING_ROLES)
def decision(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Show one decision and the posts that it sets free one after the other."""
    found = decisions_visible_to(request.actor).filter(pk=decision_id).first()
    if found is None:
        raise Http404
    standing = found.state == DecisionState.STANDS
    planned = standing and (found.effective_from is None or found.effective_from > today())
    book = ChainBook(found.agency_id, [found.scenario_id])
    context = {
        "decision": found,
        "chip": OUTCOME_CHIPS[Outcome(found.outcome)],
        "planned": planned,
        "may_undo": planned and bool(may_decide(request.actor, found.post.unit.path)),
        "chain": book.follow(found.scenario_id, book.move_of(found)) if standing else [],
        "with_it": undone_with(found)[:-1] if planned else [],
        "day": today(),
    }
    return render(request, "place/decision.html", context)


@gate.roles(Role.APPOINTING_OFFICIAL)
@require_POST
def undo_page(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Undo a decision before its effective date."""
    found: PlacementDecision | None = decisions_visible_to(request.actor).filter(pk=decision_id).first()
    if found is None:
        raise Http404
    together = request.POST.get("semua") == "ya"
    try:
        undo(actor=request.actor, decision_id=found.pk, reason=request.POST.get("reason", ""), together=together)
    except RefusedError as error:
        messages.error(request, error.answer.reason)
    else:
        messages.success(request, _("Putusan dibatalkan; jabatan terbuka kembali untuk diputus."))
    return redirect("place:decision", found.pk)
