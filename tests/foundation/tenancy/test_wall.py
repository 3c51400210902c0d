"""The wall behind the ORM: raw SQL of one agency neither sees nor touches another's rows."""

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, connection, transaction

from matang.foundation.tenancy import context
from tests.cast import Cast


def run(sql: str, *values: object) -> int:
    """Run one statement and return the number of rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.rowcount


def fetch(sql: str, *values: object) -> object:
    """Return the first value that a statement answers."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()[0]


def check_keys_after(sql: str, *values: object) -> None:
    """Run one statement and let the foreign keys be checked."""
    with transaction.atomic():
        run(sql, *values)
        run("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.fixture
def tenant_tables(db: None) -> Iterator[list[str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
            "WHERE a.attname = 'agency_id' AND NOT a.attisdropped AND c.relkind IN ('r', 'p') "
            "AND c.relnamespace = 'public'::regnamespace ORDER BY 1"
        )
        yield [row[0] for row in cursor.fetchall()]


def test_a_select_sees_its_own_agency_only(cast: Cast) -> None:
    assert fetch("SELECT count(*) FROM register_person") == 5
    assert fetch("SELECT count(*) FROM register_person WHERE agency_id = %s", cast.malang.pk) == 0
    context.enter(cast.malang.pk, None)
    assert fetch("SELECT count(*) FROM register_person") == 1


def test_every_tenant_table_is_empty_without_an_agency(cast: Cast, tenant_tables: list[str]) -> None:
    context.enter(None, None)
    seen = {
        name: fetch(f"SELECT count(*) FROM {name} WHERE agency_id IS NOT NULL")
        for name in tenant_tables
        if name != "identity_user"
    }
    assert len(seen) >= 11
    assert {name: count for name, count in seen.items() if count} == {}


def test_accounts_are_found_at_sign_in_but_hidden_between_agencies(cast: Cast) -> None:
    context.enter(None, None)
    assert fetch("SELECT count(*) FROM identity_user") == 16
    context.enter(cast.malang.pk, None)
    assert fetch("SELECT string_agg(username, ',') FROM identity_user") == "malang_officer"


def test_an_insert_for_another_agency_is_refused(cast: Cast) -> None:
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        run(
            "INSERT INTO register_unit (agency_id, code, name, kind, path, origin, valid_from) "
            "VALUES (%s, 'X', 'Unit selundupan', '', '', '', '2026-01-01')",
            cast.malang.pk,
        )


def test_an_update_does_not_reach_another_agency(cast: Cast) -> None:
    assert run("UPDATE register_person SET full_name = 'X' WHERE id = %s", cast.people["malang"].pk) == 0
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        run("UPDATE register_person SET agency_id = %s", cast.malang.pk)


def test_a_delete_does_not_reach_another_agency(cast: Cast) -> None:
    assert run("DELETE FROM register_incumbency WHERE agency_id = %s", cast.malang.pk) == 0
    context.enter(cast.malang.pk, None)
    assert fetch("SELECT count(*) FROM register_incumbency") == 1


def test_a_row_cannot_point_to_another_agency(cast: Cast) -> None:
    context.enter(cast.malang.pk, None)
    post_of_malang = fetch("SELECT id FROM register_post")
    context.enter(cast.palu.pk, None)
    servant = cast.people["servant"].pk
    with pytest.raises(DatabaseError, match="register_incumbency_post_id_same_agency"):
        check_keys_after(
            "UPDATE register_incumbency SET post_id = %s, sole = false WHERE person_id = %s", post_of_malang, servant
        )


def test_an_account_cannot_be_tied_to_a_person_of_another_agency(cast: Cast) -> None:
    with pytest.raises(DatabaseError, match="identity_user_person_id_same_agency"):
        check_keys_after("UPDATE identity_user SET person_id = %s WHERE username = 'no_role'", cast.people["malang"].pk)


def test_a_grant_cannot_be_given_to_an_account_of_another_agency(cast: Cast) -> None:
    with pytest.raises(DatabaseError, match="access_grant_user_id_same_agency"):
        check_keys_after("UPDATE access_grant SET user_id = %s WHERE role = 'mentor'", cast.users["malang_officer"].pk)


def test_the_walls_cannot_be_switched_off_by_a_setting(cast: Cast) -> None:
    with pytest.raises(DatabaseError, match="query would be affected by row-level security"), transaction.atomic():
        fetch("SET LOCAL row_security = off; SELECT count(*) FROM register_person")
