"""Forms of a sending: begin, say why, say where and when, put somebody forward, decide."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matang.flow.aims.public import Aim, Indicator, offer_aims
from matang.flow.learn.choices import SendingKind
from matang.flow.learn.models import Cohort, Host, Sending
from matang.flow.learn.permissions import SENDER_ROLES
from matang.flow.needs.public import Competency, NeedState, UnitNeed
from matang.flow.register.public import UnitTree, people_visible_to
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import today
from matang.ui.fields import day_input
from matang.ui.picking import PickField, PickForm

UNSAID = gettext_lazy("Belum ditentukan")


class BeginForm(forms.Form):
    """What a draft must have from the start."""

    unit = forms.TypedChoiceField(coerce=int, label=gettext_lazy("Unit pengirim"))
    kind = forms.ChoiceField(choices=[("", gettext_lazy("Pilih jenis")), *SendingKind.choices], label=gettext_lazy("Jenis"))
    title = forms.CharField(
        max_length=200,
        label=gettext_lazy("Yang dipelajari"),
        help_text=gettext_lazy("Sesempit mungkin: bukan “pelayanan publik”, melainkan “antrean daring puskesmas”."),
    )

    def __init__(self, *args: Any, actor: Actor, tree: UnitTree, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        scope = actor.scope(*SENDER_ROLES)
        offered = [
            (node.id, "\u2003" * node.depth + node.name) for node in tree.walk() if scope.covers(node.path) and node.depth < 2
        ]
        self.fields["unit"].choices = offered if len(offered) == 1 else [("", _("Pilih unit")), *offered]


class PastForm(forms.Form):
    """A sending of before, as its records tell it. What they don't tell stays empty."""

    unit = forms.TypedChoiceField(coerce=int, label=gettext_lazy("Unit pengirim"))
    kind = forms.ChoiceField(choices=[("", gettext_lazy("Pilih jenis")), *SendingKind.choices], label=gettext_lazy("Jenis"))
    title = forms.CharField(max_length=200, label=gettext_lazy("Yang dipelajari"))
    host = forms.ModelChoiceField(Host.objects.none(), empty_label=gettext_lazy("Pilih"), label=gettext_lazy("Tuan rumah"))
    host_unit = forms.CharField(required=False, max_length=200, label=gettext_lazy("Unit tuan rumah"))
    starts_on = forms.DateField(required=False, label=gettext_lazy("Mulai"), widget=day_input())
    ends_on = forms.DateField(
        required=False, label=gettext_lazy("Hari terakhir"), widget=day_input(),
        help_text=gettext_lazy("Bila hanya satu tanggal yang diketahui, kosongkan yang lain. Jangan menebak."),
    )  # fmt: skip
    count = forms.IntegerField(
        required=False, min_value=1, max_value=5000, label=gettext_lazy("Jumlah orang yang berangkat"),
        help_text=gettext_lazy("Kosong = tidak diketahui; tidak pernah dihitung nol."),
    )  # fmt: skip
    people = forms.CharField(
        required=False, label=gettext_lazy("NIP peserta"), widget=forms.Textarea(attrs={"rows": 3, "inputmode": "numeric"}),
        help_text=gettext_lazy("Satu NIP sebaris. Yang namanya tidak diketahui dilewati."),
    )  # fmt: skip
    cohort = forms.ModelChoiceField(
        Cohort.objects.none(), required=False, empty_label=gettext_lazy("Tidak termasuk angkatan"), label=gettext_lazy("Angkatan")
    )
    source = forms.CharField(
        max_length=400, label=gettext_lazy("Catatan yang menjadi sumber"),
        help_text=gettext_lazy("Misalnya nomor surat tugas, laporan, atau berita dengan tanggalnya."),
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, tree: UnitTree, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        offered = [(node.id, "\u2003" * node.depth + node.name) for node in tree.walk() if node.depth < 2]
        self.fields["unit"].choices = [("", _("Pilih unit")), *offered]
        hosts = Host.objects.filter(agency_id=actor.agency_id).select_related("partner", "agency")
        self.fields["host"].queryset = hosts.order_by("partner__name")
        self.fields["cohort"].queryset = Cohort.objects.filter(agency_id=actor.agency_id)

    def clean_people(self) -> tuple[int, ...]:
        """Return the keys of the people by NIP; every NIP that is nobody's is named."""
        lines = [line for line in self.cleaned_data["people"].replace(",", "\n").splitlines() if line.strip()]
        numbers = ["".join(letter for letter in line if letter.isalnum()) for line in lines]
        found = dict(people_visible_to(self.actor, today()).filter(nip__in=numbers).values_list("nip", "pk"))
        if missing := [number for number in numbers if number not in found]:
            raise forms.ValidationError(_("Tidak ada pegawai dengan NIP %(nips)s.") % {"nips": ", ".join(missing)})
        return tuple(dict.fromkeys(found[number] for number in numbers))


class PurposeForm(PickForm):
    """Why somebody is sent, and by what it will be seen."""

    title = forms.CharField(max_length=200, label=gettext_lazy("Yang dipelajari"))
    need = forms.ModelChoiceField(
        UnitNeed.objects.none(),
        required=False,
        empty_label=UNSAID,
        label=gettext_lazy("Kebutuhan unit"),
        help_text=gettext_lazy("Kebutuhan yang masih terbuka dari unit ini, unit di atasnya, atau di bawahnya."),
    )
    aim = PickField(
        Aim,
        required=False,
        empty_label=UNSAID,
        label=gettext_lazy("Tujuan, program, atau kegiatan yang dilayani"),
        help_text=gettext_lazy("Semua yang berlaku dapat dipilih; yang menjadi tanggung jawab unit ini disebut lebih dulu."),
    )
    indicator = PickField(
        Indicator,
        required=False,
        empty_label=UNSAID,
        hint=gettext_lazy("Cari nama indikator, tujuannya, atau kodenya"),
        label=gettext_lazy("Indikator"),
        help_text=gettext_lazy("Yang akan menunjukkan apakah keadaan membaik. Harus punya nilai awal, target, dan tanggalnya."),
    )
    after_return = forms.CharField(
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        label=gettext_lazy("Yang dikerjakan unit setelah peserta kembali"),
        help_text=gettext_lazy("Siapa mengerjakan apa, mulai kapan, dan siapa yang merawatnya sesudah itu."),
    )

    def __init__(self, *args: Any, sending: Sending, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        needs = UnitNeed.objects.filter(agency_id=sending.agency_id, state__in=(NeedState.OPEN, NeedState.UNDER_WAY))
        below = needs.select_related("unit").filter(unit__path__startswith=sending.unit.path)
        above = needs.select_related("unit").filter(unit_id__in=lineage(sending.unit.path))
        self.fields["need"].queryset = below | above
        kept = {"aim": sending.aim, "indicator": sending.indicator}
        offer_aims(actor, today(), self.fields, unit=sending.unit, aim=sending.aim, kept=kept)


def lineage(path: str) -> list[int]:
    """Return the keys of the units on a path, from the top to itself."""
    return [int(part) for part in path.strip("/").split("/") if part]


class JourneyForm(forms.Form):
    """Where to, when, and how many."""

    cohort = forms.ModelChoiceField(
        Cohort.objects.none(), required=False, empty_label=gettext_lazy("Tidak termasuk angkatan"), label=gettext_lazy("Angkatan")
    )
    host = forms.ModelChoiceField(Host.objects.none(), required=False, empty_label=UNSAID, label=gettext_lazy("Tuan rumah"))
    host_unit = forms.CharField(required=False, max_length=200, label=gettext_lazy("Unit tuan rumah"))
    seats = forms.IntegerField(
        required=False, min_value=1, max_value=1000, label=gettext_lazy("Jumlah orang yang diminta diterima")
    )
    starts_on = forms.DateField(required=False, label=gettext_lazy("Mulai"), widget=day_input())
    ends_on = forms.DateField(
        required=False,
        label=gettext_lazy("Hari terakhir"),
        help_text=gettext_lazy("Kosong = belum diketahui. Sistem tidak menebak lamanya."),
        widget=day_input(),
    )

    def __init__(self, *args: Any, sending: Sending, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cohort"].queryset = Cohort.objects.filter(agency_id=sending.agency_id)
        hosts = Host.objects.filter(agency_id=sending.agency_id, partner__isnull=False).select_related("partner", "agency")
        self.fields["host"].queryset = hosts.order_by("partner__name")

    def clean(self) -> dict[str, Any]:
        """The last day does not lie before the first."""
        data: dict[str, Any] = super().clean()
        if data.get("starts_on") and data.get("ends_on") and data["ends_on"] < data["starts_on"]:
            self.add_error("ends_on", _("Hari terakhir tidak boleh sebelum hari mulai."))
        return data


class ParticipantForm(forms.Form):
    """Somebody put forward."""

    person = forms.CharField(max_length=24, label=gettext_lazy("NIP pegawai"))
    mentor = forms.CharField(
        max_length=24,
        required=False,
        label=gettext_lazy("NIP atasan langsung sebagai mentor"),
        help_text=gettext_lazy("Pimpinan unit pegawai itu atau unit di atasnya."),
    )
    competency = forms.ModelChoiceField(
        Competency.objects.none(), required=False, empty_label=UNSAID, label=gettext_lazy("Kompetensi yang kurang")
    )
    commitment = forms.CharField(
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=gettext_lazy("Komitmen pegawai"),
        help_text=gettext_lazy("Kata pegawai itu sendiri: apa yang akan dikerjakannya dengan hasil belajar ini."),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.fields["competency"].queryset = Competency.objects.filter(agency_id=actor.agency_id).as_at(today())

    def clean_person(self) -> int:
        """Return the key of the person with that NIP."""
        return self._found("person")

    def clean_mentor(self) -> int | None:
        """Return the key of the mentor with that NIP, None where nobody is named."""
        return self._found("mentor") if self.cleaned_data["mentor"].strip() else None

    def _found(self, name: str) -> int:
        nip = "".join(letter for letter in self.cleaned_data[name] if letter.isalnum())
        found = people_visible_to(self.actor, today()).filter(nip=nip).values_list("pk", flat=True).first()
        if found is None:
            raise forms.ValidationError(_("Tidak ada pegawai dengan NIP itu dalam lingkup Anda."))
        return int(found)
