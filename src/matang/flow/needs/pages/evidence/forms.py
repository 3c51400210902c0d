"""The forms of evidence."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matang.flow.needs.choices import RELIABILITY, VOICES, EvidenceSource
from matang.flow.needs.models import Competency
from matang.flow.needs.services.evidence import NewEvidence, Upload
from matang.flow.needs.services.evidence.rating import Rating
from matang.flow.needs.services.evidence.recording import most_believed
from matang.foundation.clock.services import today
from matang.ui.fields import day_input

LEVELS = 5


class EvidenceForm(forms.Form):
    """What was shown, by what source, and until when it holds."""

    # Nothing is chosen beforehand: what is recorded by a slip can never be wiped out.
    competency = forms.ModelChoiceField(
        Competency.objects.none(), label=gettext_lazy("Kompetensi"), empty_label=gettext_lazy("Pilih kompetensi")
    )
    level = forms.TypedChoiceField(
        coerce=int,
        choices=[("", gettext_lazy("Pilih level")), *((number, str(number)) for number in range(LEVELS + 1))],
        label=gettext_lazy("Level yang ditunjukkan"),
        help_text=gettext_lazy("0 = dinilai, tetapi level 1 pun belum ditunjukkan."),
    )
    source = forms.ChoiceField(label=gettext_lazy("Sumber"))
    rater_role = forms.CharField(
        max_length=60,
        required=False,
        label=gettext_lazy("Penilai"),
        help_text=gettext_lazy("Lembaga atau peran, bukan nama: “Rekan 1”. Wajib untuk rekan, bawahan, dan tuan rumah."),
    )
    shown_on = forms.DateField(label=gettext_lazy("Tanggal ditunjukkan"), widget=day_input())
    expires_on = forms.DateField(
        required=False,
        label=gettext_lazy("Berlaku sampai (tidak termasuk)"),
        help_text=gettext_lazy("Kosong = berlaku sampai ada bukti baru dari sumber yang sama."),
        widget=day_input(),
    )
    reliability = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=100,
        label=gettext_lazy("Keandalan, bila lain dari biasanya"),
        help_text=gettext_lazy("Kosong = keandalan biasa sumbernya. Penilaian orang dan sertifikat tidak dapat dinaikkan."),
    )
    note = forms.CharField(
        max_length=300,
        required=False,
        label=gettext_lazy("Keterangan"),
        help_text=gettext_lazy("Nomor laporan, nama lembaga, atau pekerjaan yang menjadi bukti."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    document = forms.FileField(
        required=False,
        label=gettext_lazy("Dokumen"),
        help_text=gettext_lazy("PDF, PNG, atau JPEG."),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg"}),
    )

    def __init__(self, *args: object, agency_id: int, sources: list[EvidenceSource], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["competency"].queryset = Competency.objects.filter(agency_id=agency_id).as_at(today())
        named = [
            (source.value, _("%(source)s (keandalan %(n)s)") % {"source": source.label, "n": RELIABILITY[source]})
            for source in sources
        ]
        self.fields["source"].choices = named if len(named) == 1 else [("", _("Pilih sumber")), *named]
        if sources == [EvidenceSource.SELF]:
            del self.fields["rater_role"], self.fields["reliability"]

    def clean(self) -> dict[str, object]:
        """Refuse days that cannot be, a rating without its rater, and a rating believed more than ratings are."""
        data = super().clean() or {}
        shown, expires, source = data.get("shown_on"), data.get("expires_on"), data.get("source")
        if shown and shown > today():
            self.add_error("shown_on", _("Tanggal ini belum tiba; bukti hanya tentang yang sudah ditunjukkan."))
        if shown and expires and expires <= shown:
            self.add_error("expires_on", _("Bukti harus kedaluwarsa sesudah tanggalnya."))
        if source in VOICES and not data.get("rater_role"):
            self.add_error("rater_role", _("Sebutkan penilainya, misalnya “Rekan 1”, agar penilaian tiap orang tetap terpisah."))
        if source and (data.get("reliability") or 0) > most_believed(source):
            most = {"most": most_believed(source)}
            self.add_error("reliability", _("Keandalan sumber ini paling tinggi %(most)s.") % most)
        return data

    def piece(self, person_id: int) -> NewEvidence:
        """Return what was said as a piece about a person."""
        said = {key: value for key, value in self.cleaned_data.items() if key not in {"competency", "document", "reason"}}
        return NewEvidence(person_id, self.cleaned_data["competency"].pk, origin="manual", **said)

    def upload(self) -> Upload | None:
        """Return the document that was handed in."""
        file = self.cleaned_data.get("document")
        return Upload(file.name, file) if file else None


@dataclass(frozen=True, slots=True)
class Scale:
    """A competency to be rated: how it is worded, and its levels, 1 first (none = not worded)."""

    key: int
    name: str
    definition: str
    levels: list[str]


class RatingForm(forms.Form):
    """A superior's rating of one person: a level for each competency they have seen at work, and what they saw."""

    def __init__(self, *args: object, scales: list[Scale], before: dict[int, tuple[int, date]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.scales, self.before = scales, before
        for scale in scales:
            words = [_("Level 1 pun belum ditunjukkan."), *(scale.levels or [""] * LEVELS)]
            steps = [(str(number), f"{number}. {text}".strip()) for number, text in enumerate(words)]
            self.fields[f"level_{scale.key}"] = forms.TypedChoiceField(
                coerce=int,
                empty_value=None,
                required=False,
                choices=[("", _("Tidak saya nilai")), *steps],
                widget=forms.RadioSelect,
                label=_("Level yang Anda lihat dalam pekerjaannya"),
            )
            self.fields[f"note_{scale.key}"] = forms.CharField(
                required=False,
                max_length=300,
                widget=forms.Textarea(attrs={"rows": 2}),
                label=_("Contoh pekerjaannya"),
                help_text=_("Dibaca juga oleh pegawai yang dinilai."),
            )

    @property
    def rows(self) -> list[tuple[Scale, forms.BoundField, forms.BoundField, tuple[int, date] | None]]:
        """Each competency with its two fields, and the level and day that this account said last."""
        return [
            (scale, self[f"level_{scale.key}"], self[f"note_{scale.key}"], self.before.get(scale.key)) for scale in self.scales
        ]

    def clean(self) -> dict[str, object]:
        """Refuse a form without any level, and a note that belongs to none."""
        data = super().clean() or {}
        levels = {scale.key: data.get(f"level_{scale.key}") for scale in self.scales}
        for key, level in levels.items():
            if level is None and data.get(f"note_{key}") and f"level_{key}" not in self.errors:
                self.add_error(f"level_{key}", _("Pilih levelnya, atau hapus contoh pekerjaannya."))
        if not self.errors and all(level is None for level in levels.values()):
            self.add_error(None, _("Isi level sedikitnya satu kompetensi."))
        return data

    def ratings(self) -> dict[int, Rating]:
        """Return what was rated, by competency."""
        data = self.cleaned_data
        said = {scale.key: data[f"level_{scale.key}"] for scale in self.scales}
        return {key: Rating(level, data[f"note_{key}"]) for key, level in said.items() if level is not None}


class ReasonForm(forms.Form):
    """Why something is taken back."""

    reason = forms.CharField(
        max_length=300,
        label=gettext_lazy("Alasan"),
        help_text=gettext_lazy("Dibaca juga oleh pegawai yang bersangkutan."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CorrectionForm(EvidenceForm, ReasonForm):
    """A piece that takes the place of a wrong one, and why."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("Alasan perbaikan")
        self.order_fields([*(name for name in self.fields if name != "reason"), "reason"])


class AssessmentForm(forms.Form):
    """A file of results, and what holds for rows that do not say otherwise."""

    file = forms.FileField(
        label=gettext_lazy("Berkas"),
        help_text=gettext_lazy("Xlsx berkolom NIP: satu baris per pegawai dan kompetensi, atau matriks pegawai × kompetensi."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
    )
    source = forms.ChoiceField(
        label=gettext_lazy("Sumber"), help_text=gettext_lazy("Untuk baris yang tidak menyebut sumbernya sendiri.")
    )
    shown_on = forms.DateField(
        required=False,
        label=gettext_lazy("Tanggal ditunjukkan"),
        help_text=gettext_lazy("Untuk baris tanpa tanggal. Boleh kosong bila setiap baris menyebut tanggalnya."),
        widget=day_input(),
    )
    expires_on = forms.DateField(
        required=False,
        label=gettext_lazy("Berlaku sampai (tidak termasuk)"),
        help_text=gettext_lazy("Untuk baris yang tidak menyebutnya."),
        widget=day_input(),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        offered = [(source.value, source.label) for source in EvidenceSource if source != EvidenceSource.SELF]
        self.fields["source"].choices = [("", _("Pilih sumber")), *offered]

    def clean(self) -> dict[str, object]:
        """Refuse days that cannot be."""
        data = super().clean() or {}
        shown, expires = data.get("shown_on"), data.get("expires_on")
        if shown and shown > today():
            self.add_error("shown_on", _("Tanggal ini belum tiba; bukti hanya tentang yang sudah ditunjukkan."))
        if shown and expires and expires <= shown:
            self.add_error("expires_on", _("Bukti harus kedaluwarsa sesudah tanggalnya."))
        return data
