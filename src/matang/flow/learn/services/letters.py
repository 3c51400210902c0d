"""The letter of duty and the request to a host, as papers with a verification code."""

from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from matang.flow.learn.choices import SINCE_ORDER, ParticipantState, SendingState
from matang.flow.learn.models import Sending, SendingOrder, VisitBrief
from matang.flow.learn.permissions import may_order_sending, may_prepare_sending
from matang.flow.learn.selectors.costs import days_of
from matang.flow.learn.services.sendings.locking import lock_own
from matang.flow.learn.services.sendings.withdrawing import ORDER, REQUEST
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import today
from matang.foundation.documents.models import IssuedDocument
from matang.foundation.documents.selectors import documents_about
from matang.foundation.documents.services import Paper, issue, withdraw
from matang.ui.formats import angka, tanggal

SOURCES = Path(__file__).parent.parent / "templates" / "learn" / "papers"
ASKING = (SendingState.SUBMITTED, *SINCE_ORDER)


def issue_order_letter(*, actor: Actor, sending_id: int, check_at: str = "") -> IssuedDocument:
    """Issue the letter of duty of an ordered sending; earlier ones are replaced. On the chained log.

    Raises:
        RefusedError: not ordered, or the actor neither decides nor prepares sendings of the unit.
    """
    with transaction.atomic(), override("id"):
        sending = lock_own(actor, sending_id)
        if not may_order_sending(actor):
            require(may_prepare_sending(actor, sending.unit.path))
        order = SendingOrder.objects.filter(sending=sending).first()
        if sending.state not in SINCE_ORDER or order is None:
            raise refuse(_("Surat tugas diterbitkan setelah pejabat memutuskan pengiriman ini."))
        paper = Paper(
            kind=_("Surat tugas"),
            title=_("Surat tugas belajar"),
            subject=f"{ORDER}:{sending.pk}",
            name=f"surat-tugas-{sending.pk}.pdf",
            source=SOURCES / "order.typ",
            data=_order(sending, order),
            check_at=check_at,
        )
        return _issued(actor, paper, "learn.order_letter_issued")


def issue_request_letter(*, actor: Actor, sending_id: int, number: str, signer: str, check_at: str = "") -> IssuedDocument:
    """Issue the letter that asks the host; ``number`` and ``signer`` are those of the sending office.

    Raises:
        RefusedError: still a draft, over, without number or signer, or not the actor's unit.
    """
    with transaction.atomic(), override("id"):
        sending = lock_own(actor, sending_id)
        require(may_prepare_sending(actor, sending.unit.path))
        if sending.state not in ASKING or sending.host is None:
            raise refuse(_("Surat permintaan diterbitkan setelah pengiriman diajukan dan selama belum ditolak atau dibatalkan."))
        if not number.strip() or not signer.strip():
            raise refuse(_("Isi nomor surat dan pejabat penanda tangannya."))
        paper = Paper(
            kind=_("Surat permintaan"),
            title=_("Permohonan tempat belajar"),
            subject=f"{REQUEST}:{sending.pk}",
            name=f"surat-permintaan-{sending.pk}.pdf",
            source=SOURCES / "request.typ",
            data=_request(sending, number.strip()[:80], signer.strip()[:120]),
            check_at=check_at,
        )
        return _issued(actor, paper, "learn.request_letter_issued")


def _issued(actor: Actor, paper: Paper, kind: str) -> IssuedDocument:
    for earlier in documents_about(actor.agency_id or 0, paper.subject):
        withdraw(earlier, actor_id=actor.user_id, reason=_("Digantikan terbitan berikutnya"))
    made = issue(agency_id=actor.agency_id or 0, actor_id=actor.user_id, paper=paper)
    record_decision(
        agency_id=actor.agency_id, actor_id=actor.user_id, kind=kind, subject=paper.subject,
        payload={"code": made.code, "sha256": made.sha256}, reason=paper.title,
    )  # fmt: skip
    return made


def _span(sending: Sending) -> str:
    begin = tanggal(sending.starts_on) if sending.starts_on else _("belum ditentukan")
    end = tanggal(sending.ends_on) if sending.ends_on else _("belum diketahui")
    days = days_of(sending)
    return f"{begin} – {end}" + (f" ({_('%(days)s hari') % {'days': angka(days)}})" if days else "")


def _host(sending: Sending) -> str:
    return ", ".join(part for part in (sending.host_unit, str(sending.host or "")) if part)


def _order(sending: Sending, order: SendingOrder) -> dict[str, object]:
    people = sending.participants.filter(state=ParticipantState.CHOSEN).select_related("person").order_by("pk")
    return {
        "number": _("Nomor: %(number)s") % {"number": order.number},
        "basis_title": _("Dasar"),
        "basis": _basis(sending),
        "people_title": _("Menugaskan"),
        "people_head": [_("Nama"), _("NIP"), _("Jabatan"), _("Unit")],
        "people": [[row.card_name, row.person.nip or "–", row.card_post or "–", row.card_unit or "–"] for row in people],
        "duty_title": _("Untuk"),
        "rows": [
            [_("Mempelajari"), sending.title],
            [_("Jenis"), sending.get_kind_display()],
            [_("Tempat"), _host(sending)],
            [_("Waktu"), _span(sending)],
            [_("Aturan biaya"), order.get_cost_rule_display()],
            [_("Setelah kembali"), sending.after_return or "–"],
        ],
        "closing": _("Peserta melaporkan hasil belajar secara tertulis setelah kembali. Alasan putusan: %(reason)s")
        % {"reason": order.reason},
        "place": _("Ditetapkan pada tanggal %(day)s") % {"day": tanggal(order.signed_on)},
        "signer": _("Pejabat Pembina Kepegawaian,"),
        "signer_name": f"({order.signed_name})" if order.signed_name else "(……………………………………)",
    }


def _basis(sending: Sending) -> list[str]:
    lines = []
    if sending.need:
        lines.append(_("Kebutuhan unit: %(what)s") % {"what": sending.need.what})
    if sending.indicator:
        lines.append(_("Indikator yang dilayani: %(name)s") % {"name": sending.indicator.name})
    if sending.host_answered_at:
        lines.append(_("Kesediaan tuan rumah tanggal %(day)s") % {"day": tanggal(sending.host_answered_at)})
    return lines


def _request(sending: Sending, number: str, signer: str) -> dict[str, object]:
    brief = VisitBrief.objects.filter(sending=sending).first()
    rows = [
        [_("Yang ingin dipelajari"), sending.title],
        [_("Bentuk"), sending.get_kind_display()],
        [_("Jumlah orang"), angka(sending.seats) if sending.seats is not None else _("belum ditentukan")],
        [_("Waktu"), _span(sending)],
        [_("Unit pengirim"), sending.unit_name],
    ]
    if brief and brief.questions:
        rows.append([_("Pertanyaan kami"), brief.questions])
    return {
        "number": _("Nomor: %(number)s") % {"number": number},
        "to": [_("Yth."), *[part for part in (sending.host_unit, str(sending.host)) if part]],
        "opening": _("Kami memohon kesediaan Bapak/Ibu menerima pegawai kami untuk belajar, dengan keterangan berikut."),
        "rows": rows,
        "closing": _(
            "Nama peserta kami sampaikan setelah surat tugas terbit. Atas kesediaan Bapak/Ibu kami ucapkan terima kasih."
        ),
        "place": tanggal(today()),
        "signer": signer,
        "signer_name": "(……………………………………)",
    }
