"""The nine stages as people meet them: name, question, icon, and the pages that exist."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from django.urls import NoReverseMatch, get_script_prefix, resolve, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from matang.foundation.access.actor import Actor
from matang.foundation.access.roles import Role


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a stage: its label and the name of its address. Who may open it, its own gate says.

    ``group`` heads the pages that stand together in a long menu. Of the pages that an actor may open the menu shows those
    that it uses: ``uses`` names the roles (none = all), ``own`` says that the page is about the actor's own person.
    """

    label: str | Promise
    address: str
    group: str | Promise = ""
    uses: tuple[Role, ...] = ()
    own: bool = False


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
class LinkGroup:
    """Lines of the navigation under one heading; a short menu is one group without a heading."""

    label: str
    links: tuple[Link, ...]

    def holds(self, href: str) -> bool:
        """True when one of the lines leads to this address."""
        return any(link.href == href for link in self.links)


@dataclass(frozen=True, slots=True)
class StageLink:
    """A stage of the navigation, ready to be drawn.

    ``open`` when it has pages at all, ``pages`` those that this actor may open, ``groups`` those of them that it uses.
    """

    key: str
    number: int
    name: str
    question: str
    icon: str
    href: str
    open: bool
    pages: tuple[Link, ...]
    groups: tuple[LinkGroup, ...]

    @property
    def folds(self) -> bool:
        """True when the menu is so long that only one group of it stands open."""
        return sum(len(group.links) for group in self.groups) > UNFOLDED

    def nearest(self, path: str, crumbs: Iterable[tuple[str, str | None]] = ()) -> str:
        """Return the address of the page that this path belongs to, empty where it belongs to none.

        One page may stand below two of the menu, according to who reads it: then its crumbs say below which.
        """
        own = [link.href for link in self.pages]
        led = [at for _label, href in crumbs if (at := (href or "").partition("?")[0]) in own]
        if path not in own and led:
            return led[-1]
        return max((href for href in own if path.startswith(href)), key=len, default="")


UNFOLDED = 8
"""How many lines a menu in groups may have before its groups fold."""
SENDING, PLACES, HOSTING, SELF = _("Mengirim"), _("Tempat belajar"), _("Menerima"), _("Belajar sendiri")
POLICY = (Role.HR_OFFICER, Role.PLANNER, Role.PROGRAMME_PLANNER, Role.APPOINTING_OFFICIAL, Role.AUDITOR, Role.UNIT_HEAD)
MONEY = (Role.HR_OFFICER, Role.PLANNER, Role.PROGRAMME_PLANNER, Role.AUDITOR)
PARTNERING = (*POLICY, Role.HOST_COORDINATOR)
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
            Page(_("Pengiriman belajar"), "learn:sendings", SENDING),
            Page(_("Peserta magang kami"), "learn:trainees", SENDING),
            Page(_("Laporan belajar"), "learn:reports", SENDING),
            Page(_("Angkatan"), "learn:cohorts", SENDING, POLICY),
            Page(_("Tarif biaya"), "learn:tariffs", SENDING, MONEY),
            Page(_("Arsip pengiriman"), "learn:cases", SENDING, PARTNERING),
            Page(_("Tuan rumah"), "learn:hosts", PLACES),
            Page(_("Penawaran tempat belajar"), "learn:offers", PLACES, PARTNERING),
            Page(_("Perjanjian belajar"), "learn:agreements", PLACES, PARTNERING),
            Page(_("Putaran pencocokan"), "learn:rounds", PLACES),
            Page(_("Permintaan ke sini"), "learn:requests_here", HOSTING),
            Page(_("Kalender tuan rumah"), "learn:calendar", HOSTING),
            Page(_("Peserta magang di sini"), "learn:hosted_trainees", HOSTING),
            Page(_("Diajukan untuk belajar"), "learn:my_proposals", SELF, own=True),
            Page(_("Buku harian"), "learn:logbook", SELF, own=True),
            Page(_("Hasil putaran saya"), "learn:my_rounds", SELF, own=True),
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
    person = bool(actor and actor.person_id)
    return _stages(_roles(actor), person, get_language() or "id", get_script_prefix())


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
def _stages(roles: frozenset[Role], person: bool, language: str, prefix: str) -> tuple[StageLink, ...]:
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
            groups=_groups(stage.pages, roles, person, language, prefix),
        )
        for stage in STAGES
    )


def _groups(pages: tuple[Page, ...], roles: frozenset[Role], person: bool, language: str, prefix: str) -> tuple[LinkGroup, ...]:
    """Return what the actor uses of the pages, under the headings that the pages name; a heading without pages is left out."""
    used = [page for page in pages if (person or not page.own) and (not page.uses or roles.intersection(page.uses))]
    parts = ((label, _pages(tuple(rows), roles, language, prefix)) for label, rows in groupby(used, key=lambda page: page.group))
    return tuple(LinkGroup(str(label), links) for label, links in parts if links)


@lru_cache(maxsize=1024)
def _pages(pages: tuple[Page, ...], roles: frozenset[Role], _language: str, _prefix: str) -> tuple[Link, ...]:
    return tuple(Link(str(page.label), href) for page in pages if (href := address(page.address)) and _may_open(href, roles))


def _may_open(href: str, roles: frozenset[Role]) -> bool:
    rule = getattr(resolve(href).func, "access", None)
    return rule is None or rule.public or not rule.roles or bool(rule.roles & roles)
