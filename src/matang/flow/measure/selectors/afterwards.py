"""The measured result at the end of the chain, and the chain behind an indicator, for the pages of needs and sendings."""

from collections.abc import Collection, Mapping

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from matang.flow.aims.public import Indicator
from matang.flow.apply.public import adoption_strand, adoptions_visible_to
from matang.flow.learn.public import Sending, sending_strands, sendings_visible_to, serving_needs
from matang.flow.measure.choices import OutcomeStanding
from matang.flow.measure.selectors.outcomes import ORIGIN, Outcome, needs_from, outcomes_of
from matang.flow.needs.public import UnitNeed, needs_visible_to
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import today
from matang.ui.formats import angka, tanggal
from matang.ui.strands import Strand

CHIPS = {"reached": "pass", "missed": "fail", "under_way": "info", "not_known": "unknown", "no_target": ""}
NEED_CHIPS = {"open": "warn", "under_way": "info", "met": "pass", "withdrawn": ""}


def results_of(actor: Actor, indicator_ids: Collection[int]) -> Mapping[int, tuple[Strand, ...]]:
    """Return for each indicator of the actor's agency where it stands today. Four queries whatever their number."""
    rows = Indicator.objects.filter(agency_id=actor.agency_id, pk__in=indicator_ids)
    return {found.indicator.pk: (_result(found),) for found in outcomes_of(actor, rows, today())}


def opened_by(actor: Actor, origin: str) -> Strand | None:
    """Return the indicator whose missed target opened a need, None for another origin."""
    key = origin.removeprefix(ORIGIN).split(":")[0] if origin.startswith(ORIGIN) else ""
    row = Indicator.objects.filter(agency_id=actor.agency_id, pk=int(key)).first() if key.isdecimal() else None
    return Strand(_("Target tidak tercapai"), row.name, reverse("measure:indicator", args=[row.pk])) if row else None


def chain_behind(actor: Actor, indicator: Indicator) -> list[Strand]:
    """Return the needs, sendings, recommendations and adoptions that an indicator opened or that name it, oldest need first.

    Only what the actor reads, but for the words of the needs, which stand on the page of the indicator anyway.
    """
    named = sendings_visible_to(actor).filter(indicator=indicator)
    served = UnitNeed.objects.filter(agency_id=actor.agency_id, pk__in=named.order_by().values("need_id")).select_related("unit")
    needs = {need.pk: need for need in (*needs_from(actor, indicator.pk), *served)}
    serving = serving_needs(actor, list(needs), results=False)
    seen = set(needs_visible_to(actor).filter(pk__in=needs).values_list("pk", flat=True)) if needs else set()
    found = [
        Strand(
            kind=pgettext("mata rantai", "Kebutuhan"),
            title=need.what,
            href=reverse("needs:need", args=[need.pk]) if need.pk in seen else "",
            state=need.get_state_display(),
            chip=NEED_CHIPS[need.state],
            note=need.unit.name,
            after=serving.get(need.pk) or (Strand("", _("Belum ada pengiriman belajar untuk kebutuhan ini.")),),
        )
        for need in sorted(needs.values(), key=lambda need: (need.opened_at, need.pk))
    ]
    alone = [strand for _row, strand in sending_strands(actor, named.filter(need=None), results=False)]
    return [*found, *alone, *_others(actor, indicator, named.order_by().values("pk"))]


def _others(actor: Actor, indicator: Indicator, shown: QuerySet[Sending]) -> list[Strand]:
    """Return the adoptions that name the indicator and came of none of these sendings, such as one from the practice registry."""
    rows = adoptions_visible_to(actor).filter(indicator=indicator).exclude(recommendation__sending__in=shown)
    return [
        Strand(
            kind=pgettext("mata rantai", "Rekomendasi"),
            title=row.recommendation.title,
            href=reverse("apply:recommendation", args=[row.recommendation_id]),
            after=(adoption_strand(row),),
        )
        for row in rows.select_related("unit", "recommendation").order_by("pk")
    ]


def _result(found: Outcome) -> Strand:
    row, places = found.indicator, found.indicator.decimals
    told = []
    if found.newest and not found.newest.hidden:
        told.append(
            _("terbaru %(value)s %(unit)s (%(period)s)")
            % {"value": angka(found.newest.value, places), "unit": row.measure_unit, "period": found.newest.name}
        )
    if row.target_value is not None:
        goal = {"value": angka(row.target_value, places), "unit": row.measure_unit}
        told.append(
            _("target %(value)s %(unit)s pada %(day)s") % (goal | {"day": tanggal(row.target_on)})
            if row.target_on
            else _("target %(value)s %(unit)s") % goal
        )
    standing = OutcomeStanding(found.standing)
    return Strand(
        _("Hasil terukur"), row.name, reverse("measure:indicator", args=[row.pk]), str(standing.label), CHIPS[standing],
        "; ".join(told),
    )  # fmt: skip
