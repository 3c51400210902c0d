"""Objects of the days of interns: an internship of Palu's in Malang with an entry, and one of Malang's own elsewhere."""

import json
from uuid import UUID

from matang.flow.learn.models import AskedCompetency, HostAssessment, LogEntry, LogPhoto, Participant, Sending
from matang.flow.learn.services.daily.taking import SentEntry, SentPhoto, take_entry
from matang.flow.needs.models import Competency
from matang.flow.register.models import Person
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import now, today
from matang.foundation.files.models import FileKind
from matang.foundation.files.services import store
from matang.foundation.identity.models import User
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from tests.cast import Cast, make_user
from tests.factories.journeys import under_way
from tests.factories.photos import picture

IDENTIFIER = UUID("6f8a1c1e-1f43-4c51-9d6e-0d6f2b9a0c10")


def entry(user: User, participant: Participant, identifier: UUID = IDENTIFIER) -> LogEntry:
    """Keep an entry of today with one photo."""
    sent = SentEntry(
        participant.pk, identifier, today(), "Mengukur aliran.", now(), photos=(SentPhoto("Kolam", content=picture()),)
    )
    take_entry(actor=actor_of(user), sent=sent)
    return LogEntry.objects.get(participant=participant, current=True)


def malang_trainee(cast: Cast) -> tuple[User, Participant]:
    """Make an internship of Malang's own, to which Palu is nothing; inside Malang."""
    person: Person = cast.people["malang"]
    user = make_user(cast.malang, "malang_trainee", Role.CIVIL_SERVANT, cast.units["malang"], person)
    sending = Sending.objects.create(
        agency=Agency.objects.get(pk=cast.malang.pk), kind="internship", title="Magang Malang", unit=cast.units["malang"],
        unit_name="Dinas Kesehatan Malang", state="under_way", starts_on=today(), ends_on=today(), opened_at=now(),
    )  # fmt: skip
    made = Participant.objects.create(
        agency_id=cast.malang.pk, sending=sending, person=person, state="chosen", card_name="Sari Malangwati"
    )
    return user, made


def paper(cast: Cast, participant: Participant) -> None:
    """Put a signed sheet of the host beside an internship."""
    competency = Competency.objects.filter(agency=cast.palu)[0]
    named = {"agency": cast.palu, "host_agency_id": participant.host_agency_id}
    asked = AskedCompetency.objects.create(
        **named, participant=participant, competency=competency, name="Uji", levels=[""] * 5, asked_at=now(),
        asked_by_account=1, asked_by_name="Uji",
    )  # fmt: skip
    file = store(agency_id=cast.palu.pk, actor_id=None, name="uji.pdf", content=b"%PDF-1.4\n%uji\n", kinds=(FileKind.PDF,))
    HostAssessment.objects.create(
        **named, asked=asked, level=3, note="Uji", rated_at=now(), by_account=1, by_name="Uji", paper=file,
        signed_by="Kepala Uji", signed_on=today(),
    )  # fmt: skip


def objects(cast: Cast) -> dict[str, int | str]:
    """Make what the table names."""
    made = under_way(cast, starts_on=today())
    first = entry(cast.users["civil_servant"], made.participant)
    paper(cast, made.participant)
    parcel = {"entries": [{"participant": made.participant.pk, "identifier": str(IDENTIFIER), "day": str(today())}]}
    found: dict[str, int | str] = {
        "trainee.clinic": made.participant.pk,
        "entry.first": str(IDENTIFIER),
        "photo.first": LogPhoto.objects.get(entry=first).pk,
        "sheet.first": first.pk,
        "account.host_mentor": made.host_mentor.pk,
        "day.today": today().isoformat(),
        "log.parcel": json.dumps(parcel),
    }
    with acting_in(cast.malang.pk):
        user, own = malang_trainee(cast)
        kept = entry(user, own, UUID(int=7))
        found |= {
            "trainee.malang": own.pk,
            "entry.malang": str(UUID(int=7)),
            "photo.malang": LogPhoto.objects.get(entry=kept).pk,
        }
    return found
