"""Papers that feed each other: what one brings out stands among what another needs."""

from dataclasses import dataclass

from django.db.models import Q

from matang.flow.aims.models import AimLink, ThoughtPaper
from matang.flow.aims.selectors.flower.likeness import words_of
from matang.flow.aims.selectors.thought.papers import papers_of
from matang.foundation.access.actor import Actor
from matang.foundation.clock.dated import holds_at
from matang.foundation.clock.services import today

COVERED = 0.5
"""From this share of an output's telling words on, found in what another paper needs, the two are shown together."""

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Feed:
    """Another paper, which way it goes (``gives`` to this one, ``takes`` from it), by link or by words (share 0–1)."""

    paper: ThoughtPaper
    gives: bool
    share: float | None


def feeds_of(actor: Actor, paper: ThoughtPaper) -> list[Feed]:
    """Return the other open papers that feed this one or are fed by it, links first, then the most alike. Two queries."""
    others = list(papers_of(actor).exclude(pk=paper.pk).exclude(state="closed"))
    tied = _tied(actor, paper)
    found: list[Feed] = []
    for other in others:
        if other.aim_id and other.aim_id in tied:
            found.append(Feed(other, tied[other.aim_id], None))
            continue
        for gives, output, needs in ((True, other.output, _needs(paper)), (False, paper.output, _needs(other))):
            share = covered(output, needs)
            if share >= COVERED:
                found.append(Feed(other, gives, share))
    return sorted(found, key=lambda feed: (feed.share is not None, -(feed.share or 0), feed.paper.pk))[:SHOWN]


def covered(output: str, needs: str) -> float:
    """Return the share of an output's telling words that stand in a text; at least two must, else 0."""
    told, wanted = words_of(output), words_of(needs)
    common = told & wanted
    return len(common) / len(told) if len(common) >= 2 else 0.0


def _needs(paper: ThoughtPaper) -> str:
    return f"{paper.resources} {paper.evidence} {paper.method}"


def _tied(actor: Actor, paper: ThoughtPaper) -> dict[int, bool]:
    """Return the aims tied to the paper's own, and whether they give to it."""
    if not paper.aim_id:
        return {}
    ends = Q(source_id=paper.aim_id) | Q(target_id=paper.aim_id)
    rows = AimLink.objects.filter(ends, holds_at(today()), agency_id=actor.agency_id, kind__in=("needs", "contributes_to"))
    found = {}
    for source, target, kind in rows.values_list("source_id", "target_id", "kind"):
        other = target if source == paper.aim_id else source
        found[other] = (kind == "needs") == (source == paper.aim_id)
    return found
