"""Forms of those beside an intern."""

from django import forms
from django.utils.translation import gettext_lazy as _

from matang.flow.learn.choices import LearningProgress, NoteKind
from matang.ui.fields import day_field, text_field


def choice(label: object, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    """Return a choice that nothing is chosen for beforehand."""
    return forms.ChoiceField(label=label, choices=[("", _("Pilih")), *choices])


class RotationForm(forms.Form):
    """A part of the curriculum."""

    office = forms.CharField(label=_("Kantor atau bidang"), max_length=200)
    starts_on = day_field(_("Mulai"), required=True)
    ends_on = day_field(_("Hari terakhir"), required=True)
    subject = text_field(_("Yang dipelajari di sana"), required=True)
    contact = forms.CharField(label=_("Yang ditemui di sana"), max_length=200, required=False)
    everybody = forms.BooleanField(label=_("Untuk semua peserta pengiriman ini"), required=False)


class NoteForm(forms.Form):
    """A note on safety or conduct."""

    kind = choice(_("Tentang"), NoteKind.choices)
    happened_on = day_field(_("Terjadi pada"), required=True)
    text = text_field(_("Apa yang terjadi"), required=True, help_text=_("Peserta membaca catatan ini dan dapat menjawabnya."))


class ReviewForm(forms.Form):
    """The review at half time."""

    progress = choice(_("Dibanding rencana belajar"), LearningProgress.choices)
    well = text_field(_("Yang berjalan baik"), required=True)
    hard = text_field(_("Yang sulit"), required=False)
    change = text_field(_("Yang diubah untuk paruh kedua"), required=False)
