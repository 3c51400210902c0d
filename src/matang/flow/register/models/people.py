"""People and what is recorded about them, dated."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Func, Value
from django.db.models.functions import Concat, Lower
from django.utils.translation import gettext_lazy as _

from matang.flow.register.choices import (
    ENDED_STATES,
    AppraisalRating,
    EducationLevel,
    EmploymentKind,
    ServiceState,
    Sex,
)
from matang.flow.register.models.constraints import ends_after_start, no_overlap
from matang.foundation.audit.tracking import tracked
from matang.foundation.clock.dated import Dated, DatedQuerySet
from matang.foundation.tenancy.models import TenantModel


def name_with_titles(front: str, name: str, back: str) -> str:
    """Return a name with its titles, as an office writes it (``Dr. Siti Aminah, M.Si.``)."""
    whole = f"{front} {name}" if front else name
    return f"{whole}, {back}" if back else whole


WORDS = Func(F("full_name"), Value("[^[:alnum:]]+"), Value(" "), Value("g"), function="regexp_replace")


@tracked()
class Person(TenantModel):
    """A civil servant (ASN). What changes over time stands in dated rows of its own.

    ``search`` holds the words of the name and the NIP, each after a space, in small letters: ``" siti aminah 1980…"``.
    It is a plain column because an index for words cannot serve under row-level security: the database may use only
    leak-proof operators before the row policy, and those of full-text search are not.
    """

    personal_data: ClassVar[tuple[str, ...]] = (
        "nip", "kind", "full_name", "title_front", "title_back", "birth_date", "birth_place", "sex", "service_start",
    )  # fmt: skip

    nip = models.CharField(_("NIP"), max_length=18)
    kind = models.CharField(_("jenis pegawai"), max_length=4, choices=EmploymentKind.choices)
    full_name = models.CharField(_("nama"), max_length=150)
    title_front = models.CharField(_("gelar depan"), max_length=60, blank=True)
    title_back = models.CharField(_("gelar belakang"), max_length=100, blank=True)
    birth_date = models.DateField(_("tanggal lahir"), null=True, blank=True)
    birth_place = models.CharField(_("tempat lahir"), max_length=100, blank=True)
    sex = models.CharField(_("jenis kelamin"), max_length=7, choices=Sex.choices, default=Sex.UNKNOWN)
    service_start = models.DateField(_("mulai bekerja (TMT CPNS/PPPK)"), null=True, blank=True)
    origin = models.CharField(_("asal data"), max_length=80, blank=True)
    search = models.GeneratedField(
        expression=Lower(Concat(Value(" "), WORDS, Value(" "), F("nip"))), output_field=models.TextField(), db_persist=True
    )

    class Meta:
        verbose_name = _("pegawai")
        verbose_name_plural = _("pegawai")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "nip"], name="person_nip_once", violation_error_message=_("NIP ini sudah ada.")
            ),
            models.CheckConstraint(
                name="person_nip_18_digits",
                condition=models.Q(nip__regex=r"^\d{18}$"),
                violation_error_message=_("NIP harus 18 angka."),
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "full_name", "id"], name="person_name"),
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        """Name with titles, as an office writes it."""
        return name_with_titles(self.title_front, self.full_name, self.title_back)


class PersonRecord(TenantModel, Dated):
    """Base of dated facts about a person. ``origin`` says where the fact came from (``import:12``, ``decision:7``, ``demo``)."""

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, db_index=False, related_name="%(class)ss", verbose_name=_("pegawai")
    )
    origin = models.CharField(_("asal data"), max_length=80, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True


@tracked()
class GradeRecord(PersonRecord):
    """The grade (*golongan*) a person holds for a span of days: PNS ``III/c``, PPPK ``IX``."""

    personal_data: ClassVar[tuple[str, ...]] = ("person", "grade")

    grade = models.CharField(_("golongan"), max_length=6)
    decree = models.CharField(_("nomor SK"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("riwayat golongan")
        verbose_name_plural = _("riwayat golongan")
        constraints = [
            no_overlap("grade_no_overlap", "person_id", _("Pada satu hari hanya ada satu golongan.")),
            ends_after_start("grade_ends_after_start", _("Golongan harus berakhir sesudah mulai.")),
        ]
        indexes = [models.Index(fields=["agency", "person", "valid_from"], name="grade_person")]


@tracked()
class ServiceRecord(PersonRecord):
    """The legal standing (*kedudukan hukum*) of a person for a span of days."""

    personal_data: ClassVar[tuple[str, ...]] = ("person", "state")

    state = models.CharField(_("kedudukan hukum"), max_length=10, choices=ServiceState.choices)

    class Meta:
        verbose_name = _("riwayat kedudukan hukum")
        verbose_name_plural = _("riwayat kedudukan hukum")
        constraints = [
            no_overlap("service_no_overlap", "person_id", _("Pada satu hari hanya ada satu kedudukan hukum.")),
            ends_after_start("service_ends_after_start", _("Kedudukan hukum harus berakhir sesudah mulai.")),
        ]
        indexes = [
            models.Index(fields=["agency", "person", "valid_from"], name="service_person"),
            models.Index(fields=["agency", "person"], name="service_ended", condition=models.Q(state__in=ENDED_STATES)),
        ]


@tracked()
class Education(TenantModel):
    """A formal education of a person. ``year`` empty = not known."""

    personal_data: ClassVar[tuple[str, ...]] = ("person", "level", "field", "institution", "year")

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, db_index=False, related_name="educations", verbose_name=_("pegawai")
    )
    level = models.CharField(_("jenjang"), max_length=10, choices=EducationLevel.choices)
    field = models.CharField(_("jurusan"), max_length=200, blank=True)
    institution = models.CharField(_("lembaga"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("tahun lulus"), null=True, blank=True)
    origin = models.CharField(_("asal data"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("pendidikan")
        verbose_name_plural = _("pendidikan")
        constraints = [
            models.UniqueConstraint(fields=["person", "level", "field"], name="education_once"),
        ]
        indexes = [models.Index(fields=["agency", "person"], name="education_person")]


@tracked()
class CareerEntry(PersonRecord):
    """A past post as a file or the person stated it, where the post itself is not in the register."""

    personal_data: ClassVar[tuple[str, ...]] = ("person", "post_name", "unit_name", "kind")

    post_name = models.CharField(_("jabatan"), max_length=250)
    unit_name = models.CharField(_("unit"), max_length=200, blank=True)
    kind = models.CharField(_("jenis jabatan"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("riwayat jabatan")
        verbose_name_plural = _("riwayat jabatan")
        constraints = [ends_after_start("career_ends_after_start", _("Jabatan harus berakhir sesudah mulai."))]
        indexes = [models.Index(fields=["agency", "person", "valid_from"], name="career_person")]


@tracked()
class AppraisalRecord(TenantModel):
    """The rating of a person's work in a calendar year (*predikat kinerja*), known from 1 January of the year after.

    ``document`` names the paper it stands on, where that was said.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("person", "year", "rating", "document")

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, db_index=False, related_name="appraisals", verbose_name=_("pegawai")
    )
    year = models.PositiveSmallIntegerField(_("tahun penilaian"))
    rating = models.CharField(_("predikat kinerja"), max_length=15, choices=AppraisalRating.choices)
    document = models.CharField(_("dokumen"), max_length=120, blank=True)
    origin = models.CharField(_("asal data"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("penilaian kinerja")
        verbose_name_plural = _("penilaian kinerja")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "year"],
                name="appraisal_once",
                violation_error_message=_("Penilaian tahun ini sudah tercatat."),
            ),
            models.CheckConstraint(
                name="appraisal_year_plausible",
                condition=models.Q(year__range=(2000, 2199)),
                violation_error_message=_("Tahun penilaian harus antara 2000 dan 2199."),
            ),
            models.CheckConstraint(
                name="appraisal_rating_known",
                condition=models.Q(rating__in=AppraisalRating.values),
                violation_error_message=_("Predikat kinerja ini tidak dikenal."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "person", "year"], name="appraisal_person")]
