"""The nine stages as people meet them: name, question, icon, and the pages that exist."""

from dataclasses import dataclass
from functools import lru_cache

from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from matang.foundation.access.actor import Actor
from matang.foundation.access.roles import Role


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a stage: its label, the name of its address, and the roles that may open it (none = every account)."""

    label: str | Promise
    address: str
    roles: tuple[Role, ...] = ()


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
    """A stage of the navigation, ready to be drawn; ``open`` tells whether it has pages for this actor."""

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
    Role.PANEL_MEMBER,
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
            Page(_("Impor"), "register:imports", (Role.HR_OFFICER, Role.SYSTEM_OPERATOR)),
            Page(_("Permintaan perbaikan"), "register:corrections"),
        ),
    ),
    Stage("aims", 2, _("Tujuan"), _("Apa yang ingin dicapai, dan siapa mengerjakan apa?"), "target"),
    Stage(
        "needs", 3, _("Kebutuhan"), _("Apa yang masih kurang?"), "puzzle",
        (Page(_("Kesenjangan"), "needs:gaps"), Page(_("Kebutuhan unit"), "needs:needs")),
    ),
    Stage(
        "plan", 4, _("Rencana"), _("Apa yang diusulkan, dan mengapa?"), "waypoints",
        (Page(_("Usulan penempatan"), "plan:scenarios"),),
    ),
    Stage(
        "place", 5, _("Penetapan"), _("Apa yang diputuskan pejabat?"), "stamp",
        (Page(_("Sidang tim penilai"), "place:panels"),),
    ),
    Stage("learn", 6, _("Belajar"), _("Apa yang dilakukan untuk belajar?"), "graduation-cap"),
    Stage("apply", 7, _("Penerapan"), _("Apa yang dipakai di tempat kerja?"), "sprout"),
    Stage("serve", 8, _("Layanan"), _("Bagaimana warga dilayani?"), "hand-heart"),
    Stage("measure", 9, _("Hasil"), _("Apakah keadaan membaik?"), "chart-no-axes-combined"),
)  # fmt: skip


def stages_for(actor: Actor | None) -> tuple[StageLink, ...]:
    """Return the navigation of the nine stages for this actor, in the active language."""
    held = frozenset(held.role for held in actor.held) if actor else frozenset()
    return _drawn(held, get_language() or "id", get_script_prefix())


@lru_cache(maxsize=256)
def _drawn(held: frozenset[Role], _language: str, _prefix: str) -> tuple[StageLink, ...]:
    return tuple(_link(stage, held) for stage in STAGES)


def _link(stage: Stage, held: frozenset[Role]) -> StageLink:
    pages = tuple(
        Link(str(page.label), href)
        for page in stage.pages
        if (not page.roles or held & set(page.roles)) and (href := address(page.address))
    )
    href = address("portal:stage", stage.key) or "/"
    return StageLink(stage.key, stage.number, str(stage.name), str(stage.question), stage.icon, href, bool(pages), pages)


def address(name: str, *args: object) -> str:
    """Return the address, or nothing when the page does not exist in this installation."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
