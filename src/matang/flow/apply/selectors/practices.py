"""Read the practice registry: search by stemmed Indonesian words, filters, and the chain of who learned from whom."""

from dataclasses import dataclass

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank
from django.db.models import F, Q, QuerySet, TextField, Value
from django.db.models.functions import Concat

from matang.flow.apply.choices import ConditionKind, ConditionNeed, PracticeResult
from matang.flow.apply.models import Practice
from matang.flow.apply.models.practices import LANGUAGE
from matang.flow.apply.selectors.stems import widened
from matang.foundation.access.actor import Actor

START, STOP = "\u2045", "\u2046"
"""Marks around found words; the page turns them into ``strong``, so that no text of a practice ever becomes markup."""
LONGEST_CHAIN = 12


@dataclass(frozen=True, slots=True)
class PracticeQuestion:
    """What the registry was asked: words, topic, result, whose (``own``, ``others`` or all), and which conditions we lack."""

    text: str = ""
    topic: str = ""
    result: str = ""
    whose: str = ""
    without: tuple[str, ...] = ()


def practices_visible_to(actor: Actor) -> QuerySet[Practice]:
    """Return the own practices and what other governments published. The database holds the same wall."""
    return Practice.objects.filter(Q(agency_id=actor.agency_id) | Q(published=True))


def practice_visible_to(actor: Actor, practice_id: int) -> Practice | None:
    """Return one of them, else None."""
    named = practices_visible_to(actor).defer("words").select_related("agency", "origin_agency")
    return named.filter(pk=practice_id).first()


def own_practice(actor: Actor, practice_id: int) -> Practice | None:
    """Return a practice of the actor's own agency with whom it is about, else None."""
    rows = Practice.objects.filter(agency_id=actor.agency_id).defer("words")
    return rows.select_related("person", "adoption", "origin_agency").filter(pk=practice_id).first()


def practices_asked(actor: Actor, question: PracticeQuestion) -> QuerySet[Practice]:
    """Return the practices that the question asks for, without order.

    Words are stemmed ("pengelolaan" finds "dikelola"); all of them must occur; quotes and ``-`` work as people know them.
    """
    rows = practices_visible_to(actor)
    if question.topic:
        rows = rows.filter(topic=question.topic)
    if question.result in PracticeResult.values:
        rows = rows.filter(result=question.result)
    if question.whose == "own":
        rows = rows.filter(agency_id=actor.agency_id)
    elif question.whose == "others":
        rows = rows.exclude(agency_id=actor.agency_id)
    for kind in question.without:
        if kind in ConditionKind.values:
            rows = rows.filter(**{f"need_{kind}": ConditionNeed.NOT_NEEDED})
    if question.text:
        rows = rows.filter(words=query_of(question.text)) if widened(question.text) else rows.none()
    return rows


def query_of(text: str) -> SearchQuery:
    """Return what is searched for, in the registry's language, each word in any of its forms."""
    return SearchQuery(widened(text), config=LANGUAGE, search_type="raw")


def as_written(text: str) -> SearchQuery:
    """Return what is searched for as it was written."""
    return SearchQuery(text, config=LANGUAGE, search_type="websearch")


def ranked(rows: QuerySet[Practice], text: str) -> QuerySet[Practice]:
    """Return the practices in order: best match first where words were asked, else the latest."""
    if not widened(text):
        return rows.defer("words").order_by("-changed_at", "-pk")
    found = rows.defer("words").annotate(
        exact=SearchRank(F("words"), as_written(text)), rank=SearchRank(F("words"), query_of(text))
    )
    return found.order_by("-exact", "-rank", "-changed_at", "-pk")


def excerpts(keys: list[int], text: str) -> dict[int, str]:
    """Return for each practice on the page the piece of it in which the words occur, each between ``START`` and ``STOP``."""
    if not keys or not text:
        return {}
    whole = Concat(
        F("problem"), Value(" "), F("what"), Value(" "), F("why"), Value(" "), F("conditions"), output_field=TextField()
    )
    piece = SearchHeadline(
        whole, query_of(text), config=LANGUAGE, start_sel=START, stop_sel=STOP, max_words=35, min_words=15, max_fragments=2
    )
    return dict(Practice.objects.filter(pk__in=keys).annotate(piece=piece).values_list("pk", "piece"))


def topics_of(actor: Actor) -> list[str]:
    """Return the topics there are, in order."""
    rows = practices_visible_to(actor).exclude(topic="")
    return list(rows.order_by("topic").values_list("topic", flat=True).distinct())


def origin_chain(practice: Practice, actor: Actor) -> list[Practice]:
    """Return the practices this one grew from, the first origin first, as far as they can be read."""
    found: list[Practice] = []
    key, seen = practice.origin_practice_id, {practice.pk}
    while key is not None and key not in seen and len(found) < LONGEST_CHAIN:
        seen.add(key)
        before = practices_visible_to(actor).defer("words").filter(pk=key).first()
        if before is None:
            break
        found.insert(0, before)
        key = before.origin_practice_id
    return found


def roots_elsewhere(practice: Practice, actor: Actor) -> list[Practice]:
    """Return the practices that grew from this one directly, as far as they can be read."""
    rows = practices_visible_to(actor).defer("words").filter(origin_practice_id=practice.pk)
    return list(rows.order_by("changed_at", "pk"))
