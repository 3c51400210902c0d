"""Forms of the account pages and the calendar."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from matang.foundation.access.roles import Role
from matang.foundation.clock.models import HolidayKind
from matang.foundation.clock.services import today
from matang.ui.fields import day_field

REASON_HINT = _("Alasan disimpan dalam catatan keputusan, misalnya nomor surat tugas.")


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=_("Alasan"), max_length=200, help_text=REASON_HINT)


class SearchForm(forms.Form):
    """Filters of the list of accounts."""

    q = forms.CharField(label=_("Nama atau nama akun"), required=False, max_length=100)
    role = forms.ChoiceField(label=_("Peran"), required=False, choices=[("", _("Semua peran")), *Role.choices])
    state = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("Semua")), ("open", _("Terbuka")), ("closed", _("Ditutup"))]
    )


class NewAccountForm(ReasonForm):
    """A new account."""

    username = forms.CharField(
        label=_("NIP atau nama akun"),
        max_length=150,
        help_text=_("Untuk ASN isilah NIP; akun lalu tersambung dengan data pegawainya. Untuk orang luar pilihlah nama."),
    )
    name = forms.CharField(
        label=_("Nama di layar"),
        max_length=150,
        required=False,
        help_text=_("Kosongkan untuk ASN: nama diambil dari data pegawai."),
    )
    field_order = ("username", "name", "reason")

    def clean_username(self) -> str:
        """Return the name, a NIP without anything between its digits."""
        name: str = self.cleaned_data["username"].strip()
        digits = name.replace(" ", "").replace(".", "")
        return digits if digits.isdecimal() else name


class GrantForm(ReasonForm):
    """A role for an account."""

    role = forms.ChoiceField(label=_("Peran"), choices=Role.choices)
    unit = forms.ChoiceField(label=_("Berlaku di"), required=False, help_text=_("Termasuk semua unit di bawahnya."))
    start = day_field(_("Mulai tanggal"))
    end = day_field(_("Sampai tanggal (tidak termasuk)"), required=False, help_text=_("Kosongkan bila belum ada batasnya."))
    field_order = ("role", "unit", "start", "end", "reason")

    def __init__(self, *args: Any, units: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = units
        self.fields["start"].initial = today()


class EndForm(ReasonForm):
    """The end of a role."""

    day = day_field(_("Hari pertama tanpa peran ini"))
    field_order = ("day", "reason")


class HolidayForm(forms.Form):
    """A day off, or a national day off that is worked here."""

    day = day_field(_("Tanggal"))
    name = forms.CharField(label=_("Nama"), max_length=120)
    working = forms.BooleanField(
        label=_("Hari ini tetap hari kerja di instansi ini"),
        required=False,
        help_text=_("Untuk hari libur nasional yang di sini tetap masuk kerja."),
    )
    source = forms.CharField(
        label=_("Dasar"),
        max_length=120,
        required=False,
        help_text=_("Nomor keputusan. Tanpa dasar, tanggal ini ditandai perkiraan."),
    )
    kind = forms.ChoiceField(widget=forms.HiddenInput, choices=HolidayKind.choices, initial=HolidayKind.LOCAL)


class ConfirmYearForm(forms.Form):
    """The decree in which several days stand."""

    days = forms.MultipleChoiceField(label=_("Tanggal"), widget=forms.CheckboxSelectMultiple)
    source = forms.CharField(label=_("Dasar"), max_length=120, help_text=_("Misalnya SKB 3 Menteri dengan nomor dan tahunnya."))

    def __init__(self, *args: Any, days: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["days"].choices = days
        self.fields["days"].initial = [key for key, _label in days]


class ConfirmForm(forms.Form):
    """The decree in which a day stands."""

    source = forms.CharField(label=_("Dasar"), max_length=120, help_text=_("Misalnya SKB 3 Menteri dengan nomor dan tahunnya."))
