"""How long the mayor's page takes at 1,000 sendings, with what people brought home and what was done with it.

``python -m bench.mayor_page [--sendings 1000] [--seconds 3] [--json]`` with the surroundings of ``./matang``. Everything is
invented and stands in a database of its own, which is taken away at the end. One client asks a real gunicorn on the same machine.
Of each page: p50 and p95 of the wall, the processor's time (application and database together), and the questions to the
database (those that a signed-in page always asks included).

Target: the page in ≤ 300 ms (p95) at 1,000 sendings.
"""
# ruff: noqa: PLC0415 -- Django must be set up before its models are imported

import argparse
import json
import os
from datetime import date, timedelta
from typing import Any

DATABASE = "bench_mayor"
MOST_MS = 300
WARM_UP = 5
"""Seconds in which every process reads its templates, before anything is measured."""
START = date(2025, 1, 1)
STATES = ("draft", "submitted", "ordered", "under_way", "returned", "reported", "closed", "closed", "closed", "cancelled")
GONE = ("under_way", "returned", "reported", "closed")


def plan_of(agency: Any, units: list[Any]) -> tuple[list[Any], list[Any]]:
    """Make 3 missions with 20 programmes each, and an indicator with a year's main series for every programme."""
    from matang.flow.aims.models import Aim, AimPlan, Indicator
    from matang.flow.measure.models import Series, SeriesValue
    from matang.foundation.clock.services import now

    plan = AimPlan.objects.create(agency=agency, kind="rpjmd", name="RPJMD Contoh 2025–2029", year_from=2025, year_to=2029)
    programmes, indicators = [], []
    for mission_number in range(3):
        mission = Aim.objects.create(agency=agency, plan=plan, level="mission", title=f"Misi {mission_number}", valid_from=START)
        Aim.objects.filter(pk=mission.pk).update(path=f"/{mission.pk}/")
        for number in range(20):
            title = f"Program layanan {mission_number}.{number}"
            aim = Aim.objects.create(
                agency=agency, plan=plan, level="programme", title=title, parent=mission, valid_from=START
            )  # fmt: skip
            Aim.objects.filter(pk=aim.pk).update(path=f"/{mission.pk}/{aim.pk}/")
            unit = units[number % len(units)]
            indicator = Indicator.objects.create(
                agency=agency, aim=aim, name=f"Layanan {aim.pk}", measure_unit="persen", target_value=60,
                target_on=date(2025, 12, 31), unit=unit, valid_from=START,
            )  # fmt: skip
            series = Series.objects.create(
                agency=agency, indicator=indicator, unit=unit, kind="month", source="Contoh", main=True, starts_on=START
            )
            SeriesValue.objects.bulk_create(
                SeriesValue(
                    agency=agency, series=series, period_start=date(2025, month, 1), value=40 + number + month,
                    as_at=date(2025, month, 28), recorded_at=now(),
                )
                for month in range(1, 13)
            )  # fmt: skip
            programmes.append(aim)
            indicators.append(indicator)
    return programmes, indicators


def sent(agency: Any, units: list[Any], count: int) -> None:
    """Make the sendings with needs, cohorts, participants, steps, orders, recommendations and adoptions."""
    from matang.flow.apply.models import Adoption, Recommendation, RecommendationDecision
    from matang.flow.learn.models import Cohort, Participant, Sending, SendingOrder, SendingStep, WantedField
    from matang.flow.needs.public import UnitNeed
    from matang.flow.register.public import Person
    from matang.foundation.clock.services import now

    programmes, indicators = plan_of(agency, units)
    cohorts = [Cohort.objects.create(agency=agency, name=f"Angkatan {year}", year=year) for year in range(2022, 2027)]
    WantedField.objects.bulk_create(
        WantedField(agency=agency, cohort=cohort, name=f"Bidang {unit.name}", unit=unit)
        for cohort in cohorts
        for unit in units[:4]
    )
    needs = UnitNeed.objects.bulk_create(
        UnitNeed(agency=agency, unit=units[number % len(units)], what=f"Kebutuhan {number}", why="Contoh", opened_at=now())
        for number in range(count // 2)
    )
    people = Person.objects.bulk_create(
        Person(
            agency=agency, nip=f"19900101201501{number:04}", kind="pns", full_name=f"Pegawai {number}",
            birth_date=date(1990, 1, 1), sex="female",
        )
        for number in range(count)
    )  # fmt: skip
    sendings = Sending.objects.bulk_create(
        Sending(
            agency=agency, cohort=cohorts[number % 5], kind="internship", title=f"Belajar layanan {number}",
            unit=units[number % len(units)], unit_name=units[number % len(units)].name,
            need=needs[number % (len(needs) * 4 // 5)], aim=programmes[number % 60], indicator=indicators[number % 60],
            starts_on=START + timedelta(days=number % 300),
            ends_on=None if number % 17 == 0 else START + timedelta(days=number % 300 + 91), state=STATES[number % 10],
            opened_at=now(),
        )
        for number in range(count)
    )  # fmt: skip
    Participant.objects.bulk_create(
        Participant(agency=agency, sending=one, person=people[(number + step) % count], state="chosen")
        for number, one in enumerate(sendings)
        for step in range(1 + number % 3)
    )
    SendingStep.objects.bulk_create(
        SendingStep(
            agency=agency, sending=one, before="draft", after=one.state, reason="Contoh", made_on=START, made_at=now()
        )
        for one in sendings
        if one.state != "draft"
    )  # fmt: skip
    gone = [one for one in sendings if one.state in GONE]
    SendingOrder.objects.bulk_create(
        SendingOrder(
            agency=agency, sending=one, number=str(one.pk), reason="Contoh", signed_on=START, cost_rule="training", people=1,
            total=None if number % 11 == 0 else 12_880_000, at_least=number % 7 == 0,
        )
        for number, one in enumerate(gone)
    )  # fmt: skip
    recommended = Recommendation.objects.bulk_create(
        Recommendation(
            agency=agency, sending=one, unit_id=one.unit_id, owner_unit_id=one.unit_id, title=f"Rekomendasi {one.pk}",
            state="decided" if number % 3 else "submitted", submitted_at=now(), opened_at=now(), origin_agency=agency,
            origin_practice_id=1,
        )
        for number, one in enumerate(gone)
    )  # fmt: skip
    decided = RecommendationDecision.objects.bulk_create(
        RecommendationDecision(
            agency=agency, recommendation=one, kind="adopt", reason="Contoh", decided_on=START, decided_at=now(),
            official_account=1, official_name="Contoh", official_role="unit_head",
        )
        for one in recommended
        if one.state == "decided"
    )  # fmt: skip
    Adoption.objects.bulk_create(
        Adoption(
            agency=agency, recommendation=one.recommendation, decision=one, kind="adopt", unit_id=one.recommendation.unit_id,
            decided_on=START, began_on=START,
        )
        for one in decided
    )  # fmt: skip


def fill(count: int) -> tuple[Any, str, dict[str, str]]:
    """Make a city with sendings; return the mayor's browser and cookie and the addresses to ask for."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client

    from matang.flow.aims.public import Aim
    from matang.foundation.access.roles import Role
    from matang.foundation.tenancy.context import acting_in
    from matang.foundation.tenancy.models import Agency
    from tests.cast import make_unit, make_user
    from tests.http import BACKEND

    agency = Agency.objects.create(code="BENCH", name="Pemerintah Kota Contoh", synthetic=True)
    with acting_in(agency.pk):
        units = [make_unit(agency, f"P{number:02}", f"Dinas Contoh {number}") for number in range(40)]
        sent(agency, units, count)
        reader = make_user(agency, "walikota", Role.APPOINTING_OFFICIAL)
        programme = Aim.objects.filter(agency=agency, level="programme").order_by("pk").values_list("pk", flat=True)[0]
    client = Client(headers={"host": "localhost"})
    client.force_login(reader, backend=BACKEND)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    return (
        client,
        cookie,
        {
            "mayor's page": "/hasil/",
            "… of one programme": f"/hasil/?simpul={programme}",
            "indicators": "/hasil/indikator/",
        },
    )


def queries_of(client: Any, path: str) -> int:
    """Return how many questions a page asks the database, the second time it is looked at."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
    if answer.status_code != 200:
        raise SystemExit(f"{path} answered {answer.status_code}")
    return len(asked)


def measured(port: int, parent: Any, path: str, cookie: str, seconds: float) -> dict[str, float]:
    """Return the numbers of one page, asked by one client."""
    from bench.pages_load import run
    from bench.pages_speed import WORKERS, processor_seconds

    run(port, path, cookie, connections=WORKERS * 2, seconds=WARM_UP, most=20)
    before = processor_seconds(parent)
    many = run(port, path, cookie, connections=1, seconds=seconds, most=100)
    used = processor_seconds(parent) - before
    return {
        "p50 ms": round(many.percentile(0.5), 1),
        "p95 ms": round(many.percentile(0.95), 1),
        "processor ms": round(1000 * used / len(many.took), 1),
        "KB": round(many.size / 1024, 1),
    }


def main() -> None:
    """Measure, print a table, and fail when the target is missed."""
    import django

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sendings", type=int, default=1_000)
    options.add_argument("--seconds", type=float, default=3)
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    os.environ["MATANG_TEST_DATABASE"] = DATABASE
    django.setup()
    from django.db import connection

    from bench.pages_speed import free_port, server

    previous = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    found: dict[str, dict[str, float]] = {}
    try:
        client, cookie, addresses = fill(asked.sendings)
        port, load = free_port(), os.getloadavg()[0]
        with server(port) as parent:
            for name, path in addresses.items():
                found[name] = measured(port, parent, path, cookie, asked.seconds) | {"queries": queries_of(client, path)}
    finally:
        connection.creation.destroy_test_db(previous, verbosity=0)
    about = f"{asked.sendings:,} sendings; {machine()}, load {load:.1f} at the start"
    print(json.dumps({"about": about, "pages": found}, indent=2) if asked.json else f"{about}\n{table(found)}")
    if found["mayor's page"]["p95 ms"] > MOST_MS:
        raise SystemExit("the target is missed")


def machine() -> str:
    """Return the machine in few words."""
    from platform import machine as kind
    from platform import python_version

    import psutil

    memory = psutil.virtual_memory().total / 1024**3
    return f"{os.cpu_count()} cores ({kind()}), {memory:.0f} GB, Python {python_version()}"


def table(found: dict[str, dict[str, float]]) -> str:
    """Return the numbers as a table."""
    heads = list(next(iter(found.values())))
    lines = [f"{'':26}" + "".join(f"{head:>14}" for head in heads)]
    lines += [f"{name:26}" + "".join(f"{each[head]:>14}" for head in heads) for name, each in found.items()]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
