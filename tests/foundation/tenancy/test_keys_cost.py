"""Keeping foreign keys inside the agency is cheap on many rows."""

from datetime import date
from time import perf_counter

from django.db import connection

from matang.flow.register.models import Person, ServiceRecord
from matang.foundation.tenancy.bulk import copy_into, reserve_ids
from tests.cast import Cast

ROWS = 9_000


def insert(palu: int) -> float:
    """Write 9,000 dated rows that point to people, let the keys be checked, and return the seconds it took."""
    people = reserve_ids(Person, ROWS)
    rows = [(key, palu, str(300000000000000000 + key), "pns", "A", "", "", "", "unknown", "") for key in people]
    names = ("id", "agency", "nip", "kind", "full_name", "title_front", "title_back", "birth_place", "sex", "origin")
    copy_into(Person, names, rows)
    start = perf_counter()
    facts = [(palu, key, "active", date(2020, 1, 1), "") for key in people]
    copy_into(ServiceRecord, ("agency", "person", "state", "valid_from", "origin"), facts)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    return perf_counter() - start


def test_nine_thousand_rows_cost_less_than_half_a_second_more(cast: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    with_keys = insert(cast.palu.pk)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE register_servicerecord DROP CONSTRAINT register_servicerecord_person_id_same_agency")
    without_keys = insert(cast.palu.pk)
    assert with_keys - without_keys < 0.5
