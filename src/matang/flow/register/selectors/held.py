"""What is held about a person: every stored field, where it came from, and how it changed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from matang.flow.register.models import Person
from matang.foundation.audit.selectors import history_of
from matang.foundation.identity.models import User


@dataclass(frozen=True, slots=True)
class Stored:
    """One stored field: its name, what it is called, its value as people read it (empty = nothing), and where it came from."""

    field: str
    label: str
    value: Any
    origin: str


@dataclass(frozen=True, slots=True)
class Changed:
    """One change of a person's own fields: when, by whom, why, and which fields."""

    at: datetime
    by: str
    why: str
    kind: str
    fields: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """When a record was made, and by which account (empty = the system)."""

    at: datetime
    actor_id: int | None


MADE = """
SELECT '{what}', r.id, t.pgh_created_at, t.pgh_actor
FROM register_{table} r JOIN register_{table}trail t ON t.id = r.id AND t.pgh_label = 'insert' WHERE r.person_id = %(person)s
"""
TABLES = (
    ("post", "incumbency"),
    ("grade", "graderecord"),
    ("state", "servicerecord"),
    ("career", "careerentry"),
    ("education", "education"),
)
LAST_CHANGED = """
SELECT 'appraisal', t.id, t.pgh_created_at, t.pgh_actor FROM register_appraisalrecordtrail t
WHERE t.pgh_id IN (SELECT (SELECT max(l.pgh_id) FROM register_appraisalrecordtrail l WHERE l.id = r.id)
                   FROM register_appraisalrecord r WHERE r.person_id = %(person)s)
"""
"""An appraisal is put right in place, so that what counts is who last did."""
ALL_MADE = "UNION ALL".join([*(MADE.format(what=what, table=table) for what, table in TABLES), LAST_CHANGED])


def recorded_about(person_id: int) -> dict[tuple[str, int], Recorded]:
    """Return when and by whom each record about a person was made, by kind (as in ``Fact.what``) and key; one query."""
    with connection.cursor() as cursor:
        cursor.execute(ALL_MADE, {"person": person_id})
        return {(what, key): Recorded(at, actor_id) for what, key, at, actor_id in cursor.fetchall()}


def names_of(actors: set[int]) -> dict[int, str]:
    """Return the names of accounts; one query, none for none."""
    if not actors:
        return {}
    return {user.pk: user.get_full_name() or user.get_username() for user in User.objects.filter(pk__in=actors)}


def import_of(origin: str) -> int | None:
    """Return the key of the import that an origin such as ``import:12`` names."""
    kind, _colon, number = origin.partition(":")
    return int(number) if kind == "import" and number.isdecimal() else None


def origin_in_words(origin: str) -> str:
    """Return an origin such as ``import:12`` as an office would say it."""
    kind, _colon, number = origin.partition(":")
    words = {
        "import": _("Berkas impor #%(number)s"),
        "decision": _("Keputusan #%(number)s"),
        "correction": _("Permintaan perbaikan #%(number)s"),
        "manual": _("Diisi pengelola kepegawaian"),
        "demo": _("Data contoh, rekaan"),
    }
    if kind in words:
        return words[kind] % {"number": number}
    return origin or _("asal tidak tercatat")


def shown(person: Person, field: str) -> Any:
    """Return a field's value as people read it."""
    display = getattr(person, f"get_{field}_display", None)
    return str(display()) if display else getattr(person, field)


def stored_about(person: Person) -> list[Stored]:
    """Return every personal field of the person's own row. The model declares which they are, so none can be left out."""
    origin = origin_in_words(person.origin)
    return [
        Stored(field, capital(str(Person._meta.get_field(field).verbose_name)), shown(person, field), origin)
        for field in Person.personal_data
    ]


def changes_of(person: Person) -> list[Changed]:
    """Return how the person's own row changed, newest first; three queries at most."""
    entries = history_of(Person, person.pk)
    names = names_of({entry.actor_id for entry in entries if entry.actor_id})
    return [
        Changed(
            at=entry.at,
            by=names.get(entry.actor_id or 0, _("Sistem")),
            why=entry.why,
            kind=entry.kind,
            fields=tuple(
                (capital(str(change.label)), said(change.before), said(change.after))
                for change in entry.changes
                if change.field in Person.personal_data
            ),
        )
        for entry in entries
    ]


def said(value: Any) -> str:
    """Return a value of the trail as text; empty where there was nothing."""
    if isinstance(value, date):
        return value.strftime("%d-%m-%Y")
    return str(value or "")


def capital(text: str) -> str:
    """Return a label with a capital at its start; abbreviations stay as they are."""
    return text[:1].upper() + text[1:]
