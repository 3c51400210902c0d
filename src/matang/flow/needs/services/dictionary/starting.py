"""Give an agency the dictionary it starts with."""

from datetime import date

from matang.flow.needs.models import Competency, CompetencyText
from matang.flow.needs.services.wording import DICTIONARY, VERSION
from matang.foundation.tenancy.bulk import copy_into, reserve_ids

SINCE = date(2017, 1, 1)


def ensure_dictionary(agency_id: int) -> dict[str, int]:
    """Create the starting dictionary where the agency has none; return competency keys by code. Safe to repeat."""
    known = dict(Competency.objects.filter(agency_id=agency_id).values_list("code", "id"))
    if known:
        return known
    keys = reserve_ids(Competency, len(DICTIONARY))
    copy_into(
        Competency,
        ("id", "agency", "code", "name", "field", "area", "version", "position", "valid_from"),
        (
            (key, agency_id, code, name, field, area, VERSION, position, SINCE)
            for position, (key, (code, name, field, area, _)) in enumerate(zip(keys, DICTIONARY, strict=True), start=1)
        ),
    )
    texts = [
        CompetencyText(
            agency_id=agency_id,
            competency_id=key,
            code=code,
            name=name,
            field=field,
            area=area,
            levels=[{"short": short, "official": "", "indicators": []} for short in levels],
            source=VERSION,
            valid_from=SINCE,
        )
        for key, (code, name, field, area, levels) in zip(keys, DICTIONARY, strict=True)
    ]
    CompetencyText.objects.bulk_create(texts)
    return {code: key for key, (code, _, _, _, _) in zip(keys, DICTIONARY, strict=True)}
