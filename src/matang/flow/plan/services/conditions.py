"""What this scenario asks beyond the law: its own pool, must-haves, and what officers stated about single persons."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from django.utils.translation import gettext_noop as _

from matang import engine, rules
from matang.flow.plan.choices import ConstraintKind, Pool
from matang.flow.plan.models import PlacementConstraint, PlacementScenario, SuccessionListing
from matang.flow.plan.selectors.facts import PeopleFacts
from matang.flow.plan.selectors.successions import still_listed
from matang.flow.plan.services.law import VERDICTS, Check
from matang.flow.plan.services.sayings import saying
from matang.flow.plan.services.sheet import AskedPost, opd_of
from matang.flow.register.public import EDUCATION_RANK, Unit

Gate = np.ndarray
POOL, EDUCATION, MONTHS, CONSTRAINT = "scenario.pool", "scenario.education", "scenario.months", "scenario.constraint"
WINDOW = "transfer.months_minimum"
EDUCATION_NAMES = {term.key: term.label for term in rules.FACTS["education"].choices}


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list says of a person: the talent box, and the kind of post or the post meant (empty = any)."""

    box: int | None
    kind: str
    post_id: int | None


@dataclass(frozen=True, slots=True)
class Stated:
    """What officers stated of a person: allowed and barred parts of the structure, or not to be moved at all."""

    only: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    stays: bool = False

    def allows(self, path: str) -> bool:
        """Return whether a post in the unit with this path is open to the person."""
        inside = not self.only or any(path.startswith(part) for part in self.only)
        return not self.stays and inside and not any(path.startswith(part) for part in self.barred)


@dataclass(frozen=True)
class Conditions:
    """The conditions of one scenario, ready to be asked; people by key."""

    day: date
    pool: str = Pool.EVERYBODY
    named: frozenset[int] = frozenset()
    listed: Mapping[int, tuple[Listed, ...]] = field(default_factory=dict)
    least_education: str = ""
    least_months: int = 0
    stated: Mapping[int, Stated] = field(default_factory=dict)

    @property
    def any(self) -> bool:
        """True when the scenario asks anything of its own."""
        return bool(self.pool != Pool.EVERYBODY or self.least_education or self.least_months or self.stated)


def conditions_of(scenario: PlacementScenario) -> Conditions:
    """Return a scenario's conditions, by at most three queries."""
    listed: dict[int, list[Listed]] = {}
    if scenario.pool == Pool.LISTED:
        for row in latest_listings(scenario.agency_id, scenario.as_at, scenario.pool_list):
            listed.setdefault(row.person_id, []).append(Listed(row.box, row.target_kind, row.target_post_id))
    return Conditions(
        day=scenario.as_at,
        pool=scenario.pool,
        named=frozenset(scenario.pool_people),
        listed={key: tuple(rows) for key, rows in listed.items()},
        least_education=scenario.least_education,
        least_months=scenario.least_months,
        stated=_stated(scenario),
    )


def latest_listings(agency_id: int, day: date, name: str = "") -> list[SuccessionListing]:
    """Return the listing that counts on a day for each person and list; ``name`` empty = of all lists."""
    found = SuccessionListing.objects.filter(still_listed(day), agency_id=agency_id, as_at__lte=day)
    if name:
        found = found.filter(list_name=name)
    return list(found.order_by("list_name", "person_id", "-as_at").distinct("list_name", "person_id"))


def talent_boxes(agency_id: int, day: date) -> dict[int, int]:
    """Return the talent box of each person who stands in one on a day; of several lists the latest counts."""
    rows = SuccessionListing.objects.filter(still_listed(day), agency_id=agency_id, as_at__lte=day, box__isnull=False)
    return dict(rows.order_by("person_id", "as_at", "id").values_list("person_id", "box"))


def _stated(scenario: PlacementScenario) -> dict[int, Stated]:
    rows = list(PlacementConstraint.objects.filter(scenario=scenario))
    paths = dict(Unit.objects.filter(pk__in={key for row in rows for key in row.units}).values_list("pk", "path")) if rows else {}
    made: dict[int, Stated] = {}
    for row in rows:
        before, under = made.get(row.person_id, Stated()), tuple(paths[key] for key in row.units if key in paths)
        made[row.person_id] = Stated(
            only=before.only + under if row.kind == ConstraintKind.ONLY else before.only,
            barred=before.barred + under if row.kind == ConstraintKind.NOT else before.barred,
            stays=before.stays or row.kind == ConstraintKind.STAY,
        )
    return made


def condition_gates(facts: PeopleFacts, posts: list[AskedPost], asked: Conditions) -> engine.Gates | None:
    """Return for every person and class of posts: 1 may, 0 may not, -1 cannot be told; None where nothing is asked."""
    if not asked.any:
        return None
    keys = [_class_of(post, asked) for post in posts]
    classes = sorted(set(keys))
    at = {key: number for number, key in enumerate(classes)}
    example = dict(zip(keys, posts, strict=True))
    always = np.minimum(_education(facts, asked), _months(facts, asked))
    always[(_education(facts, asked) == 0) | (_months(facts, asked) == 0)] = 0
    columns = [np.where(_open_to(facts, example[key], asked), always, 0) for key in classes]
    return engine.Gates(np.stack(columns, axis=1).astype(np.int8), np.array([at[key] for key in keys], dtype=np.int64))


def _class_of(post: AskedPost, asked: Conditions) -> tuple[str, str, int, str]:
    """Return what of a post the conditions look at."""
    targets = {row.post_id for rows in asked.listed.values() for row in rows}
    return (
        post.opd if asked.pool == Pool.OWN_OPD else "",
        post.kind if asked.pool == Pool.LISTED else "",
        post.id if asked.pool == Pool.LISTED and post.id in targets else 0,
        post.opening.unit_path if asked.stated else "",
    )


def _open_to(facts: PeopleFacts, post: AskedPost, asked: Conditions) -> Gate:
    """Return whom pool and constraints let through for a post."""
    allowed = np.ones(len(facts), dtype=bool)
    if asked.pool == Pool.OWN_OPD:
        allowed &= np.array([opd_of(path) == post.opd for path in facts.unit_paths], dtype=bool)
    elif asked.pool != Pool.EVERYBODY:
        allowed &= np.array([_in_pool(int(key), "", post, asked) for key in facts.ids], dtype=bool)
    row = facts.row
    for person, stated in asked.stated.items():
        if person in row and not stated.allows(post.opening.unit_path):
            allowed[row[person]] = False
    return allowed


def _in_pool(person: int, path: str, post: AskedPost, asked: Conditions) -> bool:
    if asked.pool == Pool.OWN_OPD:
        return opd_of(path) == post.opd
    if asked.pool == Pool.NAMED:
        return person in asked.named
    if asked.pool == Pool.LISTED:
        return any(_meant(row, post) for row in asked.listed.get(person, ()))
    return True


def _meant(row: Listed, post: AskedPost) -> bool:
    return row.post_id == post.id if row.post_id else row.kind in {"", post.kind}


def _education(facts: PeopleFacts, asked: Conditions) -> Gate:
    if not asked.least_education:
        return np.ones(len(facts), dtype=np.int8)
    enough = facts.education >= EDUCATION_RANK[asked.least_education]
    return np.where(np.isnan(facts.education), -1, enough.astype(np.int8)).astype(np.int8)


def _months(facts: PeopleFacts, asked: Conditions) -> Gate:
    if not asked.least_months:
        return np.ones(len(facts), dtype=np.int8)
    return np.array([_months_of(since, asked) for since in facts.since], dtype=np.int8)


def _months_of(since: date | None, asked: Conditions) -> int:
    return -1 if since is None else int(_full_months(since, asked.day) >= asked.least_months)


def _full_months(since: date, day: date) -> int:
    """Return the completed months; a month is completed on the same day of the month, or on its last day."""
    months = (day.year - since.year) * 12 + day.month - since.month
    tomorrow_is_first = (date.fromordinal(day.toordinal() + 1)).day == 1
    return months if day.day >= since.day or tomorrow_is_first else months - 1


def _complete_on(since: date, months: int) -> date:
    """Return the day on which so many months are completed, by the same count."""
    year, month = divmod(since.year * 12 + since.month - 1 + months, 12)
    return date(year, month + 1, min(since.day, monthrange(year, month + 1)[1]))


def both(first: engine.Gates | None, second: engine.Gates | None) -> engine.Gates | None:
    """Return gates that let through whom both let through; a refusal outweighs a doubt."""
    if first is None or second is None:
        return first or second
    pairs = np.stack([first.of_post, second.of_post], axis=1)
    classes, of_post = np.unique(pairs, axis=0, return_inverse=True)
    one, two = first.outcome[:, classes[:, 0]], second.outcome[:, classes[:, 1]]
    return engine.Gates(np.where((one == 0) | (two == 0), 0, np.minimum(one, two)).astype(np.int8), of_post.reshape(-1))


def condition_checks(facts: PeopleFacts, row: int, post: AskedPost, asked: Conditions) -> list[Check]:
    """Answer the scenario's own conditions for one person, each with its reason; only those it asks."""
    made = []
    person = int(facts.ids[row])
    if asked.pool != Pool.EVERYBODY:
        inside = _in_pool(person, facts.unit_paths[row], post, asked)
        made.append(_pool_check(asked, inside=inside))
    if asked.least_education:
        made.append(_education_check(facts, row, asked))
    if asked.least_months:
        made.append(_months_check(facts.since[row], asked))
    if person in asked.stated:
        allowed = asked.stated[person].allows(post.opening.unit_path)
        reason = (
            _("Ada pembatasan penempatan yang dicatat pejabat; jabatan ini tidak terkena.")
            if allowed
            else _("Ada pembatasan penempatan yang dicatat pejabat beserta alasannya; jabatan ini terkena.")
        )
        title = saying(_("Apakah pembatasan yang dicatat pejabat mengizinkan?"))
        made.append(Check(CONSTRAINT, title, "pass" if allowed else "fail", saying(reason)))
    return made


POOL_WORDS = {
    Pool.OWN_OPD: (
        _("Bertugas di perangkat daerah jabatan itu, tempat skenario ini mengambil calon."),
        _("Skenario ini hanya mengambil calon dari perangkat daerah jabatan itu sendiri."),
    ),
    Pool.NAMED: (
        _("Termasuk pegawai yang disebut dalam skenario ini."),
        _("Skenario ini hanya mengambil calon dari pegawai yang disebut namanya."),
    ),
    Pool.LISTED: (
        _("Tercantum dalam daftar suksesi untuk jabatan ini."),
        _("Skenario ini hanya mengambil calon dari daftar suksesi; pegawai ini tidak tercantum untuk jabatan ini."),
    ),
}


def _pool_check(asked: Conditions, *, inside: bool) -> Check:
    reason = saying(POOL_WORDS[Pool(asked.pool)][0 if inside else 1])
    return Check(POOL, saying(_("Apakah termasuk calon yang diperhitungkan skenario ini?")), "pass" if inside else "fail", reason)


def _education_check(facts: PeopleFacts, row: int, asked: Conditions) -> Check:
    rank, wanted = facts.education[row], saying(EDUCATION_NAMES[asked.least_education])
    verdict = -1 if np.isnan(rank) else int(rank >= EDUCATION_RANK[asked.least_education])
    reason = {
        1: _("Pendidikannya paling rendah %(least)s, sebagaimana diminta skenario ini."),
        0: _("Pendidikannya di bawah %(least)s yang diminta skenario ini."),
        -1: _("Skenario ini meminta pendidikan paling rendah %(least)s; pendidikan pegawai ini belum tercatat."),
    }[verdict]
    title = saying(_("Apakah pendidikannya setinggi yang diminta skenario ini?"))
    return Check(EDUCATION, title, VERDICTS[verdict], saying(reason, least=wanted))


def _months_check(since: date | None, asked: Conditions) -> Check:
    """Answer the least time in the present post; cite the law's transfer window where the law asks as much."""
    verdict = _months_of(since, asked)
    held = None if since is None else _full_months(since, asked.day)
    reason = {
        1: _("Sudah %(held)s bulan di jabatan sekarang; skenario ini meminta paling sedikit %(least)s bulan."),
        0: _("Baru %(held)s bulan di jabatan sekarang; skenario ini meminta paling sedikit %(least)s bulan."),
        -1: _("Belum tercatat sejak kapan jabatan sekarang dipegang; skenario ini meminta paling sedikit %(least)s bulan."),
    }[verdict]
    window = _window(asked.day)
    by_law = window is not None and asked.least_months <= int(window.value)
    places: dict[str, object] = {"least": asked.least_months}
    if since is not None:
        places |= {"held": held, "from": {"date": _complete_on(since, asked.least_months).isoformat()}}
    return Check(
        MONTHS,
        saying(_("Apakah masa di jabatan sekarang cukup untuk skenario ini?")),
        VERDICTS[verdict],
        saying(reason, **places),
        article=str(window.reference) if window and by_law else "",
        source=window.reference.source.url if window and by_law else "",
        unverified=bool(window and by_law and window.reference.unverified),
    )


def _window(day: date) -> rules.DatedValue | None:
    """Return what the law says of the least time before a transfer, None where no source says it for that day."""
    try:
        return rules.number(WINDOW, on=day)
    except LookupError:
        return None
