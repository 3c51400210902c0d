"""The list of people: what was asked, and the rows that answer it, always through the scoping function."""

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, FilteredRelation, OrderBy, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat, Lower

from matang.flow.register.choices import ENDED_STATES, IncumbencyKind
from matang.flow.register.models import Incumbency, Person, ServiceRecord, Unit
from matang.flow.register.models.people import name_with_titles
from matang.flow.register.selectors.people import people_visible_to
from matang.flow.register.selectors.retirement import Retirement, retirement_at
from matang.flow.register.selectors.standings import Standing, standings_of
from matang.foundation.access.actor import Actor
from matang.foundation.clock.dated import holds_at

SERVING = "serving"
EVERYBODY = "all"
WORD = re.compile(r"[^\W_]+")

SORTS = {
    "nama": ("full_name", "id"),
    "nip": ("nip",),
    "golongan": ("graded__grade", "full_name", "id"),
    "jabatan": ("held__post__name", "full_name", "id"),
    "unit": ("held__post__unit__name", "full_name", "id"),
    "lahir": ("birth_date", "full_name", "id"),
}


@dataclass(frozen=True, slots=True)
class PeopleQuestion:
    """What a list of people was asked for. Empty fields do not filter; ``state`` is a state, ``serving`` or ``all``."""

    day: date
    text: str = ""
    unit_path: str = ""
    kind: str = ""
    grade: str = ""
    post_kind: str = ""
    state: str = SERVING
    retiring: int | None = None
    sort: str = "nama"

    @property
    def words(self) -> list[str]:
        """The words of the search, in small letters."""
        return WORD.findall(self.text.lower())

    @property
    def joins(self) -> bool:
        """True when a condition or the order looks at the post, grade or standing of people."""
        asked = self.grade or self.post_kind or self.retiring is not None or self.text
        return bool(asked) or self.state not in {SERVING, EVERYBODY} or "__" in SORTS.get(self.sort.lstrip("-"), ("",))[0]


FIELDS = ("id", "nip", "kind", "title_front", "full_name", "title_back", "birth_date")


@dataclass(slots=True)
class PersonRow:
    """One person as a list shows them on a day. ``retires`` is empty where it cannot be told; so are the others."""

    id: int
    nip: str
    kind: str
    title_front: str
    full_name: str
    title_back: str
    birth_date: date | None
    standing: Standing
    retires: date | None

    @property
    def name(self) -> str:
        """Name with titles, as an office writes it."""
        return name_with_titles(self.title_front, self.full_name, self.title_back)


def standing_on(people: QuerySet[Person], day: date) -> QuerySet[Person]:
    """Join to each person the definitive post (``held``), grade (``graded``) and legal standing (``standing``) of the day.

    A join is made only where a condition or the order of the list uses it.
    """
    definitive = Q(incumbencies__kind=IncumbencyKind.DEFINITIVE)
    return people.annotate(
        held=FilteredRelation("incumbencies", condition=definitive & holds_at(day, "incumbencies__")),
        graded=FilteredRelation("graderecords", condition=holds_at(day, "graderecords__")),
        standing=FilteredRelation("servicerecords", condition=holds_at(day, "servicerecords__")),
    )


def people_asked(actor: Actor, question: PeopleQuestion) -> QuerySet[Person]:
    """Return the people that the actor sees and the question asks for, in no order."""
    people = people_visible_to(actor, question.day)
    if question.joins:
        people = standing_on(people, question.day)
    people = with_state(people, question)
    if question.kind:
        people = people.filter(kind=question.kind)
    if question.unit_path:
        inside = Incumbency.objects.as_at(question.day).filter(
            person_id=OuterRef("pk"), post__unit__path__startswith=question.unit_path
        )
        people = people.filter(Exists(inside))
        if question.retiring is not None:  # who retires is counted where the definitive post is
            people = people.filter(held__post__unit__path__startswith=question.unit_path)
    if question.grade:
        people = people.filter(graded__grade=question.grade)
    if question.post_kind:
        people = people.filter(held__post__kind=question.post_kind)
    if question.retiring is not None:
        people = people.filter(retiring_within(retirement_at(question.day), question.day, question.retiring, "held__post__kind"))
    if question.words:
        people = people.alias(post_words=in_words("held__post__name"))
    for word in question.words:
        people = people.filter(named(word, actor, question.day))
    return people


def with_state(people: QuerySet[Person], question: PeopleQuestion) -> QuerySet[Person]:
    """Keep the people with the state asked for. A person without any record of standing counts as serving."""
    if question.state == EVERYBODY:
        return people
    if question.state != SERVING:
        return people.filter(standing__state=question.state)
    ended = ServiceRecord.objects.as_at(question.day).filter(person_id=OuterRef("pk"), state__in=ENDED_STATES)
    begun = Q(service_start__isnull=True) | Q(service_start__lte=question.day)
    return people.filter(begun, ~Exists(ended))


def named(word: str, actor: Actor, day: date) -> Q:
    """Return the condition that a person's name, NIP, post or unit has a word that starts with ``word``."""
    person = Q(search__contains=f" {word}")
    if word.isdigit() and len(word) >= 4:
        return person
    units = Unit.objects.filter(agency_id=actor.agency_id).as_at(day).alias(words=in_words("name"))
    inside = units.filter(words__contains=f" {word}").values_list("id", flat=True)
    return person | Q(post_words__contains=f" {word}") | Q(held__post__unit_id__in=list(inside))


def in_words(path: str) -> Lower:
    """Return the expression "the text at ``path`` in small letters, a space before each word", to search beginnings in."""
    return Lower(Concat(Value(" "), F(path)))


def retiring_within(retirement: Retirement, day: date, months: int, kind: str) -> Q:
    """Return the condition that a person retires at most ``months`` after ``day``; ``kind`` is the path to the post's kind."""
    condition = Q(pk__in=())
    for born_before, kinds in retirement.born_before(day, months):
        condition |= Q(birth_date__lt=born_before, **{f"{kind}__in": kinds})
    return condition


def ordered(people: QuerySet[Person], sort: str) -> QuerySet[Person]:
    """Sort by a key of ``SORTS``, backwards with a minus before it; what is unknown comes last."""
    down = sort.startswith("-")
    fields = SORTS.get(sort.lstrip("-"), SORTS["nama"])
    first = OrderBy(F(fields[0]), descending=down, nulls_last=None if fields[0] in {"full_name", "nip"} else True)
    return people.order_by(first, *fields[1:])


def rows_of(people: QuerySet[Person], day: date) -> list[PersonRow]:
    """Return the rows of people that ``people_asked`` gave, in its order: two queries, however many rows."""
    found = list(people.values_list(*FIELDS))
    retirement = retirement_at(day)
    standings = standings_of([values[0] for values in found], day)
    return [
        PersonRow(*values, standing, retirement.date_of(values[6], standing.post_kind))
        for values in found
        for standing in (standings[values[0]],)
    ]


def rows_by_key(person_ids: list[int], day: date) -> list[PersonRow]:
    """Return the rows of people whose keys ``people_asked`` gave, in the order of the keys: two queries, none for none."""
    if not person_ids:
        return []
    found = {row.id: row for row in rows_of(Person.objects.filter(pk__in=person_ids), day)}
    return [found[person_id] for person_id in person_ids]
