"""Imports that the permission table names: one in Palu, one in Malang, both ready to be committed."""

from matang.flow.register.services.agencies import officer_for
from matang.flow.register.services.imports import runs
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast

FILE = "NIP;NAMA;GOLONGAN;JABATAN;UNIT KERJA\n199001012015012077;Contoh Satu;III/c;Pengolah Data;Dinas Contoh\n"


def objects(cast: Cast) -> dict[str, int | str]:
    """Make the imports."""
    made: dict[str, int | str] = {}
    for name, agency in (("ready", cast.palu), ("malang", cast.malang)):
        with acting_in(agency.pk):
            run = runs.open_run(actor=officer_for(agency.pk), content=FILE.encode(), name="contoh.csv")
            runs.review(run)
            made[f"import.{name}"] = run.pk
    return made
