"""What posts ask for on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from matang.flow.needs.choices import CompetencyField
from matang.flow.needs.models import Competency, CompetencyText, PostStandard
from matang.flow.needs.selectors.defaults import default_levels


@dataclass(frozen=True, slots=True)
class Requirement:
    """A post asks for a level of a competency. ``default`` = no approved standard, taken from the kind of post ("baku")."""

    competency_id: int
    level: int
    must: bool
    default: bool


def competencies_at(agency_id: int, day: date) -> list[Competency]:
    """Return the dictionary on the day, in its order, each named and grouped as on that day; two queries.

    A competency that was never worded stands as it is.
    """
    found = list(Competency.objects.filter(agency_id=agency_id).as_at(day))
    texts = CompetencyText.objects.filter(agency_id=agency_id).as_at(day)
    worded = {row[0]: row[1:] for row in texts.values_list("competency_id", "code", "name", "field", "area", "source")}
    for competency in found:
        if competency.pk in worded:
            (
                competency.code,
                competency.name,
                competency.field,
                competency.area,
                competency.version,
            ) = worded[competency.pk]
    return found


def core_ids(agency_id: int, day: date) -> list[int]:
    """Return the keys of the competencies that are managerial or socio-cultural on the day, which every post asks for."""
    wanted = (CompetencyField.MANAGERIAL, CompetencyField.CULTURAL)
    return [competency.pk for competency in competencies_at(agency_id, day) if competency.field in wanted]


def requirements_of(agency_id: int, day: date, posts: Iterable[tuple[int, str]]) -> dict[int, tuple[Requirement, ...]]:
    """Return what each post (key, kind) asks for, by three queries whatever their number.

    A post with an approved standard asks for exactly that; another asks for the default level of its kind in every
    managerial and socio-cultural competency. A kind without default level asks for nothing that we know of.
    """
    kinds = dict(posts)
    approved: dict[int, list[Requirement]] = {}
    rows = PostStandard.objects.filter(agency_id=agency_id, post_id__in=list(kinds)).as_at(day)
    for post, competency, level, must in rows.order_by("competency__position").values_list(
        "post_id", "competency_id", "level", "must"
    ):
        approved.setdefault(post, []).append(Requirement(competency, level, must, default=False))
    core = core_ids(agency_id, day)
    by_kind = {kind: _defaults(core, default_levels(day).get(kind)) for kind in set(kinds.values())}
    return {post: tuple(approved[post]) if post in approved else by_kind[kind] for post, kind in kinds.items()}


def _defaults(core: list[int], level: int | None) -> tuple[Requirement, ...]:
    return tuple(Requirement(key, level, must=False, default=True) for key in core) if level else ()
