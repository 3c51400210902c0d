"""What came home and waits: decisions about recommendations, and looks at adoptions."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from matang.flow.apply import public as apply
from matang.foundation.access.actor import Actor
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import today
from matang.portal.tasks.task import Task, end_of, one_or_all, since
from matang.ui.formats import angka
from matang.ui.navigation import address


def recommendations_to_decide(actor: Actor) -> Iterator[Task]:
    """Presented recommendations that the actor may decide about."""
    waiting = apply.waiting_decisions(actor)
    if not waiting.count:
        return
    text = _("Putusan bernama dan beralasan: terapkan, sesuaikan, uji coba, tolak, atau lengkapi dulu.")
    if waiting.presented_on:
        text = _("Yang terlama dipaparkan %(since)s.") % {"since": since(waiting.presented_on)} + " " + text
    yield Task(
        title=_("%(number)s rekomendasi sudah dipaparkan dan menunggu putusan") % {"number": angka(waiting.count)},
        text=text,
        href=one_or_all(waiting.count, "apply:recommendation", waiting.first, "apply:recommendations", "presented"),
        action=_("Putuskan"),
        icon="gavel",
    )


def adoption_checks(actor: Actor) -> Iterator[Task]:
    """Checks of adoptions on day 30, 90, 180 and 365: those of the own units, or for the official what is late with others."""
    checks = apply.due_checks(actor, today())
    if not checks:
        return
    if not actor.has(Role.UNIT_HEAD):
        yield _late_with_others(checks)
        return
    first, late = checks[0], sum(one.late > 0 for one in checks)
    one = len(checks) == 1
    text = _("Yang pertama: pemeriksaan hari ke-%(clock)s, “%(title)s”.") % {"clock": first.clock, "title": first.title}
    if late:
        text += " " + _("%(late)s sudah terlambat.") % {"late": angka(late)}
    yield Task(
        title=_("%(number)s penerapan perlu diperiksa") % {"number": angka(len(checks))},
        text=text,
        href=address("apply:adoption", first.adoption_id) if one else address("apply:adoptions"),
        action=_("Periksa"),
        icon="sprout",
        due=end_of(first.due_on),
        late=first.late > 0,
    )


def _late_with_others(checks: list[apply.DueCheck]) -> Task:
    """What an official is told: it is not his to look, so his own decisions come first."""
    first = checks[0]
    said = {"clock": first.clock, "title": first.title, "days": angka(first.late)}
    return Task(
        title=_("%(number)s pemeriksaan penerapan terlambat di unit") % {"number": angka(len(checks))},
        text=_("Terlama %(days)s hari: pemeriksaan hari ke-%(clock)s, “%(title)s”. Tanyakan kepada unitnya.") % said,
        href=address("apply:stuck"),
        action=_("Lihat"),
        icon="sprout",
    )
