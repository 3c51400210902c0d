"""Families of posts: posts that do the same work in different units, so that one standard can serve them all.

A family is what shares a kind and the stem of a name ("Kepala Bidang …", "Lurah …", "Pengadministrasi Perkantoran").
Functional posts form one family over all their levels ("Perawat" terampil, mahir, ahli muda …).
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from matang.flow.needs.models import PostStandard
from matang.flow.register.public import PostKind, posts_at
from matang.foundation.access.actor import Actor
from matang.foundation.clock.dated import holds_at

FUNCTIONAL = "jf"
ROLES = (
    "Kepala Subbagian", "Kepala Sub Bagian", "Kepala Subbidang", "Kepala Sub Bidang", "Kepala Seksi", "Kepala Bidang",
    "Kepala Bagian", "Kepala Dinas", "Kepala Badan", "Kepala Kantor", "Kepala Biro", "Kepala UPTD", "Kepala UPT",
    "Kepala Puskesmas", "Kepala Instalasi", "Kepala Satuan", "Kepala Pelaksana", "Kepala Sekolah", "Kepala Tata Usaha",
    "Kepala SMP", "Kepala SD", "Kepala TK", "Wakil Direktur", "Direktur", "Inspektur Pembantu", "Inspektur",
    "Sekretaris Daerah", "Sekretaris Kelurahan", "Sekretaris Kecamatan", "Sekretaris Camat", "Sekretaris", "Asisten",
    "Staf Ahli", "Camat", "Lurah",
)  # fmt: skip
"""Beginnings of the names of leading posts; a longer one stands before the shorter that it begins with."""
LEVEL_WORDS = re.compile(
    r"\s*[-–(]?\s*\b((ahli\s+)?(pertama|muda|madya|utama)|pemula|terampil|mahir|penyelia)\)?\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FamilyPost:
    """A post of a family."""

    id: int
    name: str
    kind: str
    unit_id: int
    unit_name: str
    unit_path: str
    own: bool


@dataclass(slots=True)
class Family:
    """Posts that share a stem. ``kinds`` counts them by kind, in the order of the law."""

    key: str
    stem: str
    group: str
    posts: list[FamilyPost] = field(default_factory=list)

    @property
    def kinds(self) -> dict[str, int]:
        """How many posts of each kind."""
        counts = Counter(post.kind for post in self.posts)
        return {kind: counts[kind] for kind in PostKind.values if counts[kind]}

    @property
    def own(self) -> int:
        """How many have a standard of their own."""
        return sum(post.own for post in self.posts)

    @property
    def label(self) -> str:
        """The stem, with dots where the names go on differently."""
        alike = len({post.name.casefold() for post in self.posts}) == 1
        return self.posts[0].name if alike else f"{self.stem} …"


@lru_cache(maxsize=65_536)
def stem_of(name: str, unit_name: str, kind: str) -> str:
    """Return the part of a post's name that it shares with its family."""
    plain = " ".join(name.split())
    if kind.startswith("jf_"):
        return LEVEL_WORDS.sub("", plain) or plain
    if kind == PostKind.PELAKSANA:
        return plain
    lower = plain.casefold()
    role = next(
        (role for role in ROLES if lower.startswith(role.casefold()) and lower[len(role) : len(role) + 1] in {"", " "}), ""
    )
    if role:
        return role
    tail = " ".join(unit_name.split()).casefold()
    return plain[: -len(tail)].rstrip() or plain if tail and lower.endswith(tail) else plain


def families_at(actor: Actor, day: date, paths: Iterable[str] | None = None) -> list[Family]:
    """Return the families of the posts of the day, the largest first; two queries.

    ``paths`` limits them to posts of units below these paths; None = the whole agency.
    """
    allowed = None if paths is None else tuple(paths)
    own = set(PostStandard.objects.filter(holds_at(day), agency_id=actor.agency_id).values_list("post_id", flat=True).distinct())
    found: dict[str, Family] = {}
    rows = posts_at(actor.agency_id or 0, day).values_list("id", "name", "kind", "unit_id", "unit__name", "unit__path")
    for key, name, kind, unit_id, unit_name, path in rows:
        if allowed is not None and not path.startswith(allowed):
            continue
        group = FUNCTIONAL if kind.startswith("jf_") else kind
        stem = stem_of(name, unit_name, kind)
        code = f"{group}:{stem.casefold()}"
        family = found.setdefault(code, Family(code, stem, group))
        family.posts.append(FamilyPost(key, name, kind, unit_id, unit_name, path, key in own))
    return sorted(found.values(), key=lambda family: (-len(family.posts), family.stem))
