"""Tie aims of different branches to one another: links, not copies."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db.models import Sum
from django.utils.translation import gettext as _

from matang.flow.aims.choices import TWO_WAY, LinkKind
from matang.flow.aims.models import Aim, AimLink
from matang.flow.aims.permissions import may_edit_aims
from matang.flow.aims.services.aims import one_line
from matang.flow.aims.services.writing import locked, owner_path, writing
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, refuse, require
from matang.foundation.audit.context import because
from matang.foundation.clock.services import today
from matang.ui.formats import angka

SHARED = (LinkKind.CONTRIBUTES_TO, LinkKind.SHARES_OUTCOME)


def link_aims(
    *,
    actor: Actor,
    source_id: int,
    target_id: int,
    kind: str,
    share_percent: Decimal | None = None,
    note: str = "",
    agreed_on: date | None = None,
) -> AimLink:
    """Tie ``source`` to ``target``. A tie that says the same both ways stands once, whoever makes it.

    Raises:
        RefusedError: not the actor's aim, an unknown kind, an aim of another agency, or agreed on a day to come.
        ValidationError: the tie is there already, or the agreed shares of the target come to more than 100%.
    """
    if kind not in LinkKind.values:
        raise refuse(_("Pilih jenis hubungan."))
    if agreed_on and agreed_on > today():
        raise refuse(_("Tanggal kesepakatan belum tiba."))
    with writing(actor.agency_id):
        source = locked(actor, source_id)
        target = Aim.objects.filter(pk=target_id, agency_id=actor.agency_id, valid_to__isnull=True).first()
        if target is None or source.valid_to is not None:
            raise refuse(_("Simpul tujuan hubungan tidak ada, atau salah satunya sudah berakhir."))
        back = AimLink.objects.filter(source=target, target=source, kind=kind, valid_to__isnull=True)
        if kind in TWO_WAY and back.exists():
            raise ValidationError({"target": _("Hubungan ini sudah tercatat dari simpul itu.")})
        if share_percent is not None:
            _check_shares(target, share_percent)
        return AimLink.objects.create(
            agency_id=actor.agency_id,
            source=source,
            target=target,
            kind=kind,
            share_percent=share_percent,
            note=one_line(note)[:300],
            agreed_on=agreed_on,
            valid_from=today(),
        )


def end_link(*, actor: Actor, link_id: int, reason: str) -> None:
    """End a tie from today on; one made today is deleted, the trail keeps it. Either end's planner may.

    Raises:
        RefusedError: not the actor's, no reason, or it has ended.
    """
    if not reason.strip():
        raise refuse(_("Tulis alasan pemutusan hubungan."))
    with because(reason.strip()), writing(actor.agency_id):
        rows = AimLink.objects.select_for_update(of=("self",)).select_related(
            "source__unit", "source__plan__unit", "target__unit", "target__plan__unit"
        )
        link = rows.filter(pk=link_id, agency_id=actor.agency_id, valid_to__isnull=True).first()
        if link is None:
            raise refuse(_("Hubungan ini tidak ada, atau sudah diputus."))
        answers = [may_edit_aims(actor, owner_path(end)) for end in (link.source, link.target)]
        if all(isinstance(answer, Denied) for answer in answers):
            require(answers[0])
        if link.valid_from >= today():
            link.delete()
        else:
            link.valid_to = today()
            link.save(update_fields=["valid_to"])


def _check_shares(target: Aim, share: Decimal) -> None:
    if not share.is_finite() or not 0 <= share <= 100:
        raise ValidationError({"share_percent": _("Bagian yang disepakati adalah 0 sampai 100 persen.")})
    agreed = AimLink.objects.filter(target=target, kind__in=SHARED, valid_to__isnull=True)
    already = agreed.aggregate(sum=Sum("share_percent"))["sum"] or Decimal(0)
    if already + share > 100:
        raise ValidationError(
            {
                "share_percent": _("Bagian yang sudah disepakati untuk hasil ini %(already)s%%; dengan ini menjadi %(sum)s%%.")
                % {"already": angka(already), "sum": angka(already + share)}
            }
        )
