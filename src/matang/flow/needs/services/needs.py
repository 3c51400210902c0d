"""State the needs of units, and say what became of them."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from matang.flow.aims.public import Aim
from matang.flow.needs.choices import NEED_STEPS, NeedState, Urgency
from matang.flow.needs.models import Competency, NeedStep, UnitNeed
from matang.flow.needs.permissions import may_open_need
from matang.flow.register.public import Unit, person_visible_to
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require
from matang.foundation.clock.services import now, today

BY_HAND = "unit"
LONGEST_AIM = 200


@dataclass(frozen=True, slots=True)
class NeedDetails:
    """What a unit may say beside what it needs and why. Unknown is empty, never zero."""

    shown_by: str = ""
    wished: str = ""
    people_affected: int | None = None
    since: date | None = None
    urgency: str = Urgency.NORMAL
    owner_id: int | None = None
    aim: str = ""
    serves_id: int | None = None


def open_need(
    *,
    actor: Actor,
    unit_id: int,
    what: str,
    why: str,
    competency_id: int | None = None,
    origin: str = BY_HAND,
    details: NeedDetails | None = None,
) -> UnitNeed:
    """Open a need of a unit, or return the one that is there.

    Other stages name an ``origin`` of their own, such as ``measure:indicator:12``: it opens one need in its agency and gets
    that need back afterwards, whatever became of it. By hand (``unit``) the same words are not opened twice while open.

    Args:
        actor: who opens it.
        unit_id: whose need it is.
        what: what is needed; may be empty when a competency is named.
        why: what the unit cannot do without it.
        competency_id: of the dictionary, where there is one.
        origin: what opened it.
        details: what else is said about it.

    Raises:
        RefusedError: not the actor's to open, or nothing was said.
        ObjectDoesNotExist: a unit or competency of another agency, or of none.
    """
    unit = Unit.objects.get(pk=unit_id, agency_id=actor.agency_id)
    require(may_open_need(actor, unit.path))
    competency = _competency(actor, competency_id)
    words = what.strip() or (competency.name if competency else "")
    if not words or not why.strip():
        raise RefusedError(Denied(_("Tulis apa yang dibutuhkan dan mengapa.")))
    said = {
        "unit": unit,
        "competency": competency,
        "what": words,
        "why": why.strip(),
        "opened_by_id": actor.user_id,
        "opened_at": now(),
        "origin": origin,
        **_checked(actor, details or NeedDetails()),
    }
    rows = _same(actor, said)
    try:
        with transaction.atomic():
            return rows.first() or UnitNeed.objects.create(agency_id=actor.agency_id, **said)
    except IntegrityError:  # somebody else opened the need of this origin at the same moment
        return rows.get()


def _competency(actor: Actor, competency_id: int | None) -> Competency | None:
    return Competency.objects.get(pk=competency_id, agency_id=actor.agency_id) if competency_id else None


def _same(actor: Actor, said: dict[str, object]) -> QuerySet[UnitNeed]:
    """Return the needs that are the same: of the same origin, or by hand the same words of the same unit, not settled."""
    rows = UnitNeed.objects.filter(agency_id=actor.agency_id, origin=said["origin"])
    if said["origin"] != BY_HAND:
        return rows
    alike = {name: said[name] for name in ("unit", "what", "competency")}
    return rows.filter(state__in=(NeedState.OPEN, NeedState.UNDER_WAY), **alike)


def change_need(*, actor: Actor, need_id: int, what: str, why: str, competency_id: int | None, details: NeedDetails) -> UnitNeed:
    """Say a need better while it is not settled; the trail keeps what was said before."""
    with transaction.atomic():
        need = _locked(actor, need_id)
        if need.state not in {NeedState.OPEN, NeedState.UNDER_WAY}:
            raise RefusedError(Denied(_("Kebutuhan ini sudah selesai. Buka kembali dulu bila masih ada yang berubah.")))
        competency = _competency(actor, competency_id)
        words = what.strip() or (competency.name if competency else "")
        if not words or not why.strip():
            raise RefusedError(Denied(_("Tulis apa yang dibutuhkan dan mengapa.")))
        changes = {"what": words, "why": why.strip(), "competency": competency, **_checked(actor, details)}
        for name, value in changes.items():
            setattr(need, name, value)
        need.save(update_fields=[name.removesuffix("_id") for name in changes])
    return need


def _checked(actor: Actor, details: NeedDetails) -> dict[str, object]:
    if details.since and details.since > today():
        raise RefusedError(Denied(_("Tanggal mulai terjadinya belum tiba.")))
    if details.owner_id and person_visible_to(actor, details.owner_id) is None:
        raise RefusedError(Denied(_("Penanggung jawab itu tidak ada dalam lingkup Anda.")))
    aim = Aim.objects.filter(pk=details.serves_id, agency_id=actor.agency_id).first() if details.serves_id else None
    if details.serves_id and aim is None:
        raise RefusedError(Denied(_("Tujuan itu tidak ada.")))
    return {
        "shown_by": details.shown_by.strip(),
        "wished": details.wished.strip(),
        "people_affected": details.people_affected,
        "since": details.since,
        "urgency": details.urgency,
        "owner_id": details.owner_id,
        "serves_id": details.serves_id,
        "aim": details.aim.strip() or (aim.title[:LONGEST_AIM] if aim else ""),
    }


def move_need(*, actor: Actor, need_id: int, expected: str, state: str, reason: str, day: date | None = None) -> NeedStep:
    """Let a need go to another state, with a reason, from a day on (today when empty).

    ``expected`` is the state that the actor saw: where somebody else was faster, nothing is changed and the refusal says so.

    Raises:
        RefusedError: not the actor's, no reason, a step that does not exist, a day to come, or somebody else was faster.
    """
    day = day or today()
    with transaction.atomic():
        need = _locked(actor, need_id)
        if need.state != expected:
            raise RefusedError(
                Denied(_("Status kebutuhan ini sudah berubah menjadi “%(state)s”.") % {"state": need.get_state_display()})
            )
        if state not in NEED_STEPS[NeedState(need.state)]:
            raise RefusedError(Denied(_("Dari status ini kebutuhan tidak dapat menjadi status itu.")))
        if not reason.strip():
            raise RefusedError(Denied(_("Tulis alasan perubahan status.")))
        if day > today():
            raise RefusedError(Denied(_("Tanggal perubahan status belum tiba.")))
        step = NeedStep.objects.create(
            agency_id=need.agency_id,
            need=need,
            before=need.state,
            after=state,
            reason=reason.strip()[:500],
            made_on=day,
            made_at=now(),
            made_by_id=actor.user_id,
        )
        need.state = state
        need.save(update_fields=["state"])
    return step


def _locked(actor: Actor, need_id: int) -> UnitNeed:
    need = UnitNeed.objects.select_for_update(of=("self",)).select_related("unit").filter(pk=need_id, agency_id=actor.agency_id)
    found = need.first()
    if found is None:
        raise RefusedError(Denied(_("Kebutuhan ini tidak ada dalam lingkup Anda.")))
    require(may_open_need(actor, found.unit.path))
    return found
