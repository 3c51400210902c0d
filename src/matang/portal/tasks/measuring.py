"""What aims and indicators ask: an owner, an indicator, the values of a period that has passed."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from matang.flow.aims import public as aims
from matang.flow.measure import public as measure
from matang.foundation.access.actor import Actor
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import today
from matang.portal.tasks.task import Task, end_of
from matang.ui.formats import angka
from matang.ui.navigation import address


def values_owed(actor: Actor) -> Iterator[Task]:
    """Values of series that the actor is asked to fill."""
    if not actor.has(Role.PROGRAMME_PLANNER, Role.UNIT_HEAD):
        return
    owed = measure.unfilled(actor, today())
    if not owed:
        return
    first, late = owed[0], sum(one.days_late > 0 for one in owed)
    text = _("Mulai dari “%(indicator)s”, %(period)s.") % {"indicator": first.series.indicator.name, "period": first.period}
    if late:
        text += " " + _("%(late)s sudah terlambat.") % {"late": angka(late)}
    yield Task(
        title=_("%(number)s nilai indikator belum diisi") % {"number": angka(len(owed))},
        text=text,
        href=address("measure:owed"),
        action=_("Isi"),
        icon="chart-no-axes-combined",
        due=end_of(first.due_on),
        late=first.days_late > 0,
    )


def aims_to_settle(actor: Actor) -> Iterator[Task]:
    """Aims that nobody answers for, and those by which nothing is measured."""
    said = {
        "no_owner": (
            _("%(number)s simpul tujuan belum punya penanggung jawab"),
            _("Tanpa pemilik tidak ada yang ditanya dan tidak ada yang merawat."),
            "user-x",
        ),
        "no_indicator": (
            _("%(number)s simpul tujuan belum punya indikator"),
            _("Tanpa indikator tidak ada yang dapat menunjukkan hasilnya."),
            "ruler",
        ),
    }
    for reason, count in aims.unsettled(actor, today()).items():
        title, text, icon = said[reason]
        yield Task(
            title=title % {"number": angka(count)},
            text=text,
            href=f"{address('aims:aims')}?sebab={reason}",
            action=_("Lihat daftarnya"),
            icon=icon,
        )
