"""Issue papers, and take them back."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from matang.foundation.clock.services import now
from matang.foundation.documents.codes import new_code
from matang.foundation.documents.models import IssuedDocument
from matang.foundation.documents.typesetting import typeset
from matang.foundation.files.models import FileKind
from matang.foundation.files.services import store
from matang.foundation.tenancy.models import Agency


@dataclass(frozen=True, slots=True)
class Paper:
    """What is to be issued. ``title`` and ``kind`` are public and name no person; ``name`` is the file's name.

    ``check_at`` is the address of the public page, to which the code is added; empty = the QR holds the code alone.
    """

    kind: str
    title: str
    subject: str
    name: str
    source: Path
    data: Mapping[str, object]
    check_at: str = ""


def issue(*, agency_id: int, actor_id: int | None, paper: Paper) -> IssuedDocument:
    """Typeset a paper, keep it for the agency and give it a verification code.

    The data get ``agency``, ``title``, ``code_label`` and ``code_note`` unless they bring their own.

    Raises:
        TypesettingError: the source does not fit the data; nothing was kept.
    """
    agency = Agency.objects.get(pk=agency_id)
    code, moment = new_code(agency.code), now()
    data = {
        "agency": agency.name,
        "title": paper.title,
        "code_label": _("Kode verifikasi"),
        "code_note": _("Keaslian berkas ini dapat diperiksa siapa pun dengan kode di atas."),
        **paper.data,
    }
    address = f"{paper.check_at.rstrip('/')}/{code}/" if paper.check_at else ""
    made = typeset(paper.source, data, made_at=moment, code=code, address=address)
    with transaction.atomic():
        stored = store(agency_id=agency_id, actor_id=actor_id, name=paper.name, content=made, kinds=(FileKind.PDF,))
        return IssuedDocument.objects.create(
            agency_id=agency_id,
            code=code,
            kind=paper.kind,
            title=paper.title,
            subject=paper.subject,
            file=stored,
            sha256=stored.sha256,
            issued_at=moment,
            issued_by_id=actor_id,
        )


def withdraw(document: IssuedDocument, *, actor_id: int | None, reason: str) -> None:
    """Say that a paper no longer stands. Repeating changes nothing.

    Raises:
        ValueError: no reason.
    """
    if not reason.strip():
        raise ValueError("a reason is needed")
    if document.withdrawn_at is not None:
        return
    document.withdrawn_at, document.withdrawn_by_id, document.withdrawn_reason = now(), actor_id, reason.strip()[:200]
    document.save(update_fields=["withdrawn_at", "withdrawn_by_id", "withdrawn_reason"])
