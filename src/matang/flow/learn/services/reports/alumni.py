"""Somebody with an accepted report says that they are ready to help others with its topic, and may stop any time."""

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import AlumnusRole, ReportState
from matang.flow.learn.models import Alumnus, SendingReport
from matang.flow.learn.permissions import may_write_report
from matang.flow.learn.services.reports.writing import held_report
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import today


def offer_help(*, actor: Actor, report_id: int, role: str, topic: str = "", note: str = "") -> Alumnus:
    """List oneself as a possible mentor or speaker; the topic is what was learned, unless said otherwise.

    Raises:
        RefusedError: not one's own report, not accepted, or no such role.
    """
    with transaction.atomic():
        report = held_report(actor, SendingReport.objects.filter(pk=report_id))
        require(may_write_report(actor, report.person_id))
        if report.state != ReportState.ACCEPTED:
            raise refuse(_("Kesediaan membantu dicatat setelah laporan diterima."))
        if role not in AlumnusRole.values:
            raise refuse(_("Pilih Anda bersedia sebagai apa."))
        said = {"topic": (topic.strip() or report.sending.title)[:120], "role": role, "note": note.strip()[:300]}
        made, _new = Alumnus.objects.update_or_create(
            agency_id=report.agency_id,
            report=report,
            defaults=said | {"ended_on": None},
            create_defaults=said | {"person_id": report.person_id, "offered_on": today()},
        )
    return made


def stop_helping(*, actor: Actor, report_id: int) -> None:
    """Take oneself off the list. Stopping twice changes nothing."""
    with transaction.atomic():
        report = held_report(actor, SendingReport.objects.filter(pk=report_id))
        require(may_write_report(actor, report.person_id))
        Alumnus.objects.filter(report=report, ended_on=None).update(ended_on=today())
