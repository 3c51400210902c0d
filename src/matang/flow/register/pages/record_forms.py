"""Forms to add a person and to record facts about one."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from matang.flow.register.choices import (
    ENDED_STATES,
    PNS_GRADES,
    PPPK_GRADES,
    AppraisalRating,
    EducationLevel,
    EmploymentKind,
    PostKind,
    ServiceState,
    Sex,
)
from matang.flow.register.models import Person
from matang.flow.register.pages.forms import reason_field
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import today
from matang.rules import Nip, Outcome, read_nip
from matang.ui.fields import day_field
from matang.ui.formats import tanggal

SEXES = {Sex.MALE.value: Sex.MALE.label, Sex.FEMALE.value: Sex.FEMALE.label}


def shown(value: date | int) -> str:
    """Return a date or number of a rule's sentence as pages write it."""
    return tanggal(value) if isinstance(value, date) else str(value)


class PersonForm(forms.Form):
    """A new person. What the NIP says fills fields left empty; what contradicts it must be confirmed."""

    READ = ("birth_date", "sex", "service_start")

    nip = forms.CharField(
        label=_("NIP atau NI PPPK"),
        max_length=30,
        help_text=_("18 angka. Tanggal lahir, jenis kelamin, dan bulan mulai bekerja dibaca darinya."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(label=_("Jenis pegawai"), choices=EmploymentKind.choices)
    full_name = forms.CharField(label=_("Nama tanpa gelar"), max_length=150)
    title_front = forms.CharField(label=_("Gelar depan"), max_length=60, required=False)
    title_back = forms.CharField(label=_("Gelar belakang"), max_length=100, required=False)
    birth_date = day_field(_("Tanggal lahir"), _("Kosong: menurut NIP."), required=False)
    birth_place = forms.CharField(label=_("Tempat lahir"), max_length=100, required=False)
    sex = forms.ChoiceField(label=_("Jenis kelamin"), required=False, choices=[("", _("Menurut NIP")), *SEXES.items()])
    service_start = day_field(_("Mulai bekerja (TMT CPNS/PPPK)"), _("Kosong: menurut NIP, untuk PNS."), required=False)
    checked = forms.BooleanField(
        label=_("Sudah diperiksa: dokumennya memang berbeda dari NIP"),
        required=False,
        help_text=_("Hanya bila SK pengangkatan memuat data yang berbeda dari susunan NIP."),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.filled: tuple[str, ...] = ()

    def clean_nip(self) -> str:
        """Return the bare digits. A number in use is refused with the way to its person."""
        typed = self.cleaned_data["nip"]
        nip = "".join(letter for letter in typed if letter not in " .-'’")
        found = Person.objects.filter(agency_id=self.actor.agency_id, nip=nip).first()
        if found is not None:
            address = reverse("register:person", args=[found.pk])
            message = gettext("NIP ini sudah dipakai")
            raise ValidationError(format_html('{}: <a href="{}">{}</a>.', message, address, found.display_name), code="taken")
        return nip

    def clean(self) -> dict[str, Any]:
        """Read the NIP: fill what was left empty, and name what contradicts it at its field."""
        cleaned = super().clean()
        if "nip" not in cleaned or "kind" not in cleaned:
            return cleaned
        read = read_nip(cleaned["nip"], kind=cleaned["kind"], on=today())
        complete = read.verdict.trace[0]
        if complete.outcome is Outcome.FAIL:
            self.add_error("nip", complete.text.text(gettext, shown))
            return cleaned
        if not cleaned["checked"]:
            self.name_contradictions(cleaned, read)
        said = {"birth_date": read.birth_date, "sex": read.sex, "service_start": None if read.start_is_year_only else read.start}
        self.filled = tuple(name for name in self.READ if not cleaned.get(name) and said[name] and name not in self.errors)
        for name in self.filled:
            cleaned[name] = said[name]
        cleaned["sex"] = cleaned.get("sex") or Sex.UNKNOWN.value
        return cleaned

    def name_contradictions(self, cleaned: dict[str, Any], read: Nip) -> None:
        """Add an error for each field that the NIP contradicts, and for what cannot be in the NIP itself."""
        for step in read.verdict.trace:
            if step.outcome is Outcome.FAIL:
                self.add_error("nip", step.text.text(gettext, shown))
        born, sex, start = cleaned.get("birth_date"), cleaned.get("sex"), cleaned.get("service_start")
        if born and read.birth_date and born != read.birth_date:
            said = gettext("Menurut NIP: %(value)s. Perbaiki, atau centang “Sudah diperiksa”.")
            self.add_error("birth_date", said % {"value": tanggal(read.birth_date)})
        if sex and read.sex and sex != read.sex:
            said = gettext("Menurut NIP: %(value)s. Perbaiki, atau centang “Sudah diperiksa”.")
            self.add_error("sex", said % {"value": SEXES[read.sex]})
        if start and read.start:
            self.compare_start(start, read)

    def compare_start(self, start: date, read: Nip) -> None:
        """Add an error where the start of work lies in another month than the NIP says (another year for a PPPK)."""
        same = start.year == read.start.year and (read.start_is_year_only or start.month == read.start.month)
        if not same:
            value = str(read.start.year) if read.start_is_year_only else f"{read.start.month:02d}-{read.start.year}"
            said = gettext("Menurut NIP: %(value)s. Perbaiki, atau centang “Sudah diperiksa”.")
            self.add_error("service_start", said % {"value": value})

    def facts(self) -> dict[str, Any]:
        """Return what is to be recorded."""
        return {name: value for name, value in self.cleaned_data.items() if name != "checked"}


class GradeForm(forms.Form):
    """A grade from a day on."""

    grade = forms.ChoiceField(label=_("Golongan"))
    day = day_field(_("Terhitung mulai tanggal (TMT)"), _("Golongan sebelumnya berakhir pada tanggal ini."))
    decree = forms.CharField(label=_("Nomor SK"), max_length=80)
    reason = reason_field()

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        grades = PPPK_GRADES if person.kind == EmploymentKind.PPPK else PNS_GRADES
        self.fields["grade"].choices = [("", "—"), *((grade, grade) for grade in grades)]


class StateForm(forms.Form):
    """A legal standing from a day on."""

    state = forms.ChoiceField(label=_("Kedudukan hukum"), choices=[("", "—"), *ServiceState.choices])
    day = day_field(_("Terhitung mulai tanggal (TMT)"), _("Kedudukan sebelumnya berakhir pada tanggal ini."))
    end_posts = forms.BooleanField(
        label=_("Akhiri juga jabatan yang masih dipangku"),
        required=False,
        initial=True,
        help_text=_("Hanya bila pegawai pensiun, berhenti, meninggal, atau tidak aktif."),
    )
    reason = reason_field()

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:  # noqa: ARG002 - all record forms are made alike
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Posts end only for those who leave the service."""
        cleaned = super().clean()
        cleaned["end_posts"] = bool(cleaned.get("end_posts")) and cleaned.get("state") in ENDED_STATES
        return cleaned


class EducationForm(forms.Form):
    """A completed education."""

    level = forms.ChoiceField(label=_("Jenjang"), choices=[("", "—"), *EducationLevel.choices])
    field = forms.CharField(label=_("Jurusan"), max_length=200, required=False)
    institution = forms.CharField(label=_("Lembaga"), max_length=200, required=False)
    year = forms.IntegerField(label=_("Tahun lulus"), min_value=1940, max_value=2199, required=False)
    reason = reason_field()

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:  # noqa: ARG002 - all record forms are made alike
        super().__init__(*args, **kwargs)


class CareerForm(forms.Form):
    """A past post outside the register."""

    post_name = forms.CharField(label=_("Nama jabatan"), max_length=250)
    kind = forms.ChoiceField(
        label=_("Jenis jabatan"), choices=[("", _("Tidak diketahui")), *PostKind.choices[:-1]], required=False
    )
    unit_name = forms.CharField(label=_("Unit atau instansi"), max_length=200, required=False)
    day = day_field(_("Mulai"))
    valid_to = day_field(_("Berakhir"), _("Hari pertama tanpa jabatan ini; kosong bila belum diketahui."), required=False)
    reason = reason_field()

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:  # noqa: ARG002 - all record forms are made alike
        super().__init__(*args, **kwargs)


class AppraisalForm(forms.Form):
    """The rating of a year that is over."""

    year = forms.IntegerField(label=_("Tahun penilaian"), min_value=2000, max_value=2199)
    rating = forms.ChoiceField(label=_("Predikat kinerja"), choices=[("", "—"), *AppraisalRating.choices])
    document = forms.CharField(
        label=_("Dokumen"), max_length=120, required=False, help_text=_("Misalnya nomor dokumen evaluasi kinerja.")
    )
    replace = forms.BooleanField(
        label=_("Ganti predikat yang sudah tercatat untuk tahun itu"),
        required=False,
        help_text=_("Yang lama tetap ada di jejak audit."),
    )
    reason = reason_field()

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:  # noqa: ARG002 - all record forms are made alike
        kwargs["initial"] = {"year": today().year - 1}
        super().__init__(*args, **kwargs)
