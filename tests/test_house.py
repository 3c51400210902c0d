"""The cast stands."""

import pytest
from django.db import connection

from matang.flow.register.models import Person
from matang.foundation.tenancy import context
from tests.cast import Cast


def test_the_cast_is_split_by_agency(cast: Cast) -> None:
    assert Person.objects.count() == 5
    context.enter(cast.malang.pk, None)
    assert list(Person.objects.values_list("full_name", flat=True)) == ["Sari Malangwati"]


@pytest.mark.usefixtures("cast")
def test_without_an_agency_raw_sql_sees_nothing() -> None:
    context.enter(None, None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM register_person")
        assert cursor.fetchone() == (0,)
