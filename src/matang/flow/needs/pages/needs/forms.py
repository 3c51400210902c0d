"""The form of a unit's need."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matang.flow.aims.public import Aim, offer_aims
from matang.flow.needs.choices import Urgency
from matang.flow.needs.models import Competency
from matang.flow.needs.permissions import NEED_ROLES
from matang.flow.needs.services.needs import NeedDetails
from matang.flow.register.public import Unit, UnitTree, people_visible_to
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import today
from matang.ui.fields import day_input
from matang.ui.picking import PickField, PickForm


class NeedForm(PickForm):
    """A need of a unit."""

    unit = forms.TypedChoiceField(coerce=int, label=gettext_lazy("Unit"))
    competency = forms.ModelChoiceField(
        Competency.objects.none(),
        required=False,
        label=gettext_lazy("Kompetensi dari kamus"),
        empty_label=gettext_lazy("Belum ada di kamus"),
    )
    what = forms.CharField(
        max_length=200,
        required=False,
        label=gettext_lazy("Yang dibutuhkan"),
        help_text=gettext_lazy("Boleh kosong bila memilih dari kamus."),
    )
    why = forms.CharField(
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        label=gettext_lazy("Mengapa"),
        help_text=gettext_lazy("Pekerjaan apa yang tidak dapat dilakukan unit ini karena belum ada kompetensinya?"),
    )
    urgency = forms.ChoiceField(choices=Urgency.choices, initial=Urgency.NORMAL, required=False, label=gettext_lazy("Urgensi"))
    people_affected = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=1_000_000,
        label=gettext_lazy("Pegawai yang terkait"),
        help_text=gettext_lazy("Berapa pegawai yang perlu kompetensi ini. Kosong = belum diketahui."),
    )
    since = forms.DateField(
        required=False,
        label=gettext_lazy("Terjadi sejak"),
        widget=day_input(),
    )
    shown_by = forms.CharField(
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        label=gettext_lazy("Buktinya"),
        help_text=gettext_lazy("Apa yang menunjukkannya: temuan pemeriksaan, aduan, tunggakan, atau angka."),
    )
    wished = forms.CharField(
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        label=gettext_lazy("Hasil yang diharapkan"),
        help_text=gettext_lazy("Apa yang akan dapat dikerjakan unit ini bila kebutuhannya terpenuhi?"),
    )
    owner = forms.CharField(
        max_length=24,
        required=False,
        label=gettext_lazy("NIP penanggung jawab"),
        help_text=gettext_lazy("Pegawai yang mengurus sampai kebutuhan ini terpenuhi."),
    )
    serves = PickField(
        Aim,
        required=False,
        label=gettext_lazy("Tujuan atau program yang terkait"),
        help_text=gettext_lazy("Dari pohon tujuan; pengiriman belajar untuk kebutuhan ini melayani tujuan yang sama."),
    )
    aim = forms.CharField(
        max_length=200,
        required=False,
        label=gettext_lazy("Tujuan itu dengan kata sendiri"),
        help_text=gettext_lazy("Hanya bila belum ada di pohon tujuan."),
    )

    def __init__(
        self,
        *args: object,
        actor: Actor,
        tree: UnitTree,
        of_unit: Unit | None = None,
        serves: Aim | None = None,
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        offer_aims(actor, today(), self.fields, unit=of_unit, kept={"aim": serves}, name="serves")
        if of_unit is not None:
            del self.fields["unit"]
        else:
            scope = actor.scope(*NEED_ROLES)
            offered = [
                (node.id, ("– " * node.depth) + node.name) for node in tree.walk() if scope.covers(node.path) and node.depth < 2
            ]
            self.fields["unit"].choices = offered if len(offered) == 1 else [("", _("Pilih unit")), *offered]
        self.fields["competency"].queryset = Competency.objects.filter(agency_id=actor.agency_id).as_at(today())

    def clean_owner(self) -> int | None:
        """Return the key of the person with that NIP among those whom the actor sees."""
        nip = "".join(letter for letter in self.cleaned_data["owner"] if letter.isalnum())
        if not nip:
            return None
        found = people_visible_to(self.actor, today()).filter(nip=nip).values_list("pk", flat=True).first()
        if found is None:
            raise forms.ValidationError(_("Tidak ada pegawai dengan NIP itu dalam lingkup Anda."))
        return found

    def clean_since(self) -> object:
        """Refuse a day to come."""
        since = self.cleaned_data["since"]
        if since and since > today():
            raise forms.ValidationError(_("Tanggal mulai terjadinya belum tiba."))
        return since

    def clean(self) -> dict[str, object]:
        """A need names a competency or says it in words."""
        data = super().clean()
        if not data.get("competency") and not data.get("what"):
            self.add_error("what", _("Pilih kompetensi dari kamus atau tulis yang dibutuhkan."))
        return data

    def details(self) -> NeedDetails:
        """Return what was said beside what and why."""
        data = self.cleaned_data
        return NeedDetails(
            shown_by=data["shown_by"],
            wished=data["wished"],
            people_affected=data["people_affected"],
            since=data["since"],
            urgency=data["urgency"] or Urgency.NORMAL,
            owner_id=data["owner"],
            aim=data["aim"],
            serves_id=data["serves"].pk if data["serves"] else None,
        )
