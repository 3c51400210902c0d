"""The next step of a sending: what, who, until when, and where on the page."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matang.flow.learn.choices import HostAnswer, ParticipantState, SendingState
from matang.flow.learn.models import Participant, Sending
from matang.flow.learn.selectors.closing import OpenEnd
from matang.flow.learn.selectors.gate import Missing
from matang.ui.formats import angka


@dataclass(frozen=True, slots=True)
class NextStep:
    """What comes next; ``until`` None = no day is set for it."""

    what: str
    who: str
    until: date | None
    href: str


def next_step(sending: Sending, people: list[Participant], missing: list[Missing], ends: list[OpenEnd]) -> NextStep | None:
    """Return what comes next for a sending; None where it is over."""
    unit, day = sending.unit_name, sending.starts_on
    if sending.state == SendingState.DRAFT:
        if not missing:
            return NextStep(_("Ajukan pengiriman ini"), unit, day, "#top")
        text = ngettext("Lengkapi satu hal yang masih kurang", "Lengkapi %(number)s hal yang masih kurang", len(missing))
        return NextStep(text % {"number": angka(len(missing))}, unit, day, f"#{missing[0].part}")
    if sending.state == SendingState.SUBMITTED:
        return _submitted(sending, people)
    steps = {
        SendingState.ORDERED: NextStep(_("Catat keberangkatan peserta"), unit, day, "#move"),
        SendingState.UNDER_WAY: NextStep(_("Catat kepulangan peserta"), unit, sending.ends_on, "#move"),
        SendingState.RETURNED: NextStep(_("Tulis dan periksa laporan belajar"), _("peserta dan mentornya"), None, "#people"),
        SendingState.REPORTED: NextStep(
            ends[0].text.rstrip(".") if ends else _("Tutup pengiriman ini"),
            _("peserta, unitnya, dan pejabat yang memutus") if ends else _("pengelola kepegawaian"),
            None,
            "#close",
        ),
        SendingState.REFUSED: NextStep(_("Tarik menjadi konsep bila hendak diperbaiki"), unit, None, "#undo"),
    }
    return steps.get(SendingState(sending.state))


def _submitted(sending: Sending, people: list[Participant]) -> NextStep:
    unit, day = sending.unit_name, sending.starts_on
    if sending.host_answer == HostAnswer.DECLINED:
        return NextStep(_("Tarik menjadi konsep dan pilih tuan rumah lain"), unit, None, "#undo")
    if sending.host_answer != HostAnswer.ACCEPTED:
        return NextStep(_("Jawab permintaan ini"), str(sending.host or _("tuan rumah")), day, "#journey")
    if not any(row.state == ParticipantState.CHOSEN for row in people):
        return NextStep(_("Pilih siapa yang berangkat"), unit, day, "#people")
    if not sending.cost_rule:
        return NextStep(_("Pilih aturan biaya"), unit, day, reverse("learn:costs", args=[sending.pk]))
    return NextStep(_("Putuskan surat tugas"), _("Pejabat Pembina Kepegawaian"), day, "#decide")
