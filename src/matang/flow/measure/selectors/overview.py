"""The list of indicators with what is known of each."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from matang.flow.aims.public import Indicator
from matang.flow.measure.models import Series
from matang.foundation.access.actor import Actor

MEASURED, UNMEASURED = "ada", "belum"


@dataclass(frozen=True, slots=True)
class IndicatorQuestion:
    """What the list was asked for; empty fields do not filter."""

    text: str = ""
    unit_path: str = ""
    measured: str = ""


def indicators_asked(actor: Actor, question: IndicatorQuestion, day: date) -> QuerySet[Indicator]:
    """Return the agency's indicators that hold on the day and the question asks for, in the order of the tree."""
    rows = Indicator.objects.filter(agency_id=actor.agency_id).as_at(day).select_related("unit", "aim")
    for word in question.text.split():
        rows = rows.filter(Q(name__icontains=word) | Q(aim__title__icontains=word) | Q(aim__code__icontains=word))
    if question.unit_path:
        rows = rows.filter(unit__path__startswith=question.unit_path)
    with_main = Series.objects.filter(agency_id=actor.agency_id, main=True).values("indicator_id")
    if question.measured == MEASURED:
        rows = rows.filter(pk__in=with_main)
    elif question.measured == UNMEASURED:
        rows = rows.exclude(pk__in=with_main)
    return rows.order_by("aim__path", "position", "id")
