"""Lists of interns: who waits for a look, who wrote when. Columns of shared rows only."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from matang.flow.learn.choices import LookerSide, SignKind
from matang.flow.learn.models import LogEntry, Participant, SignOff
from matang.flow.learn.selectors.daily.reach import Trainee, home_trainees, hosted_trainees
from matang.foundation.access.actor import Actor


@dataclass(frozen=True, slots=True)
class TraineeLine:
    """An intern in a list; ``waiting`` entries have no word from the reader's side, ``asked`` have an open question of it."""

    pk: int
    name: str
    post: str
    unit: str
    title: str
    host: str
    agency: str
    state: str
    starts_on: date | None
    ends_on: date | None
    host_mentor: str
    waiting: int
    asked: int
    last_day: date | None


COLUMNS = (
    "pk", "card_name", "card_post", "card_unit", "sending__title", "sending__host_unit", "agency__name", "sending__state",
    "sending__starts_on", "sending__ends_on", "host_mentor_name", "waiting", "questions", "last_day",
)  # fmt: skip


def trainee_lines(actor: Actor, side: str, *, text: str = "", waiting_only: bool = False) -> QuerySet[Participant]:
    """Return the interns whom the actor reads from this side (home or host), those who wait for a look first."""
    rows = home_trainees(actor) if side == LookerSide.HOME else hosted_trainees(actor)
    for word in text.split():
        rows = rows.filter(Q(card_name__icontains=word) | Q(card_unit__icontains=word) | Q(sending__title__icontains=word))
    signs = SignOff.objects.filter(entry=OuterRef("pk"), side=side)
    latest = Subquery(signs.order_by("-signed_at", "-pk").values("kind")[:1])
    entries = LogEntry.objects.filter(participant=OuterRef("pk"), current=True).order_by()
    unseen = entries.filter(~Exists(signs)).values("participant").annotate(many=Count("pk")).values("many")
    asked = entries.annotate(word=latest).filter(word=SignKind.ASKS).values("participant")
    counted = rows.annotate(
        waiting=Coalesce(Subquery(unseen), 0),
        questions=Coalesce(Subquery(asked.annotate(many=Count("pk")).values("many")), 0),
        last_day=Subquery(entries.values("participant").annotate(day=Max("day")).values("day")),
    )
    if waiting_only:
        counted = counted.filter(waiting__gt=0)
    return counted.order_by("-waiting", F("sending__starts_on").desc(nulls_last=True), "card_name", "pk")


def lines(rows: QuerySet[Participant]) -> list[TraineeLine]:
    """Return the rows of one page of the list; one query."""
    return [TraineeLine(*row) for row in rows.values_list(*COLUMNS)]


def oldest_unseen(trainee: Trainee) -> tuple[date | None, int]:
    """Return the day of the oldest entry without a word from the reader's side, and how many such entries there are."""
    signs = SignOff.objects.filter(entry=OuterRef("pk"), side=trainee.side)
    rows = LogEntry.objects.filter(~Exists(signs), participant_id=trainee.pk, current=True)
    found = rows.aggregate(day=Min("day"), many=Count("pk"))
    return found["day"], found["many"]
