"""Forms of a matching round."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from matang.flow.learn.choices import MatchMethod
from matang.flow.learn.models import Host, MatchingRound, RoundCeiling, RoundPeriod, RoundPlace, RoundRegion
from matang.flow.learn.models.matching import MOST_POINTS
from matang.flow.learn.services.matching.applicants import Line
from matang.flow.learn.services.matching.rounds import LARGEST_SEED, OURS
from matang.flow.register.public import PartnerKind
from matang.ui.fields import UploadField, ask_to_choose, day_field


class RoundForm(forms.Form):
    """A round's name, its method and the number that draws the lots."""

    name = forms.CharField(label=_("Nama putaran"), max_length=120, help_text=_("Misalnya Magang nasional 2027, gelombang 1."))
    method = forms.ChoiceField(
        label=_("Cara"),
        widget=forms.RadioSelect,
        initial=MatchMethod.STABLE,
        choices=(
            (
                MatchMethod.STABLE,
                _("Stabil bagi pelamar: pilihan palsu tidak menguntungkan siapa pun, dan tidak ada yang tersisih tanpa sebab."),
            ),
            (
                MatchMethod.BY_NEED,
                _("Jumlah kebutuhan terbesar: kebutuhan semua paling terpenuhi, tetapi pilihan palsu dapat menguntungkan orang."),
            ),
        ),
    )
    seed = forms.IntegerField(
        label=_("Bilangan undian"),
        required=False,
        min_value=0,
        max_value=LARGEST_SEED,
        help_text=_("Menentukan urutan bila poinnya sama. Umumkan sebelum pendaftaran. Kosong = diundi sekarang."),
    )

    def __init__(self, *args: Any, fixed_seed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if fixed_seed:
            del self.fields["seed"]


class PeriodForm(forms.ModelForm):
    """A span in which people go."""

    starts_on = day_field(_("Mulai"), required=True)
    ends_on = day_field(_("Hari terakhir"), required=True)

    class Meta:
        model = RoundPeriod
        fields = ("name", "starts_on", "ends_on")


class PlaceForm(forms.ModelForm):
    """A host in a period."""

    class Meta:
        model = RoundPlace
        fields = ("host", "period", "seats", "kept", "least", "code")
        help_texts = {
            "kept": _("Sebanyak ini didahulukan bagi pelamar dari daerah tertinggal; yang tidak terpakai terbuka bagi semua."),
            "least": _("Tempat ditutup bila pesertanya kurang dari ini. 0 = tidak ada batas."),
            "code": _("Yang ditulis pelamar sebagai pilihan. Kosong = nomor berikutnya."),
        }

    def __init__(self, *args: Any, found: MatchingRound, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hosts = Host.objects.filter(agency_id=found.agency_id).select_related("partner", "agency")
        self.fields["host"].queryset = hosts.order_by("partner__name")
        self.fields["period"].queryset = RoundPeriod.objects.filter(round=found)
        self.fields["code"].required = False
        ask_to_choose(self)

    def clean_code(self) -> str:
        """Return the code; an empty one is numbered when it is stored."""
        return str(self.cleaned_data["code"]).strip()

    def _get_validation_exclusions(self) -> set[str]:
        excluded: set[str] = super()._get_validation_exclusions()
        return excluded if self.cleaned_data.get("code") else excluded | {"code"}


class RegionForm(forms.ModelForm):
    """A region with its ceiling."""

    class Meta:
        model = RoundRegion
        fields = ("name", "lagging", "most")
        help_texts = {"most": _("Dari daerah ini paling banyak sekian orang ditempatkan. Kosong = tanpa batas.")}


class CeilingForm(forms.ModelForm):
    """How many people of a region go to hosts of one kind at most."""

    kind = forms.ChoiceField(
        label=_("Jenis tuan rumah"), choices=[("", _("Pilih jenis")), *PartnerKind.choices, (OURS, _("Instansi sendiri"))]
    )

    class Meta:
        model = RoundCeiling
        fields = ("region", "kind", "most")
        help_texts = {
            "most": _("Dari daerah itu paling banyak sekian orang di semua tuan rumah berjenis ini. 0 = tidak seorang pun.")
        }

    def __init__(self, *args: Any, found: MatchingRound, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["region"].queryset = RoundRegion.objects.filter(round=found)
        ask_to_choose(self)


class CallForm(forms.Form):
    """Until when other governments hand in applications."""

    closes_on = day_field(_("Hari terakhir menyerahkan"), required=True)


class ApplicantForm(forms.Form):
    """Somebody who wants to go."""

    number = forms.CharField(label=_("Nomor pelamar"), max_length=40)
    name = forms.CharField(label=_("Nama"), max_length=200)
    region = forms.CharField(label=_("Daerah"), max_length=120, widget=forms.TextInput(attrs={"list": "daerah-tersedia"}))
    points = forms.IntegerField(
        label=_("Poin kebutuhan"),
        min_value=0,
        max_value=MOST_POINTS,
        help_text=_("Makin besar makin didahulukan tempat tujuannya. Dari pengiriman: 100 untuk setiap level yang kurang."),
    )
    wishes = forms.CharField(
        label=_("Pilihan"),
        max_length=200,
        help_text=_("Kode tempat, yang paling diinginkan lebih dulu, dipisah koma. Contoh: 3, 1, 2"),
    )

    def line(self) -> Line:
        """Return what was entered."""
        data = self.cleaned_data
        wishes = tuple(code for part in data["wishes"].replace(";", ",").split(",") if (code := part.strip()))
        return Line(data["number"], data["name"], " ".join(data["region"].split()), data["points"], wishes)


class UploadForm(forms.Form):
    """A workbook of applicants."""

    file = UploadField(
        label=_("Berkas Excel (.xlsx)"),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        help_text=_("Diperiksa seluruhnya dulu; bila satu baris salah, tidak ada yang disimpan."),
    )


class FixForm(forms.Form):
    """On what ground the result is decided."""

    reason = forms.CharField(
        label=_("Dasar penetapan"), max_length=300, help_text=_("Misalnya nomor keputusan atau berita acara. Tercatat permanen.")
    )
