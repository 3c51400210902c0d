"""What governments publish about themselves: what may leave, and what left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from matang.flow.measure.models import PublishedFigures
from matang.flow.measure.selectors.chain import Figures
from matang.flow.measure.selectors.protected import AT_LEAST, EXACT, MONEY, SAID, UNKNOWN, Figure, protected
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
    MONEY: _("Biaya (Rp)"),
}
"""What is published, in this order."""


def counts_of(figures: Figures) -> dict[str, int]:
    """Return the counts behind what is published."""
    return {"sendings": figures.gone} | {
        key: getattr(figures, key) for key in LABELS if key not in {"sendings", MONEY}
    }  # fmt: skip


def figures_to_publish(figures: Figures, earlier: Sequence[Mapping[str, Figure]], day: date) -> dict[str, Figure]:
    """Return what may leave the government on the day beside everything it ever said; ``protected`` has the rules."""
    money = figures.money
    return protected(counts_of(figures), (money.value, money.at_least), earlier, day)


def published_before(agency_id: int) -> list[dict[str, Figure]]:
    """Return every edition of an agency, the newest first, what was taken back later included: it was read."""
    rows = PublishedFigures.objects.filter(agency_id=agency_id, withdrawn=False).order_by("-published_at", "-id")
    return [dated(figures, as_at) for figures, as_at in rows.values_list("figures", "as_at")]


def dated(figures: Mapping[str, Figure], as_at: date) -> dict[str, Figure]:
    """Return the figures of an edition, each said one with its day: where it bears none, it is the edition's."""
    return {
        key: {"as_at": as_at.isoformat(), **figure} if figure["state"] in SAID else dict(figure)
        for key, figure in figures.items()
    }


@dataclass(frozen=True, slots=True)
class Line:
    """A figure as it is shown; ``stays_from`` is the earlier day on which it was said first, None where it is of this edition."""

    state: str
    value: int | None
    stays_from: date | None = None


def lines_of(figures: Mapping[str, Figure], as_at: date) -> dict[str, Line]:
    """Return the figures of an edition of ``as_at`` as they are shown."""
    found = {}
    for key, figure in figures.items():
        said_on = date.fromisoformat(figure["as_at"]) if "as_at" in figure else as_at
        found[key] = Line(figure["state"], figure["value"], said_on if said_on != as_at else None)
    return found


@dataclass(frozen=True, slots=True)
class Government:
    """What one government says about itself today."""

    agency: Agency
    row: PublishedFigures

    @property
    def lines(self) -> dict[str, Line]:
        """Return what it says, line by line."""
        return lines_of(dated(self.row.figures, self.row.as_at), self.row.as_at)


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
        known = [figure["value"] for figure in figures if figure["state"] in SAID]
        whole = all(figure["state"] == EXACT for figure in figures)
        if not known:
            found[key] = {"state": UNKNOWN, "value": None}
        else:
            found[key] = {"state": EXACT if whole else AT_LEAST, "value": sum(known)}
    return found
