"""The words of a competency's levels on a day, for papers that leave the agency."""

from collections.abc import Iterable
from datetime import date

from matang.flow.needs.models import CompetencyText

LEVELS = 5


def level_texts(agency_id: int, competency_ids: Iterable[int], day: date) -> dict[int, list[str]]:
    """Return for each competency the texts of its levels 1 to 5 on the day, the loaded official text before the short one.

    An empty text says that the dictionary has none for that level.
    """
    keys = list(competency_ids)
    found = {key: [""] * LEVELS for key in keys}
    rows = CompetencyText.objects.filter(agency_id=agency_id, competency_id__in=keys).as_at(day)
    for key, levels in rows.values_list("competency_id", "levels"):
        for number, level in enumerate(levels[:LEVELS]):
            found[key][number] = level.get("official") or level.get("short") or ""
    return found
