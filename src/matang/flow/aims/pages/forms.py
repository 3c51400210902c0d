"""Forms of aims, plans, indicators and ties."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from matang.flow.aims.choices import AimLevel, IndicatorDirection, LinkKind, PlanKind
from matang.flow.aims.models import Aim, AimPlan
from matang.flow.aims.pages.fields import NumberField, reason_field, unit_choices
from matang.flow.aims.selectors.picking import aim_offer
from matang.flow.aims.services.aims import AimDetails
from matang.flow.aims.services.indicators import IndicatorDetails
from matang.flow.register.public import Post, Unit, UnitTree
from matang.foundation.clock.services import today
from matang.ui.fields import day_field
from matang.ui.picking import PickField, PickForm


def key_field(label: Any, help_text: Any = "", *, required: bool = False) -> forms.TypedChoiceField:
    """Return a field that picks a row by its key; empty = None."""
    return forms.TypedChoiceField(label=label, help_text=help_text, required=required, coerce=int, empty_value=None)


class PlanForm(forms.Form):
    """A planning document."""

    kind = forms.ChoiceField(label=_("Jenis dokumen"), choices=PlanKind.choices)
    name = forms.CharField(label=_("Nama"), max_length=200, help_text=_("Contoh: RPJMD Kota Contoh 2025–2029"))
    year_from = forms.IntegerField(label=_("Tahun awal"), min_value=1945, max_value=2199)
    year_to = forms.IntegerField(label=_("Tahun akhir"), min_value=1945, max_value=2199)
    unit = key_field(_("Perangkat daerah"), _("Wajib untuk Renstra; kosong berarti dokumen seluruh pemerintah daerah."))
    adopted_on = day_field(_("Ditetapkan pada"), _("Kosong berarti belum ditetapkan, atau belum diketahui."), required=False)
    source = forms.CharField(label=_("Sumber"), max_length=300, required=False, help_text=_("Nomor perda atau letak berkasnya."))

    def __init__(self, *args: Any, tree: UnitTree, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", now("Seluruh pemerintah daerah")), *((node.id, node.name) for node in tree.roots)]


class AimForm(forms.Form):
    """An aim's words and who answers for it."""

    level = forms.ChoiceField(label=_("Tingkat"))
    plan = key_field(_("Dokumen"), required=True)
    title = forms.CharField(label=_("Rumusan"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    code = forms.CharField(label=_("Kode"), max_length=40, required=False, help_text=_("Kode nomenklatur, bila ada."))
    output = forms.CharField(
        label=_("Kinerja"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Keadaan atau keluaran yang dihasilkan, bukan pekerjaannya."),
    )
    unit = key_field(_("Unit penanggung jawab"), _("Yang menjawab bila tidak tercapai."))
    post = key_field(_("Jabatan penanggung jawab"), _("Jabatan di unit itu. Orangnya mengikuti siapa yang memangkunya."))
    ends_on = day_field(_("Selesai paling lambat"), _("Kosong bila tidak ada batas waktunya."), required=False)

    def __init__(
        self,
        *args: Any,
        tree: UnitTree,
        levels: tuple[str, ...] = (),
        plans: list[AimPlan] | None = None,
        unit: Unit | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if levels:
            offered = [(level, AimLevel(level).label) for level in levels]
            self.fields["level"].choices = offered if len(offered) == 1 else [("", now("Pilih tingkat")), *offered]
        else:
            del self.fields["level"]
        if plans:
            self.fields["plan"].choices = [(plan.pk, plan.name) for plan in plans]
        if not plans or len(plans) == 1:
            del self.fields["plan"]
        self.fields["unit"].choices = unit_choices(tree)
        if unit is None:
            del self.fields["post"]
        else:
            self.posts = {post.pk: post for post in Post.objects.filter(agency_id=unit.agency_id, unit=unit).as_at(today())}
            listed = sorted(self.posts.values(), key=lambda post: post.name)
            self.fields["post"].choices = [("", now("Belum diketahui")), *((post.pk, post.name) for post in listed)]

    def clean(self) -> dict[str, Any]:
        """A post is chosen in the unit that answers."""
        data = super().clean() or {}
        post = getattr(self, "posts", {}).get(data.get("post"))
        if post and data.get("unit") and post.unit_id != data["unit"]:
            self.add_error("post", now("Jabatan ini bukan di unit itu. Simpan unitnya dahulu, lalu pilih jabatannya."))
        return data

    def details(self, before: AimDetails | None = None) -> dict[str, Any]:
        """Return what the form says about an aim, by the names of ``AimDetails``."""
        data = self.cleaned_data
        said = {name: data[name] for name in ("code", "output", "ends_on") if name in data}
        said["unit_id"] = data["unit"]
        if "post" in data:
            said["post_id"] = data["post"]
        elif before is None or before.unit_id != data["unit"]:
            said["post_id"] = None
        return said


class IndicatorForm(forms.Form):
    """An indicator with where it starts and where it should be."""

    name = forms.CharField(label=_("Indikator"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    measure_unit = forms.CharField(label=_("Satuan"), max_length=60, help_text=_("Contoh: Orang, Dokumen, %, Km"))
    direction = forms.ChoiceField(label=_("Arah"), choices=IndicatorDirection.choices)
    decimals = forms.IntegerField(label=_("Angka di belakang koma"), min_value=0, max_value=4, initial=0)
    baseline_value = NumberField(label=_("Nilai awal"), help_text=_("Keadaan sebelum ada yang dikerjakan."))
    baseline_on = day_field(_("Nilai awal per"), required=False)
    baseline_source = forms.CharField(label=_("Sumber nilai awal"), max_length=200, required=False)
    target_value = NumberField(label=_("Target"))
    target_on = day_field(_("Target tercapai pada"), required=False)
    unit = key_field(_("Unit yang mengisi datanya"))
    data_source = forms.CharField(label=_("Sumber data"), max_length=200, required=False, help_text=_("Contoh: laporan e-PPGBM"))

    def __init__(self, *args: Any, tree: UnitTree, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = unit_choices(tree)

    def details(self) -> IndicatorDetails:
        """Return what the form says."""
        said = dict(self.cleaned_data)
        said["unit_id"] = said.pop("unit")
        return IndicatorDetails(**{key: value for key, value in said.items() if key not in {"name", "measure_unit"}})


class EndForm(forms.Form):
    """From which day something ends, and why."""

    day = day_field(_("Berakhir pada"), _("Sejak hari ini ia tidak tampil lagi; riwayatnya tetap ada."))
    reason = reason_field()


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = reason_field()


class TargetForm(PickForm):
    """Another aim, searched for. ``rows`` returns for words those that may be chosen; ``address`` offers the same."""

    target = PickField(Aim, label=_("Simpul"), hint=_("Cari rumusan atau kode"))

    def __init__(self, *args: Any, rows: Callable[[str], QuerySet[Aim]], address: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["target"].offer(rows, aim_offer, address)


class MoveForm(TargetForm):
    """Where an aim is to hang, and why."""

    reason = reason_field(_("Alasan pemindahan"))


class LinkForm(TargetForm):
    """How an aim is tied to another."""

    kind = forms.ChoiceField(label=_("Hubungan"), choices=LinkKind.choices)
    share_percent = NumberField(
        label=_("Bagian yang disepakati (%)"), help_text=_("Kosong bila belum disepakati. Jumlah semua bagian paling banyak 100.")
    )
    agreed_on = day_field(_("Disepakati pada"), required=False)
    note = forms.CharField(label=_("Catatan"), max_length=300, required=False)

    field_order = ("kind", "target", "share_percent", "agreed_on", "note")
