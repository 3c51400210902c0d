"""Who may do what in this stage. Two governments meet here: the sender's officers and the host's."""

from django.utils.translation import gettext as _

from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Allowed, Answer, Denied
from matang.foundation.access.roles import Role

READING_ROLES = (
    Role.HR_OFFICER,
    Role.PLANNER,
    Role.PROGRAMME_PLANNER,
    Role.APPOINTING_OFFICIAL,
    Role.AUDITOR,
    Role.UNIT_HEAD,
    Role.DIRECT_SUPERIOR,
    Role.MENTOR,
)
"""Who reads sendings of the own units; participants read their own besides."""
SENDER_ROLES = (Role.HR_OFFICER, Role.UNIT_HEAD)
HOST_ROLES = (Role.HOST_COORDINATOR, Role.HR_OFFICER)


def may_prepare_sending(actor: Actor, unit_path: str) -> Answer:
    """Answer whether the actor may write and submit a sending of the unit with this path."""
    if actor.scope(*SENDER_ROLES).covers(unit_path):
        return Allowed()
    return Denied(_("Pengiriman belajar diajukan oleh kepala unit itu atau oleh pengelola kepegawaian."))


def may_order_sending(actor: Actor) -> Answer:
    """Answer whether the actor may decide on a submitted sending: the appointing official."""
    if actor.has(Role.APPOINTING_OFFICIAL):
        return Allowed()
    return Denied(_("Surat tugas belajar diputuskan oleh Pejabat Pembina Kepegawaian."))


def may_host(actor: Actor) -> Answer:
    """Answer whether the actor speaks for the agency as a host."""
    if actor.scope(*HOST_ROLES).everything:
        return Allowed()
    return Denied(_("Jawaban tuan rumah diberikan oleh koordinator tuan rumah instansi itu."))


CALENDAR_ROLES = (
    Role.HOST_COORDINATOR,
    Role.HR_OFFICER,
    Role.APPOINTING_OFFICIAL,
    Role.PROGRAMME_PLANNER,
    Role.AUDITOR,
    Role.UNIT_HEAD,
    Role.DIRECT_SUPERIOR,
    Role.MENTOR,
)
"""Who reads the calendar of the own agency as a host: whence, how many and when, never a name."""


def may_keep_hosts(actor: Actor) -> Answer:
    """Answer whether the actor may keep the hosts of the whole agency, their agreements and its own calendar as a host."""
    if actor.scope(*HOST_ROLES).everything:
        return Allowed()
    return Denied(_("Tuan rumah, perjanjian, dan kalender dicatat oleh koordinator tuan rumah atau pengelola kepegawaian."))
