"""A submitted version as a paper on A4 with a verification code."""

from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from matang.flow.aims.models import ThoughtVersion
from matang.flow.aims.permissions import may_think
from matang.flow.aims.selectors.thought.papers import version_visible_to
from matang.flow.aims.selectors.thought.questions import EFFORTS, FEEDBACK, QUESTIONS
from matang.flow.aims.services.thought.writing import owner_path_of
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now
from matang.foundation.documents.models import IssuedDocument
from matang.foundation.documents.selectors import documents_about
from matang.foundation.documents.services import Paper, issue
from matang.ui.formats import tanggal, waktu

SOURCE = Path(__file__).parents[2] / "templates" / "aims" / "thought" / "paper.typ"


def subject_of(version: ThoughtVersion) -> str:
    """Return what the issued papers of a version are about."""
    return f"thought:{version.paper_id}.{version.number}"


def issue_version(*, actor: Actor, paper_id: int, number: int, check_at: str = "") -> IssuedDocument:
    """Issue a submitted version as PDF; a version is issued once, asking again returns the same paper.

    Raises:
        RefusedError: not the actor's, or no such version.
    """
    with transaction.atomic():
        version = version_visible_to(actor, paper_id, number)
        if version is None:
            raise refuse(_("Versi ini tidak ada dalam instansi Anda."))
        paper = type(version.paper).objects.select_for_update().get(pk=version.paper_id)
        require(may_think(actor, owner_path_of(paper)))
        if standing := [one for one in documents_about(version.agency_id, subject_of(version)) if one.withdrawn_at is None]:
            return standing[0]
        with override("id"):
            made = issue(
                agency_id=version.agency_id,
                actor_id=actor.user_id,
                paper=Paper(
                    kind=_("Alur dan pola pikir"),
                    title=_("Alur dan pola pikir"),
                    subject=subject_of(version),
                    name=f"alur-pikir-{version.paper_id}-versi-{version.number}.pdf",
                    source=SOURCE,
                    data=_data(version),
                    check_at=check_at,
                ),
            )
        record_decision(
            agency_id=version.agency_id,
            actor_id=actor.user_id,
            kind="aims.thought_issued",
            subject=f"thought:{version.paper_id}",
            payload={"code": made.code, "sha256": made.sha256, "version": version.number},
            reason=made.title,
        )
    return made


def _data(version: ThoughtVersion) -> dict[str, object]:
    content = version.content
    answers = content["answers"]
    parts: dict[int, list[list[str]]] = {1: [], 2: []}
    for question in QUESTIONS:
        if question.key != EFFORTS:
            said = answers.get(question.key) or "–"
            if question.key == FEEDBACK and said != "–":
                said = tanggal(type(now().date()).fromisoformat(said))
            parts[question.part].append([str(question.label), said])
    rows = [[one["text"], one["actor"], one["carer"], one["indicator"], one["mission"]] for one in content["efforts"]]
    return {
        "about": content["subject"],
        "number": _("Versi %(n)s, diajukan %(when)s") % {"n": version.number, "when": waktu(version.submitted_at)},
        "flow_title": _("Alur: mengapa"),
        "flow": parts[1],
        "efforts_title": _("Upaya: siapa mengerjakan apa"),
        "efforts_head": [_("Upaya"), _("Pelaksana"), _("Penerus"), _("Indikator"), _("Misi")],
        "efforts": rows,
        "pattern_title": _("Pola: bagaimana dikerjakan"),
        "pattern": parts[2],
    }
