"""A superior rates one of their own people on what the person's post asks for: one piece of evidence for each rating."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.needs.choices import EvidenceSource
from matang.flow.needs.models import Evidence
from matang.flow.needs.permissions import may_rate, superior_role_of
from matang.flow.needs.selectors.gaps import post_of
from matang.flow.needs.selectors.standards import requirements_of
from matang.flow.needs.selectors.superiors import direct_superior_of
from matang.flow.needs.services.evidence.recording import NewEvidence, append, refuse_nonsense
from matang.flow.needs.services.evidence.status import recompute, take_turn
from matang.flow.register.public import person_visible_to
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import today


@dataclass(frozen=True, slots=True)
class Rating:
    """The level (0–5) that a superior saw at work, and at what."""

    level: int
    note: str = ""


def rate_person(*, actor: Actor, person_id: int, ratings: Mapping[int, Rating]) -> list[Evidence]:
    """Append a rating for each competency (key) and recompute; return what is new.

    A rating that this account gave today in the same words is not written again, so that a second click changes nothing.

    Raises:
        RefusedError: not the actor's to rate, nothing rated, a level beyond 0–5, or a competency that the post doesn't ask for.
    """
    day, agency = today(), actor.agency_id or 0
    person = person_visible_to(actor, person_id)
    post = post_of(person, day) if person else None
    if person is None:
        raise RefusedError(Denied(_("Pegawai ini tidak ada dalam lingkup Anda.")))
    path = post.unit.path if post else ""
    superior = direct_superior_of(agency, path, person_id, day)
    require(may_rate(actor, person_id, path, superior))
    asked = {line.competency_id for line in requirements_of(agency, day, [(post.pk, post.kind)])[post.pk]} if post else set()
    if not ratings:
        raise RefusedError(Denied(_("Isi level sedikitnya satu kompetensi.")))
    if not ratings.keys() <= asked:
        raise RefusedError(Denied(_("Yang dinilai hanya kompetensi yang diminta jabatan pegawai ini.")))
    role = Role.DIRECT_SUPERIOR.value if superior is not None else superior_role_of(actor, path)
    pieces = [
        NewEvidence(
            person_id, key, rating.level, EvidenceSource.SUPERIOR, day, rater_role=role, note=rating.note.strip(), origin="rating"
        )
        for key, rating in ratings.items()
    ]
    for piece in pieces:
        refuse_nonsense(piece)
    with transaction.atomic():
        take_turn(agency)
        said = _said_today(actor, person_id)
        made = [append(actor, piece, None) for piece in pieces if said.get(piece.competency_id) != (piece.level, piece.note)]
        if made:
            recompute(agency, day, [person_id])
    return made


def _said_today(actor: Actor, person_id: int) -> dict[int, tuple[int, str]]:
    """Return what this account said today of the person: level and note by competency, the latest."""
    rows = Evidence.objects.filter(
        agency_id=actor.agency_id, person_id=person_id, source=EvidenceSource.SUPERIOR, rater_id=actor.user_id,
        shown_on=today(), withdrawal__isnull=True,
    )  # fmt: skip
    return {row[0]: row[1:] for row in rows.order_by("id").values_list("competency_id", "level", "note")}
