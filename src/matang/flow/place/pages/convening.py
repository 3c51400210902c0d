"""Prepare a meeting, and change one that was not opened yet."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from matang.flow.place.choices import AdviceWay, MeetingSeat, MeetingState
from matang.flow.place.models import PanelMeeting
from matang.flow.place.permissions import CONVENING_ROLES
from matang.flow.place.selectors.meetings import free_posts, meetings_visible_to, members_of
from matang.flow.place.services.meetings import Summons, amend, convene
from matang.flow.plan.public import ScenarioState, scenarios_visible_to
from matang.foundation.access import gate
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import holders
from matang.foundation.clock.services import today
from matang.ui.fields import day_input
from matang.ui.formats import angka, tanggal


class SummonsForm(forms.Form):
    """What a meeting is called for."""

    title = forms.CharField(max_length=160, label=gettext_lazy("Nama sidang"))
    held_on = forms.DateField(label=gettext_lazy("Tanggal"), widget=day_input())
    starts_at = forms.TimeField(
        required=False, label=gettext_lazy("Pukul"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    venue = forms.CharField(required=False, max_length=160, label=gettext_lazy("Tempat"))
    scenarios = forms.TypedMultipleChoiceField(
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        label=gettext_lazy("Usulan yang dibahas"),
        help_text=gettext_lazy("Semua jabatannya yang belum diputus dan belum ada di sidang lain masuk agenda."),
    )
    members = forms.TypedMultipleChoiceField(
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        label=gettext_lazy("Anggota"),
        help_text=gettext_lazy("Akun yang memegang peran anggota tim penilai."),
    )
    chair = forms.TypedChoiceField(coerce=int, label=gettext_lazy("Ketua"))
    secretary = forms.TypedChoiceField(coerce=int, required=False, empty_value=None, label=gettext_lazy("Sekretaris"))
    way = forms.ChoiceField(
        choices=AdviceWay.choices,
        widget=forms.RadioSelect,
        initial=AdviceWay.VOTE,
        label=gettext_lazy("Cara mengambil pertimbangan"),
    )
    quorum = forms.IntegerField(
        required=False,
        min_value=1,
        label=gettext_lazy("Kuorum (orang)"),
        help_text=gettext_lazy("Kosongkan untuk lebih dari separuh anggota."),
    )

    def __init__(self, *args: object, actor: Actor, fixed: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        people = [(user.pk, str(user)) for user in holders(Role.PANEL_MEMBER, today()).order_by("first_name", "username")]
        self.fields["members"].choices = people
        self.fields["chair"].choices = [("", _("Pilih ketua")), *people]
        self.fields["secretary"].choices = [("", _("Tanpa sekretaris")), *people]
        if fixed:
            del self.fields["scenarios"]
        else:
            self.fields["scenarios"].choices = _on_offer(actor, whole=self.is_bound)

    def summons(self, scenarios: tuple[int, ...] | None = None) -> Summons:
        """Return what was filled in; ``scenarios`` where they are not asked for."""
        data = self.cleaned_data
        return Summons(
            title=data["title"],
            held_on=data["held_on"],
            scenarios=scenarios or tuple(data["scenarios"]),
            members=tuple(data["members"]),
            chair=data["chair"],
            secretary=data["secretary"],
            starts_at=data["starts_at"],
            venue=data["venue"],
            way=data["way"],
            quorum=data["quorum"],
        )


def _on_offer(actor: Actor, *, whole: bool) -> list[tuple[int, str]]:
    """Return the submitted scenarios with posts that stand on no agenda; ``whole`` = all, so that a repeat is understood."""
    found = list(scenarios_visible_to(actor).filter(state=ScenarioState.PROPOSED))
    count: dict[int, int] = {}
    for row in free_posts(found):
        count[row.scenario_id] = count.get(row.scenario_id, 0) + 1
    words = _("%(name)s — %(n)s jabatan")
    return [(row.pk, words % {"name": row.name, "n": angka(count.get(row.pk, 0))}) for row in found if whole or row.pk in count]


@gate.roles(*CONVENING_ROLES)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Prepare a meeting on one or more submitted scenarios."""
    actor = request.actor
    form = SummonsForm(request.POST or None, actor=actor, initial=_usual(request))
    offered = form.fields["scenarios"].choices
    if len(offered) == 1 and not form.initial["scenarios"]:
        form.initial["scenarios"] = [offered[0][0]]
    if request.method == "POST" and form.is_valid():
        try:
            made = convene(actor=actor, summons=form.summons())
        except RefusedError as error:
            form.add_error(None, error.answer.reason)
        else:
            messages.success(request, _("Sidang disiapkan. Setiap anggota kini dapat memberi pernyataan konflik kepentingan."))
            return redirect("place:meeting", made.pk)
    context = {"form": form, "offered": bool(offered), "seats": bool(form.fields["members"].choices)}
    return render(request, "place/meeting_form.html", context)


def _usual(request: HttpRequest) -> dict[str, object]:
    """Return what most meetings are: today, all panel members, and whoever prepares it in the chair when a member."""
    panel = list(holders(Role.PANEL_MEMBER, today()).values_list("pk", flat=True))
    wanted = request.GET.get("skenario", "")
    mine = request.actor.user_id
    return {
        "title": _("Sidang tim penilai %(day)s") % {"day": tanggal(today())},
        "held_on": today(),
        "members": panel,
        "chair": mine if mine in panel else (panel[0] if len(panel) == 1 else ""),
        "scenarios": [int(wanted)] if wanted.isdecimal() else [],
    }


@gate.roles(*CONVENING_ROLES)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Change a meeting before it is opened."""
    actor = request.actor
    found = meetings_visible_to(actor).filter(pk=meeting_id).first()
    if found is None:
        raise Http404
    form = SummonsForm(request.POST or None, actor=actor, fixed=True, initial=_standing(found))
    if request.method == "POST" and form.is_valid():
        scenarios = tuple(set(found.items.values_list("scenario_id", flat=True)))
        try:
            amend(actor=actor, meeting_id=found.pk, summons=form.summons(scenarios))
        except RefusedError as error:
            form.add_error(None, error.answer.reason)
        else:
            messages.success(request, _("Sidang diubah."))
            return redirect("place:meeting", found.pk)
    context = {"form": form, "meeting": found, "offered": True, "seats": True, "open": found.state == MeetingState.DRAFT}
    return render(request, "place/meeting_form.html", context)


def _standing(meeting: PanelMeeting) -> dict[str, object]:
    members = members_of(meeting)
    seat = {row.seat: row.user_id for row in members}
    return {
        "title": meeting.title,
        "held_on": meeting.held_on,
        "starts_at": meeting.starts_at,
        "venue": meeting.venue,
        "members": [row.user_id for row in members],
        "chair": seat.get(MeetingSeat.CHAIR),
        "secretary": seat.get(MeetingSeat.SECRETARY),
        "way": meeting.way,
        "quorum": meeting.quorum,
    }
