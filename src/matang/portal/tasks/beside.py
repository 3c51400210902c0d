"""What is asked of those beside an intern: the host's coordinator and the mentors of both governments."""

from collections.abc import Iterator

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from matang.flow.learn import public as learn
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import today
from matang.portal.tasks.task import Task, since
from matang.ui.formats import angka, tanggal
from matang.ui.navigation import address


def requests_to_host(actor: Actor) -> Iterator[Task]:
    """Requests to this agency as a host that wait for an answer."""
    waiting = learn.open_requests(actor)
    if not waiting.count:
        return
    said = []
    if waiting.asked_at:
        said.append(_("Yang terlama pertama kali diminta %(since)s.") % {"since": since(localtime(waiting.asked_at).date())})
    if waiting.starts_on:
        said.append(_("Yang terdekat mulai %(day)s.") % {"day": tanggal(waiting.starts_on)})
    yield Task(
        title=_("%(number)s permintaan belajar menunggu jawaban tuan rumah") % {"number": angka(waiting.count)},
        text=" ".join(said),
        href=address("learn:requests_here"),
        action=_("Jawab"),
        icon="inbox",
    )


def mentoring(actor: Actor) -> Iterator[Task]:
    """What waits for a mentor, at home or at the host: entries, reviews at half time, levels to judge, reports to check."""
    interns = learn.mentored_by(actor, today())
    for side, listing in (("home", "learn:trainees"), ("host", "learn:hosted_trainees")):
        yield from _unread([one for one in interns if one.side == side and one.unread], listing)
    for one in interns:
        yield from _about(one)


def _unread(interns: list[learn.Mentored], listing: str) -> Iterator[Task]:
    if not interns:
        return
    yield Task(
        title=_("%(number)s catatan harian menunggu dibaca") % {"number": angka(sum(one.unread for one in interns))},
        text=_("Ditulis oleh %(names)s; peserta melihat bahwa Anda sudah membacanya.") % {"names": names(interns)},
        href=address("learn:trainee", interns[0].pk) if len(interns) == 1 else address(listing),
        action=_("Baca"),
        icon="notebook-pen",
    )


def _about(one: learn.Mentored) -> Iterator[Task]:
    name = {"name": one.name}
    if one.review_since:
        yield Task(
            title=_("Tinjauan tengah untuk %(name)s belum ditulis") % name,
            text=_("Paruh waktunya %(day)s. Yang diubah sekarang masih sempat berpengaruh.") % {"day": tanggal(one.review_since)},
            href=address("learn:review", one.pk),
            action=_("Tulis tinjauan"),
            icon="list-checks",
        )
    if one.levels:
        yield Task(
            title=_("Penilaian kompetensi %(name)s diminta") % name,
            text=_("%(number)s kompetensi menunggu level dari Anda yang melihat pekerjaannya.") % {"number": angka(one.levels)},
            href=address("learn:levels", one.pk),
            action=_("Nilai"),
            icon="gauge",
        )
    if one.report:
        yield Task(
            title=_("Laporan belajar %(name)s menunggu diperiksa") % name,
            text=_("Terima, atau kembalikan dengan yang perlu dilengkapi."),
            href=address("learn:reports"),
            action=_("Periksa"),
            icon="file-check",
        )


def names(interns: list[learn.Mentored]) -> str:
    """Return the names of the first three, and how many others."""
    shown = ", ".join(one.name for one in interns[:3])
    return _("%(names)s, dan %(more)s lainnya") % {"names": shown, "more": len(interns) - 3} if len(interns) > 3 else shown
