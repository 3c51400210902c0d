"""A file of the national list on its road: read, looked at, put into use or thrown away."""

from hashlib import sha256

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from matang.flow.aims.choices import NomenclatureState
from matang.flow.aims.models import Nomenclature, NomenclatureEdition
from matang.flow.aims.permissions import may_edit_agency_aims
from matang.flow.aims.services.nomenclature.reading import read_nomenclature
from matang.flow.aims.services.writing import writing
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now
from matang.foundation.tenancy.bulk import copy_into

EMPTY = {
    "output": "", "indicator": "", "measure_unit": "", "definition": "", "executor": "", "minimum_service": None, "kind": "",
    "previous": "",
}  # fmt: skip
FIELDS = ("agency", "edition", "level", "code", "parent_code", "title", *EMPTY, "row")


def load_nomenclature(*, actor: Actor, content: bytes, file_name: str, title: str, source: str = "") -> NomenclatureEdition:
    """Read a file and keep it to be looked at; it is not in use yet.

    Raises:
        RefusedError: not the actor's to load.
        UnreadableFileError: the file is no such table.
        ValidationError: the same file is there already, or no row of it can be taken.
    """
    require(may_edit_agency_aims(actor))
    digest = sha256(content).hexdigest()
    there = NomenclatureEdition.objects.filter(agency_id=actor.agency_id, digest=digest).exclude(
        state=NomenclatureState.DISCARDED
    )
    if there.exists():
        raise ValidationError({"file": _("Berkas yang sama sudah dimuat.")})
    reading = read_nomenclature(content, file_name)
    if not reading.rows:
        raise ValidationError(
            {"file": _("Tidak ada satu baris pun yang dapat diikutkan. Periksa kolom kode dan nama subkegiatan.")}
        )
    with writing(actor.agency_id):
        edition = NomenclatureEdition.objects.create(
            agency_id=actor.agency_id,
            title=title.strip()[:200],
            source=source.strip()[:300],
            file_name=file_name[:200],
            digest=digest,
            tally=reading.tally,
            kept_out=reading.kept_out,
            mended=reading.mended,
            created_at=now(),
            created_by_id=actor.user_id,
        )
        rows = ({**EMPTY, **row, "agency": actor.agency_id, "edition": edition.pk} for row in reading.rows)
        copy_into(Nomenclature, FIELDS, ([row[name] for name in FIELDS] for row in rows))
    return edition


def use_nomenclature(*, actor: Actor, edition_id: int) -> NomenclatureEdition:
    """Put a list into use: programmes are taken from the newest in use. One that is in use already is returned as it is.

    Raises:
        RefusedError: not the actor's, or the list was thrown away.
    """
    require(may_edit_agency_aims(actor))
    with writing(actor.agency_id):
        edition = _locked(actor, edition_id)
        if edition.state == NomenclatureState.IN_USE:
            return edition
        edition.state, edition.decided_at, edition.decided_by_id = NomenclatureState.IN_USE, now(), actor.user_id
        edition.save()
        record_decision(
            agency_id=edition.agency_id,
            actor_id=actor.user_id,
            kind="aims.nomenclature_in_use",
            subject=f"nomenclature:{edition.pk}",
            payload={"file": edition.file_name, "digest": edition.digest, "tally": edition.tally},
            reason=edition.source or edition.title,
        )
    return edition


def discard_nomenclature(*, actor: Actor, edition_id: int) -> None:
    """Throw a list away; what was taken from it into the tree stays.

    Raises:
        RefusedError: not the actor's, or thrown away already.
    """
    require(may_edit_agency_aims(actor))
    with writing(actor.agency_id):
        edition = _locked(actor, edition_id)
        edition.rows.all().delete()
        edition.state, edition.decided_at, edition.decided_by_id = NomenclatureState.DISCARDED, now(), actor.user_id
        edition.save()


def _locked(actor: Actor, edition_id: int) -> NomenclatureEdition:
    rows = NomenclatureEdition.objects.select_for_update(of=("self",))
    edition = rows.filter(pk=edition_id, agency_id=actor.agency_id).exclude(state=NomenclatureState.DISCARDED).first()
    if edition is None:
        raise refuse(_("Daftar ini tidak ada, atau sudah dibuang."))
    return edition
