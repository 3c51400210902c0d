"""Who may do what in this stage. The appointing official decides for the whole agency, a unit head inside their own unit."""

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
"""Who reads recommendations and adoptions of the own units; who wrote one reads it besides."""
PLANNING_ROLES = (Role.HR_OFFICER, Role.UNIT_HEAD)
DECIDING_ROLES = (Role.APPOINTING_OFFICIAL, Role.UNIT_HEAD)
KEEPING_ROLES = (Role.UNIT_HEAD, Role.DIRECT_SUPERIOR, Role.HR_OFFICER)
PRACTICE_ROLES = (Role.HR_OFFICER, Role.PROGRAMME_PLANNER)
PUBLISHING_ROLES = (Role.HR_OFFICER, Role.APPOINTING_OFFICIAL)


def may_write_recommendation(actor: Actor, unit_path: str, person_id: int | None) -> Answer:
    """Answer whether the actor may write a recommendation: who brought it home, or the head or HR officer of the unit."""
    own = actor.person_id is not None and actor.person_id == person_id
    if own or actor.scope(*PLANNING_ROLES).covers(unit_path):
        return Allowed()
    return Denied(_("Rekomendasi ditulis oleh yang membawanya pulang, kepala unitnya, atau pengelola kepegawaian."))


def may_plan_presentation(actor: Actor, unit_path: str) -> Answer:
    """Answer whether the actor may set a day on which recommendations of this unit are presented."""
    if actor.scope(*PLANNING_ROLES).covers(unit_path):
        return Allowed()
    return Denied(_("Hari paparan ditetapkan oleh kepala unit itu atau pengelola kepegawaian."))


def may_decide_recommendation(actor: Actor, unit_path: str, owner_path: str, person_id: int | None) -> Answer:
    """Answer whether the actor may decide: the appointing official, or a head over both the proposing and the owning unit.

    Nobody decides about what they brought home themselves.
    """
    if actor.person_id is not None and actor.person_id == person_id:
        return Denied(_("Rekomendasi sendiri diputus pejabat lain."))
    if actor.scope(Role.APPOINTING_OFFICIAL).everything:
        return Allowed()
    head = actor.scope(Role.UNIT_HEAD)
    if head.covers(unit_path) and bool(owner_path) and head.covers(owner_path):
        return Allowed()
    return Denied(_("Rekomendasi diputus Pejabat Pembina Kepegawaian, atau kepala unit bila pengusul dan pemiliknya di unitnya."))


def may_keep_adoption(actor: Actor, unit_path: str) -> Answer:
    """Answer whether the actor may plan the actions of an adoption of this unit and note what was found."""
    if actor.scope(*KEEPING_ROLES).covers(unit_path):
        return Allowed()
    return Denied(_("Penerapan dikerjakan dan diperiksa oleh pimpinan unit pemiliknya atau pengelola kepegawaian."))


def may_close_adoption(actor: Actor, unit_path: str) -> Answer:
    """Answer whether the actor may close or reopen an adoption of this unit: its head, or the appointing official."""
    if actor.scope(*DECIDING_ROLES).covers(unit_path):
        return Allowed()
    return Denied(_("Penerapan ditutup atau dibuka kembali oleh kepala unit pemiliknya atau Pejabat Pembina Kepegawaian."))


def may_keep_practices(actor: Actor) -> Answer:
    """Answer whether the actor may describe the practices of the agency."""
    if actor.scope(*PRACTICE_ROLES).everything:
        return Allowed()
    return Denied(_("Pustaka praktik ditulis oleh pengelola kepegawaian atau perencana program."))


def may_publish_practices(actor: Actor) -> Answer:
    """Answer whether the actor may let other governments read a practice, or take it back."""
    if actor.scope(*PUBLISHING_ROLES).everything:
        return Allowed()
    return Denied(_("Praktik diterbitkan oleh pengelola kepegawaian atau Pejabat Pembina Kepegawaian."))


def may_be_credited(actor: Actor, person_id: int | None) -> Answer:
    """Answer whether the actor may say that their name stands with a practice: only the person themselves."""
    if actor.person_id is not None and actor.person_id == person_id:
        return Allowed()
    return Denied(_("Hanya yang bersangkutan yang dapat mengizinkan namanya disebut."))
