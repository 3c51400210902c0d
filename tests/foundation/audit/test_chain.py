"""The decision log: appended, chained, and any tampering found."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import DatabaseError

from matang.foundation.audit.chain import GENESIS
from matang.foundation.audit.models import ChainHead, Decision
from matang.foundation.audit.selectors import verify_chain
from matang.foundation.audit.services import record_decision
from matang.foundation.tenancy import context
from matang.foundation.tenancy.models import Agency

COLUMNS = ("id", "agency_id", "sequence", "at", "actor_id", "kind", "subject", "document", "reason", "previous", "hash")


def record(agency: Agency, number: int) -> Decision:
    return record_decision(
        agency_id=agency.pk,
        actor_id=number,
        kind="place.decided",
        subject=f"person:{number}",
        payload={"post": number, "from": date(2026, 3, 1), "score": Decimal("4.50"), "name": "Ratna é"},
        reason=f"Alasan {number}",
    )


@pytest.fixture
def log(palu: Agency) -> list[Decision]:
    """Return five entries of Palu."""
    return [record(palu, number) for number in range(1, 6)]


@pytest.fixture
def tamperer(log: list[Decision]) -> None:
    """Let the owner of the tables do what a dishonest administrator could."""
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    execute("ALTER TABLE audit_decision DISABLE TRIGGER USER")


def execute(sql: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_entries_are_numbered_and_chained(palu: Agency, log: list[Decision]) -> None:
    assert [entry.sequence for entry in log] == [1, 2, 3, 4, 5]
    assert [entry.previous for entry in log] == [GENESIS, *[entry.hash for entry in log[:-1]]]
    assert log[0].document == '{"from":"2026-03-01","name":"Ratna é","post":1,"score":"4.50"}'
    assert log[0].payload == {"post": 1, "from": "2026-03-01", "score": "4.50", "name": "Ratna é"}
    report = verify_chain(palu.pk)
    assert (report.ok, report.count, report.head, report.first_fault, report.problem) == (True, 5, f"5:{log[4].hash}", None, "")


def test_the_encoding_does_not_change_between_versions(palu: Agency, log: list[Decision]) -> None:
    import json
    from hashlib import sha256

    entry = Decision.objects.get(pk=log[1].pk)
    at = entry.at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    text = (
        f'["matang-decision-1",{entry.pk},{palu.pk},2,"{at}",2,"place.decided","person:2",'
        f'{json.dumps(entry.document, ensure_ascii=False)},"Alasan 2","{log[0].hash}"]'
    )
    assert entry.hash == sha256(text.encode()).hexdigest()


def test_each_agency_has_its_own_chain(palu: Agency, malang: Agency, log: list[Decision]) -> None:
    context.enter(malang.pk, None)
    assert record(malang, 1).sequence == 1
    assert list(Decision.objects.values_list("agency_id", flat=True)) == [malang.pk]
    assert verify_chain(palu.pk).count == 5


def test_an_agency_cannot_write_into_the_log_of_another(palu: Agency, malang: Agency) -> None:
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        record(malang, 1)
    assert Decision.objects.count() == 0
    assert ChainHead.objects.count() == 0


def test_an_empty_log_is_sound(palu: Agency) -> None:
    report = verify_chain(palu.pk)
    assert (report.ok, report.count, report.head) == (True, 0, f"0:{GENESIS}")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit_decision SET reason = 'x'",
        "UPDATE audit_decision SET reason = 'x' WHERE false",
        "DELETE FROM audit_decision",
        "TRUNCATE audit_decision",
        "TRUNCATE tenancy_agency CASCADE",
    ],
)
def test_the_owner_of_the_tables_cannot_change_the_log(palu: Agency, log: list[Decision], sql: str) -> None:
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    execute("ALTER TABLE audit_decision ENABLE TRIGGER USER")
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        execute(sql)
    assert verify_chain(palu.pk).count == 5


@pytest.mark.usefixtures("tamperer")
@pytest.mark.parametrize("number", [1, 3, 5])
@pytest.mark.parametrize("column", COLUMNS)
def test_one_changed_byte_is_found(palu: Agency, log: list[Decision], column: str, number: int) -> None:
    row = log[number - 1]
    value = getattr(row, column)
    if column == "at":
        changed: object = value + timedelta(microseconds=1)
    elif column == "id":
        changed = value + 1_000_000
    elif isinstance(value, int):
        changed = value + 100
    else:
        changed = value[:-1] + ("a" if value[-1] != "a" else "b")
    if column == "agency_id":
        other = Agency.objects.create(code="9999", name="Lain")
        changed = other.pk
        execute("ALTER TABLE audit_decision NO FORCE ROW LEVEL SECURITY")
    execute(f"UPDATE audit_decision SET {column} = %s WHERE id = %s", changed, row.pk)
    execute("ALTER TABLE audit_decision FORCE ROW LEVEL SECURITY")
    report = verify_chain(palu.pk)
    assert not report.ok
    if column == "sequence":
        assert report.first_fault in (number, number + 1, number + 100)
    elif column == "agency_id":
        assert report.first_fault in (number, number + 1)
    else:
        assert report.first_fault == number


@pytest.mark.usefixtures("tamperer")
@pytest.mark.parametrize("number", [1, 3, 5])
def test_a_removed_entry_is_found(palu: Agency, log: list[Decision], number: int) -> None:
    execute("DELETE FROM audit_decision WHERE sequence = %s", number)
    report = verify_chain(palu.pk)
    assert not report.ok
    assert report.first_fault == (5 if number == 5 else number + 1)


@pytest.mark.usefixtures("tamperer")
def test_swapped_entries_are_found(palu: Agency, log: list[Decision]) -> None:
    execute("UPDATE audit_decision SET sequence = 99 WHERE sequence = 2")
    execute("UPDATE audit_decision SET sequence = 2 WHERE sequence = 3")
    execute("UPDATE audit_decision SET sequence = 3 WHERE sequence = 99")
    report = verify_chain(palu.pk)
    assert (report.ok, report.first_fault, report.problem) == (False, 2, "does not follow the entry before it")


@pytest.mark.usefixtures("tamperer")
def test_an_inserted_entry_is_found(palu: Agency, log: list[Decision]) -> None:
    last = log[-1]
    columns = ", ".join(COLUMNS)
    execute(
        f"INSERT INTO audit_decision ({columns}) SELECT id + 50, agency_id, 6, at, actor_id, kind, subject, document, "
        "reason, hash, hash FROM audit_decision WHERE id = %s",
        last.pk,
    )
    report = verify_chain(palu.pk)
    assert (report.ok, report.first_fault, report.problem) == (False, 6, "its content does not match its hash")


@pytest.mark.usefixtures("tamperer")
def test_an_emptied_log_is_found(palu: Agency, log: list[Decision]) -> None:
    execute("DELETE FROM audit_decision")
    assert (verify_chain(palu.pk).ok, verify_chain(palu.pk).first_fault) == (False, 1)


@pytest.mark.usefixtures("tamperer")
@pytest.mark.parametrize(("column", "value"), [("sequence", 6), ("hash", "0" * 64)])
def test_a_changed_head_is_found(palu: Agency, log: list[Decision], column: str, value: object) -> None:
    execute(f"UPDATE audit_chainhead SET {column} = %s", value)
    assert not verify_chain(palu.pk).ok


@pytest.mark.usefixtures("tamperer")
def test_a_rebuilt_chain_is_found_with_an_anchor(palu: Agency, log: list[Decision]) -> None:
    anchor = verify_chain(palu.pk).head
    execute("DELETE FROM audit_decision")
    execute("DELETE FROM audit_chainhead")
    for number in (11, 12, 13, 14, 15, 16):
        record(palu, number)
    assert verify_chain(palu.pk).ok
    report = verify_chain(palu.pk, anchor=anchor)
    assert (report.ok, report.first_fault, report.problem) == (False, 5, "differs from the anchor")


def test_an_anchor_holds_while_the_log_grows(palu: Agency, log: list[Decision]) -> None:
    anchor = verify_chain(palu.pk).head
    record(palu, 6)
    assert verify_chain(palu.pk, anchor=anchor).ok


@pytest.mark.usefixtures("tamperer")
def test_a_shortened_and_repaired_log_is_found_with_an_anchor(palu: Agency, log: list[Decision]) -> None:
    anchor = verify_chain(palu.pk).head
    execute("DELETE FROM audit_decision WHERE sequence = 5")
    execute("UPDATE audit_chainhead SET sequence = 4, hash = %s", log[3].hash)
    assert verify_chain(palu.pk).ok
    report = verify_chain(palu.pk, anchor=anchor)
    assert (report.ok, report.first_fault, report.problem) == (False, 5, "the anchor names an entry that is missing")


@pytest.mark.parametrize("anchor", ["5", "x:" + "0" * 64, "5:abc"])
def test_a_broken_anchor_is_refused(palu: Agency, anchor: str) -> None:
    with pytest.raises(ValueError, match="number and 64"):
        verify_chain(palu.pk, anchor=anchor)


@pytest.mark.parametrize("payload", [{"x": float("nan")}, {"x": object()}])
def test_a_payload_that_json_cannot_hold_is_refused(palu: Agency, payload: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        record_decision(agency_id=palu.pk, actor_id=None, kind="a", subject="b", payload=payload, reason="")
    assert Decision.objects.count() == 0


def test_twenty_thousand_entries_are_all_checked(palu: Agency) -> None:
    from matang.foundation.audit.chain import Entry, hash_of

    at = record(palu, 1).at
    previous = Decision.objects.get().hash
    entries = []
    for number in range(2, 20_001):
        facts = (
            number + 1_000_000,
            palu.pk,
            number,
            at,
            None,
            "place.decided",
            f"person:{number}",
            '{"post":1}',
            "Alasan",
            previous,
        )
        previous = hash_of(Entry(*facts))
        entries.append(Decision(**dict(zip(COLUMNS, (*facts, previous), strict=True))))
    Decision.objects.bulk_create(entries, batch_size=5000)
    ChainHead.objects.update(sequence=20_000, hash=previous)
    report = verify_chain(palu.pk)
    assert (report.ok, report.count) == (True, 20_000)


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_time_make_one_chain() -> None:
    agency = Agency.objects.create(code="7271", name="Pemerintah Kota Contoh Palu")

    def write(writer: int) -> None:
        try:
            for number in range(15):
                with context.acting_in(agency.pk):
                    record(agency, writer * 100 + number)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    report = verify_chain(agency.pk)
    assert (report.ok, report.count, report.problem) == (True, 60, "")
