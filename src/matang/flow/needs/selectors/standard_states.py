"""Posts by the state of their standard: their own, the default of their kind, or none that we know of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection
from django.db.models import Case, Exists, F, OrderBy, OuterRef, Q, QuerySet, When

from matang.flow.needs.models import PostStandard
from matang.flow.needs.selectors.defaults import default_levels
from matang.flow.needs.selectors.standards import core_ids
from matang.flow.register.public import Post, PostKind, posts_at
from matang.foundation.access.actor import Actor

OWN, DEFAULT, NONE = "sendiri", "baku", "belum"
STATES = (OWN, DEFAULT, NONE)
SORTS = ("nama", "unit", "jenis")


@dataclass(frozen=True, slots=True)
class StandardQuestion:
    """What a list of posts was asked for; empty fields do not filter. ``level`` counts with ``competency_id`` only.

    ``sort`` is one of ``SORTS``, with a minus for downwards; empty = by unit and name.
    """

    day: date
    text: str = ""
    unit_path: str = ""
    kind: str = ""
    state: str = ""
    competency_id: int | None = None
    level: int | None = None
    sort: str = ""


def kinds_with_default(agency_id: int, day: date) -> list[str]:
    """Return the kinds of posts that have a default standard on the day."""
    return list(default_levels(day)) if core_ids(agency_id, day) else []


def posts_asked(actor: Actor, question: StandardQuestion) -> QuerySet[Post]:
    """Return the posts of the actor's agency that fit, by unit and name. What posts ask for is known to all of an agency."""
    day, agency = question.day, actor.agency_id or 0
    posts = posts_at(agency, day)
    rows = PostStandard.objects.as_at(day).filter(post_id=OuterRef("pk"))
    if question.unit_path:
        posts = posts.filter(unit__path__startswith=question.unit_path)
    if question.kind:
        posts = posts.filter(kind=question.kind)
    for word in question.text.split():
        posts = posts.filter(Q(name__icontains=word) | Q(unit__name__icontains=word))
    if question.competency_id:
        asked = rows.filter(competency_id=question.competency_id)
        posts = posts.filter(Exists(asked.filter(level=question.level) if question.level else asked))
    if question.state == OWN:
        posts = posts.filter(Exists(rows))
    elif question.state == DEFAULT:
        posts = posts.filter(~Exists(rows), kind__in=kinds_with_default(agency, day))
    elif question.state == NONE:
        posts = posts.filter(~Exists(rows)).exclude(kind__in=kinds_with_default(agency, day))
    return _sorted(posts, question.sort)


def _sorted(posts: QuerySet[Post], sort: str) -> QuerySet[Post]:
    keys = {
        "nama": F("name"),
        "unit": F("unit__name"),
        "jenis": Case(*(When(kind=kind, then=rank) for rank, kind in enumerate(PostKind.values))),
    }
    key = keys.get(sort.removeprefix("-"))
    if key is None:
        return posts
    return posts.order_by(OrderBy(key, descending=sort.startswith("-")), "unit__code", "name", "id")


COUNTS = """
SELECT split_part(u.path, '/', 2)::bigint, count(*) FILTER (WHERE own.post_id IS NOT NULL),
       count(*) FILTER (WHERE own.post_id IS NULL AND p.kind = ANY(%(kinds)s)),
       count(*) FILTER (WHERE own.post_id IS NULL AND NOT p.kind = ANY(%(kinds)s))
FROM register_post p JOIN register_unit u ON u.id = p.unit_id
LEFT JOIN (
    SELECT DISTINCT post_id FROM needs_poststandard
    WHERE agency_id = %(agency)s AND valid_from <= %(day)s AND (valid_to IS NULL OR valid_to > %(day)s)
) own ON own.post_id = p.id
WHERE p.agency_id = %(agency)s AND p.valid_from <= %(day)s AND (p.valid_to IS NULL OR p.valid_to > %(day)s)
  AND u.valid_from <= %(day)s AND (u.valid_to IS NULL OR u.valid_to > %(day)s)
GROUP BY 1
"""


def counts_by_opd(actor: Actor, day: date) -> dict[int, dict[str, int]]:
    """Return how many posts of each OPD stand in which state on the day; one query beside the dictionary's."""
    kinds = kinds_with_default(actor.agency_id or 0, day)
    with connection.cursor() as cursor:
        cursor.execute(COUNTS, {"agency": actor.agency_id, "day": day, "kinds": kinds})
        return {opd: dict(zip(STATES, counts, strict=True)) for opd, *counts in cursor.fetchall()}


CHANGED = """
SELECT DISTINCT post_id FROM needs_poststandardtrail
WHERE agency_id = %(agency)s AND pgh_created_at > %(moment)s
  AND (%(posts)s::bigint[] IS NULL OR post_id = ANY(%(posts)s::bigint[]))
"""
CORE_CHANGED = """
SELECT EXISTS (
    SELECT 1 FROM needs_competencytexttrail WHERE agency_id = %(agency)s AND pgh_created_at > %(moment)s AND field <> 'technical'
)
"""


def standards_changed_since(agency_id: int, moment: datetime, post_ids: Iterable[int] | None = None) -> set[int]:
    """Return the posts whose own requirements were written, ended or removed after ``moment``, by whatever road.

    Args:
        agency_id: whose posts.
        moment: with its zone; a change counts from the start of the transaction that made it.
        post_ids: ask only about these; None = all.
    """
    chosen = None if post_ids is None else list(post_ids)
    with connection.cursor() as cursor:
        cursor.execute(CHANGED, {"agency": agency_id, "moment": moment, "posts": chosen})
        return {row[0] for row in cursor.fetchall()}


def core_changed_since(agency_id: int, moment: datetime) -> bool:
    """Return true when managerial or socio-cultural competencies changed after ``moment``, which every default rests on."""
    with connection.cursor() as cursor:
        cursor.execute(CORE_CHANGED, {"agency": agency_id, "moment": moment})
        return bool(cursor.fetchone()[0])
