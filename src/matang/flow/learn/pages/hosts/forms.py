"""Forms about hosts, agreements and visits."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from matang.flow.learn.choices import DayPart
from matang.flow.learn.models import Agreement, AgreementObligation, Host, HostOffering, HostStrength, HostVisit
from matang.flow.needs.public import Competency
from matang.flow.register.public import Partner, unit_tree
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import today
from matang.foundation.tenancy.models import Agency
from matang.ui.fields import RupiahField, ask_to_choose, day_field, text_field

TOPICS = "topik-tersedia"
INDENT = "\u2003"
UNKNOWN = _("Kosong = belum diketahui.")


class UnitField(forms.TypedChoiceField):
    """One of the agency's units of today, shown as a tree; gives the unit's key."""

    def __init__(self, **options: Any) -> None:
        super().__init__(coerce=int, empty_value=None, **options)

    def offer(self, actor: Actor, empty: str, kept: int | None = None, kept_name: str = "") -> None:
        """Fill in the units; ``kept`` is one that the row has already and that may be gone since."""
        tree = unit_tree(actor.agency_id, today())
        units = [(node.id, INDENT * node.depth + node.name) for node in tree.walk()]
        gone = [(kept, kept_name)] if kept and kept not in tree.by_id else []
        self.choices = [("", empty), *gone, *units]


def link_field(label: Any) -> forms.URLField:
    """Return the field for an address on the web."""
    return forms.URLField(label=label, required=False, max_length=500, assume_scheme="https")


def competency_field() -> forms.ModelChoiceField:
    """Return the field for a competency of the dictionary; the form fills in which there are."""
    return forms.ModelChoiceField(
        Competency.objects.none(), required=False, label=_("Kompetensi dari kamus"), empty_label=_("Belum ada di kamus")
    )


class HostForm(forms.ModelForm):
    """A host: which partner, or ourselves; the agency it is in this installation; a few words."""

    OURSELVES = "kami"
    who = forms.ChoiceField(label=_("Siapa tuan rumahnya"))
    linked = forms.ModelChoiceField(
        Agency.objects.none(),
        required=False,
        label=_("Instansi itu di Matang"),
        empty_label=_("Tidak memakai Matang, atau belum diketahui"),
        help_text=_("Bila ditautkan, permintaan tempat belajar dijawab langsung oleh instansi itu."),
    )
    about = text_field(_("Tentang tempat belajar ini"), _("Misalnya sejak kapan bekerja sama, dan lewat siapa."))

    class Meta:
        model = Host
        fields = ("linked", "about")

    field_order = ("who", "linked", "about")

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["linked"].queryset = Agency.objects.exclude(pk=actor.agency_id).order_by("name")
        if self.instance.pk:
            del self.fields["who"]
            if self.instance.partner_id is None:
                del self.fields["linked"]
            return
        known = Host.objects.filter(agency_id=actor.agency_id)
        free = Partner.objects.filter(agency_id=actor.agency_id).as_at(today())
        free = free.exclude(pk__in=known.filter(partner__isnull=False).values("partner_id")).order_by("name")
        ourselves = [] if known.filter(partner__isnull=True).exists() else [(self.OURSELVES, _("Instansi kami sendiri"))]
        self.fields["who"].choices = [("", _("Pilih mitra")), *ourselves, *((str(one.pk), one.name) for one in free)]

    def _post_clean(self) -> None:
        """Set the partner before the model is checked."""
        who = self.cleaned_data.get("who")
        if who:
            self.instance.partner_id = None if who == self.OURSELVES else int(who)
        super()._post_clean()


class StrengthForm(forms.ModelForm):
    """Something a host does well."""

    topic = forms.CharField(
        label=_("Topik"), max_length=120, widget=forms.TextInput(attrs={"list": TOPICS}), help_text=_("Misalnya tata ruang.")
    )
    competency = competency_field()
    practice = forms.CharField(
        label=_("Praktik yang dapat dipelajari"), max_length=300, help_text=_("Apa yang dikerjakan dengan baik di sana?")
    )
    evidence = text_field(
        _("Buktinya"), _("Apa yang menunjukkannya: penghargaan, angka, hasil penilaian. Tanpa bukti, halaman ini mengatakannya.")
    )
    evidence_url = link_field(_("Tautan bukti"))
    evidence_on = day_field(_("Tanggal bukti"), required=False)

    class Meta:
        model = HostStrength
        fields = ("topic", "competency", "practice", "evidence", "evidence_url", "evidence_on")

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["competency"].queryset = _competencies(actor, self.instance.competency_id)


def _competencies(actor: Actor, kept: int | None) -> Any:
    every = Competency.objects.filter(agency_id=actor.agency_id)
    return (every.as_at(today()) | every.filter(pk=kept)).order_by("position", "name")


class OfferingForm(forms.ModelForm):
    """Seats of a unit for a time."""

    unit = UnitField(label=_("Unit yang menerima"), required=False)
    topic = forms.CharField(label=_("Topik"), max_length=120, widget=forms.TextInput(attrs={"list": TOPICS}))
    seats = forms.IntegerField(
        label=_("Kursi"),
        required=False,
        min_value=1,
        max_value=5000,
        help_text=_("Berapa orang sekaligus; untuk studi tiru berapa tamu sekali terima. Kosong = belum diketahui."),
    )
    starts_on = day_field(_("Mulai"), required=True)
    ends_on = day_field(_("Hari terakhir"), _("Kosong = belum diketahui; kalender akan menanyakannya."), required=False)
    cost_per_person = RupiahField(
        label=_("Biaya per orang (rupiah)"),
        required=False,
        min_value=0,
        help_text=_("Tulis 0 bila gratis. Kosong = belum diketahui."),
    )
    conditions = text_field(_("Syarat"), _("Misalnya surat pengantar, laptop sendiri, asuransi."), rows=2)
    contact = forms.CharField(
        label=_("Kontak"), max_length=200, required=False, help_text=_("Kantor atau jabatan, bukan nama orang.")
    )

    class Meta:
        model = HostOffering
        fields = (
            "kind",
            "unit",
            "unit_name",
            "topic",
            "seats",
            "starts_on",
            "ends_on",
            "cost_per_person",
            "conditions",
            "contact",
        )

    def __init__(self, *args: Any, actor: Actor, host: Host, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if host.partner_id is None:
            del self.fields["unit_name"]
            self.fields["unit"].required = True
            self.fields["unit"].offer(actor, str(_("Pilih unit")), self.instance.unit_id, self.instance.unit_name)
            self.initial["unit"] = self.instance.unit_id
        else:
            del self.fields["unit"]

    def _post_clean(self) -> None:
        _with_unit(self)
        super()._post_clean()


def _with_unit(form: forms.ModelForm) -> None:
    """Set the unit by its key, and its name, before the model is checked."""
    if "unit" not in form.fields or "unit" not in form.cleaned_data:
        return
    form.instance.unit_id = form.cleaned_data.pop("unit")
    if form.instance.unit_id:
        form.instance.unit_name = form.instance.unit.name


class AgreementForm(forms.ModelForm):
    """A memorandum with a host."""

    host = forms.ModelChoiceField(Host.objects.none(), label=_("Tuan rumah"), empty_label=_("Pilih tuan rumah"))
    signed_on = day_field(_("Tanggal ditandatangani"), required=False)
    starts_on = day_field(_("Berlaku mulai"), required=True)
    ends_on = day_field(
        _("Hari terakhir berlaku"), _("Kosong = belum diketahui; daftar perjanjian akan menanyakannya."), required=False
    )
    document_url = link_field(_("Tautan naskah"))
    note = text_field(_("Catatan"), rows=2)

    class Meta:
        model = Agreement
        fields = (
            "host", "number", "title", "our_party", "their_party", "signed_on", "starts_on", "ends_on", "document_url", "note",
        )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, fixed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["our_party"].help_text = _("Kantor atau jabatan yang menandatangani, bukan nama orang.")
        self.fields["host"].queryset = (
            Host.objects.filter(agency_id=actor.agency_id, partner__isnull=False)
            .select_related("partner")
            .order_by("partner__name")
        )
        if fixed:
            del self.fields["host"]


class StopForm(forms.Form):
    """The early end of an agreement."""

    day = day_field(_("Hari terakhir berlaku"), required=True)
    reason = forms.CharField(label=_("Alasan"), max_length=300, help_text=_("Disimpan dalam riwayat."))


class ObligationForm(forms.ModelForm):
    """What one side owes."""

    quantity = forms.IntegerField(
        label=_("Banyaknya"), required=False, min_value=1, max_value=1_000_000, help_text=_("Kosong = belum disepakati.")
    )
    measure = forms.CharField(label=_("Satuan"), max_length=40, help_text=_("Misalnya orang, laporan, kali."))
    due_on = day_field(_("Paling lambat"), required=False)

    class Meta:
        model = AgreementObligation
        fields = ("side", "what", "counts", "quantity", "measure", "due_on")
        help_texts = {
            "counts": _("Kursi, laporan, dan penerapan dihitung sendiri oleh sistem; yang lain Anda catat setiap kali dipenuhi.")
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_to_choose(self)


class EntryForm(forms.Form):
    """Something done about an obligation."""

    done_on = day_field(_("Tanggal"), required=True)
    quantity = forms.IntegerField(label=_("Banyaknya"), min_value=1, max_value=1_000_000)
    note = forms.CharField(label=_("Keterangan atau bukti"), max_length=300, required=False)


class VisitForm(forms.ModelForm):
    """Guests from elsewhere."""

    unit = UnitField(label=_("Unit penerima"), required=False, help_text=_("Kosong = belum ditentukan."))
    people = forms.IntegerField(label=_("Jumlah orang"), required=False, min_value=1, max_value=100_000, help_text=UNKNOWN)
    starts_on = day_field(_("Mulai"), UNKNOWN, required=False)
    ends_on = day_field(
        _("Hari terakhir"), _("Kosong = belum diketahui; kalender akan menanyakannya. Kunjungan sehari: sama."), required=False
    )
    note = text_field(_("Catatan"), rows=2)

    class Meta:
        model = HostVisit
        fields = ("kind", "guest", "topic", "unit", "people", "starts_on", "ends_on", "part", "note")
        help_texts = {
            "guest": _("Pemerintah, kementerian, atau lembaga pengirim; bukan nama orang."),
            "part": _("Untuk studi tiru: dua rombongan pada pagi yang sama akan ditandai."),
        }

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].offer(actor, str(_("Belum ditentukan")), self.instance.unit_id, self.instance.unit_name)
        self.initial["unit"] = self.instance.unit_id
        self.fields["part"].choices = [("", _("Belum diketahui")), *self.fields["part"].choices[1:]]
        ask_to_choose(self)

    def _post_clean(self) -> None:
        if self.cleaned_data.get("unit") is None:
            self.instance.unit_name = ""
        _with_unit(self)
        super()._post_clean()


class HostedForm(forms.Form):
    """What the host can say of a sending that comes to it."""

    host_unit = UnitField(label=_("Unit penerima"), required=False)
    ends_on = day_field(_("Hari terakhir"), _("Diisi hanya bila pengirim belum menyebutnya."), required=False)
    part = forms.ChoiceField(
        label=_("Waktu"), required=False, choices=[("", _("Belum diketahui")), *DayPart.choices],
        help_text=_("Untuk studi tiru: dua rombongan pada pagi yang sama akan ditandai."),
    )  # fmt: skip


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=_("Alasan"), max_length=300)
