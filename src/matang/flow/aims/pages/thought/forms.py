"""Forms of the papers of thought."""

from typing import Any

from django import forms
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from matang.flow.aims.models import Aim
from matang.flow.aims.pages.fields import unit_choices
from matang.flow.aims.pages.forms import key_field
from matang.flow.aims.services.thought.efforts import EffortDetails
from matang.flow.register.public import Post, UnitTree
from matang.foundation.clock.services import today


class SubjectForm(forms.Form):
    """The unit that a paper is about."""

    unit = key_field(_("Unit"), _("Alur pikir tentang satu simpul dimulai dari halaman simpul itu."), required=True)

    def __init__(self, *args: Any, tree: UnitTree, inside: frozenset[int] | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(key, name) for key, name in unit_choices(tree) if inside is None or key == "" or key in inside]
        self.fields["unit"].choices = [("", now("Pilih unit")), *offered[1:]]


class EffortForm(forms.Form):
    """An effort: what, who, who carries on, by what it is measured, which mission it serves. Only the first must be said now."""

    text = forms.CharField(
        label=_("Upaya"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Satu pekerjaan. Contoh: Kunjungan rumah bulanan ke balita yang berat badannya tidak naik."),
    )  # fmt: skip
    actor_unit = key_field(_("Unit pelaksana"), _("Yang mengerjakan."))
    actor_post = key_field(_("Jabatan pelaksana"))
    carer_unit = key_field(_("Unit penerus"), _("Yang meneruskan dan merawat sesudah upaya ini selesai."))
    carer_post = key_field(_("Jabatan penerus"))
    indicator = forms.CharField(
        label=_("Indikator"), max_length=500, required=False, help_text=_("Contoh: Balita berisiko yang dikunjungi tiap bulan.")
    )
    measure_unit = forms.CharField(label=_("Satuan"), max_length=60, required=False, help_text=_("Contoh: Anak, %, Dokumen"))
    mission = key_field(_("Misi yang dilayani"))

    def __init__(self, *args: Any, tree: UnitTree, missions: list[Aim], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = unit_choices(tree)
        for role in ("actor", "carer"):
            self.fields[f"{role}_unit"].choices = units
            self._offer_posts(role, tree)
        self.fields["mission"].choices = [("", now("Belum dipilih")), *((mission.pk, mission.title) for mission in missions)]

    def _offer_posts(self, role: str, tree: UnitTree) -> None:
        chosen = self.data.get(f"{role}_unit") if self.is_bound else self.initial.get(f"{role}_unit")
        if not str(chosen or "").isdecimal() or int(chosen) not in tree.by_id:
            del self.fields[f"{role}_post"]
            return
        rows = Post.objects.filter(unit_id=int(chosen)).as_at(today()).order_by("name").values_list("pk", "name")
        self.fields[f"{role}_post"].choices = [("", now("Belum diketahui")), *rows]

    def details(self) -> EffortDetails:
        """Return what the form says."""
        said = self.cleaned_data
        keys = {f"{name}_id": said.get(name) for name in ("actor_unit", "actor_post", "carer_unit", "carer_post", "mission")}
        return EffortDetails(text=said["text"], indicator=said["indicator"], measure_unit=said["measure_unit"], **keys)


class ProgrammeForm(forms.Form):
    """The programme under which an effort becomes an activity."""

    programme = key_field(_("Program"), required=True)

    def __init__(self, *args: Any, programmes: list[Aim], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(one.pk, f"{one.code} {one.title}".strip() + (f" – {one.unit.name}" if one.unit else "")) for one in programmes]
        self.fields["programme"].choices = [("", now("Pilih program")), *named]
