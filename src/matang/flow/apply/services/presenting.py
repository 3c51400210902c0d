"""Set a day on which recommendations are presented, and write down that it took place."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.apply.choices import RecommendationState
from matang.flow.apply.models import Presentation, Recommendation
from matang.flow.apply.permissions import may_plan_presentation
from matang.flow.apply.services.holding import hold_presentation
from matang.flow.register.public import Unit
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import now, today


def plan_presentation(
    *, actor: Actor, unit_id: int, title: str, day: date, place: str, recommendation_ids: Sequence[int]
) -> Presentation:
    """Set a day for submitted recommendations of a unit and below.

    Raises:
        RefusedError: not the unit's head or HR officer, nothing chosen, or one that isn't waiting for a day.
    """
    with transaction.atomic():
        unit = Unit.objects.filter(pk=unit_id, agency_id=actor.agency_id).first()
        if unit is None:
            raise refuse(_("Unit ini tidak ada dalam lingkup Anda."))
        require(may_plan_presentation(actor, unit.path))
        if not title.strip():
            raise refuse(_("Tulis nama acaranya."))
        rows = list(
            Recommendation.objects.select_for_update(of=("self",))
            .filter(pk__in=recommendation_ids, agency_id=actor.agency_id, state=RecommendationState.SUBMITTED, presentation=None)
            .select_related("unit")
        )
        if not rows:
            raise refuse(_("Pilih sekurangnya satu rekomendasi yang menunggu dipaparkan."))
        if len(rows) != len(set(recommendation_ids)):
            raise refuse(_("Salah satu rekomendasi itu tidak menunggu hari paparan lagi. Muat ulang halamannya."))
        for row in rows:
            require(may_plan_presentation(actor, row.unit.path))
        made = Presentation.objects.create(
            agency_id=unit.agency_id, title=title.strip()[:200], unit=unit, day=day, place=place.strip()[:200],
            planned_by_account=actor.user_id, planned_by_name=actor.name,
        )  # fmt: skip
        Recommendation.objects.filter(pk__in=[row.pk for row in rows]).update(presentation=made)
    return made


def hold_day(*, actor: Actor, presentation_id: int, attendees: str, note: str = "", day: date | None = None) -> Presentation:
    """Write down that a day of presentation took place; its recommendations are then to be decided. Twice changes nothing.

    Raises:
        RefusedError: not the actor's, a day to come, or nobody attended.
    """
    with transaction.atomic():
        row = hold_presentation(actor, presentation_id)
        require(may_plan_presentation(actor, row.unit.path))
        if row.held_at is not None:
            return row
        row.day = day or row.day
        if row.day > today():
            raise refuse(_("Hari paparan itu belum tiba."))
        if not attendees.strip():
            raise refuse(_("Tulis siapa yang hadir."))
        row.attendees, row.note, row.held_at = attendees.strip(), note.strip(), now()
        row.save()
        row.recommendations.filter(state=RecommendationState.SUBMITTED).update(state=RecommendationState.PRESENTED)
    return row


def cancel_day(*, actor: Actor, presentation_id: int) -> None:
    """Take a planned day back; its recommendations wait for another."""
    with transaction.atomic():
        row = hold_presentation(actor, presentation_id)
        require(may_plan_presentation(actor, row.unit.path))
        if row.held_at is not None:
            raise refuse(_("Paparan yang sudah terlaksana tidak dibatalkan."))
        row.recommendations.update(presentation=None)
        row.delete()
