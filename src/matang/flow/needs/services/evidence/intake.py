"""The road of a file of assessment results: tried, looked at, stored whole or discarded; taken back whole."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.needs.choices import AssessmentState, EvidenceSource
from matang.flow.needs.models import AssessmentFile, Evidence, EvidenceWithdrawal
from matang.flow.needs.permissions import EVIDENCE_ROLES, may_import_evidence
from matang.flow.needs.services.evidence.plans import KEPT, AssessmentPlan, competency_words, plan
from matang.flow.needs.services.evidence.recording import NewEvidence, Upload, reliability_of
from matang.flow.needs.services.evidence.sheets import UnreadableSheetError, read
from matang.flow.needs.services.evidence.status import recompute
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require
from matang.foundation.clock.services import now, today
from matang.foundation.files.models import FileKind
from matang.foundation.files.services import open_file, store
from matang.foundation.tenancy.bulk import copy_into, reserve_ids


def try_assessments(
    *, actor: Actor, upload: Upload, source: str, shown_on: date | None, expires_on: date | None = None
) -> AssessmentFile:
    """Keep a file and say what it would do; nothing else is written.

    Raises:
        RefusedError: not the actor's to load, or the file cannot be read as a table.
        RefusedFileError: the file is not a workbook that we accept.
    """
    require(may_import_evidence(actor))
    if source == EvidenceSource.SELF:
        raise RefusedError(Denied(_("Pernyataan sendiri hanya dapat dicatat oleh pegawai itu.")))
    with transaction.atomic():
        stored = store(
            agency_id=actor.agency_id or 0,
            actor_id=actor.user_id,
            name=upload.name,
            content=upload.content,
            kinds=(FileKind.XLSX,),
        )
        file = AssessmentFile.objects.create(
            agency_id=actor.agency_id,
            file=stored,
            source=source,
            shown_on=shown_on,
            expires_on=expires_on,
            created_by_id=actor.user_id,
            created_at=now(),
        )
        review(actor, file)
    return file


def review(actor: Actor, file: AssessmentFile) -> AssessmentPlan:
    """Make the plan anew and keep its counts and first findings."""
    with open_file(file.file) as handle:
        content = handle.read()
    try:
        made = plan(actor, file, read(content, competency_words(file.agency_id, today())))
    except UnreadableSheetError as error:
        raise RefusedError(Denied(str(error))) from error
    file.tally, file.findings = made.tally, [finding.kept() for finding in made.findings[:KEPT]]
    file.save(update_fields=["tally", "findings"])
    return made


def commit_assessments(*, actor: Actor, file_id: int, reason: str = "") -> AssessmentFile:
    """Store what the dry run showed: all or nothing. A file that is stored already is returned as it is.

    Where people or evidence changed since, so that the counts differ, nothing is stored and the new counts are shown.
    ``reason`` is needed when pieces that are there would be corrected.
    """
    require(may_import_evidence(actor))
    with transaction.atomic():
        file = _locked(actor, file_id)
        if file.state == AssessmentState.COMMITTED:
            return file
        if file.state != AssessmentState.READY:
            raise RefusedError(Denied(_("Berkas ini sudah dibatalkan atau ditarik.")))
        shown: dict[str, Any] = dict(file.tally)
        made = review(actor, file)
        if made.tally != shown:
            return file
        if made.corrections and not reason.strip():
            raise RefusedError(Denied(_("Berkas ini memperbaiki bukti yang sudah ada. Tulis alasannya.")))
        if not made.new and not made.corrections:
            raise RefusedError(Denied(_("Tidak ada yang dapat disimpan dari berkas ini.")))
        _write(actor, file, made, reason.strip())
        _decide(actor, file, AssessmentState.COMMITTED, reason)
    return file


def discard_assessments(*, actor: Actor, file_id: int) -> AssessmentFile:
    """Give up a file that was only tried."""
    require(may_import_evidence(actor))
    with transaction.atomic():
        file = _locked(actor, file_id)
        if file.state == AssessmentState.READY:
            _decide(actor, file, AssessmentState.DISCARDED, "")
    return file


def withdraw_assessments(*, actor: Actor, file_id: int, reason: str) -> AssessmentFile:
    """Take back everything that a file brought, with a reason; what it had corrected holds again, as new rows."""
    require(may_import_evidence(actor))
    if not reason.strip():
        raise RefusedError(Denied(_("Tulis alasan penarikan bukti.")))
    with transaction.atomic():
        file = _locked(actor, file_id)
        if file.state == AssessmentState.WITHDRAWN:
            return file
        if file.state != AssessmentState.COMMITTED:
            raise RefusedError(Denied(_("Hanya berkas yang tersimpan dapat ditarik.")))
        _take_back(actor, file, reason.strip())
        _decide(actor, file, AssessmentState.WITHDRAWN, reason)
    return file


def _locked(actor: Actor, file_id: int) -> AssessmentFile:
    rows = AssessmentFile.objects.select_for_update(of=("self",)).select_related("file")
    file = rows.filter(pk=file_id, agency_id=actor.agency_id).first()
    if file is None or (file.created_by_id != actor.user_id and not actor.scope(*EVIDENCE_ROLES).everything):
        raise RefusedError(Denied(_("Berkas ini tidak ada dalam lingkup Anda.")))
    return file


def _decide(actor: Actor, file: AssessmentFile, state: AssessmentState, reason: str) -> None:
    file.state, file.reason = state, reason.strip()[:300] or file.reason
    file.decided_by_id, file.decided_at = actor.user_id, now()
    file.save(update_fields=["state", "reason", "decided_by", "decided_at"])


FIELDS = (
    "id", "agency", "person", "competency", "level", "source", "reliability", "shown_on", "expires_on", "rater", "rater_role",
    "note", "origin", "recorded_at",
)  # fmt: skip
WITHDRAWN = ("agency", "evidence", "replacement", "reason", "withdrawn_by", "withdrawn_at")


def _write(actor: Actor, file: AssessmentFile, made: AssessmentPlan, reason: str) -> None:
    moment = now()
    pieces = [*made.new, *(piece for _key, piece in made.corrections)]
    keys = reserve_ids(Evidence, len(pieces))

    def row(key: int, p: NewEvidence) -> tuple[object, ...]:
        return (
            key, file.agency_id, p.person_id, p.competency_id, p.level, p.source, reliability_of(p), p.shown_on, p.expires_on,
            actor.user_id, p.rater_role, p.note, p.origin, moment,
        )  # fmt: skip

    copy_into(Evidence, FIELDS, (row(key, piece) for key, piece in zip(keys, pieces, strict=True)))
    replaced = zip((old for old, _piece in made.corrections), keys[len(made.new) :], strict=True)
    if made.corrections:
        copy_into(
            EvidenceWithdrawal, WITHDRAWN, ((file.agency_id, old, new, reason, actor.user_id, moment) for old, new in replaced)
        )
    recompute(file.agency_id, today(), {piece.person_id for piece in pieces})


def _take_back(actor: Actor, file: AssessmentFile, reason: str) -> None:
    moment = now()
    brought = list(
        Evidence.objects.filter(agency_id=file.agency_id, origin=f"assessment:{file.pk}", withdrawal__isnull=True).values_list(
            "id", "person_id"
        )
    )
    corrected = {
        withdrawal.replacement_id: withdrawal.evidence
        for withdrawal in EvidenceWithdrawal.objects.filter(
            agency_id=file.agency_id, replacement_id__in=[key for key, _person in brought]
        ).select_related("evidence")
    }
    keys = dict(zip(corrected, reserve_ids(Evidence, len(corrected)), strict=True))
    if corrected:
        copied = [name for name in FIELDS if name not in {"id", "recorded_at", "origin"}]
        copy_into(
            Evidence,
            ("id", *copied, "origin", "recorded_at", "document"),
            (
                (keys[new], *(getattr(old, Evidence._meta.get_field(name).attname) for name in copied),
                 f"restored:{old.pk}", moment, old.document_id)
                for new, old in corrected.items()
            ),
        )  # fmt: skip
    copy_into(
        EvidenceWithdrawal,
        WITHDRAWN,
        ((file.agency_id, key, keys.get(key), reason[:300], actor.user_id, moment) for key, _person in brought),
    )
    recompute(file.agency_id, today(), {person for _key, person in brought})
