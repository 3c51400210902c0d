"""Evidence, files of results and needs that the table names: one of each in Palu, one in Malang."""

import io

import xlsxwriter

from matang.flow.needs.public import NewEvidence, ensure_dictionary, open_need, record_evidence
from matang.flow.needs.services.evidence import Upload
from matang.flow.needs.services.evidence.intake import commit_assessments, try_assessments
from matang.flow.register.public import Unit
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def results(nip: str) -> bytes:
    """Return a workbook with one level of one person."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Matriks")
        sheet.write_row(0, 0, ["NIP", "MAN.2"])
        sheet.write_row(1, 0, [nip, 2])
    return buffer.getvalue()


def objects(cast: Cast) -> dict[str, int | str]:
    """Make a piece with a document, a file that was tried, one that was stored, and a need, in either agency."""
    made: dict[str, int | str] = {}
    places = (
        ("palu", cast.palu, cast.people["servant"], cast.users["hr_officer"]),
        ("malang", cast.malang, cast.people["malang"], cast.users["malang_officer"]),
    )
    for name, agency, person, user in places:
        with acting_in(agency.pk):
            actor, codes = actor_of(user), ensure_dictionary(agency.pk)
            piece = NewEvidence(person.pk, codes["MAN.1"], 2, "test", today())
            made[f"evidence.{name}"] = record_evidence(actor=actor, piece=piece, upload=Upload("lha.pdf", PDF)).pk
            for state in ("stored", "tried"):
                upload = Upload("hasil.xlsx", results(person.nip))
                source = "assessment_centre" if state == "stored" else "test"
                file = try_assessments(actor=actor, upload=upload, source=source, shown_on=today())
                if state == "stored":
                    commit_assessments(actor=actor, file_id=file.pk)
                    made[f"stored.{name}"] = file.pk
                else:
                    made[f"tried.{name}"] = file.pk
            unit = cast.units["health"] if name == "palu" else Unit.objects.get(pk=cast.units["malang"].pk)
            made[f"need.{name}"] = open_need(actor=actor, unit_id=unit.pk, what="Analis data", why="2026").pk
            made[f"competency.{name}"] = codes["MAN.1"]
    return made
