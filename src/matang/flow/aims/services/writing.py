"""What all changes of the tree share: one at a time in an agency, and refusals of the database in words."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.utils.translation import gettext as _

from matang.flow.aims.models import Aim, AimLink, AimPlan, Indicator, NomenclatureEdition
from matang.flow.aims.permissions import may_edit_aims
from matang.flow.register.public import Post, Unit
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.tracking import trail_of

FIELDS = {
    "aim_once": "title",
    "aim_has_title": "title",
    "aim_done_after_begun": "ends_on",
    "aim_plan_once": "name",
    "aim_plan_years": "year_to",
    "aim_plan_renstra_has_unit": "unit",
    "indicator_once": "name",
    "indicator_target_after_baseline": "target_on",
    "indicator_decimals": "decimals",
    "aim_link_share_is_percent": "share_percent",
}


@contextmanager
def writing(agency_id: int | None) -> Iterator[None]:
    """Change the tree of an agency in one transaction, one change at a time: paths are never written from a stale read.

    Raises:
        ValidationError: the database refused; the message stands at the field that must change.
    """
    with named_refusals(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"matang.aims:{agency_id}"])
        yield


@contextmanager
def named_refusals() -> Iterator[None]:
    """Turn a constraint's refusal into ``ValidationError`` with the constraint's own sentence, in a savepoint."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        diagnosis = getattr(error.__cause__, "diag", None)
        name = getattr(diagnosis, "constraint_name", None) or ""
        sentence = _sentence(name)
        if not sentence:
            raise
        raise ValidationError({FIELDS.get(name, "__all__"): ValidationError(sentence, code=name)}) from error


def _sentence(name: str) -> str:
    for model in (Aim, AimLink, AimPlan, Indicator, NomenclatureEdition):
        for constraint in model._meta.constraints:
            if constraint.name == name:
                return str(constraint.violation_error_message)
    return ""


def owner_path(aim: Aim) -> str:
    """Return the path of the unit that an aim belongs to: its own, else its plan's; empty = the whole agency."""
    if aim.unit_id:
        return aim.unit.path
    return aim.plan.unit.path if aim.plan.unit_id else ""


def locked(actor: Actor, aim_id: int) -> Aim:
    """Return an aim of the actor's agency that the actor may change, locked until the transaction ends.

    Raises:
        RefusedError: it is not of the agency, or not the actor's to change.
    """
    rows = Aim.objects.select_for_update(of=("self",)).select_related("plan__unit", "unit", "parent")
    aim = rows.filter(pk=aim_id, agency_id=actor.agency_id).first()
    if aim is None:
        raise refuse(_("Simpul ini tidak ada dalam instansi Anda."))
    require(may_edit_aims(actor, owner_path(aim)))
    return aim


def unit_of(actor: Actor, unit_id: int | None) -> Unit | None:
    """Return the unit of the actor's agency, None for none.

    Raises:
        RefusedError: no such unit in the agency.
    """
    if unit_id is None:
        return None
    unit = Unit.objects.filter(pk=unit_id, agency_id=actor.agency_id).first()
    if unit is None:
        raise refuse(_("Unit itu tidak ada dalam instansi Anda."))
    return unit


def post_of(actor: Actor, post_id: int | None) -> Post | None:
    """Return the post of the actor's agency, None for none.

    Raises:
        RefusedError: no such post in the agency.
    """
    if post_id is None:
        return None
    post = Post.objects.filter(pk=post_id, agency_id=actor.agency_id).select_related("unit").first()
    if post is None:
        raise refuse(_("Jabatan itu tidak ada dalam instansi Anda."))
    return post


def version_of(row: models.Model) -> int:
    """Return the number of the newest entry in the row's trail: what a form shows, to notice that somebody was faster."""
    newest = trail_of(type(row))._default_manager.filter(models.Q(id=row.pk)).order_by("-pgh_id")
    return newest.values_list("pgh_id", flat=True).first() or 0


def require_unchanged(row: models.Model, seen: int | None) -> None:
    """Refuse when the row was changed since ``seen`` (:func:`version_of`); None = not asked.

    Raises:
        RefusedError: somebody else was faster.
    """
    if seen is not None and version_of(row) != seen:
        raise refuse(_("Simpul ini baru saja diubah oleh orang lain. Muat ulang halaman, lalu ulangi perubahan Anda."))
