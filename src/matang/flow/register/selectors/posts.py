"""Posts as at a day, and which of them are free."""

from dataclasses import dataclass, field
from datetime import date

from django.db import connection
from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from matang.flow.register.choices import IncumbencyKind
from matang.flow.register.models import Incumbency, Post
from matang.flow.register.models.people import name_with_titles
from matang.flow.register.selectors.counts import POSTS_IN_UNIT
from matang.foundation.clock.dated import holds_at


def holders_count(day: date) -> Coalesce:
    """Return the expression "number of definitive holders on the day" for a query over posts."""
    held = (
        Incumbency.objects.as_at(day)
        .filter(post_id=OuterRef("pk"), kind=IncumbencyKind.DEFINITIVE)
        .order_by()
        .values("post_id")
        .annotate(number=Count("pk"))
        .values("number")
    )
    return Coalesce(Subquery(held, output_field=IntegerField()), 0)


def posts_at(agency_id: int, day: date) -> QuerySet[Post]:
    """Return the posts of the agency that exist on the day in a unit that exists on the day, each with its unit."""
    return (
        Post.objects.filter(holds_at(day), holds_at(day, "unit__"), agency_id=agency_id)
        .select_related("unit")
        .order_by("unit__code", "name", "id")
    )


def vacant_posts(agency_id: int, day: date, unit_path: str = "") -> QuerySet[Post]:
    """Return the posts with room for a definitive holder on the day, at or below ``unit_path``.

    Each carries ``holders`` and ``vacancies`` (places free). A post whose capacity is not known is not called vacant.
    """
    posts = posts_at(agency_id, day).annotate(holders=holders_count(day)).filter(capacity__gt=F("holders"))
    if unit_path:
        posts = posts.filter(unit__path__startswith=unit_path)
    return posts.annotate(vacancies=F("capacity") - F("holders"))


VACANT, ACTING, HELD, UNKNOWN = "lowong", "plt", "terisi", "kapasitas"
STATES = (VACANT, ACTING, HELD, UNKNOWN)


@dataclass(frozen=True, slots=True)
class PostQuestion:
    """What a list of posts was asked for. Empty fields do not filter; ``state`` is one of ``STATES``.

    ``unit_path`` asks for a unit with all below it, ``unit_id`` for its own posts only.
    """

    day: date
    text: str = ""
    unit_path: str = ""
    kind: str = ""
    state: str = ""
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds a post on a day, and since when."""

    person_id: int
    name: str
    kind: str
    since: date


@dataclass(slots=True)
class PostRow:
    """A post as a list shows it on a day. ``capacity`` empty = not known; then ``vacancies`` is not known either.

    ``holders`` are those whose names the actor may see; ``unseen`` and ``unseen_definitive`` count the others.
    """

    id: int
    name: str
    kind: str
    echelon: str
    job_class: int | None
    capacity: int | None
    unit_id: int
    holders: list[Holder] = field(default_factory=list)
    unseen: int = 0
    unseen_definitive: int = 0

    @property
    def definitive(self) -> list[Holder]:
        """Those who hold the post definitively."""
        return [holder for holder in self.holders if holder.kind == IncumbencyKind.DEFINITIVE]

    @property
    def others(self) -> list[Holder]:
        """Those who act or stand in."""
        return [holder for holder in self.holders if holder.kind != IncumbencyKind.DEFINITIVE]

    @property
    def filled(self) -> int:
        """How many hold the post definitively, seen or not."""
        return len(self.definitive) + self.unseen_definitive

    def hide_all_but(self, person_id: int | None) -> None:
        """Take away the names of all holders but one; that the post is held stays known."""
        unseen = [holder for holder in self.holders if holder.person_id != person_id]
        self.unseen = len(unseen)
        self.unseen_definitive = sum(holder.kind == IncumbencyKind.DEFINITIVE for holder in unseen)
        self.holders = [holder for holder in self.holders if holder.person_id == person_id]

    @property
    def vacancies(self) -> int | None:
        """Places free, or None when it is not known how many may hold the post."""
        return None if self.capacity is None else max(0, self.capacity - self.filled)


def posts_asked(agency_id: int, question: PostQuestion) -> QuerySet[Post]:
    """Return the posts that the question asks for, ordered by unit and name."""
    day = question.day
    posts = Post.objects.filter(holds_at(day), holds_at(day, "unit__"), agency_id=agency_id)
    if question.unit_path:
        posts = posts.filter(unit__path__startswith=question.unit_path)
    if question.unit_id:
        posts = posts.filter(unit_id=question.unit_id)
    if question.kind:
        posts = posts.filter(kind=question.kind)
    for word in question.text.lower().split():
        posts = posts.filter(Q(name__icontains=word) | Q(unit__name__icontains=word))
    if question.state == VACANT:
        posts = posts.alias(holders=holders_count(day)).filter(capacity__gt=F("holders"))
    elif question.state == HELD:
        posts = posts.filter(Exists(held_on(day).filter(kind=IncumbencyKind.DEFINITIVE)))
    elif question.state == ACTING:
        posts = posts.filter(Exists(held_on(day).exclude(kind=IncumbencyKind.DEFINITIVE)))
    elif question.state == UNKNOWN:
        posts = posts.filter(capacity__isnull=True)
    return posts.order_by("unit__code", "unit_id", "name", "id")


def held_on(day: date) -> QuerySet[Incumbency]:
    """Return the holdings of the outer query's post on the day."""
    return Incumbency.objects.as_at(day).filter(post_id=OuterRef("pk"))


def post_rows(posts: QuerySet[Post], day: date) -> list[PostRow]:
    """Return the rows of posts with their holders: two queries, however many rows."""
    rows = [PostRow(*value) for value in posts.values_list("id", "name", "kind", "echelon", "job_class", "capacity", "unit_id")]
    holders = holders_of([row.id for row in rows], day)
    for row in rows:
        row.holders = holders.get(row.id, [])
    return rows


HOLDERS = """
SELECT i.post_id, p.id, p.title_front, p.full_name, p.title_back, i.kind, i.valid_from
FROM register_incumbency i JOIN register_person p ON p.id = i.person_id
WHERE i.post_id = ANY(%(posts)s) AND i.valid_from <= %(day)s AND (i.valid_to IS NULL OR i.valid_to > %(day)s)
ORDER BY i.kind DESC, i.valid_from, i.id
"""


def holders_of(post_ids: list[int], day: date) -> dict[int, list[Holder]]:
    """Return who holds each post on the day, the longest first; one query."""
    found: dict[int, list[Holder]] = {}
    if post_ids:
        with connection.cursor() as cursor:
            cursor.execute(HOLDERS, {"posts": post_ids, "day": day})
            for post_id, person_id, front, name, back, kind, since in cursor.fetchall():
                found.setdefault(post_id, []).append(Holder(person_id, name_with_titles(front, name, back), kind, since))
    return found


FREE = """
SELECT t.id, t.name, t.unit_id, t.capacity - count(i.person_id) FILTER (WHERE i.kind = 'definitive')
{source} AND t.capacity IS NOT NULL
GROUP BY t.id, t.name, t.unit_id, t.capacity, u.code
HAVING count(i.person_id) FILTER (WHERE i.kind = 'definitive') < t.capacity
ORDER BY u.code, t.name, t.id LIMIT %(limit)s
"""


@dataclass(frozen=True, slots=True)
class FreePost:
    """A post with places free on a day."""

    id: int
    name: str
    unit_id: int
    vacancies: int


def free_posts(agency_id: int, day: date, path: str, limit: int) -> list[FreePost]:
    """Return the first posts of ``vacant_posts`` in short form; the plain query that a unit's home page can afford."""
    with connection.cursor() as cursor:
        cursor.execute(FREE.format(source=POSTS_IN_UNIT), {"agency": agency_id, "day": day, "path": path, "limit": limit})
        return [FreePost(*row) for row in cursor.fetchall()]
