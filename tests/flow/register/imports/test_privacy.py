"""What must never be kept is dropped before anything is stored."""

import zlib

from django.db import connection

from matang.flow.register.models import ImportContent
from matang.foundation.tenancy.models import Agency
from tests.flow.register.imports.files import DROPPED, SECRET, book, csv_file, nip, person, siasn
from tests.flow.register.imports.road import take, write


def tables_with(text: str) -> list[str]:
    """Return the tables of the register in which any row contains ``text``."""
    hits = []
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE tablename LIKE 'register_%'")
        for (table,) in cursor.fetchall():
            cursor.execute(f"SELECT count(*) FROM {table} AS row WHERE row::text LIKE %s", [f"%{text}%"])
            if cursor.fetchone()[0]:
                hits.append(table)
    return hits


def test_the_export_leaves_nothing_sensitive_behind(agency: Agency) -> None:
    content = siasn([person(1), person(2, GOL_AKHIR_NAMA="V/z"), person(3, UNOR_NAMA="PUSKESMAS CONTOH")])
    assert SECRET.encode() not in content
    run, _plan = take(agency, content)
    assert run.dropped == {"Data Utama": [column for column in run.dropped["Data Utama"] if column in DROPPED]}
    assert sorted(run.dropped["Data Utama"]) == sorted(DROPPED)
    packed = zlib.decompress(bytes(ImportContent.objects.get(run=run).packed)).decode()
    assert "Orang Contoh 2" in packed
    assert SECRET not in packed
    write(agency, content)
    assert tables_with(SECRET) == []
    assert "register_person" in tables_with("Orang Contoh 1")


def test_other_names_and_levels_of_the_same_columns_are_dropped(agency: Agency) -> None:
    sensitive = ["No. KTP", "NPWP", "Agama", "NO. HP", "E-mail", "Alamat Rumah", "Status Perkawinan", "No. Rekening"]
    heads = ["NIP", "NAMA", "GOLONGAN", "JABATAN", "UNIT KERJA", *sensitive]
    row = dict.fromkeys(heads, SECRET) | dict(
        zip(heads, [nip(1), "Orang", "III/c", "Pengolah Data", "Dinas Kesehatan"], strict=False)
    )
    run, plan = take(agency, csv_file([row], heads), "daftar.csv")
    assert run.dropped == {"daftar": sensitive}
    assert plan.tally["create"] == 1
    assert tables_with(SECRET) == []


def test_a_column_of_identity_numbers_is_dropped_under_any_heading(agency: Agency) -> None:
    heads = ["NIP", "NAMA", "GOLONGAN", "JABATAN", "UNIT KERJA", "IDENTITAS"]
    rows = [[nip(number), f"Orang {number}", "III/c", "Pengolah Data", "Dinas Kesehatan", SECRET] for number in range(1, 5)]
    run, _plan = take(agency, book({"Daftar": [heads, *rows]}))
    assert run.dropped == {"Daftar": ["IDENTITAS"]}
    assert tables_with(SECRET) == []


def test_the_copy_goes_once_the_import_is_committed(agency: Agency) -> None:
    write(agency, siasn([person(1)]))
    assert ImportContent.objects.count() == 0
