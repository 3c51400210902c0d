"""Make an agency, and act for it from a command."""

from matang.foundation.access.actor import Actor, Held
from matang.foundation.access.roles import Role
from matang.foundation.tenancy.models import Agency


def create_agency(
    *, code: str, name: str, region_code: str = "", time_zone: str = "Asia/Makassar", synthetic: bool = False
) -> Agency:
    """Create an agency (tenant). Its rows are then written inside ``tenancy.context.acting_in(agency.pk)``."""
    return Agency.objects.create(code=code, name=name, region_code=region_code, time_zone=time_zone, synthetic=synthetic)


def officer_for(agency_id: int, user_id: int | None = None) -> Actor:
    """Return an HR officer of the whole agency, for commands that a person starts at the server. Never for a request."""
    return Actor(user_id=user_id, agency_id=agency_id, held=(Held(Role.HR_OFFICER, ""),))
