"""The time zone of an agency, kept in memory for a minute."""

from time import monotonic
from zoneinfo import ZoneInfo

from matang.foundation.tenancy.models import Agency

KEPT_SECONDS = 60.0
_known: dict[int, tuple[float, ZoneInfo]] = {}


def zone_of(agency_id: int) -> ZoneInfo:
    """Return the agency's zone; a change is seen within a minute by every process.

    Raises:
        Agency.DoesNotExist: no agency has this key.
    """
    read_at, zone = _known.get(agency_id, (0.0, None))
    if zone is None or monotonic() - read_at > KEPT_SECONDS:
        zone = ZoneInfo(Agency.objects.values_list("time_zone", flat=True).get(pk=agency_id))
        _known[agency_id] = (monotonic(), zone)
    return zone
