"""Find papers of thought, their efforts and what was submitted."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from matang.flow.aims.choices import AimLevel
from matang.flow.aims.models import Aim, ThoughtEffort, ThoughtPaper, ThoughtVersion
from matang.flow.aims.selectors.thought.questions import EFFORTS, FEEDBACK, QUESTIONS
from matang.flow.aims.selectors.trees import aims_at
from matang.foundation.access.actor import Actor
from matang.foundation.clock.dated import holds_at

LACKS: dict[str, str | Promise] = {
    "empty": _("belum dijawab"),
    "no_effort": _("belum ada satu pun upaya"),
    "no_actor": _("belum ada pelaksana"),
    "no_carer": _("belum ada yang meneruskan sesudahnya"),
    "no_indicator": _("belum ada indikator"),
    "no_mission": _("belum terhubung ke misi"),
    "mission_ended": _("misi yang dirujuk sudah tidak berlaku"),
    "unit_ended": _("unit pelaksana atau penerusnya sudah berakhir"),
    "feedback_past": _("tanggal umpan balik sudah lewat"),
}


@dataclass(frozen=True, slots=True)
class Lack:
    """What keeps a paper from being submitted: a key of ``LACKS``, the question, and the effort where it is one's."""

    key: str
    question: str
    effort: ThoughtEffort | None = None


def papers_of(actor: Actor) -> QuerySet[ThoughtPaper]:
    """Return the papers of the actor's agency, the one saved last first, with ``effort_count``."""
    rows = ThoughtPaper.objects.filter(agency_id=actor.agency_id)
    return rows.select_related("aim__unit", "aim__plan__unit", "unit", "saved_by").annotate(
        effort_count=Count("efforts", distinct=True)
    )


def paper_visible_to(actor: Actor, paper_id: int) -> ThoughtPaper | None:
    """Return the paper when it is of the actor's agency, else None."""
    return papers_of(actor).filter(pk=paper_id).first()


def papers_like(actor: Actor, text: str, state: str, unit_ids: frozenset[int] | None) -> QuerySet[ThoughtPaper]:
    """Return the papers whose subject or problem holds every word, in one state and of these units where asked."""
    rows = papers_of(actor)
    for word in text.split():
        rows = rows.filter(
            Q(aim__title__icontains=word) | Q(unit__name__icontains=word) | Q(problem__icontains=word) | Q(output__icontains=word)
        )
    if state:
        rows = rows.filter(state=state)
    if unit_ids is not None:
        rows = rows.filter(Q(unit_id__in=unit_ids) | Q(aim__unit_id__in=unit_ids))
    return rows


def efforts_of(paper: ThoughtPaper) -> list[ThoughtEffort]:
    """Return the efforts of a paper in their order. One query."""
    rows = ThoughtEffort.objects.filter(paper=paper)
    return list(rows.select_related("actor_unit", "actor_post", "carer_unit", "carer_post", "mission", "made"))


def versions_of(paper: ThoughtPaper) -> list[ThoughtVersion]:
    """Return what was submitted, newest first, without the content."""
    return list(ThoughtVersion.objects.filter(paper=paper).defer("content").select_related("submitted_by"))


def version_visible_to(actor: Actor, paper_id: int, number: int) -> ThoughtVersion | None:
    """Return one submitted version when it is of the actor's agency, else None."""
    rows = ThoughtVersion.objects.filter(agency_id=actor.agency_id, paper_id=paper_id, number=number)
    return rows.select_related("submitted_by").first()


def missions_at(actor: Actor, day: date) -> QuerySet[Aim]:
    """Return the missions that hold on the day."""
    return aims_at(actor, day).filter(level=AimLevel.MISSION).select_related("plan")


def lacks_of(paper: ThoughtPaper, efforts: list[ThoughtEffort], day: date) -> list[Lack]:
    """Return everything that keeps the paper from being submitted on the day, in the order of the questions."""
    found: list[Lack] = []
    for question in QUESTIONS:
        if question.key == EFFORTS:
            found += [lack for effort in efforts for lack in _lacks_of_effort(effort, day)]
            if not efforts:
                found.append(Lack("no_effort", EFFORTS))
        elif question.needed and not getattr(paper, question.key):
            found.append(Lack("empty", question.key))
        elif question.key == FEEDBACK and paper.feedback_on and paper.feedback_on < day:
            found.append(Lack("feedback_past", FEEDBACK))
    return found


def _lacks_of_effort(effort: ThoughtEffort, day: date) -> list[Lack]:
    said = (
        ("no_actor", not effort.actor_unit_id and not effort.actor_post_id),
        ("no_carer", not effort.carer_unit_id and not effort.carer_post_id),
        ("no_indicator", not effort.indicator),
        ("no_mission", not effort.mission_id),
        ("mission_ended", effort.mission is not None and _over(effort.mission, day)),
        ("unit_ended", any(unit is not None and _over(unit, day) for unit in (effort.actor_unit, effort.carer_unit))),
    )
    return [Lack(key, EFFORTS, effort) for key, lacking in said if lacking]


def _over(row: object, day: date) -> bool:
    return row.valid_to is not None and row.valid_to <= day  # type: ignore[attr-defined]


def open_paper_of(actor: Actor, aim_id: int) -> ThoughtPaper | None:
    """Return the open paper about an aim, None where there is none."""
    return papers_of(actor).filter(aim_id=aim_id).exclude(state="closed").first()


def programmes_for(actor: Actor, day: date) -> QuerySet[Aim]:
    """Return the programmes that an effort can be put under on the day."""
    rows = aims_at(actor, day).filter(level=AimLevel.PROGRAMME).select_related("unit", "plan")
    return rows.filter(holds_at(day)).order_by("plan_id", "path")
