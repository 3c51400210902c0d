"""What the table of the archive names."""

from matang.flow.learn.choices import PastImportState, PastReading
from matang.flow.learn.models import PastCase, PastImport
from matang.foundation.clock.services import now
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from tests.cast import Cast


def of(agency: Agency, name: str) -> dict[str, int | str]:
    """Make an import that waits, and one in the archive with a case whose note counts offices."""
    cells = dict.fromkeys(
        ("id", "jenis", "pengirim", "tuan_rumah", "jumlah_orang", "mulai", "selesai", "durasi", "topik", "hasil_dilaporkan",
         "hasil_terukur", "url", "keyakinan", "catatan_uji"), "",
    )  # fmt: skip
    row = {"row": 2, "cells": cells | {"id": "X2", "jenis": "magang", "pengirim": "Pemkot Contoh"}}
    waiting = PastImport.objects.create(agency=agency, file_name="baru.csv", rows=[row], uploaded_at=now())
    applied = PastImport.objects.create(agency=agency, file_name="lama.csv", uploaded_at=now(), state=PastImportState.APPLIED)
    case = PastCase.objects.create(
        agency=agency, batch=applied, row_number=2, code="X1", kind="internship", kind_text="magang", sender="Pemkot Contoh",
        offices_read=4, offices_state=PastReading.PROPOSED,
    )  # fmt: skip
    return {f"waiting.{name}": waiting.pk, f"applied.{name}": applied.pk, f"case.{name}": case.pk}


def objects(cast: Cast) -> dict[str, int | str]:
    """Make an archive in both agencies."""
    made = of(cast.palu, "palu")
    with acting_in(cast.malang.pk):
        return made | of(cast.malang, "malang")
