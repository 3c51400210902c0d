"""Objects of the account pages: roles and days off."""

from datetime import date

from matang.foundation.access.models import Grant
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.calendar import add_day
from matang.foundation.clock.models import HolidayKind
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast


def objects(cast: Cast) -> dict[str, int | str]:
    """Make days off of both agencies and for everybody, and name the roles of the cast."""
    made: dict[str, int | str] = {
        f"grant.{grant.role}": grant.pk for grant in Grant.objects.filter(role__in=["mentor", "auditor"])
    }
    operator = actor_of(cast.users["system_operator"])
    day = date(2031, 5, 5)
    made["holiday.local"] = add_day(operator, day=day, name="Hari jadi", kind=HolidayKind.LOCAL).pk
    made["holiday.national"] = add_day(operator, day=day, name="Libur", kind=HolidayKind.NATIONAL, national=True).pk
    with acting_in(cast.malang.pk):
        officer = actor_of(cast.users["malang_officer"])
        made["grant.malang"] = Grant.objects.get(role="hr_officer").pk
        made["holiday.malang"] = add_day(officer, day=day, name="Hari jadi Malang", kind=HolidayKind.LOCAL).pk
    return made
