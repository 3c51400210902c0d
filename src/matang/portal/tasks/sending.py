"""What sendings ask of the sender's head of unit and of the appointing official."""

from collections.abc import Iterator

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from matang.flow.learn import public as learn
from matang.foundation.access.actor import Actor
from matang.portal.tasks.task import Task, one_or_all, since
from matang.ui.formats import angka
from matang.ui.navigation import address


def sendings_to_decide(actor: Actor) -> Iterator[Task]:
    """Sendings ready for an order, those that a host declined, drafts that nobody submitted, and overdue reports."""
    waiting = learn.open_sendings(actor)
    listing = address("learn:sendings")
    if waiting.ready and waiting.ready_since:
        yield Task(
            title=_("%(number)s pengiriman belajar siap diputuskan") % {"number": angka(waiting.ready)},
            text=_("Tuan rumah sudah menerima dan peserta sudah dipilih; yang terlama menunggu sejak %(since)s.")
            % {"since": since(localtime(waiting.ready_since).date())},
            href=one_or_all(waiting.ready, "learn:sending", waiting.ready_first, "learn:sendings", "submitted"),
            action=_("Putuskan"),
            icon="stamp",
        )
    if waiting.declined:
        yield Task(
            title=_("%(number)s pengiriman tidak dapat diterima tuan rumah") % {"number": angka(waiting.declined)},
            text=_("Baca alasannya, lalu tarik menjadi konsep dan pilih tuan rumah lain, atau batalkan."),
            href=one_or_all(waiting.declined, "learn:sending", waiting.declined_first, "learn:sendings", "submitted"),
            action=_("Lihat"),
            icon="circle-x",
        )
    if waiting.drafts:
        yield Task(
            title=_("%(number)s konsep pengiriman belum diajukan") % {"number": angka(waiting.drafts)},
            text=_("Halamannya menyebut apa yang masih kurang."),
            href=one_or_all(waiting.drafts, "learn:sending", waiting.drafts_first, "learn:sendings", "draft"),
            action=_("Lengkapi"),
            icon="file-pen-line",
        )
    if waiting.owing:
        yield Task(
            title=_("%(number)s pengiriman belum melapor lebih dari 30 hari") % {"number": angka(waiting.owing)},
            text=_("Tagih laporannya, atau tutup pengirimannya dengan alasan; yang tetap terbuka ikut tercatat."),
            href=f"{listing}?status=returned",
            action=_("Lihat"),
            icon="file-clock",
        )
