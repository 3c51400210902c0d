"""What the pages of gaps read from their address, and what they carry along."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext as _

from matang.flow.needs.choices import MANAGERIAL_FIRST
from matang.flow.needs.models import Competency
from matang.flow.needs.selectors.families import families_at
from matang.flow.needs.selectors.gaps import GapQuestion
from matang.flow.needs.selectors.standards import competencies_at
from matang.flow.register.public import PostKind, UnitNode, UnitTree, reading_scope, unit_tree
from matang.foundation.access.actor import Actor
from matang.ui.asking import day_of, number_in

EVERY, MANAGERIAL = "semua", "manajerial"
KINDS = dict(PostKind.choices)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for gaps, understood: the question for the selectors, and what the filters of the page show."""

    question: GapQuestion
    tree: UnitTree
    unit: UnitNode | None
    kind: str
    competency: Competency | None
    dictionary: list[Competency]
    units: list[tuple[int, str]]
    family: str

    @property
    def day(self) -> date:
        """The as-at day."""
        return self.question.day

    @property
    def notes(self) -> list[str]:
        """The filters in words, for downloads."""
        said = [KINDS.get(self.kind) or (_("Semua jenis jabatan") if self.kind == EVERY else _("Jabatan manajerial"))]
        said += [self.unit.name] if self.unit else []
        said += [self.competency.name] if self.competency else []
        said += [_("hanya syarat mutlak")] if self.question.must else []
        said += [_("Rumpun: %(name)s") % {"name": self.family}] if self.family else []
        return [str(text) for text in said]


def asked_for(request: HttpRequest, *, usual_kind: str = "") -> Asked:
    """Return what the address asks for; values that are on no list are ignored. ``usual_kind`` stands for no kind."""
    actor, day = request.actor, day_of(request)
    tree = unit_tree(actor.agency_id, day)
    dictionary = competencies_at(actor.agency_id, day)
    unit = tree.by_id.get(number_in(request, "unit") or 0)
    kind = request.GET.get("jabatan", usual_kind)
    kind = kind if kind in KINDS or kind in {EVERY, MANAGERIAL} else usual_kind
    kind = "" if kind == MANAGERIAL else kind
    wanted = request.GET.get("rumpun", "")
    family = next((one for one in families_at(actor, day) if one.key == wanted), None) if wanted else None
    chosen = number_in(request, "kompetensi")
    competency = next((item for item in dictionary if item.pk == chosen), None)
    question = GapQuestion(
        day=day,
        unit_path=unit.path if unit else "",
        kinds=() if family else kinds_of(kind),
        competencies=(competency.pk,) if competency else (),
        must=request.GET.get("mutlak") == "1",
        posts=tuple(post.id for post in family.posts) if family else None,
    )
    return Asked(question, tree, unit, kind, competency, dictionary, offered(actor, tree), family.label if family else "")


def kinds_of(kind: str) -> tuple[str, ...]:
    """Return the kinds of posts that are meant; none = all."""
    if kind == EVERY:
        return ()
    return (kind,) if kind else MANAGERIAL_FIRST


def offered(actor: Actor, tree: UnitTree) -> list[tuple[int, str]]:
    """Return the units to choose from: the OPDs, or the actor's own units with those below."""
    scope = reading_scope(actor)
    if scope.everything:
        return [(root.id, root.name) for root in tree.roots]
    tops: Sequence[UnitNode] = [line[-1] for path in scope.paths if (line := tree.line(path))]
    return [(node.id, "– " * (node.depth - top.depth) + node.name) for top in tops for node in top.walk()]
