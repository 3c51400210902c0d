"""What the table of the flower test names."""

from matang.flow.aims.models import Aim, AimPlan, NotSame
from matang.foundation.clock.services import now
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from tests.cast import START, Cast


def objects(cast: Cast) -> dict[str, int | str]:
    """Make activities in either agency, and a statement that two of them differ."""
    made = _grown(cast.palu, "palu")
    with acting_in(cast.malang.pk):
        made |= _grown(cast.malang, "malang")
    return made


def _grown(agency: Agency, name: str) -> dict[str, int | str]:
    plan = AimPlan.objects.create(agency=agency, kind="rpjmd", name="RPJMD Bunga", year_from=2025, year_to=2029)
    keys: list[int] = []
    above, path = None, "/"
    for level, title in (
        ("programme", "Program bunga"),
        ("activity", "Pelatihan kader"),
        ("sub_activity", "Pelatihan kader gizi"),
    ):
        above = Aim.objects.create(agency=agency, plan=plan, level=level, title=title, parent=above, valid_from=START)
        path += f"{above.pk}/"
        above.path = path
        above.save(update_fields=["path"])
        keys.append(above.pk)
    said = NotSame.objects.create(agency=agency, first_id=keys[0], second_id=keys[1], reason="Lain", said_at=now())
    return {f"deed.{name}": keys[1], f"pair.{name}": f"{keys[1]},{keys[2]}", f"statement.{name}": said.pk}
