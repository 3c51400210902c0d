"""The road of a change of standards: prepared, looked at, decided by a named officer, and taken back while untouched."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from matang.flow.needs.choices import ChangeState, StandardChangeKind
from matang.flow.needs.models import PostStandard, StandardChange
from matang.flow.needs.permissions import may_set_standard, may_set_standards_of
from matang.flow.needs.services.standards.planning import Plan, plan_rows, rows_out
from matang.flow.needs.services.standards.timeline import Span
from matang.flow.register.public import Post
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require
from matang.foundation.audit.context import because
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now
from matang.foundation.tenancy.bulk import copy_into

FIELDS = ("post_id", "competency_id", "level", "must", "valid_from", "valid_to", "change_id", "origin")
COPIED = ("post", "competency", "level", "must", "valid_from", "valid_to", "change", "origin")

STATE_OF_ROWS = """
SELECT md5(COALESCE(string_agg(concat_ws('|', post_id, competency_id, level, must, valid_from, valid_to), ','
           ORDER BY post_id, competency_id, valid_from), ''))
FROM needs_poststandard WHERE agency_id = %s AND change_id = %s
"""


class StaleError(Exception):
    """The standards changed between looking and deciding; nothing was written."""


def lock_standards(agency_id: int) -> None:
    """Let one change of an agency's standards write at a time; ends with the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"matang.standards:{agency_id}"])


def prepare(
    *,
    actor: Actor,
    kind: StandardChangeKind,
    title: str,
    effective_from: date,
    rows: Iterable[tuple[int, int, Span]],
    basis: str = "",
    complete: bool = False,
    fill_default: bool = False,
    findings: list[dict[str, Any]] | None = None,
    file_name: str = "",
) -> StandardChange:
    """Keep a change to be looked at; see ``planning.plan_rows`` for what ``complete`` and ``fill_default`` mean.

    Raises:
        RefusedError: the actor may not set standards, or not those of every post in ``rows``.
    """
    wanted = list(rows)
    require(may_set_standards_of(actor, _paths(actor, {post for post, _, _ in wanted})))
    return StandardChange.objects.create(
        agency_id=actor.agency_id,
        kind=kind,
        title=title[:200],
        basis=basis[:200],
        effective_from=effective_from,
        file_name=file_name[:200],
        content={"rows": rows_out(wanted), "complete": complete, "fill_default": fill_default},
        findings=findings or [],
        created_by_id=actor.user_id,
        created_at=now(),
    )


def _paths(actor: Actor, posts: set[int]) -> list[str]:
    found = Post.objects.filter(agency_id=actor.agency_id, pk__in=posts).values_list("unit__path", flat=True)
    return list(found.distinct())


def plan_change(change: StandardChange) -> Plan:
    """Return what the change would do now."""
    return plan_rows(change.agency_id, change.content)


def apply_change(*, actor: Actor, change_id: int, digest: str | None = None) -> StandardChange:
    """Decide a prepared change: all of it or nothing. One that is decided already is returned as it is.

    Raises:
        RefusedError: not allowed, or the change was thrown away or taken back.
        StaleError: ``digest`` is not that of what would be written now.
    """
    require(may_set_standard(actor))
    with transaction.atomic():
        lock_standards(actor.agency_id or 0)
        change = StandardChange.objects.select_for_update().get(pk=change_id, agency_id=actor.agency_id)
        if change.state == ChangeState.APPLIED:
            return change
        if change.state != ChangeState.DRAFT:
            raise RefusedError(Denied(_("Perubahan ini sudah dibuang atau dibatalkan.")))
        posts = {row[0] for row in change.content["rows"]}
        require(may_set_standards_of(actor, _paths(actor, posts)))
        _refuse_gone(change)
        plan = plan_change(change)
        if digest is not None and digest != plan.digest:
            raise StaleError
        with because(change.title):
            change.undo = _write(change, plan)
        change.state, change.applied_by_id, change.applied_at = ChangeState.APPLIED, actor.user_id, now()
        change.tally = plan.tally
        change.save()
        _record(actor, change, "needs.standards_set", change.basis or change.title)
    return change


def _refuse_gone(change: StandardChange) -> None:
    """Refuse a change of posts that a reorganisation ended since it was prepared."""
    starts = {row[0]: date.fromisoformat(row[4]) for row in change.content["rows"]}
    ends = Post.objects.filter(agency_id=change.agency_id, pk__in=starts, valid_to__isnull=False).values_list("pk", "valid_to")
    if gone := sum(1 for post, end in ends if end <= starts[post]):
        raise RefusedError(
            Denied(
                _("%(n)s jabatan sudah tidak ada pada tanggal berlakunya. Buang perubahan ini dan siapkan ulang.") % {"n": gone}
            )
        )


def _write(change: StandardChange, plan: Plan) -> dict[str, Any]:
    """Write the plan and return how to take it back."""
    rows = PostStandard.objects.filter(agency_id=change.agency_id)
    removed = list(rows.filter(pk__in=plan.dropped).order_by("pk").values_list(*FIELDS))
    ends = dict(rows.filter(pk__in=[key for keys in plan.cut.values() for key in keys]).values_list("pk", "valid_to"))
    rows.filter(pk__in=plan.dropped).delete()
    for end, keys in plan.cut.items():
        rows.filter(pk__in=keys).update(valid_to=end)
    copy_into(
        PostStandard,
        ("agency", *COPIED),
        (
            (change.agency_id, post, competency, span.level, span.must, span.start, span.end, change.pk, f"change:{change.pk}")
            for post, competency, span in plan.added
        ),
    )
    return {
        "removed": [[_text(value) for value in row] for row in removed],
        "cut": [[key, _text(ends[key]), end.isoformat()] for end, keys in plan.cut.items() for key in keys],
        "state": _state_of(change),
    }


def _text(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _state_of(change: StandardChange) -> str:
    with connection.cursor() as cursor:
        cursor.execute(STATE_OF_ROWS, [change.agency_id, change.pk])
        return str(cursor.fetchone()[0])


def discard_change(*, actor: Actor, change_id: int) -> StandardChange:
    """Throw a prepared change away; the entry stays in the history, its rows don't."""
    require(may_set_standard(actor))
    change = StandardChange.objects.select_for_update().get(pk=change_id, agency_id=actor.agency_id)
    if change.state == ChangeState.DISCARDED:
        return change
    if change.state != ChangeState.DRAFT:
        raise RefusedError(Denied(_("Perubahan ini sudah ditetapkan; yang sudah ditetapkan dibatalkan dengan alasan.")))
    require(may_set_standards_of(actor, _paths(actor, {row[0] for row in change.content["rows"]})))
    change.state, change.content, change.findings = ChangeState.DISCARDED, {"rows": []}, []
    change.save(update_fields=["state", "content", "findings"])
    return change


def may_undo(change: StandardChange) -> bool:
    """Return true when the rows are still as the change left them."""
    if change.state != ChangeState.APPLIED:
        return False
    cut = {key: date.fromisoformat(end) for key, _before, end in change.undo["cut"]}
    ends = dict(PostStandard.objects.filter(agency_id=change.agency_id, pk__in=list(cut)).values_list("pk", "valid_to"))
    return ends == cut and _state_of(change) == change.undo["state"]


def undo_change(*, actor: Actor, change_id: int, reason: str) -> StandardChange:
    """Bring back what the change replaced. Only while nobody has changed those rows since.

    Raises:
        RefusedError: not allowed, no reason, or something was changed since.
    """
    require(may_set_standard(actor))
    if not reason.strip():
        raise RefusedError(Denied(_("Tulis alasan pembatalannya.")))
    with transaction.atomic():
        lock_standards(actor.agency_id or 0)
        change = StandardChange.objects.select_for_update().get(pk=change_id, agency_id=actor.agency_id)
        if change.state == ChangeState.UNDONE:
            return change
        if not may_undo(change):
            raise RefusedError(
                Denied(_("Syarat dari perubahan ini sudah diubah lagi sesudahnya. Batalkan dahulu perubahan yang lebih baru."))
            )
        require(may_set_standards_of(actor, _paths(actor, {row[0] for row in change.content["rows"]})))
        with because(reason.strip()):
            _bring_back(change)
        change.state, change.undone_by_id, change.undone_at = ChangeState.UNDONE, actor.user_id, now()
        change.undone_reason = reason.strip()[:200]
        change.save()
        _record(actor, change, "needs.standards_undone", change.undone_reason)
    return change


def _bring_back(change: StandardChange) -> None:
    rows = PostStandard.objects.filter(agency_id=change.agency_id)
    rows.filter(change=change).delete()
    ends: dict[str | None, list[int]] = {}
    for key, before, _after in change.undo["cut"]:
        ends.setdefault(before, []).append(key)
    for before, keys in ends.items():
        rows.filter(pk__in=keys).update(valid_to=date.fromisoformat(before) if before else None)
    removed = change.undo["removed"]
    copy_into(PostStandard, ("agency", *COPIED), ((change.agency_id, *row) for row in removed))


def _record(actor: Actor, change: StandardChange, kind: str, reason: str) -> None:
    record_decision(
        agency_id=change.agency_id,
        actor_id=actor.user_id,
        kind=kind,
        subject=f"standards:{change.pk}",
        payload={"title": change.title, "effective_from": change.effective_from, "basis": change.basis, "tally": change.tally},
        reason=reason,
    )
