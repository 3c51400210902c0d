"""What the table of the mayor's programmes names."""

from matang.flow.aims.models import Aim, AimPlan, MayorAgenda, MayorProgramme
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from tests.cast import START, Cast


def objects(cast: Cast) -> dict[str, int | str]:
    """Make an agenda with a programme, and an aim, in either agency."""
    made = _written(cast.palu, "palu")
    with acting_in(cast.malang.pk):
        made |= _written(cast.malang, "malang")
    return made


def _written(agency: Agency, name: str) -> dict[str, int | str]:
    plan = AimPlan.objects.create(agency=agency, kind="rpjmd", name="RPJMD Wali", year_from=2025, year_to=2029)
    aim = Aim.objects.create(agency=agency, plan=plan, level="programme", title="Program PW-1", valid_from=START)
    aim.path = f"/{aim.pk}/"
    aim.save(update_fields=["path"])
    agenda = MayorAgenda.objects.create(agency=agency, title="Agenda contoh", position=1)
    programme = MayorProgramme.objects.create(agency=agency, agenda=agenda, title="Program contoh", position=1)
    return {f"agenda.{name}": agenda.pk, f"mayors.{name}": programme.pk, f"aimed.{name}": aim.pk}
