"""Turn a refusal of the database into a sentence at the right field, with the way out."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

REFUSALS = {
    "incumbency_person_once": (
        "person",
        gettext_lazy(
            "Pegawai ini sudah memangku jabatan definitif lain pada masa itu. Akhiri dulu jabatan itu, atau pilih tanggal lain."
        ),
    ),
    "incumbency_post_once": (
        "post",
        gettext_lazy("Jabatan ini sudah terisi pada masa itu. Akhiri dulu pemangkunya, atau pilih tanggal sesudahnya."),
    ),
    "incumbency_ends_after_start": ("valid_to", gettext_lazy("Tanggal berakhir harus sesudah tanggal mulai.")),
    "unit_code_once": (
        "code",
        gettext_lazy("Kode unit ini sudah dipakai sejak tanggal yang sama. Pakai kode atau tanggal lain."),
    ),
    "unit_ends_after_start": ("valid_to", gettext_lazy("Unit harus berakhir sesudah tanggal mulainya.")),
    "post_name_once": (
        "name",
        gettext_lazy("Jabatan bernama sama sudah ada di unit ini sejak tanggal itu. Pakai nama atau tanggal lain."),
    ),
    "post_ends_after_start": ("valid_to", gettext_lazy("Jabatan harus berakhir sesudah tanggal mulainya.")),
    "partner_name_once": ("name", gettext_lazy("Mitra ini sudah tercatat sejak tanggal yang sama.")),
    "partner_ends_after_start": ("valid_to", gettext_lazy("Kemitraan harus berakhir sesudah tanggal mulainya.")),
    "person_nip_once": ("nip", gettext_lazy("NIP ini sudah dipakai pegawai lain.")),
    "person_nip_18_digits": ("nip", gettext_lazy("NIP harus terdiri atas 18 angka.")),
    "service_no_overlap": ("state", gettext_lazy("Pada masa itu sudah tercatat kedudukan hukum lain. Pilih tanggal sesudahnya.")),
    "education_once": ("level", gettext_lazy("Pendidikan dengan jenjang dan jurusan ini sudah tercatat.")),
    "appraisal_once": ("year", gettext_lazy("Penilaian tahun ini sudah tercatat.")),
    "appraisal_year_plausible": ("year", gettext_lazy("Tahun penilaian harus antara 2000 dan 2199.")),
    "appraisal_rating_known": ("rating", gettext_lazy("Predikat kinerja ini tidak dikenal.")),
    "career_ends_after_start": ("valid_to", gettext_lazy("Tanggal berakhir harus sesudah tanggal mulai.")),
    "grade_no_overlap": ("grade", gettext_lazy("Pada masa itu sudah tercatat golongan lain. Akhiri dulu golongan itu.")),
}


def constraint_of(error: IntegrityError) -> str:
    """Return the name of the constraint that refused, or an empty text."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return getattr(diagnosis, "constraint_name", None) or ""


@contextmanager
def named_refusals() -> Iterator[None]:
    """Run a block in a savepoint; when the database refuses, raise ``ValidationError`` at the field that must change."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        name = constraint_of(error)
        if name not in REFUSALS:
            raise
        field, message = REFUSALS[name]
        raise ValidationError({field: ValidationError(_(str(message)), code=name)}) from error
