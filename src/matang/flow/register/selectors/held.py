"""What is held about a person: every stored field, where it came from, and how it changed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

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
    actors = {entry.actor_id for entry in entries if entry.actor_id}
    names = (
        {user.pk: user.get_full_name() or user.get_username() for user in User.objects.filter(pk__in=actors)} if actors else {}
    )
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
