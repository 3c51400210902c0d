"""Offer aims and indicators to whoever names one in a form: all that hold, those of the own unit's line first."""

from datetime import date
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.translation import gettext as _

from matang.flow.aims.choices import ACROSS_PLANS, PARENTS, AimLevel
from matang.flow.aims.models import Aim, Indicator
from matang.flow.aims.selectors.search import aims_like
from matang.flow.aims.selectors.trees import ids_of
from matang.flow.register.public import Unit
from matang.foundation.access.actor import Actor
from matang.ui.picking import Offer, PickField

SERVED = tuple(level for level in AimLevel.values if level != AimLevel.VISION)
"""A vision is too wide to be served by one act."""


def aims_to_pick(actor: Actor, day: date, text: str = "", *, near: str = "") -> QuerySet[Aim]:
    """Return the aims of the actor's agency that one act may serve and that hold every word of ``text``.

    Those of the unit with the path ``near`` and below it come first, then those of the units above, then all others, each in
    the order of the tree. An aim without an owner is among the others: it is to be served as well.
    """
    found = aims_like(actor, day, text, levels=SERVED)
    return found.annotate(distance=_distance("unit", near)).order_by("distance", "plan_id", "path")


def others_to_pick(actor: Actor, day: date, text: str = "", *, aim: Aim | None = None) -> QuerySet[Aim]:
    """Return the aims of any level but ``aim``, those of the line of its unit first."""
    found = aims_like(actor, day, text, levels=tuple(AimLevel.values)).exclude(pk=aim.pk if aim else 0)
    near = aim.unit.path if aim and aim.unit else ""
    return found.annotate(distance=_distance("unit", near)).order_by("distance", "plan_id", "path")


def parents_to_pick(actor: Actor, day: date, text: str = "", *, aim: Aim) -> QuerySet[Aim]:
    """Return the aims that ``aim`` may be hung under, but for the one that it hangs under and what hangs below it."""
    same = Q(plan_id=aim.plan_id, level__in=PARENTS[aim.level])
    other = ~Q(plan_id=aim.plan_id) & Q(level__in=(*PARENTS[aim.level], *ACROSS_PLANS.get(aim.level, ())))
    rows = others_to_pick(actor, day, text, aim=aim).filter(same | other)
    return rows.exclude(pk=aim.parent_id or 0).exclude(path__startswith=aim.path)


def places_to_pick(actor: Actor, day: date, text: str = "") -> QuerySet[Aim]:
    """Return the aims that a programme of the national list may be hung under, in the order of the tree."""
    return aims_like(actor, day, text, levels=PARENTS[AimLevel.PROGRAMME])


def indicators_to_pick(actor: Actor, day: date, text: str = "", *, near: str = "", aim_path: str = "") -> QuerySet[Indicator]:
    """Return the indicators whose words, or whose aim's words or code, hold every word of ``text``.

    Those of the aim with the path ``aim_path``, above or below it come first, then as ``aims_to_pick`` orders their aims.
    """
    rows = Indicator.objects.filter(agency_id=actor.agency_id).as_at(day).select_related("aim__unit", "unit")
    for word in text.split():
        rows = rows.filter(Q(name__icontains=word) | Q(aim__title__icontains=word) | Q(aim__code__startswith=word))
    served = Q(aim__path__startswith=aim_path) | Q(aim_id__in=ids_of(aim_path)) if aim_path else Q(pk__in=())
    fits = Case(When(served, then=Value(0)), default=Value(1), output_field=IntegerField())
    return rows.annotate(fits=fits, distance=_distance("aim__unit", near)).order_by("fits", "distance", "name", "pk")


def _distance(unit: str, near: str) -> Case:
    """Return 0 for a unit below ``near`` or itself, 1 for one above it, 2 for any other and for none."""
    if not near:
        return Case(default=Value(2), output_field=IntegerField())
    below = When(**{f"{unit}__path__startswith": near}, then=Value(0))
    above = When(**{f"{unit}_id__in": ids_of(near)}, then=Value(1))
    return Case(below, above, default=Value(2), output_field=IntegerField())


def aim_offer(aim: Aim) -> Offer:
    """Return how an aim is offered: code, words, level and who answers for it."""
    owner = aim.unit.name if aim.unit else _("belum ada penanggung jawab")
    return Offer(aim.pk, aim.title, aim.code, f"{aim.get_level_display()} · {owner}")


def indicator_offer(row: Indicator) -> Offer:
    """Return how an indicator is offered: the code of its aim, its words, what it is measured in, its aim and its unit."""
    unit = row.unit or row.aim.unit
    said = [row.measure_unit, row.aim.title, unit.name if unit else _("belum ada penanggung jawab")]
    return Offer(row.pk, row.name, row.aim.code, " · ".join(part for part in said if part))


def offer_aims(
    actor: Actor,
    day: date,
    fields: dict[str, Any],
    *,
    unit: Unit | None = None,
    aim: Aim | None = None,
    kept: Any = None,
    name: str = "aim",
) -> None:
    """Fill in the fields ``aim`` (called ``name`` in some forms) and ``indicator`` (where it is there) of a form of any stage.

    ``unit`` says whose line comes first, ``aim`` which indicators come first; ``kept`` are rows named before (by field), which
    stay right although they may have ended since.
    """
    near, query, kept = (unit.path, f"?unit={unit.pk}", kept or {}) if unit else ("", "", kept or {})
    field: PickField = fields[name]
    field.offer(
        lambda words: aims_to_pick(actor, day, words, near=near),
        aim_offer,
        reverse("aims:aim_pick") + query,
        kept=kept.get("aim"),
    )
    if "indicator" in fields:
        path = aim.path if aim else ""
        fields["indicator"].offer(
            lambda words: indicators_to_pick(actor, day, words, near=near, aim_path=path), indicator_offer,
            reverse("aims:indicator_pick") + query, kept=kept.get("indicator"), beside="aim",
        )  # fmt: skip
