"""The database's tables kept in step with the code."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from matang.config import upkeep
from matang.config.faults import SurroundingsError


@pytest.mark.django_db
def test_a_database_left_between_two_old_migrations_is_refused_with_a_way_out() -> None:
    record = MigrationRecorder(connection)
    record.migration_qs.filter(app="aims").delete()
    record.record_applied("aims", "0001_initial")
    with pytest.raises(SurroundingsError, match=r"left it before aims\.0001_tables was whole"):
        upkeep.unapplied()
    record.record_applied("aims", "0003_thoughts_flower_and_mayor")
    assert upkeep.unapplied() == ["aims.0002_policies"]
