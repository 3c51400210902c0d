"""What a participant lacks, and who is their superior, as the register and the evidence have it on a day."""

from dataclasses import dataclass
from datetime import date

from matang.flow.needs.public import NOTHING, intervals_at, requirements_of
from matang.flow.register.public import MANAGERIAL_KINDS, Incumbency, IncumbencyKind


@dataclass(frozen=True, slots=True)
class FoundGap:
    """What the person's post asks for in one competency, and what is shown for sure.

    ``required`` None = the post asks nothing of it; ``shown`` None = nothing is shown for sure. ``unit_path`` empty = no post.
    """

    unit_path: str
    required: int | None
    shown: int | None

    @property
    def levels(self) -> int | None:
        """Return how many levels are missing for sure; None when the post asks for nothing."""
        return None if self.required is None else max(0, self.required - (self.shown or 0))


def gap_of(agency_id: int, person_id: int, competency_id: int | None, day: date) -> FoundGap:
    """Return the gap of one person in one competency on a day."""
    held = Incumbency.objects.as_at(day).filter(person_id=person_id, kind=IncumbencyKind.DEFINITIVE, agency_id=agency_id)
    post = held.values_list("post_id", "post__kind", "post__unit__path").first()
    if post is None:
        return FoundGap("", None, None)
    if competency_id is None:
        return FoundGap(post[2], None, None)
    asked = {line.competency_id: line.level for line in requirements_of(agency_id, day, [post[:2]])[post[0]]}
    shown = intervals_at(agency_id, day, [person_id]).get((person_id, competency_id), NOTHING)
    return FoundGap(post[2], asked.get(competency_id), shown.low)


def is_superior(mentor_id: int, person_id: int, day: date) -> bool | None:
    """Return whether the mentor leads the person's unit or one above it; None when the register knows no post of one of them."""
    rows = Incumbency.objects.as_at(day).filter(person_id__in=(mentor_id, person_id), kind=IncumbencyKind.DEFINITIVE)
    held = {person: (path, kind) for person, path, kind in rows.values_list("person_id", "post__unit__path", "post__kind")}
    if mentor_id not in held or person_id not in held:
        return None
    leads, kind = held[mentor_id]
    return kind in MANAGERIAL_KINDS and held[person_id][0].startswith(leads)
