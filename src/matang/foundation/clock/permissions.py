"""Who may change the calendar."""

from django.utils.translation import gettext as _

from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Allowed, Answer, Denied
from matang.foundation.access.roles import Role


def may_edit_calendar(actor: Actor) -> Answer:
    """Answer for the calendar of the actor's own agency: HR officers and operators of the whole agency."""
    if actor.scope(Role.HR_OFFICER, Role.SYSTEM_OPERATOR).everything:
        return Allowed()
    return Denied(_("Kalender instansi diubah oleh pengelola kepegawaian atau operator sistem untuk seluruh instansi."))


def may_edit_national_calendar(actor: Actor) -> Answer:
    """Answer for the days that hold for every agency."""
    if actor.scope(Role.SYSTEM_OPERATOR).everything:
        return Allowed()
    return Denied(_("Hari libur nasional diubah oleh operator sistem."))
