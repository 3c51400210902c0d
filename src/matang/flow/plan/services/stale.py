"""What changed in the register, the evidence, the standards or the rules since a result was computed."""

from dataclasses import dataclass

from django.db.models import Min
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from matang.flow.plan.choices import ScenarioState
from matang.flow.plan.models import PlacementScenario
from matang.flow.plan.selectors.fingerprints import differences, fingerprint, kept_of_one
from matang.flow.register.public import Incumbency, Person, Post

FEW, LAST = 10, 1_000
"""So few changes are read in one look, whatever their order; where those stand who are on no shortlist."""
OF_PEOPLE = {
    "moved": gettext_noop("jabatannya berubah"),
    "grade": gettext_noop("golongannya berubah"),
    "education": gettext_noop("pendidikannya berubah"),
    "service": gettext_noop("kedudukan hukumnya berubah"),
    "career": gettext_noop("riwayat jabatannya berubah"),
    "appraisal": gettext_noop("predikat kinerjanya dicatat atau berubah"),
    "evidence": gettext_noop("ada bukti kompetensi baru"),
    "person": gettext_noop("data dirinya berubah"),
}
OF_POSTS = {
    "filled": gettext_noop("pemangkunya berubah"),
    "post": gettext_noop("jabatannya diubah atau ditutup"),
    "standard": gettext_noop("standar kompetensinya berubah"),
}


@dataclass(frozen=True, slots=True)
class StaleChange:
    """One thing that changed: about a person, a post, or (neither) the rules. ``text`` says what, in the active language."""

    kind: str
    name: str
    text: str
    person_id: int | None = None
    post_id: int | None = None


def stale_changes(scenario: PlacementScenario, *, person_id: int | None = None, post_id: int | None = None) -> list[StaleChange]:
    """Return what changed since the scenario was computed: rules, posts, then people: who is on a shortlist first, by name.

    Only people who could have been placed and posts that were asked about (or one of each, when both are named); what the
    scenario's own decisions changed is left out. A scenario without a result, or one that is all decided, has none.
    """
    if scenario.state == ScenarioState.DECIDED:
        return []
    if person_id is not None and post_id is not None:
        before = kept_of_one(scenario, person_id, post_id)
        people, posts_asked = [person_id] if before and before["known"] else [], [post_id]
    else:
        result = getattr(scenario, "result", None)
        before = result.fingerprint if result is not None else None
        people, posts_asked = sorted({int(key) for rows in (before or {}).get("people", {}).values() for key in rows}), None
    if not before:
        return []
    after = fingerprint(scenario, people, posts=posts_asked)
    found = []
    if before["rules"] != after["rules"]:
        found.append(StaleChange("rules", _("Aturan"), _("ketentuan atau angkanya berubah sejak dihitung")))
    decided = set(scenario.posts.filter(decided_at__isnull=False).values_list("post_id", flat=True))
    moved = Incumbency.objects.filter(agency_id=scenario.agency_id, origin=f"scenario:{scenario.pk}")
    own = set(moved.values_list("person_id", flat=True))
    posts = _lines(differences(before["posts"], after["posts"]), decided)
    names = {row.pk: row.name for row in Post.objects.filter(pk__in={key for key, _kind in posts})}
    found += sorted(
        (StaleChange(kind, names.get(key, str(key)), _(OF_POSTS[kind]), post_id=key) for key, kind in posts), key=_by_name
    )
    persons = _lines(differences(before["people"], after["people"]), own)
    called = {row.pk: row.display_name for row in Person.objects.filter(pk__in={key for key, _kind in persons})}
    changes = [StaleChange(kind, called.get(key, str(key)), _(OF_PEOPLE[kind]), person_id=key) for key, kind in persons]
    # Who is proposed comes first: among a thousand changes elsewhere nobody would find them.
    first = {} if len(changes) < FEW else dict(_ranks(scenario))
    return found + sorted(changes, key=lambda change: (first.get(change.person_id, LAST), *_by_name(change)))


def _ranks(scenario: PlacementScenario) -> list[tuple[int, int]]:
    """Return the best rank of everybody on a shortlist of the scenario."""
    return list(scenario.proposals.values_list("person_id").annotate(best=Min("rank")))


def _lines(changed: dict[str, list[int]], without: set[int]) -> list[tuple[int, str]]:
    return [(key, kind) for kind, keys in changed.items() for key in keys if key not in without]


def _by_name(change: StaleChange) -> tuple[str, str]:
    return change.name, change.kind
