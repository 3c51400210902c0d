"""The application's own role obeys the walls, and one that does not is refused."""

import pytest

from matang.foundation.tenancy import checks


@pytest.mark.django_db
def test_the_role_of_this_installation_obeys() -> None:
    assert checks.role_obeys_policies(["default"]) == []
    assert checks.role_obeys_policies(None) == []


@pytest.mark.django_db
@pytest.mark.parametrize("powers", ["true, false", "false, true"])
def test_a_role_that_may_look_past_the_walls_is_an_error_with_a_way_out(powers: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "ROLE", f"SELECT 'postgres', {powers}")
    (fault,) = checks.role_obeys_policies(["default"])
    assert fault.id == "tenancy.E001"
    assert fault.hint == "ALTER ROLE postgres NOSUPERUSER NOBYPASSRLS — or connect with a role of its own."
