"""A sending of Palu's to Malang at every stage of its life, quickly and always the same. Everybody is invented.

``Journey`` is made inside Palu; ``hosting`` is Malang's coordinator and ``host_mentor`` an account of Malang's office.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from matang.flow.aims.public import Aim, AimDetails, Indicator, IndicatorDetails, create_aim, save_plan, set_indicator
from matang.flow.learn.models import Host, Participant, Sending
from matang.flow.learn.services.sendings import (
    NewParticipant,
    Order,
    SendingDetails,
    add_participant,
    answer_request,
    choose_participant,
    create_sending,
    order_sending,
    return_from,
    start_sending,
    submit_sending,
)
from matang.flow.needs.public import Competency, UnitNeed, ensure_dictionary, open_need
from matang.flow.register.models import Partner
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from matang.foundation.identity.models import User
from matang.foundation.tenancy.context import acting_in
from tests.cast import START, Cast, make_unit, make_user

TITLE = "Pengelolaan air limbah domestik"
ABOVE = (
    ("vision", "Kota yang sehat"),
    ("mission", "Melayani kebutuhan dasar"),
    ("goal", "Lingkungan sehat bagi semua"),
    ("objective", "Air limbah tidak mencemari sumur"),
)


@dataclass
class Journey:
    """What a sending stands on."""

    cast: Cast
    hosting: User
    host_mentor: User
    aim: Aim
    indicator: Indicator
    need: UnitNeed
    host: Host
    competency: Competency
    sending: Sending
    participant: Participant


@dataclass
class Ground:
    """What a sending needs before somebody writes it."""

    hosting: User
    host_mentor: User
    aim: Aim
    indicator: Indicator
    need: UnitNeed
    host: Host
    competency: Competency


def ground(cast: Cast) -> Ground:
    """Make an aim with an indicator, a need of the clinic, and Malang as a host with a coordinator and a mentor."""
    hosting, host_mentor = _malang(cast)
    aim, indicator = _aim(cast)
    ensure_dictionary(cast.palu.pk)
    competency = Competency.objects.filter(agency=cast.palu, field="managerial").order_by("position")[0]
    head = actor_of(cast.users["unit_head"])
    need = open_need(actor=head, unit_id=cast.units["clinic"].pk, what=TITLE, why="Tidak ada yang dapat merawat instalasinya.")
    partner = Partner.objects.create(agency=cast.palu, name="Pemerintah Kota Contoh Malang", kind="government", valid_from=START)
    host = Host.objects.create(agency=cast.palu, partner=partner, linked=cast.malang)
    return Ground(hosting, host_mentor, aim, indicator, need, host, competency)


def prepare(cast: Cast, *, starts_on: date | None = None, days: int = 92) -> Journey:
    """Make a draft to which nothing is missing: two weeks ahead (or from ``starts_on``), ``days`` long, one person."""
    begin = starts_on or today() + timedelta(days=14)
    base, head = ground(cast), actor_of(cast.users["unit_head"])
    details = SendingDetails(
        kind="internship", title=TITLE, need_id=base.need.pk, aim_id=base.aim.pk, indicator_id=base.indicator.pk,
        host_id=base.host.pk, host_unit="Dinas Pekerjaan Umum", seats=1, starts_on=begin,
        ends_on=begin + timedelta(days=days - 1), after_return="Tim air limbah dibentuk di puskesmas.", cost_rule="training",
    )  # fmt: skip
    sending = create_sending(actor=head, unit_id=cast.units["clinic"].pk, details=details)
    new = NewParticipant(
        cast.people["servant"].pk, cast.people["superior"].pk, base.competency.pk, "Menerapkan hasilnya setahun."
    )
    participant = add_participant(actor=head, sending_id=sending.pk, new=new)
    return Journey(
        cast,
        base.hosting,
        base.host_mentor,
        base.aim,
        base.indicator,
        base.need,
        base.host,
        base.competency,
        sending,
        participant,
    )


def _malang(cast: Cast) -> tuple[User, User]:
    with acting_in(cast.malang.pk):
        office = make_unit(cast.malang, "M02", "Dinas Pekerjaan Umum Malang")
        return make_user(cast.malang, "malang_host", Role.HOST_COORDINATOR), make_user(
            cast.malang, "malang_mentor", Role.MENTOR, office
        )


def _aim(cast: Cast) -> tuple[Aim, Indicator]:
    planner = actor_of(cast.users["programme_planner"])
    plan = save_plan(actor=planner, kind="rpjmd", name="RPJMD contoh", year_from=2025, year_to=2029)
    above = None
    for level, title in ABOVE:
        made = create_aim(actor=planner, plan_id=plan.pk, level=level, title=title, parent_id=above)
        above = made.pk
    owned = AimDetails(unit_id=cast.units["health"].pk)
    aim = create_aim(
        actor=planner, plan_id=plan.pk, level="programme", title="Program air limbah", parent_id=above, details=owned
    )
    details = IndicatorDetails(
        baseline_value=Decimal(40), baseline_on=date(2025, 12, 31), baseline_source="Profil sanitasi", target_value=Decimal(60),
        target_on=date(2029, 12, 31), unit_id=cast.units["health"].pk,
    )  # fmt: skip
    return aim, set_indicator(actor=planner, aim_id=aim.pk, name="Cakupan SPALD rumah", measure_unit="persen", details=details)


def submitted(cast: Cast, **kwargs: object) -> Journey:
    """Return a journey that was submitted, with the host asked."""
    made = prepare(cast, **kwargs)  # type: ignore[arg-type]
    submit_sending(actor=actor_of(cast.users["unit_head"]), sending_id=made.sending.pk)
    return refreshed(made)


def ordered(cast: Cast, **kwargs: object) -> Journey:
    """Return a journey that Malang accepted and the mayor ordered; the mentor of the host is named."""
    made = submitted(cast, **kwargs)
    with acting_in(cast.malang.pk, made.hosting.pk):
        answer_request(actor=actor_of(made.hosting), sending_id=made.sending.pk, accept=True, reason="")
    head, mayor = actor_of(cast.users["unit_head"]), actor_of(cast.users["appointing_official"])
    choose_participant(actor=head, participant_id=made.participant.pk, state="chosen", reason="Kesenjangan terbesar.")
    order_sending(actor=mayor, sending_id=made.sending.pk, order=Order("800/1/2026", "Dibutuhkan kota."))
    Participant.objects.filter(pk=made.participant.pk).update(
        host_mentor_account=made.host_mentor.pk, host_mentor_name="Mentor Malang"
    )
    return refreshed(made)


def under_way(cast: Cast, **kwargs: object) -> Journey:
    """Return a journey whose participant has left today."""
    made = ordered(cast, **kwargs)
    start_sending(actor=actor_of(cast.users["unit_head"]), sending_id=made.sending.pk)
    return refreshed(made)


def returned(cast: Cast, **kwargs: object) -> Journey:
    """Return a journey whose participant is back today."""
    made = under_way(cast, **kwargs)
    return_from(actor=actor_of(cast.users["unit_head"]), sending_id=made.sending.pk)
    return refreshed(made)


def refreshed(made: Journey) -> Journey:
    """Read sending and participant again."""
    made.sending.refresh_from_db()
    made.participant.refresh_from_db()
    return made
