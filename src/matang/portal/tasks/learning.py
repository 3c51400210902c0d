"""What learning asks of those who go: their commitment, today's entry, an answer to a mentor, the report."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from matang.flow.learn import public as learn
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import is_working_day, today
from matang.portal.tasks.task import Task, since
from matang.ui.formats import angka
from matang.ui.navigation import address


def own_learning(actor: Actor) -> Iterator[Task]:
    """What the actor's own sendings ask of them."""
    day = today()
    standings = learn.own_standings(actor, day)
    writes = any(one.write for one in standings) and is_working_day(day, agency_id=actor.agency_id or 0)
    for one in standings:
        yield from _daily(one, writes=writes and one.write)
        yield from _before_and_after(one)


def _daily(one: learn.OwnStanding, *, writes: bool) -> Iterator[Task]:
    if one.asked:
        yield Task(
            title=_("Mentor menanyakan %(number)s catatan harian Anda") % {"number": angka(one.asked)},
            text=_("Baca pertanyaannya, lalu lengkapi catatan itu: %(title)s.") % {"title": one.title},
            href=address("learn:logbook"),
            action=_("Buka buku harian"),
            icon="message-circle-question-mark",
        )
    if writes:
        yield Task(
            title=_("Catatan harian hari ini belum ditulis"),
            text=_("%(title)s. Di ponsel juga dapat ditulis tanpa jaringan.") % {"title": one.title},
            href=address("learn:log_write"),
            action=_("Tulis"),
            icon="notebook-pen",
        )


def _before_and_after(one: learn.OwnStanding) -> Iterator[Task]:
    title = {"title": one.title}
    if one.commit:
        yield Task(
            title=_("Anda diajukan untuk belajar: %(title)s") % title,
            text=_("Tulis sendiri apa yang akan Anda kerjakan dengan hasilnya, atau mundur dengan alasan."),
            href=address("learn:my_proposals"),
            action=_("Tulis komitmen"),
            icon="signature",
        )
    if one.report_since:
        back = _("Anda kembali %(since)s.") % {"since": since(one.report_since)}
        ask = _("Laporan dikembalikan untuk dilengkapi.") if one.sent_back else _("JP dan rekomendasi menunggu laporan ini.")
        yield Task(
            title=_("Laporan belajar belum selesai: %(title)s") % title,
            text=f"{back} {ask}",
            href=address("learn:report_write", one.pk),
            action=_("Tulis laporan"),
            icon="file-pen-line",
        )
