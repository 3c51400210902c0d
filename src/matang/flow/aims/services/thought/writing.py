"""Begin, save, submit, take up again and close papers of thought. Saving never writes over what somebody else wrote meanwhile."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from matang.flow.aims.choices import ThoughtState
from matang.flow.aims.models import ThoughtEffort, ThoughtPaper, ThoughtVersion
from matang.flow.aims.permissions import may_think
from matang.flow.aims.selectors.thought.papers import LACKS, Lack, efforts_of, lacks_of
from matang.flow.aims.selectors.thought.questions import BY_KEY, EFFORTS, FEEDBACK, QUESTIONS, TEXTS
from matang.flow.aims.selectors.trees import aim_visible_to
from matang.flow.aims.services.writing import owner_path, unit_of
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.context import because
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now, today
from matang.ui.formats import tanggal

LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a save: the paper, and ``theirs``, what somebody else wrote meanwhile (then nothing was saved)."""

    paper: ThoughtPaper
    theirs: str | None = None


def owner_path_of(paper: ThoughtPaper) -> str:
    """Return the path of the unit that a paper belongs to; empty = the whole agency."""
    return owner_path(paper.aim) if paper.aim_id else paper.unit.path


def mark_of(value: object) -> str:
    """Return a short mark of an answer: what a form shows, to notice that somebody was faster."""
    return sha256(str(value or "").encode()).hexdigest()[:16]


def begin_paper(*, actor: Actor, aim_id: int | None = None, unit_id: int | None = None) -> ThoughtPaper:
    """Open a paper about an aim or a unit, or return the one that is open already.

    Raises:
        RefusedError: not the actor's, neither or both named, an aim that has ended, or something of another agency.
    """
    if (aim_id is None) == (unit_id is None):
        raise refuse(_("Pilih satu simpul atau satu unit."))
    aim = aim_visible_to(actor, aim_id) if aim_id is not None else None
    if aim_id is not None and (aim is None or aim.valid_to is not None):
        raise refuse(_("Simpul ini tidak ada, atau sudah berakhir."))
    paper = ThoughtPaper(agency_id=actor.agency_id, aim=aim, unit=unit_of(actor, unit_id))
    require(may_think(actor, owner_path_of(paper)))
    mine = ThoughtPaper.objects.filter(agency_id=actor.agency_id, aim_id=aim_id, unit_id=unit_id)
    if found := mine.exclude(state=ThoughtState.CLOSED).first():
        return found
    paper.saved_at, paper.saved_by_id = now(), actor.user_id
    try:
        with transaction.atomic():
            paper.save()
    except IntegrityError:
        return mine.exclude(state=ThoughtState.CLOSED).get()
    return paper


def locked_paper(actor: Actor, paper_id: int) -> ThoughtPaper:
    """Return an open paper that the actor may change, locked until the transaction ends.

    Raises:
        RefusedError: it is not of the agency, not the actor's, or closed.
    """
    rows = ThoughtPaper.objects.select_for_update(of=("self",)).select_related("aim__unit", "aim__plan__unit", "unit")
    paper = rows.filter(pk=paper_id, agency_id=actor.agency_id).first()
    if paper is None:
        raise refuse(_("Alur pikir ini tidak ada dalam instansi Anda."))
    require(may_think(actor, owner_path_of(paper)))
    if paper.state == ThoughtState.CLOSED:
        raise refuse(_("Alur pikir ini sudah ditutup."))
    return paper


def touch(actor: Actor, paper: ThoughtPaper) -> None:
    """Note who saved when; a submitted paper becomes a draft again, its version stays."""
    paper.saved_at, paper.saved_by_id, paper.state = now(), actor.user_id, ThoughtState.DRAFT
    paper.save()


def save_answer(*, actor: Actor, paper_id: int, key: str, value: str, seen: str) -> Saved:
    """Save the answer to one question.

    ``seen`` is the mark (:func:`mark_of`) of the answer that the actor started from. Where somebody else wrote another one
    meanwhile, nothing is saved and their words are returned. The same answer again changes nothing.

    Raises:
        RefusedError: not the actor's, closed, or no such question.
        ValidationError: too long, or no date.
    """
    if key not in TEXTS and key != FEEDBACK:
        raise refuse(_("Pertanyaan itu tidak ada."))
    said = _day(value) if key == FEEDBACK else value.replace("\r\n", "\n").strip()
    if isinstance(said, str) and len(said) > LONGEST:
        raise ValidationError({"answer": _("Paling panjang %(n)s huruf; ringkaslah.") % {"n": LONGEST}})
    with transaction.atomic():
        paper = locked_paper(actor, paper_id)
        there = getattr(paper, key)
        if there == said:
            return Saved(paper)
        if mark_of(there) != seen:
            return Saved(paper, theirs=tanggal(there) if isinstance(there, date) else str(there or ""))
        setattr(paper, key, said)
        touch(actor, paper)
    return Saved(paper)


def _day(value: str) -> date | None:
    if not value.strip():
        return None
    try:
        return date.fromisoformat(value.strip())
    except ValueError as error:
        raise ValidationError({"answer": _("Tulis tanggal yang ada di kalender.")}) from error


class IncompleteError(Exception):
    """A paper cannot be submitted; ``lacks`` say what is missing."""

    def __init__(self, lacks: list[Lack]) -> None:
        super().__init__("; ".join(str(LACKS[lack.key]) for lack in lacks))
        self.lacks = lacks


def submit_paper(*, actor: Actor, paper_id: int) -> ThoughtVersion:
    """Submit a paper and keep what it says as a new version, on the chained log. Twice without a change: one version.

    Raises:
        RefusedError: not the actor's, or closed.
        IncompleteError: an effort has no actor, carer, indicator or mission, or an answer that must be there is missing.
    """
    with transaction.atomic():
        paper = locked_paper(actor, paper_id)
        efforts = efforts_of(paper)
        if lacks := lacks_of(paper, efforts, today()):
            raise IncompleteError(lacks)
        if paper.state == ThoughtState.SUBMITTED:
            return ThoughtVersion.objects.get(paper=paper, number=paper.version)
        paper.version, paper.state = paper.version + 1, ThoughtState.SUBMITTED
        paper.saved_at, paper.saved_by_id = now(), actor.user_id
        paper.save()
        made = ThoughtVersion.objects.create(
            agency_id=paper.agency_id,
            paper=paper,
            number=paper.version,
            content=content_of(paper, efforts),
            submitted_at=paper.saved_at,
            submitted_by_id=actor.user_id,
        )
        record_decision(
            agency_id=paper.agency_id,
            actor_id=actor.user_id,
            kind="aims.thought_submitted",
            subject=f"thought:{paper.pk}",
            payload={"paper": paper.pk, "version": made.number, "efforts": len(efforts)},
            reason=str(paper),
        )
    return made


def close_paper(*, actor: Actor, paper_id: int, reason: str) -> None:
    """Close a paper; another may be begun about the same subject.

    Raises:
        RefusedError: not the actor's, closed already, or no reason.
    """
    if not reason.strip():
        raise refuse(_("Tulis alasan penutupan."))
    with because(reason.strip()), transaction.atomic():
        paper = locked_paper(actor, paper_id)
        paper.state, paper.saved_at, paper.saved_by_id = ThoughtState.CLOSED, now(), actor.user_id
        paper.save()
        record_decision(
            agency_id=paper.agency_id,
            actor_id=actor.user_id,
            kind="aims.thought_closed",
            subject=f"thought:{paper.pk}",
            payload={"paper": paper.pk, "version": paper.version},
            reason=reason.strip(),
        )


def content_of(paper: ThoughtPaper, efforts: list[ThoughtEffort]) -> dict[str, object]:
    """Return what a paper says, in words and JSON's types: the subject, the answers by key, the efforts."""
    answers = {question.key: str(getattr(paper, question.key) or "") for question in QUESTIONS if question.key != EFFORTS}
    return {
        "subject": str(paper),
        "answers": answers,
        "efforts": [
            {
                "text": effort.text,
                "actor": who(effort.actor_post, effort.actor_unit),
                "carer": who(effort.carer_post, effort.carer_unit),
                "indicator": f"{effort.indicator} ({effort.measure_unit})" if effort.measure_unit else effort.indicator,
                "mission": str(effort.mission or ""),
            }
            for effort in efforts
        ],
    }


def who(post: object, unit: object) -> str:
    """Return post and unit in words; empty where nobody is named."""
    return ", ".join(str(part) for part in (post, unit) if part)


def label_of(key: str) -> str:
    """Return the short name of a question."""
    return str(BY_KEY[key].label)
