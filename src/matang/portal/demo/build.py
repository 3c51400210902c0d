"""Build the demonstration, or find it built; forget it when asked to."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from matang.flow.needs.public import Evidence, ensure_dictionary, record_many
from matang.flow.place.public import PlacementDecision
from matang.flow.plan.public import PlacementScenario, Proposal
from matang.flow.register.public import Incumbency, Person, Post, Region, Unit, vacant_posts
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from matang.foundation.identity.models import User
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from matang.portal.demo import accounts, chain, city, competence, development, road, write
from matang.portal.demo.city import MANAGERIAL, SHOWN_OPD, WHOLE

PALU, MALANG = "7271", "3573"
SEED = 7271
SECOND = 150
FEWEST = 300

Note = Callable[[str], None]


class NotADemoError(Exception):
    """The installation holds an agency that is not invented; the demonstration keeps away from it."""


@dataclass(slots=True)
class Demo:
    """What stands after building: counts, seconds by step, the keys of what to look at, and whether it was found built."""

    counts: dict[str, int]
    seconds: dict[str, float] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)
    digest: str = ""
    found: bool = False


class _Steps:
    def __init__(self, note: Note) -> None:
        self.note, self.seconds = note, {}

    def run(self, name: str, work: Callable[[], Any]) -> Any:
        """Do a step and note how long it took."""
        self.note(name)
        began = time.perf_counter()
        result = work()
        self.seconds[name] = round(time.perf_counter() - began, 2)
        return result


def build(*, people: int = WHOLE, seed: int = SEED, day: date | None = None, note: Note = lambda _text: None) -> Demo:
    """Build Palu, a part of Malang and the logins, and walk the road; a demonstration that stands already is left as it is."""
    standing = Agency.objects.filter(code=PALU).first()
    if standing is not None:
        if not standing.synthetic:
            raise NotADemoError(standing.name)
        return _found(standing)
    if people < FEWEST:
        raise ValueError(f"A city needs at least {FEWEST} people.")
    day, steps = day or today(), _Steps(note)
    with transaction.atomic():
        agency = Agency.objects.create(code=PALU, name="Pemerintah Kota Palu", region_code="72.71", synthetic=True)
        second = Agency.objects.create(
            code=MALANG, name="Pemerintah Kota Malang", region_code="35.73", time_zone="Asia/Jakarta", synthetic=True
        )
        plan = steps.run("invent", lambda: city.palu(people=people, seed=seed, day=day))
        with acting_in(agency.pk):
            keys = _city(agency.pk, plan, seed, day, steps)
            users = steps.run("logins", lambda: accounts.open_logins(agency, accounts.PALU))
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        with acting_in(second.pk):
            other = city.malang(people=SECOND, seed=seed, day=day)
            steps.run("second agency", lambda: write.city(second.pk, other))
            accounts.open_logins(second, (accounts.MALANG,))
        with acting_in(agency.pk):
            steps.run("chain", lambda: chain.show(agency, second, users, day))
            walked = steps.run("road", lambda: road.walk(users, _opd(plan, keys), day))
            planner = actor_of(users["perencana"])
            steps.run("development", lambda: development.show(planner, _opd(plan, keys, development.OPD).pk, day))
            accounts.open_login(agency, accounts.ASN, walked.runner_up_id)
            accounts.open_login(agency, accounts.FAVOURITE, walked.favourite_id)
    with acting_in(agency.pk):
        return Demo(counts_of(agency.pk, day), steps.seconds, keys_of(agency.pk), plan.digest())


def _city(agency_id: int, plan: city.CityPlan, seed: int, day: date, steps: _Steps) -> write.Keys:
    steps.run("regions", write.regions)
    keys: write.Keys = steps.run("register", lambda: write.city(agency_id, plan))
    codes = ensure_dictionary(agency_id)
    rng = Random(seed)  # noqa: S311 - a repeatable city, not a secret
    steps.run("standards", lambda: competence.standards(agency_id, plan, keys, codes, rng))
    steps.run("costs of evidence", lambda: competence.costs(agency_id))
    steps.run("evidence", lambda: record_many(agency_id, competence.evidence(plan, keys, codes, rng, day), day=day))
    return keys


def _opd(plan: city.CityPlan, keys: write.Keys, code: str = SHOWN_OPD) -> Unit:
    at = next(index for index, unit in enumerate(plan.units) if unit.code == code)
    return Unit.objects.get(pk=keys.units[at])


def _found(agency: Agency) -> Demo:
    with acting_in(agency.pk):
        return Demo(counts_of(agency.pk, today()), {}, keys_of(agency.pk), found=True)


def counts_of(agency_id: int, day: date) -> dict[str, int]:
    """Count what the demonstration holds. Call inside ``acting_in``."""
    vacant = vacant_posts(agency_id, day).filter(kind__in=MANAGERIAL)
    return {
        "regions": Region.objects.count(),
        "units": Unit.objects.filter(agency_id=agency_id).count(),
        "posts": Post.objects.filter(agency_id=agency_id).count(),
        "people": Person.objects.filter(agency_id=agency_id).count(),
        "incumbencies": Incumbency.objects.filter(agency_id=agency_id).count(),
        "vacant_managerial_posts": vacant.count(),
        "evidence": Evidence.objects.filter(agency_id=agency_id).count(),
        "scenarios": PlacementScenario.objects.filter(agency_id=agency_id).count(),
        "proposals": Proposal.objects.filter(agency_id=agency_id).count(),
        "decisions": PlacementDecision.objects.filter(agency_id=agency_id).count(),
    }


def keys_of(agency_id: int) -> dict[str, int]:
    """Return the keys of what to look at first: the shown scenario, its decision, and the place of the ASN login in it."""
    decision = PlacementDecision.objects.filter(agency_id=agency_id).order_by("id").first()
    names = (accounts.ASN.username, accounts.FAVOURITE.username)
    people = dict(User.objects.filter(username__in=names, agency_id=agency_id).values_list("username", "person_id"))
    asn, favourite = (people.get(name) for name in names)
    if decision is None or asn is None:
        return {}
    keys = {"scenario": decision.scenario_id, "decision": decision.pk, "post": decision.post_id, "asn": asn}
    return keys if favourite is None else keys | {"favourite": favourite}


def logins() -> list[dict[str, str]]:
    """Return the logins of this installation, with their passwords."""
    here = (*accounts.PALU, accounts.ASN, accounts.FAVOURITE, accounts.INTERN, accounts.RETURNED)
    listed = [*here, accounts.MALANG, accounts.MALANG_HOST, accounts.MALANG_MENTOR]
    return [
        {"username": x.username, "password": accounts.password_of(x.username), "role": x.role.value, "title": x.title}
        for x in listed
    ]


def forget() -> None:
    """Empty the database, so that it can be built anew; refused when any agency in it is not invented."""
    real = Agency.objects.filter(synthetic=False).first()
    if real is not None:
        raise NotADemoError(real.name)
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE")
        cursor.execute("CREATE SCHEMA public")
    if settings.DATABASES["default"]["CONN_MAX_AGE"]:
        connection.close()
