"""What the table of the aims names."""

from datetime import date

from matang.flow.aims.models import Aim, AimLink, AimPlan, Indicator, Nomenclature, NomenclatureEdition
from matang.flow.aims.services.nomenclature.findings import finding
from matang.foundation.clock.services import now, today
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from tests.cast import START, Cast


def objects(cast: Cast) -> dict[str, int | str]:
    """Make a small tree in either agency, and an aim that has ended in Palu."""
    made = _grown(cast.palu, "palu")
    ended = Aim.objects.create(
        agency=cast.palu,
        plan_id=made["plan.palu"],
        level="objective",
        title="Sasaran lama",
        valid_from=START,
        valid_to=date(2021, 1, 1),
    )
    Aim.objects.filter(pk=ended.pk).update(path=f"/{ended.pk}/")
    made["aim.ended"] = ended.pk
    with acting_in(cast.malang.pk):
        made |= _grown(cast.malang, "malang")
    return made


def _grown(agency: Agency, name: str) -> dict[str, int | str]:
    plan = AimPlan.objects.create(agency=agency, kind="rpjmd", name="RPJMD Contoh", year_from=2025, year_to=2029)
    above, path, keys = None, "/", {}
    for level in ("vision", "mission", "goal", "objective", "programme", "activity"):
        aim = Aim.objects.create(agency=agency, plan=plan, level=level, title=f"Contoh {level}", parent=above, valid_from=START)
        path += f"{aim.pk}/"
        aim.path = path
        aim.save(update_fields=["path"])
        above, keys[level] = aim, aim.pk
    indicator = Indicator.objects.create(agency=agency, aim=above, name="Layanan", measure_unit="Orang", valid_from=START)
    old = Indicator.objects.create(
        agency=agency, aim=above, name="Dulu", measure_unit="Orang", valid_from=START, valid_to=date(2022, 1, 1)
    )
    tie = AimLink.objects.create(
        agency=agency, source_id=keys["activity"], target_id=keys["objective"], kind="contributes_to", valid_from=today()
    )
    edition = NomenclatureEdition.objects.create(
        agency=agency,
        title="Nomenklatur contoh",
        file_name="contoh.csv",
        digest=name,
        state="in_use",
        tally={"read": 1, "taken": 1, "kept_out": 0},
        kept_out=[finding("measure_is_number", 2, "satuan", "12")],
        created_at=now(),
        decided_at=now(),
    )
    for level, code, parent in (("programme", "1.02.02", ""), ("activity", "1.02.02.2.02", "1.02.02")):
        Nomenclature.objects.create(
            agency=agency, edition=edition, level=level, code=code, parent_code=parent, title=f"Contoh {level}", row=2
        )
    Nomenclature.objects.create(
        agency=agency,
        edition=edition,
        level="sub_activity",
        code="1.02.02.2.02.0015",
        parent_code="1.02.02.2.02",
        title="Pengelolaan gizi",
        indicator="Jumlah balita",
        measure_unit="Orang",
        row=2,
    )
    made = {
        "edition": edition.pk,
        "plan": plan.pk,
        "objective": keys["objective"],
        "aim": keys["activity"],
        "indicator": indicator.pk,
        "indicator_ended": old.pk,
        "tie": tie.pk,
    }
    return {f"{kind}.{name}": key for kind, key in made.items()}
