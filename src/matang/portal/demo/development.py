"""An invented catalogue of acts for the demonstration city, and one development proposal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from matang.flow.needs.public import Competency, CompetencyField
from matang.flow.plan.public import (
    ActKind,
    DevelopmentAct,
    DevelopmentProposal,
    DevelopmentQuestion,
    compute_development,
    create_development,
    save_act,
    submit_development,
)
from matang.foundation.access.actor import Actor

TARIFF = "Tarif contoh, bukan standar biaya yang berlaku"
OPD, BUDGET = "SETDA", 20_000_000
"""Many gaps and little money, so that what the next rupiah would buy is worth reading."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An act as it is offered for every competency of a field. Money in rupiah; None = nobody has stated it."""

    code: str
    name: str
    kind: ActKind
    levels: tuple[int, int]
    hours: int | None
    each: int | None
    fixed: int | None
    seats: int | None
    classes: int
    begins: int
    days: int
    full_time: bool
    organiser: str
    curriculum: str


CORE = (
    Offer("EL", "E-learning dasar: %s", ActKind.ELEARNING, (0, 1), 12, 0, 0, None, 1, 20, 60, False,
          "BKPSDM", "Modul mandiri BKPSDM"),
    Offer("MT", "Mentoring oleh atasan: %s", ActKind.MENTORING, (1, 3), 12, 0, 0, 2, 1, 15, 120, False, "Perangkat daerah", ""),
    Offer("KU", "Kursus tiga hari: %s", ActKind.COURSE, (1, 3), 24, 1_500_000, 9_000_000, 30, 2, 45, 2, True, "BPSDM provinsi",
          "Kurikulum pelatihan manajerial BPSDM"),
    Offer("TG", "Penugasan program prioritas: %s", ActKind.ASSIGNMENT, (2, 4), 20, 250_000, 0, 8, 1, 30, 90, False,
          "Bappeda", ""),
    Offer("MG", "Magang sebulan di kota lain: %s", ActKind.INTERNSHIP, (2, 4), 20, 14_500_000, 0, 4, 1, 75, 29, True,
          "Kota tuan rumah", "Pedoman magang yang disepakati"),
)  # fmt: skip
TECHNICAL = (
    Offer("BT", "Bimbingan teknis: %s", ActKind.GUIDANCE, (0, 2), 16, 5_000_000, 0, 40, 1, 50, 2, True, "Kementerian pembina",
          "Kurikulum teknis kementerian"),
    Offer("DT", "Diklat teknis lanjutan: %s", ActKind.TECHNICAL, (1, 4), 40, 10_000_000, 0, 20, 1, 90, 9, True, "BPSDM provinsi",
          "Kurikulum teknis bersertifikat"),
    Offer("ST", "Studi tiru: %s", ActKind.STUDY_VISIT, (2, 3), 10, None, None, 10, 1, 120, 3, True, "", ""),
)  # fmt: skip


def catalogue(actor: Actor, day: date) -> int:
    """Fill the catalogue; the visits have no price yet, as happens. Return how many acts were added."""
    added = 0
    for competency, offer in _pairs(actor, day):
        save_act(actor=actor, act=_act(competency, offer, day))
        added += 1
    return added


def _pairs(actor: Actor, day: date) -> Iterator[tuple[Competency, Offer]]:
    for competency in Competency.objects.filter(agency_id=actor.agency_id).as_at(day):
        for offer in TECHNICAL if competency.field == CompetencyField.TECHNICAL else CORE:
            yield competency, offer


def _act(competency: Competency, offer: Offer, day: date) -> DevelopmentAct:
    begins = day + timedelta(days=offer.begins)
    return DevelopmentAct(
        code=f"{offer.code}-{competency.code}"[:20],
        name=offer.name % competency.name,
        kind=offer.kind,
        competency=competency,
        from_level=offer.levels[0],
        to_level=offer.levels[1],
        hours=offer.hours,
        cost_per_person=offer.each,
        cost_per_class=offer.fixed,
        seats=offer.seats,
        classes=offer.classes,
        starts_on=begins,
        ends_on=begins + timedelta(days=offer.days),
        full_time=offer.full_time,
        organiser=offer.organiser,
        curriculum=offer.curriculum,
        tariff_source=TARIFF,
    )


def propose(actor: Actor, day: date, unit_id: int) -> DevelopmentProposal:
    """Compute a proposal over a unit, and submit it unless a small city has nothing to plan there."""
    question = DevelopmentQuestion("Rencana pengembangan tahun depan", BUDGET, unit_id=unit_id, as_at=day, min_share=20)
    made = create_development(actor=actor, question=question)
    made = compute_development(actor=actor, proposal_id=made.pk)
    planned = made.lines.filter(act__isnull=False).exists()
    return submit_development(actor=actor, proposal_id=made.pk) if planned else made


def show(actor: Actor, unit_id: int, day: date) -> DevelopmentProposal:
    """Fill the catalogue and submit a proposal of one OPD."""
    catalogue(actor, day)
    return propose(actor, day, unit_id)
