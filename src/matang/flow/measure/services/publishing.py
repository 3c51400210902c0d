"""A government says in public how far it has come: by a named official, on the chained log, and never with small numbers."""

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.measure.models import PublishedFigures
from matang.flow.measure.permissions import may_publish
from matang.flow.measure.selectors.chain import ChainQuestion, chain_of
from matang.flow.measure.selectors.published import figures_to_publish, published_before
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now, today
from matang.foundation.tenancy.models import Agency


def publish_figures(*, actor: Actor, reason: str) -> PublishedFigures:
    """Publish today's sums, as far as they may stand beside all that was published before.

    The same sums on the same day are published once.

    Raises:
        RefusedError: not the actor's to publish, or no reason.
    """
    require(may_publish(actor))
    if not reason.strip():
        raise refuse(_("Tulis dasar penerbitannya."))
    with transaction.atomic():
        Agency.objects.select_for_update().get(pk=actor.agency_id)
        found = chain_of(actor, ChainQuestion(), today()).figures
        figures = figures_to_publish(found, published_before(actor.agency_id or 0), today())
        newest = PublishedFigures.objects.filter(agency_id=actor.agency_id).order_by("-published_at", "-id").first()
        if newest is not None and (newest.as_at, newest.figures, newest.withdrawn) == (today(), figures, False):
            return newest
        return _said(actor, figures, reason, withdrawn=False)


def withdraw_figures(*, actor: Actor, reason: str) -> PublishedFigures | None:
    """Take back what the government says; earlier rows stay on the log. None where it says nothing.

    Raises:
        RefusedError: not the actor's, or no reason.
    """
    require(may_publish(actor))
    if not reason.strip():
        raise refuse(_("Tulis alasan menarik angka."))
    with transaction.atomic():
        Agency.objects.select_for_update().get(pk=actor.agency_id)
        newest = PublishedFigures.objects.filter(agency_id=actor.agency_id).order_by("-published_at", "-id").first()
        if newest is None or newest.withdrawn:
            return newest
        return _said(actor, {}, reason, withdrawn=True)


def _said(actor: Actor, figures: dict[str, dict[str, object]], reason: str, *, withdrawn: bool) -> PublishedFigures:
    row = PublishedFigures.objects.create(
        agency_id=actor.agency_id,
        as_at=today(),
        figures=figures,
        withdrawn=withdrawn,
        reason=reason.strip()[:300],
        published_at=now(),
        published_by_id=actor.user_id,
        published_name=actor.name[:150],
    )
    record_decision(
        agency_id=actor.agency_id or 0,
        actor_id=actor.user_id,
        kind="measure.figures_withdrawn" if withdrawn else "measure.figures_published",
        subject=f"figures:{row.pk}",
        payload={"as_at": row.as_at, "figures": figures},
        reason=reason.strip(),
    )
    return row
