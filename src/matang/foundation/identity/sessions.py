"""Sessions in the database, read together with their account in one query."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import connection

from matang.foundation.clock.services import now
from matang.foundation.identity.models import Session, User
from matang.foundation.tenancy.models import Agency

CLIENT = "_client"
USER_KEY = "_auth_user_id"


@dataclass(frozen=True, slots=True)
class Signed:
    """The account of a session and the agency it works for."""

    user: User
    agency: Agency | None


@cache
def query() -> tuple[str, list[str], list[str]]:
    """Return the one query of a request, and the attribute names of the account and agency it reads."""
    accounts = list(User._meta.concrete_fields)
    agencies = list(Agency._meta.concrete_fields)
    columns = ", ".join([f"u.{field.column}" for field in accounts] + [f"a.{field.column}" for field in agencies])
    sql = (
        f"SELECT s.session_data, {columns} FROM {Session._meta.db_table} s "  # noqa: S608 - names of our own columns
        f"LEFT JOIN {User._meta.db_table} u ON u.id = s.user_id LEFT JOIN {Agency._meta.db_table} a ON a.id = u.agency_id "
        "WHERE s.session_key = %s AND s.expire_date > %s"
    )
    return sql, [field.attname for field in accounts], [field.attname for field in agencies]


class SessionStore(DatabaseStore):
    """Django's database store with the account as a column; ``signed`` holds who it belongs to once it was read."""

    signed: Signed | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Return the model of the rows."""
        return Session

    def load(self) -> dict[str, Any]:
        """Read the session, and its account and agency with it."""
        sql, accounts, agencies = query()
        with connection.cursor() as cursor:
            cursor.execute(sql, [self.session_key, now()])
            row = cursor.fetchone()
        if row is None:
            self._session_key = None
            return {}
        user, agency = row[1 : len(accounts) + 1], row[len(accounts) + 1 :]
        if user[0] is not None:
            self.signed = Signed(
                user=User.from_db(connection.alias, accounts, user),
                agency=Agency.from_db(connection.alias, agencies, agency) if agency[0] is not None else None,
            )
        data: dict[str, Any] = self.decode(row[0])
        return data

    def note_client(self, address: str | None, browser: str) -> None:
        """Remember where this session was opened, for the account's own list of sessions."""
        self[CLIENT] = {"address": address, "browser": browser[:200], "at": now().isoformat()}

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """Return the row to be saved."""
        client = data.get(CLIENT, {})
        return Session(
            session_key=self._get_or_create_session_key(),  # type: ignore[attr-defined] # missing in the stubs
            session_data=self.encode(data),
            expire_date=self.get_expiry_date(),
            user_id=int(data[USER_KEY]) if USER_KEY in data else None,
            created_at=client.get("at") or now(),
            address=client.get("address"),
            browser=client.get("browser", ""),
        )
