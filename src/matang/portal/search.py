"""Search over people, units, posts, aims, sendings, practices, pages and rules, inside what the actor may see."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from matang.flow.aims import public as aims
from matang.flow.apply import public as apply
from matang.flow.learn import public as learn
from matang.flow.register import public as register
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import today
from matang.portal.rules.listing import found_by
from matang.ui.navigation import address, stages_for

LIMIT = 8
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """One result; without ``href`` there is no page of its own."""

    title: str
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Group:
    """Results of one kind; ``more`` tells that there were others."""

    name: str
    icon: str
    hits: tuple[Hit, ...]
    more: bool
    href: str = ""


def search(actor: Actor, words: str) -> list[Group]:
    """Return the groups that have results; too short a question has none."""
    if len(words) < SHORTEST:
        return []
    found = [
        people(actor, words), units(actor, words), posts(actor, words), policy(actor, words), sendings(actor, words),
        practices(actor, words), stages(actor, words), law(words),
    ]  # fmt: skip
    return [group for group in found if group.hits]


def _words(field: str, words: str) -> Q:
    question = Q()
    for word in words.split():
        question &= Q(**{f"{field}__icontains": word})
    return question


def people(actor: Actor, words: str) -> Group:
    """Find people by name or NIP, among those the actor sees."""
    digits = words.replace(" ", "")
    question = Q(nip__startswith=digits) if digits.isdigit() else _words("full_name", words)
    rows = register.people_visible_to(actor, today()).filter(question).order_by("full_name", "id")[: LIMIT + 1]
    held = posts_of([person.pk for person in rows])
    hits = [
        Hit(person.display_name, " · ".join([f"NIP {person.nip}", *held[person.pk]]), address("register:person", person.pk))
        for person in rows
    ]
    return Group(_("Pegawai"), "users", tuple(hits[:LIMIT]), len(hits) > LIMIT, address("register:people"))


def posts_of(people_ids: list[int]) -> dict[int, list[str]]:
    """Return the names of the posts that each of these people holds today: names alone are often the same."""
    held: dict[int, list[str]] = defaultdict(list)
    rows = register.Incumbency.objects.as_at(today()).filter(person_id__in=people_ids).order_by("kind", "id")
    for person_id, name in rows.values_list("person_id", "post__name"):
        held[person_id].append(name)
    return held


def units(actor: Actor, words: str) -> Group:
    """Find units of the agency by name or code."""
    found = register.units_at(actor.agency_id or 0, today()).filter(_words("name", words) | Q(code__iexact=words))
    rows = found.values_list("id", "name", "kind")[: LIMIT + 1]
    hits = [Hit(name, kind, address("register:unit", key)) for key, name, kind in rows]
    return Group(_("Unit"), "building-2", tuple(hits[:LIMIT]), len(hits) > LIMIT, address("register:units"))


def posts(actor: Actor, words: str) -> Group:
    """Find posts of the agency by name."""
    rows = register.posts_at(actor.agency_id or 0, today()).filter(_words("name", words))
    found = rows.values_list("id", "name", "unit__name")[: LIMIT + 1]
    hits = [Hit(name, unit, address("register:post", key)) for key, name, unit in found]
    return Group(_("Jabatan"), "briefcase", tuple(hits[:LIMIT]), len(hits) > LIMIT, address("register:posts"))


def policy(actor: Actor, words: str) -> Group:
    """Find aims of the agency by their words or code."""
    rows = aims.aims_like(actor, today(), words, levels=tuple(aims.AimLevel.values))[: LIMIT + 1]
    hits = [
        Hit(aim.title, " · ".join(part for part in (aim.get_level_display(), aim.code) if part), address("aims:aim", aim.pk))
        for aim in rows
    ]
    return Group(_("Tujuan"), "target", tuple(hits[:LIMIT]), len(hits) > LIMIT, address("aims:aims"))


def sendings(actor: Actor, words: str) -> Group:
    """Find sendings that the actor reads by what is learned, the unit or the host; those that are over as well."""
    rows = learn.sendings_asked(actor, learn.SendingQuestion(text=words, state="all")).order_by("-opened_at", "-pk")[: LIMIT + 1]
    hits = [
        Hit(
            one.title, f"{one.get_kind_display()} · {one.unit_name} · {one.get_state_display()}", address("learn:sending", one.pk)
        )
        for one in rows
    ]
    return Group(_("Pengiriman belajar"), "graduation-cap", tuple(hits[:LIMIT]), len(hits) > LIMIT, address("learn:sendings"))


def practices(actor: Actor, words: str) -> Group:
    """Find practices, the own ones and what other governments published, by stemmed words; the best match first."""
    rows = apply.ranked(apply.practices_asked(actor, apply.PracticeQuestion(text=words)), words)[: LIMIT + 1]
    hits = [Hit(one.title, f"{one.government} · {one.get_result_display()}", address("apply:practice", one.pk)) for one in rows]
    return Group(_("Praktik"), "sprout", tuple(hits[:LIMIT]), len(hits) > LIMIT, address("apply:practices"))


def stages(actor: Actor, words: str) -> Group:
    """Find stages and their pages by name."""
    wanted = words.casefold()
    hits = []
    for stage in stages_for(actor):
        if wanted in stage.name.casefold() or wanted in stage.question.casefold():
            hits.append(Hit(stage.name, stage.question, stage.href))
        hits += [Hit(page.label, stage.name, page.href) for page in stage.pages if wanted in page.label.casefold()]
    return Group(_("Halaman"), "compass", tuple(hits[:LIMIT]), len(hits) > LIMIT)


def law(words: str) -> Group:
    """Find rules by what they ask, explain, rest on or read: law is nobody's secret."""
    hits = [Hit(title, text, address("rules:rule", key)) for key, title, text in found_by(words, LIMIT + 1)]
    return Group(_("Aturan"), "scale", tuple(hits[:LIMIT]), len(hits) > LIMIT, address("rules:rules"))
