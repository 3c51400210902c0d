"""Who learned at a host or about a field, and which of them are ready to help whoever goes next."""

from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import F, Q

from matang.flow.learn.choices import SINCE_DEPARTURE, ParticipantState, ReportState
from matang.flow.learn.models import Alumnus, Host, Participant, Sending, SendingReport
from matang.flow.learn.selectors.reports import alumni_of
from matang.flow.register.public import people_visible_to
from matang.foundation.access.actor import Actor

MOST = 6
LONG_WORD = 5
"""Shorter words of a title say nothing about its field."""


@dataclass(frozen=True, slots=True)
class LearnedThere:
    """Somebody who learned with a host, whom the actor may name; ``alumnus`` where they are ready to help."""

    name: str
    unit_name: str
    title: str
    ends_on: date | None
    alumnus: Alumnus | None


def learned_there(actor: Actor, host: Host, day: date) -> list[LearnedThere]:
    """Return who learned with a host: people whom the actor sees, and those who offered help themselves; the ready first.

    Three queries.
    """
    rows = Participant.objects.filter(agency_id=host.agency_id, state=ParticipantState.CHOSEN, sending__host=host)
    ready = {row.report.participant_id: row for row in alumni_of(host.agency_id).filter(report__sending__host=host)}
    seen = Q(person__in=people_visible_to(actor, day).values("pk")) | Q(pk__in=ready)
    named = rows.filter(seen, sending__state__in=SINCE_DEPARTURE).select_related("person", "sending")
    found = [
        LearnedThere(row.person.display_name, row.sending.unit_name, row.sending.title, row.sending.ends_on, ready.get(row.pk))
        for row in named.order_by(F("sending__ends_on").desc(nulls_last=True), "pk")
    ]
    return sorted(found, key=lambda row: row.alumnus is None)


@dataclass(frozen=True, slots=True)
class Companion:
    """An alumnus who may accompany a sending: ``same_host`` and ``same_field`` say why they are suggested."""

    alumnus: Alumnus
    same_host: bool
    same_field: bool


def companions_for(sending: Sending) -> list[Companion]:
    """Return who is ready to help and knows the host or the field of a sending, those who know both first; two queries.

    The field is the same where a participant goes for a competency that the alumnus went for, or a long word of the titles is
    shared. Nobody is suggested to themselves.
    """
    going = list(Participant.objects.filter(sending=sending).values_list("person_id", "competency_id"))
    words = {word.strip(".,()“”").casefold() for word in sending.title.split()}
    long = [word for word in words if len(word) >= LONG_WORD]
    said = (Q(topic__icontains=word) | Q(report__sending__title__icontains=word) for word in long)
    field = reduce(or_, said, Q(report__participant__competency__in={key for _person, key in going if key}))
    place = Q(report__sending__host=sending.host_id) if sending.host_id else Q(pk__in=())
    rows = alumni_of(sending.agency_id).exclude(person__in={person for person, _key in going})
    found = rows.filter(field | place).select_related("report__participant").order_by("-offered_on", "pk")
    keys = {key for _person, key in going if key}
    made = []
    for row in found[: MOST * 4]:
        text = f"{row.topic} {row.report.sending.title}".casefold()
        same = row.report.participant.competency_id in keys or any(word in text for word in long)
        here = sending.host_id is not None and row.report.sending.host_id == sending.host_id
        made.append(Companion(row, same_host=here, same_field=same))
    return sorted(made, key=lambda one: (-(one.same_host + one.same_field), not one.same_host))[:MOST]


def own_offers(actor: Actor) -> list[tuple[SendingReport, Alumnus | None]]:
    """Return the actor's own accepted reports, each with the standing offer to help; the newest first."""
    if actor.person_id is None:
        return []
    rows = SendingReport.objects.filter(agency_id=actor.agency_id, person_id=actor.person_id, state=ReportState.ACCEPTED)
    standing = {row.report_id: row for row in Alumnus.objects.filter(person_id=actor.person_id, ended_on=None)}
    named = rows.select_related("sending__host__partner", "sending__host__agency").order_by("-decided_at", "-pk")
    return [(row, standing.get(row.pk)) for row in named]
