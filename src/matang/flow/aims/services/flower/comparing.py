"""Say of aims that look alike that they are the same, need each other, or are not the same; take the last back."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from matang.flow.aims.choices import TWO_WAY, LinkKind
from matang.flow.aims.models import Aim, AimLink, NotSame
from matang.flow.aims.permissions import may_edit_aims
from matang.flow.aims.services.links import link_aims
from matang.flow.aims.services.writing import owner_path, writing
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, refuse, require
from matang.foundation.audit.context import because
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now, today

NEEDED_BY = "needed_by"
KINDS = (LinkKind.SAME_AS, LinkKind.NEEDS, NEEDED_BY, LinkKind.SHARES_OUTCOME)


def tie_alike(*, actor: Actor, aim_ids: list[int], kind: str, reason: str) -> list[AimLink]:
    """Tie the first of the aims to each of the others; ``needed_by`` ties the others to the first. All or nothing.

    Raises:
        RefusedError: no reason, fewer than two aims, an unknown kind, aims of another agency, or not the actor's.
        ValidationError: one of the ties is there already.
    """
    if kind not in KINDS:
        raise refuse(_("Pilih jenis hubungan."))
    with writing(actor.agency_id):
        first, *others = _aims(actor, aim_ids, reason)
        made = []
        for other in others:
            source, target = (other, first) if kind == NEEDED_BY else (first, other)
            if kind in TWO_WAY and not may_edit_aims(actor, owner_path(source)):
                source, target = target, source
            link = LinkKind.NEEDS if kind == NEEDED_BY else LinkKind(kind)
            made.append(
                link_aims(
                    actor=actor, source_id=source.pk, target_id=target.pk, kind=link, note=reason.strip(), agreed_on=today()
                )
            )
    return made


def say_different(*, actor: Actor, aim_ids: list[int], reason: str) -> list[NotSame]:
    """Say that the first of the aims is not the same work as the others, and why. Said again: nothing changes.

    Raises:
        RefusedError: no reason, fewer than two aims, aims of another agency, or none of them the actor's.
    """
    with writing(actor.agency_id):
        first, *others = _aims(actor, aim_ids, reason)
        answers = [may_edit_aims(actor, owner_path(aim)) for aim in (first, *others)]
        if all(isinstance(answer, Denied) for answer in answers):
            require(answers[0])
        known = set(NotSame.objects.filter(first=first, second__in=others).values_list("second_id", flat=True))
        made = NotSame.objects.bulk_create(
            NotSame(
                agency_id=actor.agency_id, first=first, second=other, reason=reason.strip()[:300], said_at=now(),
                said_by_id=actor.user_id,
            )
            for other in others
            if other.pk not in known
        )  # fmt: skip
        if made:
            record_decision(
                agency_id=first.agency_id,
                actor_id=actor.user_id,
                kind="aims.said_different",
                subject=f"aim:{first.pk}",
                payload={"first": first.pk, "others": [row.second_id for row in made]},
                reason=reason.strip(),
            )
    return made


def take_back_different(*, actor: Actor, statement_id: int, reason: str) -> None:
    """Take back that two aims differ; they are shown as alike again.

    Raises:
        RefusedError: no such statement, no reason, or neither end the actor's.
    """
    if not reason.strip():
        raise refuse(_("Tulis alasannya."))
    with because(reason.strip()), writing(actor.agency_id):
        rows = NotSame.objects.select_for_update(of=("self",)).select_related(
            "first__unit", "first__plan__unit", "second__unit", "second__plan__unit"
        )
        found = rows.filter(pk=statement_id, agency_id=actor.agency_id).first()
        if found is None:
            raise refuse(_("Pernyataan ini tidak ada, atau sudah dicabut."))
        answers = [may_edit_aims(actor, owner_path(aim)) for aim in (found.first, found.second)]
        if all(isinstance(answer, Denied) for answer in answers):
            require(answers[0])
        found.delete()


def _aims(actor: Actor, aim_ids: list[int], reason: str) -> list[Aim]:
    if not reason.strip():
        raise ValidationError({"reason": _("Tulis alasannya.")})
    rows = Aim.objects.filter(pk__in=aim_ids, agency_id=actor.agency_id, valid_to__isnull=True)
    found = list(rows.select_related("unit", "plan__unit").order_by("pk"))
    if len(found) < 2 or len(found) != len(set(aim_ids)):
        raise refuse(_("Pilih paling sedikit dua simpul yang masih berlaku dalam instansi Anda."))
    return found
