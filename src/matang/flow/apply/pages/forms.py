"""Forms of the stage: recommendation, conditions, presentation, action, practice."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from matang.flow.aims.public import Aim, Indicator, offer_aims
from matang.flow.apply.choices import ConditionKind, ConditionNeed, Fit
from matang.flow.apply.models import Practice, Recommendation
from matang.flow.learn.public import ReportState, SendingReport
from matang.flow.register.public import Post, Unit, unit_tree
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import today
from matang.ui.fields import RupiahField, day_field, text_field
from matang.ui.picking import PickField, PickForm

UNKNOWN = _("Kosong = belum diketahui.")
INDENT = "\u2003"


def rupiah_field(label: Any) -> RupiahField:
    """Return the field for a cost."""
    return RupiahField(
        label=label, required=False, min_value=0, help_text=UNKNOWN, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )


def long_text(label: Any, help_text: Any = "", *, rows: int = 4) -> forms.CharField:
    """Return a field for a part of a recommendation or of a practice."""
    return text_field(label, help_text, rows=rows, most=10_000)


def line(label: Any, help_text: Any = "", *, most: int = 200, required: bool = False) -> forms.CharField:
    """Return a field for one line."""
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=most)


def units_for(actor: Actor, *, empty: Any) -> list[tuple[object, object]]:
    """Return the units of today as choices, shown as a tree."""
    tree = unit_tree(actor.agency_id, today())
    return [("", empty), *((node.id, INDENT * node.depth + node.name) for node in tree.walk())]


def unit_field(label: Any, help_text: Any = "", *, required: bool = False) -> forms.TypedChoiceField:
    """Return the field for a unit's key; the form fills in which there are."""
    return forms.TypedChoiceField(coerce=int, empty_value=None, required=required, label=label, help_text=help_text)


class AimsForm(PickForm):
    """Base of forms that name an aim and an indicator of the own agency."""

    aim = PickField(Aim, required=False, label=_("Tujuan yang dilayani"))
    indicator = PickField(Indicator, required=False, label=_("Indikator"), hint=_("Cari nama indikator, tujuannya, atau kodenya"))

    def offer_aims(self, actor: Actor, unit: Unit | None, aim: Aim | None, indicator: Indicator | None) -> None:
        """Fill in the aims and indicators of today, those of the unit first, and what was named before."""
        offer_aims(actor, today(), self.fields, unit=unit, aim=aim, kept={"aim": aim, "indicator": indicator})


class NewForm(forms.Form):
    """Begin a recommendation: of which report, and what."""

    report = forms.ModelChoiceField(SendingReport.objects.none(), label=_("Dari laporan"), empty_label=_("Pilih laporan"))
    title = line(_("Apa yang Anda rekomendasikan?"), _("Satu kalimat: siapa sebaiknya melakukan apa."), required=True)

    def __init__(self, *args: Any, reports: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["report"].queryset = reports.filter(state=ReportState.ACCEPTED).select_related("sending")


class PracticeSeenForm(forms.Form):
    """The first part: what was seen, and where."""

    title = line(_("Rekomendasi"), required=True)
    practice = long_text(
        _("Praktik yang Anda lihat"), _("Apa yang dilakukan, oleh siapa, bagaimana langkahnya, apa hasilnya."), rows=8
    )
    seen_at = line(_("Dilihat di mana"), _("Kantor dan kota."))


class ConditionsForm(forms.Form):
    """The second part: five conditions, there and here."""

    def __init__(self, *args: Any, row: Recommendation, **options: Any) -> None:
        super().__init__(*args, **options)
        found = {one.kind: one for one in row.conditions.all()}
        for kind, name in ConditionKind.choices:
            one = found.get(kind)
            self.fields[f"there_{kind}"] = long_text(_("%(name)s di sana") % {"name": name}, rows=2)
            self.fields[f"here_{kind}"] = long_text(_("%(name)s di sini") % {"name": name}, rows=2)
            self.fields[f"fit_{kind}"] = forms.ChoiceField(label=_("%(name)s: cocok?") % {"name": name}, choices=Fit.choices)
            if one is not None:
                for part in ("there", "here", "fit"):
                    self.fields[f"{part}_{kind}"].initial = getattr(one, part)

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Return the fields condition by condition."""
        return [
            (str(name), [self[f"{part}_{kind}"] for part in ("there", "here", "fit")]) for kind, name in ConditionKind.choices
        ]


class HereForm(AimsForm):
    """The third part: what it costs here, what may go wrong, who is to own it, and what it serves."""

    field_order = ("owner", "aim", "indicator", "cost_rupiah", "cost_note", "risk")
    owner = unit_field(_("Unit yang akan memilikinya"))
    cost_rupiah = rupiah_field(_("Biaya (Rp)"))
    cost_note = line(_("Keterangan biaya"), _("Bila belum diketahui: apa yang harus dihitung, dan oleh siapa."), most=300)
    risk = long_text(_("Risikonya"), _("Apa yang dapat menggagalkannya di sini?"), rows=3)

    def __init__(self, *args: Any, actor: Actor, row: Recommendation, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["owner"].choices = units_for(actor, empty=_("Belum ditentukan"))
        self.offer_aims(actor, row.owner_unit, row.aim, row.indicator)


class PresentationForm(forms.Form):
    """Set a day for recommendations that wait."""

    title = line(_("Nama acara"), required=True)
    unit = unit_field(_("Unit penyelenggara"), required=True)
    day = day_field(_("Hari paparan"))
    place = line(_("Tempat"))
    recommendations = forms.ModelMultipleChoiceField(
        Recommendation.objects.none(), label=_("Rekomendasi yang dipaparkan"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, actor: Actor, waiting: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].choices = units_for(actor, empty=_("Pilih unit"))
        self.fields["recommendations"].queryset = waiting


class ActionForm(AimsForm):
    """An action with its flower test."""

    field_order = (
        "what", "place", "doer_unit", "doer_post", "carer_unit", "carer_post", "upkeep_rupiah", "upkeep_source", "aim",
        "indicator", "due_on", "done_on",
    )  # fmt: skip
    what = line(_("Apa yang dikerjakan?"), most=300, required=True)
    place = line(_("Di mana ditanam?"), _("Lokasi, kelurahan, atau kantor."))
    doer_unit = unit_field(_("Unit yang mengerjakan"))
    doer_post = forms.ModelChoiceField(
        Post.objects.none(), required=False, label=_("Jabatan yang mengerjakan"), empty_label=_("Belum ditentukan")
    )
    carer_unit = unit_field(_("Unit yang merawat sesudahnya"))
    carer_post = forms.ModelChoiceField(
        Post.objects.none(), required=False, label=_("Jabatan yang merawat"), empty_label=_("Belum ditentukan")
    )
    upkeep_rupiah = rupiah_field(_("Biaya perawatan setahun (Rp)"))
    upkeep_source = line(_("Sumber biaya perawatan"))
    due_on = day_field(_("Selesai paling lambat"), required=False)
    done_on = day_field(_("Sudah selesai pada"), required=False)

    def __init__(self, *args: Any, actor: Actor, unit: Unit, named: tuple[Aim | None, Indicator | None], **options: Any) -> None:
        super().__init__(*args, **options)
        units = units_for(actor, empty=_("Belum ditentukan"))
        posts = Post.objects.filter(agency_id=actor.agency_id, unit__path__startswith=unit.path).as_at(today()).order_by("name")
        for side in ("doer", "carer"):
            self.fields[f"{side}_unit"].choices = units
            self.fields[f"{side}_post"].queryset = posts
        self.offer_aims(actor, unit, *named)


class PracticeForm(forms.Form):
    """What the registry says of a practice, and which of the five conditions it needs."""

    title = line(_("Nama praktik"), required=True)
    topic = line(_("Topik"), _("Misalnya sanitasi, layanan sosial, perizinan."), most=120)
    problem = long_text(_("Masalah yang dijawab"), rows=3)
    what = long_text(_("Apa yang dilakukan"), rows=6)
    why = long_text(_("Mengapa berhasil atau tidak"), rows=4)
    conditions = long_text(_("Keterangan syarat"), rows=3)
    cost_rupiah = rupiah_field(_("Biaya (Rp)"))

    def __init__(self, *args: Any, row: Practice, **options: Any) -> None:
        super().__init__(*args, **options)
        for kind, name in ConditionKind.choices:
            self.fields[f"need_{kind}"] = forms.ChoiceField(
                label=_("%(name)s: diperlukan?") % {"name": name},
                choices=ConditionNeed.choices,
                initial=getattr(row, f"need_{kind}"),
            )
