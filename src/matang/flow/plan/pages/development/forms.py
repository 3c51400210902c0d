"""Forms of the catalogue and of a development proposal."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from matang.flow.needs.public import Competency
from matang.flow.plan.choices import NON_CLASSROOM_KINDS, ActKind, PriorityGroup
from matang.flow.plan.models import DevelopmentAct
from matang.flow.plan.models.development import HIGHEST_COST
from matang.flow.plan.permissions import PLANNING_ROLES
from matang.flow.plan.services.development.proposals import (
    DEFAULT_PRIORITIES,
    HIGHEST_PRIORITY,
    MOST_ACTS,
    MOST_HOURS,
    DevelopmentQuestion,
)
from matang.flow.register.public import UnitTree
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import today
from matang.ui.fields import RupiahField, ask_to_choose, day_input

LEVELS = [(level, str(level)) for level in range(6)]


def _day(**options: Any) -> forms.DateField:
    return forms.DateField(widget=day_input(), **options)


class ActForm(forms.ModelForm):
    """An act of the catalogue."""

    cost_per_person = RupiahField(
        required=False,
        label=_("Biaya per orang (rupiah)"),
        help_text=_(
            "Kosong berarti belum diketahui; kegiatan tanpa biaya yang diketahui tidak dapat dipilih. Tulis 0 bila gratis."
        ),
    )
    cost_per_class = RupiahField(
        required=False,
        label=_("Biaya tetap per kelas (rupiah)"),
        help_text=_("Honor pengajar, sewa tempat. Tulis 0 bila tidak ada."),
    )
    from_level = forms.TypedChoiceField(
        coerce=int, choices=LEVELS[:5], label=_("Dari level"), help_text=_("Peserta sedikitnya sudah menunjukkan level ini.")
    )
    to_level = forms.TypedChoiceField(
        coerce=int,
        choices=LEVELS[1:],
        label=_("Diharapkan sampai level"),
        help_text=_("Harapan, bukan bukti: level baru naik setelah ada penilaian atau hasil kerja."),
    )
    starts_on = _day(required=False, label=_("Mulai"))
    ends_on = _day(required=False, label=_("Selesai"))

    class Meta:
        model = DevelopmentAct
        fields = (
            "code", "name", "kind", "competency", "from_level", "to_level", "hours", "cost_per_person", "cost_per_class",
            "seats", "classes", "starts_on", "ends_on", "full_time", "organiser", "curriculum", "tariff_source",
        )  # fmt: skip
        help_texts = {
            "code": _("Pendek dan tetap, misalnya KUR-01; impor berkas mengenali kegiatan dari kode ini."),
            "hours": _(
                "Kosong: memakai JP baku untuk magang, studi tiru, detasering, dan pertukaran; selain itu belum diketahui."
            ),
            "seats": _("Kosong berarti tidak dibatasi."),
            "full_time": _("Seorang pegawai tidak dapat mengikuti dua kegiatan seperti ini pada hari yang sama."),
            "curriculum": _("Kurikulum atau modul yang diikuti, dan instansi pembinanya."),
            "tariff_source": _("Misalnya standar biaya daerah dan tahunnya."),
        }

    def __init__(self, *args: Any, agency_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["competency"].queryset = Competency.objects.filter(agency_id=agency_id).as_at(today())
        ask_to_choose(self)
        outside = [(kind.value, kind.label) for kind in ActKind if kind in NON_CLASSROOM_KINDS]
        inside = [(kind.value, kind.label) for kind in ActKind if kind not in NON_CLASSROOM_KINDS]
        self.fields["kind"].choices = [(_("Klasikal"), inside), (_("Nonklasikal"), outside)]

    def _post_clean(self) -> None:
        """Let the service hold the constraints of the model: it knows the agency."""
        self.instance = forms.models.construct_instance(self, self.instance, self._meta.fields)


class DevelopmentForm(forms.Form):
    """What a development proposal asks."""

    name = forms.CharField(max_length=120, label=_("Nama usulan"))
    unit = forms.TypedChoiceField(
        coerce=int, empty_value=None, required=False, label=_("Lingkup"), help_text=_("Pegawai di unit ini dan di bawahnya.")
    )
    budget = RupiahField(
        min_value=0,
        max_value=HIGHEST_COST,
        label=_("Anggaran (rupiah)"),
        help_text=_("0 boleh: hanya kegiatan gratis yang akan dipilih."),
    )
    most_acts = forms.IntegerField(min_value=1, max_value=MOST_ACTS, initial=2, label=_("Kegiatan paling banyak per orang"))
    most_hours = forms.IntegerField(
        min_value=1,
        max_value=MOST_HOURS,
        required=False,
        label=_("JP paling banyak per orang"),
        help_text=_("Kosong: tanpa batas."),
    )
    min_share = forms.IntegerField(
        min_value=0,
        max_value=100,
        initial=20,
        label=_("Bagian minimal tiap perangkat daerah (%)"),
        help_text=_(
            "Dari nilai yang dapat diraih perangkat daerah itu bila dana tidak terbatas. Dipenuhi lebih dulu; sisanya ke yang "
            "paling bernilai. 0: tanpa bagian minimal."
        ),
    )
    must_weight = forms.IntegerField(
        min_value=1,
        max_value=HIGHEST_PRIORITY,
        initial=3,
        label=_("Bobot syarat mutlak"),
        help_text=_("Satu level syarat mutlak bernilai sekian kali syarat biasa."),
    )
    unsure = forms.BooleanField(
        required=False,
        label=_("Ikutkan kesenjangan yang belum terbukti pasti"),
        help_text=_("Bukti yang ada saling berbeda. Menilai ulang sering lebih murah daripada melatih."),
    )

    def __init__(self, *args: Any, actor: Actor, tree: UnitTree, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        scope = actor.scope(*PLANNING_ROLES)
        units = [(node.id, "\u2003" * node.depth + node.name) for node in tree.walk() if scope.covers(node.path)]
        self.fields["unit"].choices = ([("", _("Seluruh instansi"))] if scope.everything else []) + units
        self.fields["unit"].required = not scope.everything
        for group in PriorityGroup:
            self.fields[f"priority_{group}"] = forms.IntegerField(
                min_value=0, max_value=HIGHEST_PRIORITY, initial=DEFAULT_PRIORITIES[group], label=group.label
            )

    @property
    def priority_fields(self) -> list[forms.BoundField]:
        """The fields of the priorities, which the page shows apart."""
        return [self[f"priority_{group}"] for group in PriorityGroup]

    def question(self) -> DevelopmentQuestion:
        """Return what was asked."""
        data = self.cleaned_data
        return DevelopmentQuestion(
            name=data["name"],
            budget=data["budget"],
            unit_id=data["unit"],
            most_acts=data["most_acts"],
            most_hours=data["most_hours"],
            min_share=data["min_share"],
            must_weight=data["must_weight"],
            priorities={group.value: data[f"priority_{group}"] for group in PriorityGroup},
            unsure=data["unsure"],
        )
