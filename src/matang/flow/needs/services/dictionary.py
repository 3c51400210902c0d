"""Give an agency the dictionary it starts with."""

from datetime import date

from matang.flow.needs.models import Competency, CompetencyLevel
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
        ("id", "agency", "code", "name", "field", "version", "position", "valid_from"),
        (
            (key, agency_id, code, name, field, VERSION, position, SINCE)
            for position, (key, (code, name, field, _)) in enumerate(zip(keys, DICTIONARY, strict=True), start=1)
        ),
    )
    copy_into(
        CompetencyLevel,
        ("agency", "competency", "level", "wording"),
        (
            (agency_id, key, level, wording)
            for key, (_, _, _, levels) in zip(keys, DICTIONARY, strict=True)
            for level, wording in enumerate(levels, start=1)
        ),
    )
    return {code: key for key, (code, _, _, _) in zip(keys, DICTIONARY, strict=True)}
