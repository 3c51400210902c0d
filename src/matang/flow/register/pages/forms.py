"""Forms of the register."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from matang.flow.register.choices import IncumbencyKind, PartnerKind, PostKind
from matang.flow.register.models import Person, Region, Unit
from matang.flow.register.selectors.people import people_visible_to
from matang.flow.register.selectors.picking import people_to_pick, person_offer
from matang.flow.register.selectors.units import UnitTree
from matang.flow.register.services.corrections import FIELDS
from matang.foundation.access.actor import Actor
from matang.ui.fields import day_field
from matang.ui.picking import PickField, PickForm

INDENT = "\u2003"


def reason_field() -> forms.CharField:
    """Return the field for the reason that the audit trail keeps."""
    return forms.CharField(
        label=_("Alasan atau dasar"), max_length=200, help_text=_("Misalnya nomor peraturan atau SK. Disimpan di jejak audit.")
    )


def region_of(code: str) -> Region | None:
    """Return the region with this code; none for an empty one. Raises ``ValidationError`` for an unknown one."""
    if not code:
        return None
    found = Region.objects.filter(pk=code.strip()).first()
    if found is None:
        raise ValidationError(_("Kode wilayah ini tidak dikenal. Contoh: 72.71.01."))
    return found


class RegionMixin(forms.Form):
    """A form with a region's code."""

    region = forms.CharField(label=_("Kode wilayah"), max_length=13, required=False, help_text=_("Contoh: 72.71.01"))

    def clean_region(self) -> Region | None:
        """Return the region."""
        return region_of(self.cleaned_data["region"])


class UnitForm(RegionMixin):
    """A unit's own facts and its place."""

    name = forms.CharField(label=_("Nama unit"), max_length=200)
    code = forms.CharField(label=_("Kode"), max_length=40)
    kind = forms.CharField(label=_("Jenis"), max_length=40, required=False, help_text=_("Misalnya Dinas, Bidang, Puskesmas"))
    parent = forms.TypedChoiceField(
        label=_("Unit induk"), required=False, coerce=int, empty_value=None, help_text=_("Kosong: perangkat daerah.")
    )
    valid_from = day_field(_("Berlaku sejak"))

    field_order = ("name", "code", "kind", "parent", "region", "valid_from")

    def __init__(self, *args: Any, tree: UnitTree, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].choices = [
            ("", "—"),
            *((node.id, INDENT * node.depth + node.name) for node in tree.walk()),
        ]

    def clean_parent(self) -> Unit | None:
        """Return the unit above."""
        number = self.cleaned_data["parent"]
        return Unit.objects.get(pk=number) if number else None


class UnitChangeForm(UnitForm):
    """An official change of a unit from a day on, or the mending of a slip of the pen."""

    OFFICIAL, SLIP = "official", "slip"
    how = forms.ChoiceField(
        label=_("Jenis perubahan"),
        widget=forms.RadioSelect,
        initial=OFFICIAL,
        choices=(
            (OFFICIAL, _("Perubahan resmi mulai suatu tanggal: unit lama berakhir, penggantinya mulai")),
            (SLIP, _("Perbaikan salah tulis: berlaku untuk semua tanggal, tempatnya tidak berubah")),
        ),
    )
    valid_from = None
    day = day_field(_("Mulai tanggal"), _("Hanya untuk perubahan resmi."), required=False)
    reason = reason_field()

    field_order = ("how", "name", "code", "kind", "parent", "region", "day", "reason")

    def clean(self) -> dict[str, Any]:
        """An official change needs its day."""
        cleaned = super().clean()
        if cleaned.get("how") == self.OFFICIAL and not cleaned.get("day") and "day" not in self.errors:
            self.add_error("day", _("Isi tanggal mulai perubahan resmi ini."))
        return cleaned


class EndForm(forms.Form):
    """The end of something: the first day without it, and why."""

    day = day_field(_("Berakhir pada"), _("Hari pertama tanpa ini."))
    reason = reason_field()


class PostForm(forms.Form):
    """A post's facts."""

    name = forms.CharField(label=_("Nama jabatan"), max_length=250)
    kind = forms.ChoiceField(label=_("Jenis jabatan"), choices=PostKind.choices)
    capacity = forms.IntegerField(
        label=_("Kapasitas"),
        min_value=1,
        max_value=100_000,
        required=False,
        help_text=_("Berapa orang boleh memangku. Kosong: belum diketahui."),
    )
    echelon = forms.CharField(label=_("Eselon"), max_length=10, required=False)
    job_class = forms.IntegerField(label=_("Kelas jabatan"), min_value=1, max_value=17, required=False)
    valid_from = day_field(_("Berlaku sejak"))


class PostChangeForm(PostForm):
    """An official change of a post from a day on, or the mending of a slip of the pen."""

    OFFICIAL, SLIP = "official", "slip"
    how = forms.ChoiceField(
        label=_("Jenis perubahan"),
        widget=forms.RadioSelect,
        initial=SLIP,
        choices=(
            (SLIP, _("Perbaikan salah tulis: berlaku untuk semua tanggal")),
            (
                OFFICIAL,
                _("Perubahan resmi mulai suatu tanggal: jabatan lama berakhir, penggantinya mulai dengan pemangku yang sama"),
            ),
        ),
    )
    valid_from = None
    day = day_field(_("Mulai tanggal"), _("Hanya untuk perubahan resmi."), required=False)
    reason = reason_field()

    field_order = ("how", "name", "kind", "capacity", "echelon", "job_class", "day", "reason")

    def clean(self) -> dict[str, Any]:
        """An official change needs its day."""
        cleaned = super().clean()
        if cleaned.get("how") == self.OFFICIAL and not cleaned.get("day") and "day" not in self.errors:
            self.add_error("day", _("Isi tanggal mulai perubahan resmi ini."))
        return cleaned


class IncumbencyForm(PickForm):
    """Who holds a post, how, and from when."""

    person = PickField(
        Person,
        to_field_name="nip",
        label=_("Pegawai"),
        hint=_("Cari nama atau NIP"),
        help_text=_("Ketik NIP atau sebagian nama, lalu pilih dari daftar."),
        empty_label=_("Belum dipilih"),
        error_messages={"invalid_choice": _("Pilih pegawai dari daftar, atau ketik NIP-nya lengkap (18 angka).")},
    )
    kind = forms.ChoiceField(label=_("Cara menjabat"), choices=IncumbencyKind.choices)
    valid_from = day_field(_("Mulai"))
    valid_to = day_field(_("Berakhir"), _("Hari pertama tanpa jabatan ini; kosong bila belum ditentukan."), required=False)
    decree = forms.CharField(label=_("Nomor SK"), max_length=80, required=False)
    reason = reason_field()

    def __init__(self, *args: Any, actor: Actor, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        field.offer(lambda text: people_to_pick(actor, day, text), person_offer, reverse("register:person_pick"))
        field.queryset = people_visible_to(actor, day)  # who is not in service now may be named as well


class CorrectionForm(forms.Form):
    """What should be put right."""

    field = forms.ChoiceField(label=_("Data"), choices=[(each.name, each.label) for each in FIELDS])
    asked_value = forms.CharField(label=_("Seharusnya"), max_length=250)
    explanation = forms.CharField(
        label=_("Penjelasan"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Sebutkan dokumen yang membuktikannya, misalnya nomor SK atau ijazah."),
    )


class AnswerForm(forms.Form):
    """An officer's answer."""

    answer = forms.CharField(
        label=_("Jawaban untuk pegawai"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class PartnerForm(RegionMixin):
    """A partner's facts."""

    name = forms.CharField(label=_("Nama"), max_length=200)
    kind = forms.ChoiceField(label=_("Jenis"), choices=PartnerKind.choices)
    strengths = forms.CharField(
        label=_("Keunggulan"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Apa yang dapat dipelajari di sana."),
    )
    valid_from = day_field(_("Bermitra sejak"))

    field_order = ("name", "kind", "region", "strengths", "valid_from")


class PartnerChangeForm(PartnerForm):
    """Mend a partner's facts."""

    valid_from = None


class PartnerEndForm(forms.Form):
    """The end of a partnership."""

    day = day_field(_("Berakhir pada"), _("Hari pertama tanpa kemitraan."))
