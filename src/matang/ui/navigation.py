"""The nine stages as people meet them: name, question, icon, and the pages that exist."""

from dataclasses import dataclass
from functools import lru_cache

from django.urls import NoReverseMatch, get_script_prefix, resolve, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from matang.foundation.access.actor import Actor
from matang.foundation.access.roles import Role


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a stage: its label and the name of its address. Who may open it, its own gate says."""

    label: str | Promise
    address: str


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the nine stages. A stage without pages is shown as coming."""

    key: str
    number: int
    name: str | Promise
    question: str | Promise
    icon: str
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A line of the navigation, ready to be drawn."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class StageLink:
    """A stage of the navigation, ready to be drawn: ``open`` when it has pages at all, ``pages`` those for this actor."""

    key: str
    number: int
    name: str
    question: str
    icon: str
    href: str
    open: bool
    pages: tuple[Link, ...]


OFFICERS = (
    Role.HR_OFFICER,
    Role.PLANNER,
    Role.PROGRAMME_PLANNER,
    Role.PANEL_MEMBER,
    Role.APPOINTING_OFFICIAL,
    Role.AUDITOR,
    Role.SYSTEM_OPERATOR,
    Role.UNIT_HEAD,
    Role.DIRECT_SUPERIOR,
)

STAGES: tuple[Stage, ...] = (
    Stage(
        "register", 1, _("Daftar"), _("Siapa dan apa yang ada?"), "book-user",
        (
            Page(_("Pegawai"), "register:people"),
            Page(_("Unit"), "register:units"),
            Page(_("Jabatan"), "register:posts"),
            Page(_("Impor"), "register:imports"),
            Page(_("Permintaan perbaikan"), "register:corrections"),
            Page(_("Mitra"), "register:partners"),
            Page(_("Wilayah"), "register:regions"),
        ),
    ),
    Stage(
        "aims", 2, _("Tujuan"), _("Apa yang ingin dicapai, dan siapa mengerjakan apa?"), "target",
        (
            Page(_("Pohon tujuan"), "aims:outline"),
            Page(_("Gambar pohon tujuan"), "aims:picture"),
            Page(_("Daftar simpul"), "aims:aims"),
            Page(_("Alur dan pola pikir"), "aims:thoughts"),
            Page(_("Uji bunga"), "aims:flowers"),
            Page(_("Program wali kota"), "aims:mayor"),
            Page(_("Dokumen perencanaan"), "aims:plans"),
            Page(_("Nomenklatur"), "aims:nomenclature"),
        ),
    ),
    Stage(
        "needs", 3, _("Kebutuhan"), _("Apa yang masih kurang?"), "puzzle",
        (
            Page(_("Kesenjangan kompetensi"), "needs:gaps"),
            Page(_("Kebutuhan unit"), "needs:needs"),
            Page(_("Hasil penilaian"), "needs:assessments"),
            Page(_("Beri penilaian"), "needs:rating"),
            Page(_("Standar jabatan"), "needs:standards"),
            Page(_("Kamus kompetensi"), "needs:dictionary"),
        ),
    ),
    Stage(
        "plan", 4, _("Rencana"), _("Apa yang diusulkan, dan mengapa?"), "waypoints",
        (
            Page(_("Usulan penempatan"), "plan:scenarios"),
            Page(_("Usulan pengembangan"), "plan:developments"),
            Page(_("Rencana pengembangan saya"), "plan:my_development"),
        ),
    ),
    Stage(
        "place", 5, _("Penetapan"), _("Apa yang diputuskan pejabat?"), "stamp",
        (
            Page(_("Menunggu putusan"), "place:queue"),
            Page(_("Sidang tim penilai"), "place:meetings"),
            Page(_("Buku putusan"), "place:decided"),
            Page(_("Keberatan"), "place:objections"),
            Page(_("Alasan penempatan saya"), "place:my_reasons"),
        ),
    ),
    Stage(
        "learn", 6, _("Belajar"), _("Apa yang dilakukan untuk belajar?"), "graduation-cap",
        (
            Page(_("Pengiriman belajar"), "learn:sendings"),
            Page(_("Laporan belajar"), "learn:reports"),
            Page(_("Diajukan untuk belajar"), "learn:my_proposals"),
            Page(_("Angkatan"), "learn:cohorts"),
            Page(_("Tarif biaya"), "learn:tariffs"),
            Page(_("Permintaan ke sini"), "learn:requests_here"),
            Page(_("Tuan rumah"), "learn:hosts"),
            Page(_("Penawaran tempat belajar"), "learn:offers"),
            Page(_("Perjanjian belajar"), "learn:agreements"),
            Page(_("Kalender tuan rumah"), "learn:calendar"),
            Page(_("Buku harian"), "learn:logbook"),
            Page(_("Peserta magang kami"), "learn:trainees"),
            Page(_("Peserta magang di sini"), "learn:hosted_trainees"),
            Page(_("Putaran pencocokan"), "learn:rounds"),
            Page(_("Arsip pengiriman"), "learn:cases"),
            Page(_("Hasil putaran saya"), "learn:my_rounds"),
        ),
    ),
    Stage(
        "apply", 7, _("Penerapan"), _("Apa yang dipakai di tempat kerja?"), "sprout",
        (
            Page(_("Rekomendasi"), "apply:recommendations"),
            Page(_("Hari paparan"), "apply:presentations"),
            Page(_("Penerapan"), "apply:adoptions"),
            Page(_("Yang tertahan"), "apply:stuck"),
            Page(_("Pustaka praktik"), "apply:practices"),
        ),
    ),
    Stage("serve", 8, _("Layanan"), _("Bagaimana warga dilayani?"), "hand-heart"),
    Stage(
        "measure", 9, _("Hasil"), _("Apakah keadaan membaik?"), "chart-no-axes-combined",
        (
            Page(_("Dari kebutuhan ke hasil"), "measure:chain"),
            Page(_("Capaian indikator"), "measure:indicators"),
            Page(_("Nilai yang belum diisi"), "measure:owed"),
            Page(_("Angka antarpemerintah"), "measure:governments"),
            Page(_("Terbitkan angka instansi"), "measure:publish"),
        ),
    ),
)  # fmt: skip
OWN: tuple[Page, ...] = (
    Page(_("Akun saya"), "accounts:mine"),
    Page(_("Kata sandi"), "account_change_password"),
    Page(_("Verifikasi dua langkah"), "mfa_index"),
)
OFFICE: tuple[Page, ...] = (
    Page(_("Kelola akun"), "accounts:accounts"),
    Page(_("Kalender kerja"), "accounts:calendar"),
)


def stages_for(actor: Actor | None) -> tuple[StageLink, ...]:
    """Return the navigation of the nine stages for this actor, in the active language."""
    return _stages(_roles(actor), get_language() or "id", get_script_prefix())


def own_pages(actor: Actor | None) -> tuple[Link, ...]:
    """Return the pages about the actor's own account."""
    return _pages(OWN, _roles(actor), get_language() or "id", get_script_prefix())


def office_pages(actor: Actor | None) -> tuple[Link, ...]:
    """Return the pages for administering the installation that this actor may open."""
    return _pages(OFFICE, _roles(actor), get_language() or "id", get_script_prefix())


def address(name: str, *args: object) -> str:
    """Return the address, or nothing when the page does not exist in this installation."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def _roles(actor: Actor | None) -> frozenset[Role]:
    return frozenset(held.role for held in actor.held) if actor else frozenset()


@lru_cache(maxsize=256)
def _stages(roles: frozenset[Role], language: str, prefix: str) -> tuple[StageLink, ...]:
    return tuple(
        StageLink(
            key=stage.key,
            number=stage.number,
            name=str(stage.name),
            question=str(stage.question),
            icon=stage.icon,
            href=address("portal:stage", stage.key),
            open=any(address(page.address) for page in stage.pages),
            pages=_pages(stage.pages, roles, language, prefix),
        )
        for stage in STAGES
    )


@lru_cache(maxsize=1024)
def _pages(pages: tuple[Page, ...], roles: frozenset[Role], _language: str, _prefix: str) -> tuple[Link, ...]:
    return tuple(Link(str(page.label), href) for page in pages if (href := address(page.address)) and _may_open(href, roles))


def _may_open(href: str, roles: frozenset[Role]) -> bool:
    rule = getattr(resolve(href).func, "access", None)
    return rule is None or rule.public or not rule.roles or bool(rule.roles & roles)
