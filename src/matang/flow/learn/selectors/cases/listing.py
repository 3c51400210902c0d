"""The cases that an actor reads, as a list asks for them."""

from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from matang.flow.learn.choices import PastImportState, PastKind, PastReading, PastTrust
from matang.flow.learn.models import PastCase, PastClaim, PastImport
from matang.flow.learn.permissions import CASE_ROLES
from matang.foundation.access.actor import Actor

UNCOUNTED, PARTS, WAITING = "tanpa-jumlah", "bagian", "menunggu"
SORTS: dict[str, tuple[object, ...]] = {
    "kode": ("code",),
    "-kode": ("-code",),
    "pengirim": ("sender", "code"),
    "-pengirim": ("-sender", "code"),
    "mulai": (F("starts_on").asc(nulls_last=True), "code"),
    "-mulai": (F("starts_on").desc(nulls_last=True), "code"),
    "orang": (F("people").asc(nulls_last=True), "code"),
    "-orang": (F("people").desc(nulls_last=True), "code"),
}


@dataclass(frozen=True, slots=True)
class CaseQuestion:
    """What a list of cases was asked for. Empty fields do not filter."""

    text: str = ""
    kind: str = ""
    trust: str = ""
    state: str = ""
    sort: str = "kode"


def cases_visible_to(actor: Actor) -> QuerySet[PastCase]:
    """Return the archive of the actor's agency for those who read it: it counts people and names none."""
    rows = PastCase.objects.filter(agency_id=actor.agency_id)
    return rows if not actor.scope(*CASE_ROLES).empty else rows.none()


def cases_asked(actor: Actor, question: CaseQuestion) -> QuerySet[PastCase]:
    """Return the cases that the question asks for, in its order, with the whole that each is part of."""
    rows = cases_visible_to(actor)
    if question.kind in PastKind.values:
        rows = rows.filter(kind=question.kind)
    if question.trust in PastTrust.values:
        rows = rows.filter(trust=question.trust)
    if question.state == UNCOUNTED:
        rows = rows.filter(people__isnull=True).exclude(kind=PastKind.PRESENTATION)
    elif question.state == PARTS:
        rows = rows.filter(part_of__isnull=False)
    elif question.state == WAITING:
        rows = rows.filter(Q(part_state=PastReading.PROPOSED) | Q(offices_state=PastReading.PROPOSED))
    for word in question.text.split():
        said = Q(code__iexact=word)
        for name in ("sender", "hosts_text", "topic", "kind_text", "note", "reported"):
            said |= Q(**{f"{name}__icontains": word})
        rows = rows.filter(said)
    return rows.select_related("part_of").order_by(*SORTS.get(question.sort, SORTS["kode"]))


def case_visible_to(actor: Actor, case_id: int) -> PastCase | None:
    """Return one case, else None."""
    return cases_visible_to(actor).select_related("part_of", "batch").filter(pk=case_id).first()


def claims_of(case: PastCase) -> list[PastClaim]:
    """Return every claim about a case with who wrote it down, the oldest first."""
    return list(case.claims.select_related("made_by").order_by("pk"))


def imports_of(actor: Actor) -> QuerySet[PastImport]:
    """Return the imports into the actor's archive, the newest first; discarded ones are left out."""
    rows = PastImport.objects.filter(agency_id=actor.agency_id).exclude(state=PastImportState.DISCARDED)
    return rows.defer("rows").select_related("uploaded_by")
