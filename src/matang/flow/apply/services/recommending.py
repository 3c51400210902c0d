"""Write recommendations: from an accepted report, or from a practice that somebody has tried; then submit them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.aims.public import Aim, Indicator
from matang.flow.apply.choices import ConditionKind, Fit, RecommendationState
from matang.flow.apply.models import Practice, Recommendation, RecommendationCondition
from matang.flow.apply.permissions import may_write_recommendation
from matang.flow.apply.selectors.recommendations import missing_of
from matang.flow.apply.services.holding import hold_recommendation
from matang.flow.learn.public import LIGHT, ReportState, SendingReport, report_visible_to, returned_on
from matang.flow.register.public import Unit
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import now


@dataclass(frozen=True, slots=True)
class Details:
    """What a recommendation says; each may be empty in a draft. Rupiah are whole, None = not known."""

    title: str
    practice: str = ""
    seen_at: str = ""
    cost_rupiah: int | None = None
    cost_note: str = ""
    risk: str = ""
    owner_unit_id: int | None = None
    aim_id: int | None = None
    indicator_id: int | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """One of the five conditions: there, here, and whether they fit."""

    there: str = ""
    here: str = ""
    fit: str = Fit.UNKNOWN


def recommend_from_report(*, actor: Actor, report_id: int, title: str) -> Recommendation:
    """Begin a recommendation of an accepted report; what the report said is carried over to start from.

    Raises:
        RefusedError: the report isn't read by the actor, isn't accepted, or has a recommendation of this title.
    """
    with transaction.atomic():
        report = report_visible_to(actor, report_id)
        if report is None:
            raise refuse(_("Laporan ini tidak ada dalam lingkup Anda."))
        SendingReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
        require(may_write_recommendation(actor, report.sending.unit.path, report.person_id))
        if report.state != ReportState.ACCEPTED:
            raise refuse(_("Rekomendasi ditulis dari laporan yang sudah diterima."))
        title = title.strip()[:200]
        if not title:
            raise refuse(_("Tulis rekomendasinya."))
        if Recommendation.objects.filter(report=report, title=title).exists():
            raise refuse(_("Laporan ini sudah punya rekomendasi dengan judul yang sama."))
        sending = report.sending
        place = ", ".join(part for part in (sending.host_unit, str(sending.host) if sending.host else "") if part)
        made = Recommendation.objects.create(
            agency_id=report.agency_id, report=report, sending=sending, person_id=report.person_id, unit=sending.unit,
            light=sending.kind in LIGHT, title=title, practice=report.seen, seen_at=place[:200], aim_id=sending.aim_id,
            indicator_id=sending.indicator_id, owner_unit=sending.unit, returned_on=returned_on(sending.pk),
            origin_agency_id=sending.host_agency_id, opened_at=now(), author_account=actor.user_id, author_name=actor.name,
        )  # fmt: skip
        _five(made)
    return made


def recommend_from_practice(*, actor: Actor, practice_id: int, unit_id: int, title: str = "") -> Recommendation:
    """Put a practice of the registry forward for a unit here; where it came from stays written on it.

    Raises:
        RefusedError: the practice isn't readable, the unit isn't the actor's, or it was put forward there already.
    """
    with transaction.atomic():
        practice = Practice.objects.filter(pk=practice_id).first()
        unit = Unit.objects.select_for_update(of=("self",)).filter(pk=unit_id, agency_id=actor.agency_id).first()
        if practice is None or unit is None:
            raise refuse(_("Praktik atau unit ini tidak ada dalam lingkup Anda."))
        require(may_write_recommendation(actor, unit.path, None))
        if Recommendation.objects.filter(agency_id=unit.agency_id, unit=unit, origin_practice_id=practice.pk).exists():
            raise refuse(_("Praktik ini sudah direkomendasikan untuk unit itu."))
        made = Recommendation.objects.create(
            agency_id=unit.agency_id, unit=unit, owner_unit=unit, title=(title.strip() or practice.title)[:200],
            practice=practice.what, seen_at=f"{practice.unit_name}, {practice.government}"[:200],
            origin_agency_id=practice.agency_id, origin_practice_id=practice.pk, opened_at=now(),
            author_account=actor.user_id, author_name=actor.name,
        )  # fmt: skip
        _five(made)
    return made


def change_recommendation(
    *, actor: Actor, recommendation_id: int, details: Details, conditions: Mapping[str, Condition] | None = None
) -> Recommendation:
    """Say a draft better; ``conditions`` by ``ConditionKind``, those not named stay.

    Raises:
        RefusedError: not the actor's, not a draft, or it names a unit, aim or indicator that isn't this agency's.
    """
    with transaction.atomic():
        row = _draft(actor, recommendation_id)
        if not details.title.strip():
            raise refuse(_("Tulis rekomendasinya."))
        for model, key in ((Unit, details.owner_unit_id), (Aim, details.aim_id), (Indicator, details.indicator_id)):
            if key is not None and not model.objects.filter(pk=key, agency_id=actor.agency_id).exists():
                raise refuse(_("Unit, tujuan, atau indikator itu tidak ada di instansi ini."))
        row.title, row.practice, row.seen_at = (
            details.title.strip()[:200],
            details.practice.strip(),
            details.seen_at.strip()[:200],
        )
        row.cost_rupiah, row.cost_note, row.risk = details.cost_rupiah, details.cost_note.strip()[:300], details.risk.strip()
        row.owner_unit_id, row.aim_id, row.indicator_id = details.owner_unit_id, details.aim_id, details.indicator_id
        row.full_clean(exclude=["author_name", "agency"])
        row.save()
        for kind, said in (conditions or {}).items():
            if kind not in ConditionKind.values or said.fit not in Fit.values:
                raise refuse(_("Syarat ini tidak ada dalam daftar."))
            RecommendationCondition.objects.update_or_create(
                agency_id=row.agency_id, recommendation=row, kind=kind,
                defaults={"there": said.there.strip(), "here": said.here.strip(), "fit": said.fit},
            )  # fmt: skip
    return row


def submit_recommendation(*, actor: Actor, recommendation_id: int) -> Recommendation:
    """Hand a draft in, to be presented. Submitting twice changes nothing.

    Raises:
        RefusedError: not the actor's, or something is missing; the reason lists everything.
    """
    with transaction.atomic():
        row = hold_recommendation(actor, recommendation_id)
        require(may_write_recommendation(actor, row.unit.path, row.person_id))
        if row.state == RecommendationState.SUBMITTED:
            return row
        if row.state != RecommendationState.DRAFT:
            raise refuse(_("Rekomendasi ini sudah dipaparkan atau diputus."))
        missing = missing_of(row)
        if missing:
            raise refuse(" ".join(one.text for one in missing))
        row.state, row.submitted_at, row.presentation = RecommendationState.SUBMITTED, now(), None
        row.save()
    return row


def take_back_recommendation(*, actor: Actor, recommendation_id: int) -> Recommendation:
    """Make a submitted recommendation a draft again, as long as it wasn't presented."""
    with transaction.atomic():
        row = hold_recommendation(actor, recommendation_id)
        require(may_write_recommendation(actor, row.unit.path, row.person_id))
        if row.state != RecommendationState.SUBMITTED:
            raise refuse(_("Hanya rekomendasi yang diajukan dan belum dipaparkan yang dapat ditarik."))
        row.state, row.presentation = RecommendationState.DRAFT, None
        row.save()
    return row


def delete_recommendation(*, actor: Actor, recommendation_id: int) -> None:
    """Throw a draft away that nobody has decided about; the trail keeps it."""
    with transaction.atomic():
        row = _draft(actor, recommendation_id)
        if row.decisions.exists():
            raise refuse(_("Rekomendasi yang pernah diputus tidak dihapus."))
        row.delete()


def _draft(actor: Actor, recommendation_id: int) -> Recommendation:
    row = hold_recommendation(actor, recommendation_id)
    require(may_write_recommendation(actor, row.unit.path, row.person_id))
    if row.state != RecommendationState.DRAFT:
        raise refuse(_("Rekomendasi ini sudah diajukan. Tarik dulu menjadi konsep bila masih ada yang diubah."))
    return row


def _five(row: Recommendation) -> None:
    RecommendationCondition.objects.bulk_create(
        RecommendationCondition(agency_id=row.agency_id, recommendation=row, kind=kind) for kind in ConditionKind.values
    )
