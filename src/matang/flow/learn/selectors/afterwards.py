"""What came of sendings: recommendations and adoptions (the stage ``apply`` tells) and the measured result (``measure``)."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from matang.flow.learn.models import Sending
from matang.flow.learn.selectors.sendings import sendings_visible_to
from matang.foundation.access.actor import Actor
from matang.ui.formats import tanggal
from matang.ui.strands import Provided, Strand

brought_home = Provided()
"""By sending: its recommendations with their adoptions; the stage ``apply`` provides them."""
measured = Provided()
"""By indicator: where it stands; the stage ``measure`` provides it."""
CHIPS = {
    "draft": "", "submitted": "info", "ordered": "info", "under_way": "warn", "returned": "warn", "reported": "info",
    "closed": "pass", "refused": "fail", "cancelled": "",
}  # fmt: skip


def strands_of(actor: Actor, rows: QuerySet[Sending], *, results: bool = True) -> list[tuple[Sending, Strand]]:
    """Return sendings that the actor sees, oldest first, as links of the chain with what came of each.

    ``results`` False leaves out the measured result, for the page that shows it itself. Three questions for all.
    """
    found = list(rows.select_related("host__partner", "indicator").order_by("opened_at", "pk"))
    brought = brought_home.of(actor, [row.pk for row in found])
    standing = measured.of(actor, {row.indicator_id for row in found if row.indicator_id}) if results else {}
    return [
        (row, _strand(row, brought.get(row.pk, ()), standing.get(row.indicator_id or 0, ()))) for row in found
    ]  # fmt: skip


def serving_needs(actor: Actor, need_ids: Collection[int], *, results: bool = True) -> Mapping[int, tuple[Strand, ...]]:
    """Return for each need the sendings that serve it; those that the actor doesn't read are counted, not named."""
    every = Sending.objects.filter(agency_id=actor.agency_id, need_id__in=need_ids).order_by().values_list("need_id", flat=True)
    by: dict[int, list[Strand]] = defaultdict(list)
    counted = Counter(every)
    rows = sendings_visible_to(actor).filter(need_id__in=need_ids)
    for row, strand in strands_of(actor, rows, results=results) if counted else []:
        by[row.need_id or 0].append(strand)
    for key, count in counted.items():
        if hidden := count - len(by[key]):
            said = ngettext("%(n)s pengiriman di luar lingkup Anda", "%(n)s pengiriman di luar lingkup Anda", hidden)
            by[key].append(Strand(pgettext("mata rantai", "Pengiriman"), said % {"n": hidden}))
    return {key: tuple(strands) for key, strands in by.items()}


def what_came(actor: Actor, sending: Sending) -> tuple[Strand, ...]:
    """Return what came of one sending that the actor sees: recommendations, adoptions, and the measured result."""
    standing = measured.of(actor, [sending.indicator_id]) if sending.indicator_id else {}
    return (*brought_home.of(actor, [sending.pk]).get(sending.pk, ()), *standing.get(sending.indicator_id or 0, ()))


def _strand(row: Sending, brought: tuple[Strand, ...], standing: tuple[Strand, ...]) -> Strand:
    days = [tanggal(day, "short") if day else _("belum diketahui") for day in (row.starts_on, row.ends_on)]
    told = [row.get_kind_display(), row.unit_name, str(row.host) if row.host else "", " – ".join(days) if row.starts_on else ""]
    return Strand(
        kind=pgettext("mata rantai", "Pengiriman"),
        title=row.title,
        href=reverse("learn:sending", args=[row.pk]),
        state=row.get_state_display(),
        chip=CHIPS[row.state],
        note=" · ".join(part for part in told if part),
        after=(*brought, *standing),
    )
