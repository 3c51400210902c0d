"""The dictionary as pages show it: on a day, with how many posts ask for each competency."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from matang.flow.needs.choices import CompetencyField
from matang.flow.needs.models import CompetencyText, DictionaryEdition, PostStandard
from matang.foundation.access.actor import Actor
from matang.foundation.clock.dated import holds_at

ORDER = Case(
    When(field=CompetencyField.MANAGERIAL, then=Value(1)),
    When(field=CompetencyField.CULTURAL, then=Value(2)),
    default=Value(3),
    output_field=IntegerField(),
)


@dataclass(frozen=True, slots=True)
class DictionaryQuestion:
    """What a list of competencies was asked for; empty fields do not filter."""

    day: date
    text: str = ""
    field: str = ""
    area: str = ""


def texts_asked(actor: Actor, question: DictionaryQuestion) -> QuerySet[CompetencyText]:
    """Return the texts of the actor's agency that hold on the day and fit, by group, area and place in the list."""
    texts = CompetencyText.objects.filter(agency_id=actor.agency_id).as_at(question.day)
    for word in question.text.split():
        texts = texts.filter(Q(name__icontains=word) | Q(code__icontains=word) | Q(definition__icontains=word))
    if question.field:
        texts = texts.filter(field=question.field)
    if question.area:
        texts = texts.filter(area=question.area)
    return texts.order_by(ORDER, "area", "competency__position", "code")


def areas_at(actor: Actor, day: date) -> list[str]:
    """Return the areas that competencies of the day belong to."""
    texts = CompetencyText.objects.filter(agency_id=actor.agency_id).as_at(day).exclude(area="")
    return list(texts.order_by("area").values_list("area", flat=True).distinct())


def fields_count(actor: Actor, day: date) -> dict[str, int]:
    """Return how many competencies each group has on the day."""
    rows = CompetencyText.objects.filter(agency_id=actor.agency_id).as_at(day).values_list("field", flat=True)
    counts = dict.fromkeys(CompetencyField.values, 0)
    for field in rows:
        counts[field] += 1
    return counts


def own_requirements(agency_id: int, day: date, competencies: list[int]) -> dict[int, list[int]]:
    """Return, for each competency, how many posts ask for levels 1 to 5 of it by a standard of their own; one query."""
    found = {key: [0] * 5 for key in competencies}
    rows = PostStandard.objects.filter(
        holds_at(day), holds_at(day, "post__"), agency_id=agency_id, competency_id__in=competencies
    )
    for key, level in rows.values_list("competency_id", "level"):
        found[key][level - 1] += 1
    return found


def text_history(actor: Actor, competency_id: int) -> list[CompetencyText]:
    """Return every text a competency ever had in the actor's agency, the oldest first; empty = not theirs or not there."""
    texts = CompetencyText.objects.filter(agency_id=actor.agency_id, competency_id=competency_id)
    return list(texts.select_related("edition", "competency").order_by("valid_from", "id"))


def editions_of(actor: Actor) -> QuerySet[DictionaryEdition]:
    """Return the changes of the actor's dictionary, the newest first, without their content."""
    editions = DictionaryEdition.objects.filter(agency_id=actor.agency_id).defer("content", "findings", "undo", "answers")
    return editions.select_related("created_by", "applied_by")
