"""The forms of a scenario: its question, a constraint, a list of successors."""

import re

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matang.flow.plan.choices import (
    DEFAULT_WEIGHTS,
    HIGHEST_WEIGHT,
    MONTHS_CHOICES,
    PROPOSABLE_KINDS,
    RETIRING_CHOICES,
    USUAL_KINDS,
    ConstraintKind,
    Pool,
    Weight,
)
from matang.flow.plan.models import PlacementScenario, SuccessionListing
from matang.flow.plan.permissions import PLANNING_ROLES
from matang.flow.plan.services.questions import Question
from matang.flow.register.public import EducationLevel, Person, PostKind, UnitTree, people_visible_to
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import today
from matang.ui.fields import UploadField, day_input

SPLIT = re.compile(r"[\s,;]+")
MOST_NAMESAKES = 5
"""People with the same name that are told apart in one sentence."""


def unit_choices(actor: Actor, tree: UnitTree, *, depth: int = 2) -> list[tuple[int, str]]:
    """Return the units that the actor plans for, OPDs with those right below them."""
    scope = actor.scope(*PLANNING_ROLES)
    return [(node.id, "– " * node.depth + node.name) for node in tree.walk() if scope.covers(node.path) and node.depth < depth]


class ScenarioForm(forms.Form):
    """What a scenario asks."""

    name = forms.CharField(max_length=120, label=gettext_lazy("Nama skenario"))
    as_at = forms.DateField(
        required=False,
        label=gettext_lazy("Keadaan per tanggal"),
        help_text=gettext_lazy("Kosong berarti hari ini. Semua syarat dan masa kerja dihitung sampai tanggal ini."),
        widget=day_input(),
    )
    unit = forms.TypedChoiceField(
        coerce=int,
        empty_value=None,
        required=False,
        label=gettext_lazy("Lingkup"),
        help_text=gettext_lazy("Jabatan lowong di unit ini dan di bawahnya."),
    )
    more_units = forms.TypedMultipleChoiceField(
        coerce=int, required=False, widget=forms.CheckboxSelectMultiple, label=gettext_lazy("Unit lain yang ikut")
    )
    kinds = forms.MultipleChoiceField(
        choices=[(kind, PostKind(kind).label) for kind in PROPOSABLE_KINDS],
        initial=list(USUAL_KINDS),
        widget=forms.CheckboxSelectMultiple,
        label=gettext_lazy("Jenis jabatan yang diisi"),
    )
    retiring_within = forms.TypedChoiceField(
        coerce=int,
        initial=0,
        label=gettext_lazy("Jabatan mana yang dicarikan calon"),
        help_text=gettext_lazy(
            "Jabatan yang hanya dijabat pelaksana tugas selalu ikut. Jabatan yang pemangkunya segera pensiun dapat disiapkan "
            "lebih dulu; penggantinya baru berlaku sesudah tempatnya kosong."
        ),
    )
    pool = forms.ChoiceField(
        choices=Pool.choices, initial=Pool.EVERYBODY, required=False, label=gettext_lazy("Dari mana calon diambil")
    )
    pool_list = forms.ChoiceField(required=False, label=gettext_lazy("Daftar suksesi"))
    pool_people = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=gettext_lazy("NIP calon yang disebut"),
        help_text=gettext_lazy("Satu NIP tiap baris, boleh ditempel dari lembar kerja."),
    )
    least_education = forms.ChoiceField(required=False, label=gettext_lazy("Pendidikan paling rendah"))
    least_months = forms.TypedChoiceField(
        coerce=int, empty_value=0, required=False, initial=0, label=gettext_lazy("Masa paling singkat di jabatan sekarang")
    )
    most_moves = forms.IntegerField(
        required=False,
        min_value=1,
        label=gettext_lazy("Perpindahan paling banyak"),
        help_text=gettext_lazy("Kosong berarti tidak dibatasi."),
    )
    most_leaving = forms.IntegerField(
        required=False,
        min_value=1,
        label=gettext_lazy("Keluar dari satu perangkat daerah paling banyak"),
        help_text=gettext_lazy("Menjaga agar tidak ada perangkat daerah yang kehilangan terlalu banyak orang sekaligus."),
    )

    def __init__(self, *args: object, actor: Actor, tree: UnitTree, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.agency_id = actor.agency_id
        units = unit_choices(actor, tree)
        whole = [("", _("Seluruh instansi"))] if actor.scope(*PLANNING_ROLES).everything else []
        self.fields["unit"].choices = [*whole, *units]
        self.fields["unit"].required = not whole
        self.fields["more_units"].choices = units
        self.fields["retiring_within"].choices = [(months, _retiring(months)) for months in RETIRING_CHOICES]
        self.fields["least_months"].choices = [
            (months, _("%(n)s bulan") % {"n": months} if months else _("Tidak diminta")) for months in MONTHS_CHOICES
        ]
        self.fields["least_education"].choices = [("", _("Tidak diminta")), *EducationLevel.choices]
        self.lists = sorted(set(SuccessionListing.objects.filter(agency_id=actor.agency_id).values_list("list_name", flat=True)))
        self.fields["pool_list"].choices = [("", "–"), *[(name, name) for name in self.lists]]
        for key, number in DEFAULT_WEIGHTS.items():
            self.fields[f"weight_{key.value}"] = forms.IntegerField(
                min_value=0, max_value=HIGHEST_WEIGHT, initial=number, required=False, label=Weight(key).label
            )

    @property
    def weight_fields(self) -> list[forms.BoundField]:
        """The fields of the weights, which the page shows apart."""
        return [self[f"weight_{key}"] for key in Weight.values]

    @property
    def narrowed(self) -> bool:
        """True when anything beyond the usual question is asked, so that the page shows it at once."""
        names = ("more_units", "pool_people", "pool_list", "least_education", "most_moves", "most_leaving")
        return any(self[name].value() for name in names) or str(self["least_months"].value()) not in {"0", ""}

    def clean_pool_people(self) -> tuple[int, ...]:
        """Return the keys of the people whose numbers were given; say which are unknown."""
        nips = [part.lstrip("'") for part in SPLIT.split(self.cleaned_data["pool_people"]) if part]
        known = dict(Person.objects.filter(agency_id=self.agency_id, nip__in=nips).values_list("nip", "id"))
        if missing := [nip for nip in nips if nip not in known]:
            raise forms.ValidationError(_("NIP ini tidak ada di register: %(nips)s.") % {"nips": ", ".join(missing[:10])})
        return tuple(known[nip] for nip in nips)

    def question(self, posts: tuple[int, ...] = ()) -> Question:
        """Return what was asked; ``posts`` are single posts picked before."""
        data = self.cleaned_data
        given = {key: data[f"weight_{key}"] for key in Weight.values}
        return Question(
            name=data["name"],
            unit_id=data["unit"],
            more_units=tuple(data["more_units"]) if data["unit"] else (),
            kinds=tuple(data["kinds"]),
            weights={key: number for key, number in given.items() if number is not None},
            as_at=data["as_at"],
            retiring_within=data["retiring_within"],
            posts=posts,
            pool=data["pool"] or Pool.EVERYBODY,
            pool_people=data["pool_people"],
            pool_list=data["pool_list"],
            least_education=data["least_education"],
            least_months=data["least_months"] or 0,
            most_moves=data["most_moves"],
            most_leaving=data["most_leaving"],
        )


def _retiring(months: int) -> str:
    if not months:
        return _("Hanya yang lowong")
    return _("Lowong, dan yang pemangkunya pensiun dalam %(n)s bulan") % {"n": months}


def initial_of(scenario: PlacementScenario) -> dict[str, object]:
    """Return the form's values for a scenario that is to be changed."""
    first, *more = scenario.units or [scenario.unit_id]
    nips = Person.objects.filter(pk__in=scenario.pool_people).order_by("nip").values_list("nip", flat=True)
    same = ("name", "as_at", "kinds", "retiring_within", "pool", "pool_list", "least_education", "least_months", "most_moves")
    return {
        **{name: getattr(scenario, name) for name in (*same, "most_leaving")},
        "unit": first or "",
        "more_units": more,
        "kinds": scenario.kinds or list(USUAL_KINDS),
        "pool_people": "\n".join(nip for nip in nips if nip),
        **{f"weight_{key}": scenario.weights.get(key, 0) for key in Weight.values},
    }


class ConstraintForm(forms.Form):
    """What is stated about one person, and why."""

    nip = forms.CharField(max_length=30, label=gettext_lazy("NIP pegawai"))
    kind = forms.ChoiceField(choices=ConstraintKind.choices, label=gettext_lazy("Pembatasan"))
    units = forms.TypedMultipleChoiceField(
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=gettext_lazy("Unit"),
        help_text=gettext_lazy("Unit di bawahnya ikut. Tidak perlu dipilih bila pegawai tidak dipindahkan."),
    )
    reason = forms.CharField(
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        label=gettext_lazy("Alasan"),
        help_text=gettext_lazy(
            "Misalnya dekat dengan pasangan, atau keadaan kesehatan. Hanya dibaca penyusun rencana dan pegawai yang bersangkutan."
        ),
    )

    def __init__(self, *args: object, actor: Actor, tree: UnitTree, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.agency_id = actor.agency_id
        self.fields["units"].choices = unit_choices(actor, tree)

    def clean_nip(self) -> int:
        """Return the key of the person with this number."""
        nip = self.cleaned_data["nip"].replace(" ", "")
        found = Person.objects.filter(agency_id=self.agency_id, nip=nip).values_list("id", flat=True).first()
        if found is None:
            raise forms.ValidationError(_("NIP ini tidak ada di register."))
        return int(found)


class SuccessionForm(forms.Form):
    """A list of successors as a file."""

    list_name = forms.CharField(max_length=80, label=gettext_lazy("Nama daftar"))
    as_at = forms.DateField(label=gettext_lazy("Per tanggal"), widget=day_input(), initial=today)
    source = forms.CharField(max_length=120, label=gettext_lazy("Sumber"), help_text=gettext_lazy("Misalnya nomor surat."))
    file = UploadField(
        label=gettext_lazy("Berkas xlsx"),
        help_text=gettext_lazy("Kolom: NIP, Kotak (1–9), Jenis jabatan, Jabatan sasaran. Yang wajib hanya NIP."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
    )


class SuccessorForm(forms.Form):
    """One person for a list of successors, and why."""

    person = forms.CharField(
        max_length=80,
        label=gettext_lazy("Pegawai"),
        help_text=gettext_lazy("NIP, atau nama bila hanya seorang yang bernama itu."),
    )
    reason = forms.CharField(
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=gettext_lazy("Alasan"),
        help_text=gettext_lazy("Mengapa pegawai ini disiapkan untuk jabatan ini."),
    )
    source = forms.CharField(max_length=120, label=gettext_lazy("Sumber"), help_text=gettext_lazy("Misalnya nomor surat."))
    list_name = forms.CharField(
        max_length=80,
        label=gettext_lazy("Nama daftar"),
        help_text=gettext_lazy("Skenario memilih calon menurut nama ini. Pilih yang sudah ada, atau tulis yang baru."),
        widget=forms.TextInput(attrs={"list": "daftar-suksesi", "autocomplete": "off"}),
    )
    as_at = forms.DateField(label=gettext_lazy("Per tanggal"), widget=day_input(), initial=today)

    def __init__(self, *args: object, actor: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor

    def clean_person(self) -> Person:
        """Return the one person with this number or name whom the actor sees; say whom it could mean when there are more."""
        said, people = " ".join(self.cleaned_data["person"].split()), people_visible_to(self.actor, today())
        nip = said.replace(" ", "").lstrip("'")
        if nip.isdecimal():
            found = list(people.filter(nip=nip))
        else:
            for word in said.split():
                people = people.filter(full_name__icontains=word)
            found = list(people.order_by("full_name", "pk")[: MOST_NAMESAKES + 1])
        if len(found) == 1:
            return found[0]
        if not found:
            raise forms.ValidationError(_("Tidak ada pegawai dengan NIP atau nama itu dalam lingkup Anda."))
        names = ", ".join(f"{person.display_name} ({person.nip or '–'})" for person in found[:MOST_NAMESAKES])
        more = _(", dan lainnya") if len(found) > MOST_NAMESAKES else ""
        raise forms.ValidationError(_("Lebih dari satu pegawai cocok. Tulis NIP-nya: %(names)s.") % {"names": names + more})


class RemovalForm(forms.Form):
    """Why somebody is taken off a list."""

    reason = forms.CharField(max_length=300, widget=forms.Textarea(attrs={"rows": 3}), label=gettext_lazy("Alasan"))
