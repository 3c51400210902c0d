"""Check a file of cases, put it into the archive, and take it out again."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from matang.flow.learn.choices import PastField, PastImportState, PastOrigin, PastReading
from matang.flow.learn.models import PastCase, PastClaim, PastImport
from matang.flow.learn.permissions import may_keep_cases
from matang.flow.learn.services.cases.answering import link_part
from matang.flow.learn.services.cases.checking import Draft, check_rows
from matang.flow.learn.services.cases.reading import read_rows
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import now

CLAIMS = {
    "jenis": PastField.KIND, "pengirim": PastField.SENDER, "tuan_rumah": PastField.HOSTS, "jumlah_orang": PastField.PEOPLE,
    "mulai": PastField.STARTS, "selesai": PastField.ENDS, "durasi": PastField.DURATION, "topik": PastField.TOPIC,
    "hasil_dilaporkan": PastField.REPORTED, "hasil_terukur": PastField.OUTCOME, "keyakinan": PastField.TRUST,
    "catatan_uji": PastField.NOTE,
}  # fmt: skip


def upload_cases(*, actor: Actor, content: bytes, name: str) -> PastImport:
    """Keep a file as a dry run: nothing stands in the archive before ``apply_cases``.

    Raises:
        RefusedError: not the actor's to keep.
        UnreadableCasesError: the file is no list of cases.
    """
    require(may_keep_cases(actor))
    rows = read_rows(content, name)
    return PastImport.objects.create(
        agency_id=actor.agency_id, file_name=name[:200], rows=rows, uploaded_at=now(), uploaded_by_id=actor.user_id
    )


def drafts_of(batch: PastImport) -> list[Draft]:
    """Return what an import that waits would put in, checked against the archive as it is now."""
    codes = PastCase.objects.filter(agency_id=batch.agency_id).values_list("code", flat=True)
    return check_rows(batch.rows, codes)


def _held(actor: Actor, import_id: int, state: str, wrong: str) -> PastImport:
    require(may_keep_cases(actor))
    found = PastImport.objects.select_for_update().filter(pk=import_id, agency_id=actor.agency_id).first()
    if found is None:
        raise refuse(_("Impor ini tidak ada di instansi Anda."))
    if found.state != state:
        raise refuse(wrong)
    return found


def apply_cases(*, actor: Actor, import_id: int, parts: Mapping[str, bool], offices: Mapping[str, bool]) -> int:
    """Put the rows without errors into the archive; return how many.

    ``parts`` and ``offices`` say, by the code of a case, whether the person who imports confirms (True) or denies (False) what
    its note seems to say; what is not named stays open and is asked later.

    Raises:
        RefusedError: not the actor's, no longer waiting, or nothing in it can be stored.
    """
    with transaction.atomic():
        batch = _held(actor, import_id, PastImportState.READY, _("Impor ini sudah diputuskan."))
        drafts = [draft for draft in drafts_of(batch) if draft.fits]
        if not drafts:
            raise refuse(_("Tidak ada baris yang dapat dimasukkan. Perbaiki berkasnya, lalu unggah lagi."))
        for draft in drafts:
            draft.case.agency_id, draft.case.batch = batch.agency_id, batch
            if draft.case.code in offices and draft.case.offices_state == PastReading.PROPOSED:
                confirmed = offices[draft.case.code]
                draft.case.offices_state = PastReading.CONFIRMED if confirmed else PastReading.REFUSED
                draft.case.offices = draft.case.offices_read if confirmed else None
        PastCase.objects.bulk_create([draft.case for draft in drafts])
        PastClaim.objects.bulk_create([claim for draft in drafts for claim in _claims(actor, draft)])
        batch.state = PastImportState.APPLIED
        batch.save(update_fields=["state"])
        for draft in drafts:
            if draft.case.code in parts and draft.case.part_state == PastReading.PROPOSED:
                link_part(actor=actor, case_id=draft.case.pk, whole=draft.case.part_read if parts[draft.case.code] else "")
    return len(drafts)


def _claims(actor: Actor, draft: Draft) -> list[PastClaim]:
    where = _("%(url)s (baris %(row)s)") if draft.case.sources else _("baris %(row)s")
    source = where % {"url": draft.case.sources, "row": draft.case.row_number}
    said = [(CLAIMS[column], PastOrigin.FILE, draft.cells[column]) for column in CLAIMS if draft.cells[column]]
    if draft.case.offices_read is not None:
        said.append((PastField.OFFICES, PastOrigin.NOTE, str(draft.case.offices_read)))
    if draft.case.part_read:
        said.append((PastField.PART, PastOrigin.NOTE, draft.case.part_read))
    common = {"agency_id": draft.case.agency_id, "case": draft.case, "made_at": now(), "made_by_id": actor.user_id}
    return [PastClaim(field=field, origin=origin, said=text, source=source, **common) for field, origin, text in said]


def discard_cases(*, actor: Actor, import_id: int) -> None:
    """Throw a checked file away."""
    with transaction.atomic():
        batch = _held(actor, import_id, PastImportState.READY, _("Impor ini sudah diputuskan."))
        batch.state, batch.rows = PastImportState.DISCARDED, []
        batch.save(update_fields=["state", "rows"])


def undo_cases(*, actor: Actor, import_id: int, reason: str) -> int:
    """Take the cases of an import out of the archive, with what was answered about them; return how many.

    Raises:
        RefusedError: not the actor's, not in the archive, no reason, or a case of another import is part of one of these.
    """
    with transaction.atomic():
        batch = _held(actor, import_id, PastImportState.APPLIED, _("Impor ini tidak ada di arsip."))
        if not reason.strip():
            raise refuse(_("Tulis alasan pembatalan."))
        mine = PastCase.objects.filter(batch=batch)
        outside = PastCase.objects.filter(part_of__batch=batch).exclude(batch=batch).values_list("code", flat=True)
        if outside:
            raise refuse(
                _("Kasus %(codes)s dari impor lain adalah bagian dari kasus di sini. Lepaskan dulu.")
                % {"codes": ", ".join(outside)}
            )
        gone = mine.count()
        mine.filter(part_of__isnull=False).update(part_of=None)
        try:
            with transaction.atomic():
                mine.delete()
        except ProtectedError as error:
            raise refuse(_("Petugas lain baru saja memakai kasus dari impor ini. Muat ulang halamannya.")) from error
        batch.state, batch.reason = PastImportState.UNDONE, reason.strip()[:300]
        batch.save(update_fields=["state", "reason"])
    return gone
