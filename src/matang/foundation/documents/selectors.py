"""Find what was issued."""

from dataclasses import dataclass
from datetime import datetime

from matang.foundation.documents.codes import read_code
from matang.foundation.documents.models import IssuedDocument
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency


@dataclass(frozen=True, slots=True)
class Issued:
    """What anybody who holds the code may know of a paper."""

    code: str
    kind: str
    title: str
    agency: str
    issued_at: datetime
    sha256: str
    withdrawn_at: datetime | None


def issued_by_code(typed: str) -> Issued | None:
    """Return the paper with this code, of whatever agency; None when there is none."""
    read = read_code(typed)
    agency = Agency.objects.filter(code__iexact=read[0]).first() if read else None
    if read is None or agency is None:
        return None
    with acting_in(agency.pk):
        found = IssuedDocument.objects.filter(agency=agency, code__iexact=read[1]).first()
    if found is None:
        return None
    return Issued(
        found.code,
        found.kind,
        found.title,
        agency.name,
        found.issued_at,
        found.sha256,
        found.withdrawn_at,
    )


def documents_about(agency_id: int, subject: str) -> list[IssuedDocument]:
    """Return the papers of an agency about one subject, newest first. The caller has checked who may see them."""
    return list(IssuedDocument.objects.filter(agency_id=agency_id, subject=subject).select_related("file"))
