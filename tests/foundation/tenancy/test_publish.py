"""Rows that an agency has published: every other agency reads them, none but their own changes them."""

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, connection, transaction

from matang.foundation.tenancy import context, rls
from tests.cast import Cast
from tests.foundation.tenancy.test_wall import fetch, run

NAMES = "SELECT coalesce(string_agg(name, ',' ORDER BY name), '') FROM publish_trial"


@pytest.fixture
def trial(cast: Cast) -> Iterator[Cast]:
    """Make a walled table with one published and one other row in each agency; ends inside Palu."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE publish_trial (agency_id bigint NOT NULL, name text NOT NULL, shown boolean NOT NULL)")
        for step in (rls.protect("publish_trial"), rls.publish("publish_trial", where="shown")):
            for sql in [step.sql] if isinstance(step.sql, str) else step.sql:
                cursor.execute(sql)
    for agency, name in ((cast.malang, "malang"), (cast.palu, "palu")):
        context.enter(agency.pk, None)
        run("INSERT INTO publish_trial VALUES (%s, %s, true), (%s, %s, false)", agency.pk, name, agency.pk, f"{name}-kept")
    yield cast
    run("DROP TABLE publish_trial")


def test_another_agency_reads_what_was_published_and_nothing_else(trial: Cast) -> None:
    assert fetch(NAMES) == "malang,palu,palu-kept"
    context.enter(trial.malang.pk, None)
    assert fetch(NAMES) == "malang,malang-kept,palu"


def test_nobody_reads_a_published_row_without_an_agency(trial: Cast) -> None:
    context.enter(None, None)
    assert fetch(NAMES) == ""


def test_a_published_row_is_changed_deleted_and_locked_by_its_own_agency_only(trial: Cast) -> None:
    assert run("UPDATE publish_trial SET name = 'X' WHERE name = 'malang'") == 0
    assert run("DELETE FROM publish_trial WHERE name = 'malang'") == 0
    assert run("SELECT 1 FROM publish_trial WHERE name = 'malang' FOR UPDATE") == 0
    assert run("UPDATE publish_trial SET name = 'X' WHERE name = 'palu'") == 1
    context.enter(trial.malang.pk, None)
    assert fetch(NAMES) == "X,malang,malang-kept"


def test_no_row_is_published_in_the_name_of_another(trial: Cast) -> None:
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        run("INSERT INTO publish_trial VALUES (%s, 'X', true)", trial.malang.pk)
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        run("UPDATE publish_trial SET agency_id = %s WHERE name = 'palu'", trial.malang.pk)


def test_what_is_no_longer_published_is_hidden_again(trial: Cast) -> None:
    run("UPDATE publish_trial SET shown = false WHERE name = 'palu'")
    context.enter(trial.malang.pk, None)
    assert fetch(NAMES) == "malang,malang-kept"
