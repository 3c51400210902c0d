"""From the database to an explained placement of a whole city: every stage in seconds, and a "why not" page in milliseconds.

``python -m bench.plan_road [--people 9000] [--moves N] [--json]`` with the surroundings of ``./matang``. As many open posts
as people, all rules, the 50 best posts of each person. The city is invented and stands in a database of its own, filled by
bulk copy and taken away at the end.

Targets on 2 cores, 9,000 × 9,000: database to explained result ≤ 20 s; "why / why not" page ≤ 150 ms.
"""
# ruff: noqa: PLC0415 -- Django must be set up before its models are imported

import argparse
import json
import os
import time
from datetime import date, timedelta
from random import Random
from statistics import median

DATABASE = "bench_plan"
DAY = date(2026, 11, 23)
START = date(2018, 1, 1)
MOST_SECONDS, MOST_MS = 20, 150
PAGES = 60
OPDS, SECTIONS, PATTERNS = 40, 8, 30
KINDS = (
    ("jpt_pratama", 1), ("administrator", 4), ("pengawas", 10), ("pelaksana", 45), ("jf_ahli_pertama", 15), ("jf_ahli_muda", 10),
    ("jf_ahli_madya", 3), ("jf_terampil", 6), ("jf_mahir", 4), ("jf_penyelia", 2),
)  # fmt: skip
DEGREES = (("sma", 15), ("d3", 20), ("s1", 50), ("s2", 14), ("s3", 1))


def fill(people: int) -> tuple[int, int]:
    """Make the city; return the agency's key and the planner's."""
    from matang.flow.needs.public import ensure_dictionary
    from matang.foundation.access.roles import Role
    from matang.foundation.tenancy.context import acting_in
    from matang.foundation.tenancy.models import Agency
    from tests.cast import make_user

    agency = Agency.objects.create(code="BENCH", name="Pemerintah Kota Contoh", synthetic=True)
    with acting_in(agency.pk):
        codes = ensure_dictionary(agency.pk)
        register(agency, people, Random(7))
        competence(agency.pk, list(codes.values()), Random(8))
        planner = make_user(agency, "perencana", Role.PLANNER)
    return agency.pk, planner.pk


def register(agency: object, people: int, chance: Random) -> None:
    """Make units, everybody with a post, and as many open posts."""
    from matang.flow.register.models import AppraisalRecord, Education, GradeRecord, Incumbency, Person, Post, ServiceRecord
    from matang.foundation.tenancy.bulk import copy_into, reserve_ids
    from tests.factories.register import COLUMNS, make_units

    key = agency.pk
    _tops, paths = make_units(agency, OPDS, SECTIONS)
    units, kinds, weights = list(paths), *zip(*KINDS, strict=True)
    persons, posts = reserve_ids(Person, people), reserve_ids(Post, 2 * people)
    rows: dict[type, list[tuple]] = {model: [] for model in (*COLUMNS, AppraisalRecord)}
    for number, post in enumerate(posts):
        kind, unit = chance.choices(kinds, weights)[0], units[number % len(units)]
        rows[Post].append((post, key, unit, f"Jabatan {kind} {number}", kind, "", 1, START, "manual"))
    for number, (person, post) in enumerate(zip(persons, posts, strict=False)):
        born = date(1968, 1, 1) + timedelta(days=chance.randrange(11_000))
        since = START + timedelta(days=chance.randrange(2_800))
        nip = f"{born:%Y%m%d}{2005 + number // 1000}{1 + number % 12:02}{1 + number % 2}{number % 1000:03}"
        name = f"Pegawai Contoh {number}"
        rows[Person].append((person, key, nip, "pns", name, "", "", born, "Palu", "female", START, "manual"))
        rows[Incumbency].append((key, person, post, "definitive", True, since, "", "manual"))
        rows[GradeRecord].append((key, person, chance.choice(("III/a", "III/b", "III/c", "III/d", "IV/a")), since, "", "manual"))
        rows[ServiceRecord].append((key, person, "active", START, "manual"))
        degree = chance.choices(*zip(*DEGREES, strict=True))[0]
        if number % 50:
            rows[Education].append((key, person, degree, "Manajemen", "Universitas Contoh", 2005, "manual"))
        if number % 5:
            rows[AppraisalRecord] += [
                (key, person, year, chance.choice(("baik", "sangat_baik")), "", "manual") for year in (2024, 2025)
            ]
    columns = {**COLUMNS, AppraisalRecord: ("agency", "person", "year", "rating", "document", "origin")}
    for model, made in rows.items():
        copy_into(model, columns[model], made)


def competence(agency_id: int, codes: list[int], chance: Random) -> None:
    """Give a third of the open posts a standard of their own (with must-haves), and most people an assessment."""
    from matang.flow.needs.public import Evidence, PostStandard
    from matang.flow.register.models import Person, Post
    from matang.foundation.clock.services import now
    from matang.foundation.tenancy.bulk import copy_into

    patterns = [
        [(code, chance.randint(1, 4), chance.random() < 0.1) for code in chance.sample(codes, 9)] for _ in range(PATTERNS)
    ]
    posts = list(Post.objects.filter(agency_id=agency_id).order_by("id").values_list("id", flat=True))
    wanted = [
        (agency_id, post, code, level, must, START, "")
        for post in posts[len(posts) // 2 :: 3]
        for code, level, must in chance.choice(patterns)
    ]
    copy_into(PostStandard, ("agency", "post", "competency", "level", "must", "valid_from", "origin"), wanted)
    moment, shown = now(), date(2025, 6, 1)
    evidence = [
        (agency_id, person, code, min(5, max(1, round(chance.gauss(3, 1)))), "assessment_centre", 95, shown, "", "", "", moment)
        for person in Person.objects.filter(agency_id=agency_id).order_by("id").values_list("id", flat=True)
        if person % 10
        for code in codes
    ]
    fields = (
        "agency",
        "person",
        "competency",
        "level",
        "source",
        "reliability",
        "shown_on",
        "rater_role",
        "note",
        "origin",
        "recorded_at",
    )
    copy_into(Evidence, fields, evidence)


def measure(agency_id: int, planner_id: int, moves: int | None) -> dict[str, float]:
    """Ask, compute, and read pages; return seconds by stage and milliseconds by page."""
    from django.db import connection

    from matang.flow.plan.choices import PROPOSABLE_KINDS
    from matang.flow.plan.public import Question, ScenarioResult, create_scenario, solve_scenario
    from matang.foundation.access.selectors import actor_of
    from matang.foundation.identity.models import User
    from matang.foundation.tenancy.context import acting_in

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    with acting_in(agency_id, planner_id):
        planner = User.objects.get(pk=planner_id)
        actor = actor_of(planner)
        question = Question("Seluruh kota", kinds=tuple(PROPOSABLE_KINDS), as_at=DAY, most_moves=moves)
        scenario = create_scenario(actor=actor, question=question)
        started = time.perf_counter()
        scenario = solve_scenario(actor=actor, scenario_id=scenario.pk)
        total = time.perf_counter() - started
        stored = ScenarioResult.objects.get(scenario=scenario)
        report, took = stored.report, dict(stored.timings)
        rows = scenario.proposals.count()
    took |= {"total": total, "posts": report["posts"], "pairs": report["pairs"], "placed": report["placed"], "shortlisted": rows}
    return took | pages(agency_id, planner, scenario.pk)


def pages(agency_id: int, planner: object, scenario_id: int) -> dict[str, float]:
    """Return the median milliseconds of "why" pages: of proposed people, of runners-up, and of people on no shortlist."""
    from django.urls import reverse

    from matang.flow.plan.models import Proposal
    from matang.flow.register.models import Person
    from matang.foundation.tenancy.context import acting_in
    from tests.http import ActorClient

    client, chance = ActorClient(planner), Random(9)
    with acting_in(agency_id):
        listed = Proposal.objects.filter(scenario_id=scenario_id)
        posts = chance.sample(list(listed.filter(rank=1).values_list("post_id", "person_id")), PAGES)
        nearest = chance.sample(list(listed.filter(rank__gt=1).values_list("post_id", "person_id")), PAGES)
        everybody = list(Person.objects.values_list("id", flat=True))
    asked = {"proposed": posts, "runner-up": nearest, "not listed": [(post, chance.choice(everybody)) for post, _ in posts]}
    took = {}
    for name, pairs in asked.items():
        each = []
        for post, person in pairs:
            started = time.perf_counter()
            answer = client.get(reverse("plan:why", args=[scenario_id, post, person]))
            each.append((time.perf_counter() - started) * 1000)
            assert answer.status_code == 200, (name, post, person)
        took |= {f"why {name} ms": median(each), f"why {name} p95 ms": sorted(each)[int(len(each) * 0.95)]}
    return took


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--people", type=int, default=9_000)
    parser.add_argument("--moves", type=int, default=None, help="bound the moves, which asks for their price as well")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    os.environ["MATANG_TEST_DATABASE"] = DATABASE
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection

    settings.DEBUG, settings.ALLOWED_HOSTS = False, ["*"]
    previous = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        agency_id, planner_id = fill(options.people)
        took = measure(agency_id, planner_id, options.moves)
    finally:
        connection.creation.destroy_test_db(previous, verbosity=0)
    if options.json:
        print(json.dumps(took))
        return
    for name, number in took.items():
        print(f"{name:<24} {number:>12,.2f}")
    print(f"targets: total ≤ {MOST_SECONDS} s, why ≤ {MOST_MS} ms")


if __name__ == "__main__":
    main()
