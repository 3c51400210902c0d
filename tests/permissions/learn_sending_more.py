"""Objects of candidates, costs, letters, cohorts and requests: one of Palu's and one of Malang's of each kind."""

from datetime import date

from matang.flow.learn.models import Cohort, Participant, Sending, Tariff, WantedField
from matang.foundation.clock.services import now
from matang.foundation.documents.models import IssuedDocument
from matang.foundation.files.models import FileKind
from matang.foundation.files.services import store
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast
from tests.factories.journeys import prepare


def objects(cast: Cast) -> dict[str, int | str]:
    """Make a submitted sending to Malang with a candidate, a tariff, and a cohort with a field, in both governments."""
    made = prepare(cast)
    asked, visit = (Sending.objects.get(pk=made.sending.pk) for _copy in range(2))
    asked.pk, asked.state, asked.host_agency, asked.host_answer = None, "submitted", cast.malang, "asked"
    asked.save(force_insert=True)
    visit.pk, visit.kind = None, "study_visit"
    visit.save(force_insert=True)
    goes = Participant.objects.get(pk=made.participant.pk)
    goes.pk, goes.sending = None, asked
    goes.save(force_insert=True)
    found: dict[str, int | str] = {
        "sending.draft": made.sending.pk,
        "asked_sending.palu": asked.pk,
        "visit.draft": visit.pk,
        "candidate.palu": made.participant.pk,
        "letter.palu": _letter(cast.palu.pk, asked.pk),
        **_kept(cast.palu.pk, "palu"),
    }
    with acting_in(cast.malang.pk):
        unit = cast.units["malang"]
        own = Sending.objects.create(
            agency=cast.malang, unit=unit, unit_name=unit.name, title="Lain", kind="study_visit", opened_at=now()
        )
        person = Participant.objects.create(agency=cast.malang, sending=own, person=cast.people["malang"])
        found |= {"sending.malang": own.pk, "asked_sending.malang": own.pk, "visit.malang": own.pk, "candidate.malang": person.pk}
        found |= _kept(cast.malang.pk, "malang")
        found["letter.malang"] = _letter(cast.malang.pk, own.pk)
    return found


def _kept(agency: int, name: str) -> dict[str, int | str]:
    tariff = Tariff.objects.create(
        agency_id=agency, kind="training_day", place="Jawa Timur", amount=120_000, source="Uji", valid_from=date(2024, 1, 1)
    )
    cohort = Cohort.objects.create(agency_id=agency, name="Angkatan uji")
    field = WantedField.objects.create(agency_id=agency, cohort=cohort, name="Bidang uji")
    return {f"tariff.{name}": tariff.pk, f"cohort.{name}": cohort.pk, f"wanted.{name}": field.pk}


def _letter(agency: int, sending: int) -> int:
    file = store(agency_id=agency, actor_id=None, name="uji.pdf", content=b"%PDF-1.4\n%uji\n", kinds=(FileKind.PDF,))
    made = IssuedDocument.objects.create(
        agency_id=agency, code=f"UJI-{agency}", kind="Surat", title="Uji", subject=f"sending-request:{sending}", file=file,
        sha256=file.sha256, issued_at=now(),
    )  # fmt: skip
    return int(made.pk)
