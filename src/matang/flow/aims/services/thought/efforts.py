"""The efforts of a paper: say them, change them, take them out, make activities of them."""

from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from matang.flow.aims.choices import AimLevel
from matang.flow.aims.models import Aim, ThoughtEffort, ThoughtPaper
from matang.flow.aims.permissions import may_edit_aims
from matang.flow.aims.services.aims import AimDetails, create_aim, one_line
from matang.flow.aims.services.indicators import set_indicator
from matang.flow.aims.services.thought.writing import locked_paper, touch
from matang.flow.aims.services.writing import named_refusals, post_of, require_unchanged, unit_of, version_of
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.services import record_decision


@dataclass(frozen=True, slots=True)
class EffortDetails:
    """What is said about an effort. Empty = not known yet; a post brings its unit along."""

    text: str
    actor_unit_id: int | None = None
    actor_post_id: int | None = None
    carer_unit_id: int | None = None
    carer_post_id: int | None = None
    indicator: str = ""
    measure_unit: str = ""
    mission_id: int | None = None


def save_effort(
    *, actor: Actor, paper_id: int, details: EffortDetails, effort_id: int | None = None, seen: int | None = None
) -> ThoughtEffort:
    """Add an effort to a paper, or change the one with ``effort_id``; ``seen`` is its version (``version_of``) on the form.

    Raises:
        RefusedError: not the actor's, closed, somebody was faster, or a unit, post or mission of another agency.
        ValidationError: no text, a post of another unit, or the same effort is there already.
    """
    with named_refusals():
        paper = locked_paper(actor, paper_id)
        effort = _effort(paper, effort_id)
        if effort_id is not None:
            require_unchanged(effort, seen)
        effort.text = one_line(details.text)
        if not effort.text:
            raise ValidationError({"text": _("Tulis upayanya.")})
        if _others(paper, effort).filter(text=effort.text).exists():
            raise ValidationError({"text": _("Upaya dengan bunyi yang sama sudah ada.")})
        for role in ("actor", "carer"):
            unit, post = unit_of(actor, getattr(details, f"{role}_unit_id")), post_of(actor, getattr(details, f"{role}_post_id"))
            if post is not None and unit is not None and post.unit_id != unit.pk:
                raise ValidationError({f"{role}_post": _("Jabatan ini bukan di unit itu.")})
            setattr(effort, f"{role}_unit", unit or (post.unit if post else None))
            setattr(effort, f"{role}_post", post)
        effort.indicator, effort.measure_unit = one_line(details.indicator), one_line(details.measure_unit)
        effort.mission = _mission(actor, details.mission_id)
        if effort.pk is None:
            effort.position = (_others(paper, effort).aggregate(last=Max("position"))["last"] or 0) + 1
        effort.save()
        touch(actor, paper)
    return effort


def drop_effort(*, actor: Actor, paper_id: int, effort_id: int) -> None:
    """Take an effort out of a paper; the trail and the submitted versions keep it.

    Raises:
        RefusedError: not the actor's, closed, no such effort, or it has become an activity.
    """
    with named_refusals():
        paper = locked_paper(actor, paper_id)
        effort = _effort(paper, effort_id)
        if effort.made_id:
            raise refuse(_("Upaya ini sudah menjadi kegiatan di pohon; akhiri kegiatannya di sana."))
        effort.delete()
        touch(actor, paper)


def plant_effort(*, actor: Actor, effort_id: int, programme_id: int) -> Aim:
    """Make an activity of an effort under a programme, with doer, carer and indicator. Twice: the same activity.

    Raises:
        RefusedError: not a planner's of the programme's unit, no such effort or programme.
        ValidationError: the same activity stands under the programme already.
    """
    require(may_edit_aims(actor))
    with named_refusals():
        rows = ThoughtEffort.objects.select_for_update(of=("self",)).select_related("made", "paper__aim", "actor_unit")
        effort = rows.filter(pk=effort_id, agency_id=actor.agency_id).first()
        if effort is None:
            raise refuse(_("Upaya ini tidak ada dalam instansi Anda."))
        if effort.made is not None:
            return effort.made
        programme = Aim.objects.filter(
            pk=programme_id, agency_id=actor.agency_id, level=AimLevel.PROGRAMME, valid_to__isnull=True
        ).first()
        if programme is None:
            raise refuse(_("Program itu tidak ada, atau sudah berakhir."))
        details = AimDetails(
            output=effort.paper.output,
            unit_id=effort.actor_unit_id or programme.unit_id,
            doer_unit_id=effort.actor_unit_id,
            doer_post_id=effort.actor_post_id,
            carer_unit_id=effort.carer_unit_id,
            carer_post_id=effort.carer_post_id,
        )
        if effort.actor_post_id and effort.actor_unit_id:
            details = replace(details, post_id=effort.actor_post_id)
        made = create_aim(
            actor=actor, plan_id=programme.plan_id, level=AimLevel.ACTIVITY, title=effort.text, parent_id=programme.pk,
            details=details,
        )  # fmt: skip
        if effort.indicator and effort.measure_unit:
            set_indicator(actor=actor, aim_id=made.pk, name=effort.indicator, measure_unit=effort.measure_unit)
        effort.made = made
        effort.save(update_fields=["made"])
        record_decision(
            agency_id=made.agency_id,
            actor_id=actor.user_id,
            kind="aims.effort_planted",
            subject=f"aim:{made.pk}",
            payload={"aim": made.pk, "effort": effort.pk, "paper": effort.paper_id, "programme": programme.pk},
            reason=effort.text,
        )
    return made


def effort_version(effort: ThoughtEffort) -> int:
    """Return the version of an effort to show on its form."""
    return version_of(effort)


def _effort(paper: ThoughtPaper, effort_id: int | None) -> ThoughtEffort:
    if effort_id is None:
        return ThoughtEffort(agency_id=paper.agency_id, paper=paper)
    found = ThoughtEffort.objects.select_for_update().filter(pk=effort_id, paper=paper).first()
    if found is None:
        raise refuse(_("Upaya ini tidak ada lagi; mungkin baru saja dihapus orang lain."))
    return found


def _others(paper: ThoughtPaper, effort: ThoughtEffort) -> QuerySet[ThoughtEffort]:
    return ThoughtEffort.objects.filter(paper=paper).exclude(pk=effort.pk)


def _mission(actor: Actor, mission_id: int | None) -> Aim | None:
    if mission_id is None:
        return None
    found = Aim.objects.filter(pk=mission_id, agency_id=actor.agency_id, level=AimLevel.MISSION).first()
    if found is None:
        raise refuse(_("Misi itu tidak ada dalam instansi Anda."))
    return found
