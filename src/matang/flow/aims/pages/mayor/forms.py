"""Forms of the mayor's programmes."""

from typing import Any

from django import forms
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from matang.flow.aims.models import MayorAgenda
from matang.flow.aims.pages.forms import key_field
from matang.ui.fields import UploadField, day_field


def count_field(label: Any, help_text: Any = "") -> forms.IntegerField:
    """Return a field for a whole number; empty = not known."""
    return forms.IntegerField(label=label, help_text=help_text, required=False, min_value=0, max_value=2_000_000_000)


class AnnouncementForm(forms.Form):
    """How many programmes somebody said there are."""

    programmes = count_field(_("Jumlah program"))
    agendas = count_field(_("Jumlah agenda"))
    source = forms.CharField(label=_("Sumber"), max_length=300, help_text=_("Siapa yang menyebut, di mana."))
    said_on = day_field(_("Diumumkan pada"), required=False)


class AgendaForm(forms.Form):
    """An agenda."""

    title = forms.CharField(label=_("Agenda"), max_length=200)
    announced_count = count_field(
        _("Jumlah program yang diumumkan"), _("Kosong bila tidak disebut. Bukan jumlah yang tercatat di sini.")
    )
    source = forms.CharField(label=_("Sumber"), max_length=300, required=False, help_text=_("Wajib bila jumlahnya diisi."))


class ProgrammeForm(forms.Form):
    """A programme of the mayor."""

    agenda = key_field(_("Agenda"), required=True)
    title = forms.CharField(label=_("Program"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    announced_total = count_field(_("Jumlah yang diumumkan"), _("Misalnya 1000 untuk 1.000 beasiswa. Kosong bila tidak ada."))
    total_unit = forms.CharField(label=_("Satuan"), max_length=60, required=False, help_text=_("Contoh: beasiswa, rumah, RT"))
    source = forms.CharField(label=_("Sumber"), max_length=300, required=False)

    def __init__(self, *args: Any, agendas: list[MayorAgenda], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agenda"].choices = [("", now("Pilih agenda")), *((one.pk, one.title) for one in agendas)]


class LoadForm(forms.Form):
    """A file with the mayor's programmes."""

    file = UploadField(help_text=_("Excel atau CSV, satu baris satu program."))
