"""Recommendations with their adoptions as links of the chain, for the pages of sendings, needs and indicators."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from matang.flow.apply.choices import DecisionKind, RecommendationState
from matang.flow.apply.models import Adoption, Recommendation
from matang.flow.apply.selectors.adoptions import adoptions_visible_to
from matang.flow.apply.selectors.recommendations import recommendations_visible_to
from matang.foundation.access.actor import Actor
from matang.ui.formats import tanggal
from matang.ui.strands import Strand

CHIPS = {"draft": "", "submitted": "info", "presented": "warn", "decided": ""}
RESULTS = {"applied": "pass", "partly": "warn", "not_applied": "fail"}


def brought_home_of(actor: Actor, sending_ids: Collection[int]) -> Mapping[int, tuple[Strand, ...]]:
    """Return for each sending the recommendations that the actor reads, drafts left out, with their adoptions. Two queries."""
    rows = recommendations_visible_to(actor).filter(sending_id__in=sending_ids).exclude(state=RecommendationState.DRAFT)
    found = list(rows.select_related("owner_unit").prefetch_related("decisions").order_by("pk"))
    taken = adoptions_visible_to(actor).filter(recommendation__in=[row.pk for row in found]).select_related("unit")
    adopted = {row.recommendation_id: row for row in taken} if found else {}
    by: dict[int, list[Strand]] = defaultdict(list)
    for row in found:
        by[row.sending_id or 0].append(_recommendation(row, adopted.get(row.pk)))
    return {key: tuple(strands) for key, strands in by.items()}


def adoption_strand(row: Adoption) -> Strand:
    """Return an adoption as a link of the chain. Adopted is not improved: that stands in the measured result."""
    if row.result:
        state, chip = row.get_result_display(), RESULTS[row.result]
    elif row.began_on:
        state, chip = _("Berlaku sejak %(day)s") % {"day": tanggal(row.began_on, "short")}, "info"
    else:
        state, chip = _("Belum berlaku"), "warn"
    return Strand(
        pgettext("mata rantai", "Penerapan"),
        row.unit.name,
        reverse("apply:adoption", args=[row.pk]),
        state,
        chip,
        row.get_kind_display(),
    )


def _recommendation(row: Recommendation, adoption: Adoption | None) -> Strand:
    last = next(iter(sorted(row.decisions.all(), key=lambda one: -one.pk)), None)
    said = DecisionKind(last.kind).label if last and row.state == RecommendationState.DECIDED else row.get_state_display()
    chip = "fail" if last and last.kind == DecisionKind.REJECT else CHIPS[row.state]
    return Strand(
        kind=pgettext("mata rantai", "Rekomendasi"),
        title=row.title,
        href=reverse("apply:recommendation", args=[row.pk]),
        state=str(said),
        chip=chip,
        note=row.owner_unit.name if row.owner_unit else "",
        after=(adoption_strand(adoption),) if adoption else (),
    )
