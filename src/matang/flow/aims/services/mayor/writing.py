"""Keep announcements, agendas, programmes and their ties to aims. All of it belongs to the whole agency."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Max
from django.utils.translation import gettext as _

from matang.flow.aims.models import Aim, MayorAgenda, MayorAnnouncement, MayorProgramme, MayorTie
from matang.flow.aims.permissions import may_edit_agency_aims
from matang.flow.aims.services.aims import one_line
from matang.flow.aims.services.writing import writing
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.context import because
from matang.foundation.clock.services import today

Row = TypeVar("Row", bound=models.Model)


@contextmanager
def _changing(actor: Actor) -> Iterator[None]:
    require(may_edit_agency_aims(actor))
    with writing(actor.agency_id):
        yield


def _row(model: type[Row], actor: Actor, key: int | None) -> Row:
    """Return the row to change, locked, or a new one; another agency's is refused."""
    if key is None:
        return model(agency_id=actor.agency_id)
    found = model._default_manager.select_for_update().filter(pk=key, agency_id=actor.agency_id).first()
    if found is None:
        raise refuse(_("Ini tidak ada dalam instansi Anda, atau sudah dihapus."))
    return found


def _store(row: models.Model, field: str) -> None:
    """Save a row; what its constraints say stands at the field."""
    try:
        row.full_clean()  # with the agency: a name is taken within it
    except ValidationError as error:
        found = error.error_dict
        raise ValidationError({field if name == "__all__" else name: errors for name, errors in found.items()}) from error
    row.save()


def save_announcement(
    *,
    actor: Actor,
    programmes: int | None,
    agendas: int | None,
    source: str,
    said_on: date | None = None,
    announcement_id: int | None = None,
) -> MayorAnnouncement:
    """Write down how many programmes or agendas were announced, with the source.

    Raises:
        RefusedError: not a planner's of the whole agency, or announced on a day to come.
        ValidationError: no number, no source, or written down already.
    """
    if said_on and said_on > today():
        raise refuse(_("Tanggal pengumuman belum tiba."))
    with _changing(actor):
        row = _row(MayorAnnouncement, actor, announcement_id)
        row.programmes, row.agendas, row.source, row.said_on = programmes, agendas, one_line(source), said_on
        _store(row, "programmes")
    return row


def save_agenda(
    *, actor: Actor, title: str, announced_count: int | None = None, source: str = "", agenda_id: int | None = None
) -> MayorAgenda:
    """Make an agenda, or change the one with ``agenda_id``.

    Raises:
        RefusedError: not a planner's of the whole agency.
        ValidationError: no title, a number without a source, or an agenda of this name is there already.
    """
    with _changing(actor):
        row = _row(MayorAgenda, actor, agenda_id)
        row.title, row.announced_count, row.source = one_line(title), announced_count, one_line(source)
        if row.announced_count is not None and not row.source:
            raise ValidationError({"source": _("Sebut sumber jumlah yang diumumkan.")})
        row.position = row.position or _next(MayorAgenda, actor)
        _store(row, "title")
    return row


def save_programme(
    *,
    actor: Actor,
    agenda_id: int,
    title: str,
    announced_total: int | None = None,
    total_unit: str = "",
    source: str = "",
    programme_id: int | None = None,
) -> MayorProgramme:
    """Make a programme in an agenda, or change the one with ``programme_id``.

    Raises:
        RefusedError: not a planner's of the whole agency, or an agenda of another one.
        ValidationError: no title, or it stands in this agenda already.
    """
    with _changing(actor):
        row = _row(MayorProgramme, actor, programme_id)
        row.agenda = _row(MayorAgenda, actor, agenda_id)
        row.title, row.announced_total = one_line(title), announced_total
        row.total_unit, row.source = one_line(total_unit), one_line(source)
        row.position = row.position or _next(MayorProgramme, actor)
        _store(row, "title")
    return row


def tie_programme(*, actor: Actor, programme_id: int, aim_id: int) -> MayorTie:
    """Say that an aim carries out a programme of the mayor. Said again: nothing changes.

    Raises:
        RefusedError: not a planner's of the whole agency, or an aim that has ended or is another agency's.
    """
    with _changing(actor):
        programme = _row(MayorProgramme, actor, programme_id)
        aim = Aim.objects.filter(pk=aim_id, agency_id=actor.agency_id, valid_to__isnull=True).first()
        if aim is None:
            raise refuse(_("Simpul ini tidak ada, atau sudah berakhir."))
        made, _new = MayorTie.objects.get_or_create(agency_id=actor.agency_id, programme=programme, aim=aim)
    return made


def drop(*, actor: Actor, model: type[models.Model], key: int, reason: str) -> None:
    """Take out an announcement, an agenda without programmes, a programme with its ties, or a tie; the trail keeps it.

    Raises:
        RefusedError: not a planner's of the whole agency, no reason, or an agenda that still has programmes.
    """
    if not reason.strip():
        raise refuse(_("Tulis alasannya."))
    with because(reason.strip()), _changing(actor):
        row = _row(model, actor, key)
        if isinstance(row, MayorAgenda) and row.programmes.exists():
            raise refuse(_("Agenda ini masih berisi program. Pindahkan atau hapus programnya dahulu."))
        row.delete()


def _next(model: type[models.Model], actor: Actor) -> int:
    rows = model._default_manager.filter(agency_id=actor.agency_id)
    return (rows.aggregate(last=Max("position"))["last"] or 0) + 1
