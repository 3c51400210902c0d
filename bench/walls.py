# ruff: noqa: PLC0415 -- Django must be set up before its models are imported
"""What the walls cost: keys that stay inside an agency, the audit trail, and the check of the decision log.

``python -m bench.walls`` with the surroundings of ``./matang`` (``./matang manage shell`` shows them). Everything is
rolled back.
"""

import time
from collections.abc import Callable, Sequence
from datetime import date
from statistics import median
from typing import Any

ROWS, ENTRIES, ROUNDS = 9_000, 5_000, 5


def seconds(work: Callable[[], object]) -> float:
    """Return how long ``work`` took, deferred checks included."""
    from django.db import connection

    start = time.perf_counter()
    work()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    return time.perf_counter() - start


def write_standings(agency: int) -> float:
    """Write one standing for each of ``ROWS`` new people; return the seconds of the standings alone."""
    from matang.flow.register.models import Person, ServiceRecord
    from matang.foundation.tenancy.bulk import copy_into, reserve_ids

    people = reserve_ids(Person, ROWS)
    rows = [(key, agency, str(300000000000000000 + key), "pns", "A", "", "", "", "unknown", "") for key in people]
    names = ("id", "agency", "nip", "kind", "full_name", "title_front", "title_back", "birth_place", "sex", "origin")
    copy_into(Person, names, rows)
    facts: Sequence[Sequence[Any]] = [(agency, key, "active", date(2020, 1, 1), "") for key in people]
    return seconds(lambda: copy_into(ServiceRecord, ("agency", "person", "state", "valid_from", "origin"), facts))


def without(statement: str, agency: int) -> float:
    """Return the seconds of writing standings after ``statement``, which is taken back."""
    from django.db import connection, transaction

    with transaction.atomic():
        point = transaction.savepoint()
        with connection.cursor() as cursor:
            cursor.execute(statement)
        took = write_standings(agency)
        transaction.savepoint_rollback(point)
    return took


def check_log(agency: int) -> float:
    """Return the seconds of checking ``ENTRIES`` chained decisions."""
    from matang.foundation.audit.selectors import verify_chain
    from matang.foundation.audit.services import record_decision

    for number in range(ENTRIES):
        record_decision(
            agency_id=agency, actor_id=None, kind="bench", subject=f"row:{number}", payload={"n": number}, reason="Ukur"
        )
    return seconds(lambda: verify_chain(agency))


def main() -> None:
    """Measure and print the table."""
    import django

    django.setup()
    from django.db import connection, transaction

    from matang.foundation.tenancy import context
    from matang.foundation.tenancy.models import Agency

    with transaction.atomic():
        agency = Agency.objects.create(code="BENCH-WALLS", name="Bench").pk
        context.enter(agency, None)
        keys = "ALTER TABLE register_servicerecord DROP CONSTRAINT register_servicerecord_person_id_same_agency"
        trail = "ALTER TABLE register_servicerecord DISABLE TRIGGER USER"
        write_standings(agency)
        full = median(write_standings(agency) for _ in range(ROUNDS))
        print(f"| what | seconds |\n|---|--:|\n| {ROWS:,} rows, all walls | {full:.3f} |")
        print(f"| … without the key inside the agency | {median(without(keys, agency) for _ in range(ROUNDS)):.3f} |")
        print(f"| … without the audit trail | {median(without(trail, agency) for _ in range(ROUNDS)):.3f} |")
        print(f"| check of {ENTRIES:,} chained decisions | {check_log(agency):.3f} |")
        transaction.set_rollback(True)
    connection.close()


if __name__ == "__main__":
    main()
