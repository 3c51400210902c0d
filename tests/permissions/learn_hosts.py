"""What the table of hosts names."""

from datetime import date

from matang.flow.learn.choices import HostAnswer, SendingState
from matang.flow.learn.models import (
    Agreement,
    AgreementObligation,
    Host,
    HostOffering,
    HostStrength,
    HostVisit,
    ObligationEntry,
    Sending,
)
from matang.flow.register.models import Partner, Unit
from matang.foundation.clock.services import now
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from tests.cast import START, Cast


def of(agency: Agency, unit: Unit, name: str) -> dict[str, int | str]:
    """Make one of everything in an agency."""
    partner = Partner.objects.create(agency=agency, name=f"Tuan Rumah {name}", kind="university", valid_from=START)
    host = Host.objects.create(agency=agency, partner=partner)
    ours = Host.objects.create(agency=agency)
    begin = date(2026, 1, 1)
    agreement = Agreement.objects.create(
        agency=agency, host=host, number=f"1/{name}", title="Magang", our_party="Setda", their_party="Rektorat", starts_on=begin
    )
    duty = AgreementObligation.objects.create(
        agency=agency, agreement=agreement, side="theirs", counts="other", what="Pembimbing", measure="orang", quantity=2
    )
    made = {
        "host": host,
        "strength": HostStrength.objects.create(agency=agency, host=host, topic="Tata ruang", practice="Peta rinci"),
        "offering": HostOffering.objects.create(
            agency=agency, host=ours, unit=unit, unit_name=unit.name, topic="Layanan", starts_on=begin, seats=2
        ),
        "agreement": agreement,
        "obligation": duty,
        "entry": ObligationEntry.objects.create(
            agency=agency, obligation=duty, done_on=begin, quantity=1, recorded_at=now()
        ),
        "visit": HostVisit.objects.create(
            agency=agency, kind="internship", guest="Kabupaten Contoh", unit=unit, unit_name=unit.name, starts_on=begin
        ),
    }  # fmt: skip
    return {f"{kind}.{name}": row.pk for kind, row in made.items()}


def asked(sender: Agency, unit: Unit, host: Agency) -> int:
    """Let one government ask the other for a seat, and return the sending."""
    return Sending.objects.create(
        agency=sender, kind="internship", title="Layanan", unit=unit, unit_name=unit.name, host_agency=host, seats=1,
        state=SendingState.SUBMITTED, host_answer=HostAnswer.ASKED, starts_on=date(2026, 2, 2), opened_at=now(),
    ).pk  # fmt: skip


def objects(cast: Cast) -> dict[str, int | str]:
    """Make one of everything in both agencies; each asks the other, and Malang publishes a seat."""
    made = of(cast.palu, cast.units["health"], "palu")
    made["hosted.malang"] = asked(cast.palu, cast.units["health"], cast.malang)
    with acting_in(cast.malang.pk):
        made |= of(cast.malang, cast.units["malang"], "malang")
        made["hosted.palu"] = asked(cast.malang, cast.units["malang"], cast.palu)
        made["published.malang"] = made["offering.malang"]
        shown = HostOffering.objects.get(pk=made["offering.malang"])
        shown.pk, shown.published = None, True
        shown.save()
    made["published.theirs"] = shown.pk
    return made


def stop_first(cast: Cast) -> None:
    """Stop the agreement, so that it can be resumed."""
    Agreement.objects.filter(agency=cast.palu).update(stopped_on=date(2026, 2, 1), stop_reason="Pindah")


def end_first(cast: Cast) -> None:
    """Say when the agreement ends, so that it can be renewed."""
    Agreement.objects.filter(agency=cast.palu).update(ends_on=date(2026, 6, 30))


def cancel_first(cast: Cast) -> None:
    """Cancel the visit, so that it can be resumed."""
    HostVisit.objects.filter(agency=cast.palu).update(cancelled_because="Banjir")


def agree_nothing_first(cast: Cast) -> None:
    """Remove the agreement, so that the host can be removed."""
    Agreement.objects.filter(agency=cast.palu).delete()
