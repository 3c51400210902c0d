"""Regions by the ministry's code, shared by all agencies."""

import re
from collections.abc import Iterable

from matang.flow.register.choices import RegionLevel
from matang.flow.register.models import Region

CODE = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?")
LEVELS = (RegionLevel.PROVINCE, RegionLevel.REGENCY, RegionLevel.DISTRICT, RegionLevel.VILLAGE)


def load_regions(rows: Iterable[tuple[str, str]]) -> int:
    """Write regions given as (code, name) and return how many. The code says level and parent; a known code is renamed.

    Raises ``ValueError`` for a code of another form, or one whose parent is neither known nor given.
    """
    named = {code.strip(): name.strip() for code, name in rows}
    if wrong := [code for code in named if not CODE.fullmatch(code)]:
        raise ValueError(f"not a region code: {wrong[0]!r}; it looks like 72.71.01.1004")
    parents = {code.rpartition(".")[0] for code in named} - {""} - set(named)
    known = set(Region.objects.filter(code__in=parents).values_list("code", flat=True))
    if missing := sorted(parents - known):
        raise ValueError(f"the region {missing[0]!r} is not known; load it first or with the others")
    regions = [
        Region(code=code, name=name, level=LEVELS[code.count(".")], parent_id=code.rpartition(".")[0] or None)
        for code, name in sorted(named.items())
    ]
    Region.objects.bulk_create(
        regions, batch_size=2000, update_conflicts=True, unique_fields=["code"], update_fields=["name", "level", "parent"]
    )
    return len(regions)
