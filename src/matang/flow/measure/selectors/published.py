"""What governments publish about themselves: what may leave, and what left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from matang.flow.measure.models import PublishedFigures
from matang.flow.measure.selectors.chain import Figures, Total
from matang.flow.measure.selectors.small import SHOWN_FROM
from matang.foundation.access.actor import Actor
from matang.foundation.tenancy.models import Agency

LABELS = {
    "needs": _("Kebutuhan dinyatakan"),
    "sendings": _("Pengiriman belajar"),
    "people": _("Orang yang berangkat"),
    "reported": _("Pengiriman yang laporannya diterima"),
    "recommendations": _("Rekomendasi"),
    "adopted": _("Penerapan"),
    "reached": _("Indikator yang targetnya tercapai"),
    "missed": _("Indikator yang targetnya meleset"),
    "improved": _("Pengiriman yang indikatornya terbukti membaik"),
    "money": _("Biaya (Rp)"),
}
"""What is published, in this order."""
PARTS = (("sendings", "reported"), ("sendings", "improved"), ("recommendations", "adopted"))
"""Pairs of a whole and a part of it: where only a few are missing from the whole, the part would tell who they are."""
EXACT, AT_LEAST, FEW, HIDDEN, UNKNOWN = "exact", "at_least", "few", "hidden", "unknown"

Figure = dict[str, Any]


def figures_to_publish(figures: Figures) -> dict[str, Figure]:
    """Return what may leave the government: counts of 1 to 4 as "few", and money of so few people not at all.

    No part leaves from which a few could be told by taking it from its whole.
    """
    whole: dict[str, Total] = {
        "needs": Total(figures.needs, at_least=False),
        "sendings": Total(figures.gone, at_least=False),
        "people": Total(figures.people, at_least=False),
        "reported": Total(figures.reported, at_least=False),
        "recommendations": Total(figures.recommendations, at_least=False),
        "adopted": Total(figures.adopted, at_least=False),
        "reached": Total(figures.reached, at_least=False),
        "missed": Total(figures.missed, at_least=False),
        "improved": Total(figures.improved, at_least=False),
        "money": figures.money,
    }
    found = {key: _figure(key, total) for key, total in whole.items()}
    for above, part in PARTS:
        more, less = whole[above].value, whole[part].value
        if more is not None and less is not None and 0 < more - less < SHOWN_FROM and found[part]["state"] == EXACT:
            found[part] = {"state": HIDDEN, "value": None}
    if found["people"]["state"] == FEW:
        found["money"] = {"state": HIDDEN, "value": None}
    return found


def _figure(key: str, total: Total) -> Figure:
    if total.value is None:
        return {"state": UNKNOWN, "value": None}
    if key != "money" and 0 < total.value < SHOWN_FROM:
        return {"state": FEW, "value": None}
    return {"state": AT_LEAST if total.at_least else EXACT, "value": total.value}


@dataclass(frozen=True, slots=True)
class Government:
    """What one government says about itself today."""

    agency: Agency
    row: PublishedFigures


def published_by_all() -> list[Government]:
    """Return what each government says today, by name; those that took everything back, or never said anything, are left out.

    Reads rows of every government: the further row policy of the table allows that inside any agency.
    """
    rows = PublishedFigures.objects.order_by("agency_id", "-published_at", "-id").distinct("agency_id")
    newest = {row.agency_id: row for row in rows if not row.withdrawn}
    return [Government(agency, newest[agency.pk]) for agency in Agency.objects.filter(pk__in=newest).order_by("name", "pk")]


def published_by_own(actor: Actor) -> list[PublishedFigures]:
    """Return what the actor's agency has published, newest first."""
    return list(PublishedFigures.objects.filter(agency_id=actor.agency_id).order_by("-published_at", "-id"))


def sums_of(rows: Sequence[Mapping[str, Figure]]) -> dict[str, Figure]:
    """Return the sums over governments.

    Whatever is not shown in a row is in no sum either, so that nothing can be told by taking the rows from the sum; such a sum
    is a minimum.
    """
    found: dict[str, Figure] = {}
    for key in LABELS:
        figures = [row.get(key, {"state": UNKNOWN, "value": None}) for row in rows]
        known = [figure["value"] for figure in figures if figure["state"] in {EXACT, AT_LEAST}]
        whole = all(figure["state"] == EXACT for figure in figures)
        if not known:
            found[key] = {"state": UNKNOWN, "value": None}
        else:
            found[key] = {"state": EXACT if whole else AT_LEAST, "value": sum(known)}
    return found
