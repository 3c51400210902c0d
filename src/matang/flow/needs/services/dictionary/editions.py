"""The road of a change of the dictionary: prepared, looked at, decided by a named officer, and taken back until it is used."""

from datetime import date
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from matang.flow.needs.choices import ChangeState, EditionKind
from matang.flow.needs.models import Competency, CompetencyText, DictionaryEdition, Evidence, PostStandard, UnitNeed
from matang.flow.needs.permissions import may_edit_dictionary
from matang.flow.needs.services.dictionary.planning import CREATE, NEW_ONE, RETIRE, REVIVE, SAME_ONE, Item, Plan, plan_edition
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require
from matang.foundation.audit.context import because
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now, today
from matang.foundation.tenancy.bulk import reserve_ids
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency

TEXT_FIELDS = (
    "id", "competency_id", "edition_id", "code", "name", "field", "area", "definition", "levels", "source",
    "valid_from", "valid_to",
)  # fmt: skip

# The competency repeats the text of today; before its first day, its first; after its last, its last.
MIRROR = """
UPDATE needs_competency c SET code = t.code, name = t.name, field = t.field, area = t.area, version = t.source
FROM (
    SELECT DISTINCT ON (competency_id) * FROM needs_competencytext WHERE agency_id = %(agency)s
    ORDER BY competency_id, (valid_from <= %(day)s) DESC,
             CASE WHEN valid_from <= %(day)s THEN -(valid_from - DATE '1900-01-01') ELSE valid_from - DATE '1900-01-01' END
) t
WHERE c.id = t.competency_id AND c.agency_id = %(agency)s
  AND (c.code, c.name, c.field, c.area, c.version) IS DISTINCT FROM (t.code, t.name, t.field, t.area, t.source)
"""


class StaleError(Exception):
    """The dictionary changed between looking and deciding; nothing was written."""


class OpenQuestionError(Exception):
    """Some names are close to known ones and nobody has said whether they are the same."""


def lock_dictionary(agency_id: int) -> None:
    """Let one change of an agency's dictionary write at a time; ends with the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"matang.dictionary:{agency_id}"])


def refresh_names(agency_id: int, day: date) -> int:
    """Let competencies repeat the texts of the day, and return how many were renamed or moved. Safe to repeat."""
    with connection.cursor() as cursor:
        cursor.execute(MIRROR, {"agency": agency_id, "day": day})
        return int(cursor.rowcount)


def name_as_of_today() -> None:
    """Let every agency's competencies repeat the texts of its own day. A chore; readers who name a day don't depend on it."""
    for agency_id in Agency.objects.order_by("id").values_list("id", flat=True):
        with acting_in(agency_id):
            refresh_names(agency_id, today())


def prepare_edition(
    *,
    actor: Actor,
    title: str,
    source: str,
    effective_from: date,
    content: dict[str, Any],
    findings: list[dict[str, Any]] | None = None,
    kind: EditionKind = EditionKind.FILE,
    whole: bool = False,
    file_name: str = "",
) -> DictionaryEdition:
    """Keep a change to be looked at. ``content`` holds ``entries`` as ``reading`` makes them, and keys to ``retire``."""
    require(may_edit_dictionary(actor))
    return DictionaryEdition.objects.create(
        agency_id=actor.agency_id,
        kind=kind,
        title=title[:200],
        source=source[:120],
        effective_from=effective_from,
        file_name=file_name[:200],
        whole=whole,
        content=content,
        findings=findings or [],
        created_by_id=actor.user_id,
        created_at=now(),
    )


def answer_questions(*, actor: Actor, edition_id: int, answers: dict[str, str]) -> DictionaryEdition:
    """Note what the officer says about close names (same or new) and about what is to be kept."""
    require(may_edit_dictionary(actor))
    edition = _draft(actor, edition_id)
    allowed = {SAME_ONE, NEW_ONE, "keep", "end"}
    edition.answers = {**edition.answers, **{key: value for key, value in answers.items() if value in allowed}}
    edition.save(update_fields=["answers"])
    return edition


def _draft(actor: Actor, edition_id: int) -> DictionaryEdition:
    edition = DictionaryEdition.objects.select_for_update().get(pk=edition_id, agency_id=actor.agency_id)
    if edition.state != ChangeState.DRAFT:
        raise RefusedError(Denied(_("Perubahan ini sudah ditetapkan, dibuang, atau dibatalkan.")))
    return edition


def apply_edition(*, actor: Actor, edition_id: int, digest: str | None = None) -> DictionaryEdition:
    """Decide a prepared change: all of it or nothing. One that is decided already is returned as it is.

    Raises:
        RefusedError: not allowed, or the change was thrown away or taken back.
        StaleError: ``digest`` is not that of what would be written now.
        OpenQuestionError: a close name was neither confirmed nor rejected.
    """
    require(may_edit_dictionary(actor))
    with transaction.atomic():
        lock_dictionary(actor.agency_id or 0)
        standing = DictionaryEdition.objects.get(pk=edition_id, agency_id=actor.agency_id)
        if standing.state == ChangeState.APPLIED:
            return standing
        edition = _draft(actor, edition_id)
        plan = plan_edition(edition)
        if plan.open_questions:
            raise OpenQuestionError
        if digest is not None and digest != plan.digest:
            raise StaleError
        edition.state, edition.applied_by_id, edition.applied_at = ChangeState.APPLIED, actor.user_id, now()
        edition.tally = plan.tally
        with because(edition.title):
            edition.undo = _write(edition, plan)
            refresh_names(edition.agency_id, today())
        edition.save()
        _record(actor, edition, "needs.dictionary_changed", edition.source or edition.title)
    return edition


def _write(edition: DictionaryEdition, plan: Plan) -> dict[str, Any]:
    """Write the plan and return how to take it back."""
    items, day = plan.working, edition.effective_from
    made = [item for item in items if CREATE in item.actions]
    position = (
        Competency.objects.filter(agency_id=edition.agency_id).order_by("-position").values_list("position", flat=True).first()
    )
    for item, key in zip(made, reserve_ids(Competency, len(made)), strict=True):
        item.competency_id = key
    Competency.objects.bulk_create(_competency(edition, item, (position or 0) + n) for n, item in enumerate(made, start=1))
    replaced = [item.base for item in items if item.base is not None and item.base.valid_from == day]
    removed = list(CompetencyText.objects.filter(pk__in=[text.pk for text in replaced]).values(*TEXT_FIELDS))
    CompetencyText.objects.filter(pk__in=[text.pk for text in replaced]).delete()
    standing = [
        item.base for item in items if item.base is not None and item.base.valid_from < day and REVIVE not in item.actions
    ]
    CompetencyText.objects.filter(pk__in=[text.pk for text in standing]).update(valid_to=day)
    CompetencyText.objects.bulk_create(_text(edition, item) for item in items if RETIRE not in item.actions)
    ended = [item.competency_id for item in items if RETIRE in item.actions]
    revived = [item.competency_id for item in items if REVIVE in item.actions]
    before = Competency.objects.filter(pk__in=[*ended, *revived]).values_list("pk", "valid_to")
    spans = [[key, end.isoformat() if end else None] for key, end in before]
    Competency.objects.filter(pk__in=ended).update(valid_to=day)
    Competency.objects.filter(pk__in=revived).update(valid_to=None)
    return {
        "made": [item.competency_id for item in made],
        "touched": [item.competency_id for item in items if CREATE not in item.actions],
        "cut": [text.pk for text in standing],
        "removed": [_plain(row) for row in removed],
        "spans": spans,
    }


def _competency(edition: DictionaryEdition, item: Item, position: int) -> Competency:
    values = {key: item.values[key] for key in ("code", "name", "field", "area")}
    return Competency(
        pk=item.competency_id,
        agency_id=edition.agency_id,
        version=edition.source,
        position=position,
        valid_from=edition.effective_from,
        **values,
    )


def _text(edition: DictionaryEdition, item: Item) -> CompetencyText:
    official = {"definition", "official", "indicators"}
    new_source = item.base is None or any(each.part in official for each in item.differences)
    source = edition.source if new_source or item.base is None else item.base.source
    return CompetencyText(
        agency_id=edition.agency_id,
        competency_id=item.competency_id,
        edition=edition,
        source=source,
        valid_from=edition.effective_from,
        **item.values,
    )


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in row.items()}


def discard_edition(*, actor: Actor, edition_id: int) -> DictionaryEdition:
    """Throw a prepared change away; the entry stays in the history, its content doesn't."""
    require(may_edit_dictionary(actor))
    edition = _draft(actor, edition_id)
    edition.state, edition.content, edition.findings = ChangeState.DISCARDED, {}, []
    edition.save(update_fields=["state", "content", "findings"])
    return edition


def undo_hindrance(edition: DictionaryEdition) -> str:
    """Return why the change cannot be taken back any more; empty when it can."""
    made, touched = edition.undo.get("made", []), edition.undo.get("touched", [])
    later = CompetencyText.objects.filter(agency_id=edition.agency_id, competency_id__in=[*made, *touched])
    newer = later.filter(valid_from__gte=edition.effective_from).exclude(edition=edition)
    if newer.exists() or later.filter(edition=edition, valid_to__isnull=False).exists():
        return _("Kompetensinya sudah diubah lagi sesudahnya. Batalkan dahulu perubahan yang lebih baru.")
    for model in (PostStandard, Evidence, UnitNeed):
        if model.objects.filter(agency_id=edition.agency_id, competency_id__in=made).exists():
            return _("Kompetensi yang dibuatnya sudah dipakai dalam standar, bukti, atau kebutuhan unit.")
    if edition.effective_from <= today() and edition.applied_at is not None:
        shown = Evidence.objects.filter(agency_id=edition.agency_id, competency_id__in=touched)
        if shown.filter(recorded_at__gt=edition.applied_at).exists():
            return _("Sesudah rumusan ini berlaku, sudah ada bukti yang dinilai dengannya.")
    return ""


def undo_edition(*, actor: Actor, edition_id: int, reason: str) -> DictionaryEdition:
    """Bring back the texts that the change replaced: before its day, or later while nothing has used it.

    Raises:
        RefusedError: not allowed, no reason, or it was used.
    """
    require(may_edit_dictionary(actor))
    if not reason.strip():
        raise RefusedError(Denied(_("Tulis alasan pembatalannya.")))
    with transaction.atomic():
        lock_dictionary(actor.agency_id or 0)
        edition = DictionaryEdition.objects.select_for_update().get(pk=edition_id, agency_id=actor.agency_id)
        if edition.state == ChangeState.UNDONE:
            return edition
        if edition.state != ChangeState.APPLIED:
            raise RefusedError(Denied(_("Hanya perubahan yang sudah ditetapkan dapat dibatalkan.")))
        if hindrance := undo_hindrance(edition):
            raise RefusedError(Denied(hindrance))
        with because(reason.strip()):
            _bring_back(edition)
        edition.state, edition.undone_by_id, edition.undone_at = ChangeState.UNDONE, actor.user_id, now()
        edition.undone_reason = reason.strip()[:200]
        edition.save()
        _record(actor, edition, "needs.dictionary_undone", edition.undone_reason)
    return edition


def _bring_back(edition: DictionaryEdition) -> None:
    undo, agency = edition.undo, edition.agency_id
    CompetencyText.objects.filter(agency_id=agency, edition=edition).delete()
    Competency.objects.filter(agency_id=agency, pk__in=undo["made"]).delete()
    CompetencyText.objects.filter(agency_id=agency, pk__in=undo["cut"]).update(valid_to=None)
    CompetencyText.objects.bulk_create(CompetencyText(agency_id=agency, **row) for row in undo["removed"])
    for key, end in undo["spans"]:
        Competency.objects.filter(agency_id=agency, pk=key).update(valid_to=end)
    refresh_names(agency, today())


def _record(actor: Actor, edition: DictionaryEdition, kind: str, reason: str) -> None:
    record_decision(
        agency_id=edition.agency_id,
        actor_id=actor.user_id,
        kind=kind,
        subject=f"dictionary:{edition.pk}",
        payload={
            "title": edition.title,
            "source": edition.source,
            "effective_from": edition.effective_from,
            "tally": edition.tally,
        },
        reason=reason,
    )
