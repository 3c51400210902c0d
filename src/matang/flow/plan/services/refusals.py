"""Who is refused for a post and by what: counted for every post, and listed person by person."""

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from django.db import connection
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from numpy.typing import NDArray

from matang import engine, rules
from matang.flow.plan.models import PlacementScenario, ScenarioPost
from matang.flow.plan.selectors.facts import Integers
from matang.flow.plan.services.conditions import (
    CONSTRAINT,
    EDUCATION,
    MONTHS,
    POOL,
    Conditions,
    condition_checks,
    condition_gates,
)
from matang.flow.plan.services.eligibility import must_checks, pool_check
from matang.flow.plan.services.law import Check
from matang.flow.plan.services.leading import Leading
from matang.flow.plan.services.reader import LawReader
from matang.flow.plan.services.workbench import Workbench, workbench
from matang.flow.register.public import people_visible_to
from matang.foundation.access.actor import Actor

Vector = NDArray[np.int8]
LEVEL, MUST = "pool", "must"
"""Keys of two reasons that are not the law's: the level of the present post, and must-have competencies."""

WORDS = {
    LEVEL: _("jenjang jabatan sekarang tidak menuju jabatan ini"),
    MUST: _("kompetensi mutlak di bawah syarat"),
    POOL: _("di luar calon yang diperhitungkan skenario ini"),
    EDUCATION: _("pendidikan di bawah permintaan skenario ini"),
    MONTHS: _("masa di jabatan sekarang kurang dari permintaan skenario ini"),
    CONSTRAINT: _("dibatasi catatan pejabat"),
    "eligibility.is_of_right_employment": _("jenis kepegawaian tidak sesuai"),
    "eligibility.has_enough_education": _("pendidikan di bawah syarat"),
    "eligibility.has_high_enough_grade": _("pangkat di bawah syarat"),
    "eligibility.has_enough_field_experience": _("pengalaman di bidang terkait kurang lama"),
    "eligibility.has_enough_prior_posts": _("masa jabatan sebelumnya kurang lama"),
    "eligibility.is_young_enough": _("usia melampaui batas"),
    "eligibility.has_good_appraisals": _("predikat kinerja kurang baik"),
    "transfer.may_be_transferred": _("jabatan sekarang belum cukup lama dipegang"),
    "retirement.is_still_in_service": _("sudah melewati batas usia pensiun"),
}
QUESTIONS = {rule.key: rule.question for rule in rules.RULES.values()}


def words_of(key: str) -> str:
    """Return the source text of a reason in a few words; a rule that has none is called by its question."""
    return WORDS.get(key) or QUESTIONS.get(key, key)


def said_refusals(counted: dict[str, list[Any]]) -> list[tuple[str, str, int, str]]:
    """Return the stored counts to be shown: key, words in the active language, people, article; the level first."""
    rows = [(key, gettext(words_of(key)), int(number), str(article)) for key, (number, article) in counted.items()]
    return sorted(rows, key=lambda row: (row[0] != LEVEL, -row[2], row[1]))


@dataclass(frozen=True, eq=False)
class _Group:
    """Posts that the law and the level see alike: whose level leads there, the law's answer for each, and how many it refuses."""

    rows: Integers
    law: Vector
    refused: dict[str, int]


@dataclass(frozen=True, eq=False)
class Refusals:
    """The outcome of every requirement by itself, for everybody and every post of a workbench; columns are shared."""

    bench: Workbench

    @property
    def law(self) -> rules.Grid:
        """The law, rule by rule, for the kinds of the posts."""
        return self.bench.law

    @property
    def leading(self) -> Leading:
        """Whose present post leads where."""
        return self.bench.leading

    @cached_property
    def own(self) -> dict[str, engine.Gates]:
        """Each of the scenario's own conditions by itself."""
        asked = self.bench.asked
        single = {
            POOL: Conditions(asked.day, pool=asked.pool, named=asked.named, listed=asked.listed),
            EDUCATION: Conditions(asked.day, least_education=asked.least_education),
            MONTHS: Conditions(asked.day, least_months=asked.least_months),
            CONSTRAINT: Conditions(asked.day, stated=asked.stated),
        }
        found = {key: condition_gates(self.bench.facts, self.bench.posts, part) for key, part in single.items()}
        return {key: gate for key, gate in found.items() if gate is not None}

    def of(self, at: int) -> dict[str, Vector]:
        """Return for one post the outcome of each requirement for everybody: 1, 0, or -1 (cannot tell)."""
        kind = int(self.law.of_post[at])
        found = {LEVEL: self.leading.to_post(self.bench.posts[at]).astype(np.int8)}
        found |= {key: outcome[:, kind] for key, outcome in self.law.by_rule.items()}
        found |= {key: gate.outcome[:, gate.of_post[at]] for key, gate in self.own.items()}
        must = self.must(at)
        return found | ({MUST: must} if must is not None else {})

    def must(self, at: int) -> Vector | None:
        """Return the must-have competencies of a post, None where it has none."""
        gate: Vector | None = None
        for term in self._musts:
            asked = int(term.required[at])
            if asked:
                unknown = term.measured == engine.NOT_SHOWN
                one = np.where(unknown, -1, (term.measured >= asked).astype(np.int8)).astype(np.int8)
                gate = one if gate is None else weaker(gate, one)
        return gate

    @cached_property
    def _musts(self) -> list[engine.ScoreTerm]:
        return [term for term in self.bench.sheet.terms if term.must]

    @cached_property
    def _held(self) -> set[int]:
        return set(self.bench.facts.post_ids.tolist())

    @cached_property
    def _groups(self) -> dict[tuple[str, str, int], _Group]:
        return {}

    def counts(self, at: int) -> tuple[int, int, dict[str, int]]:
        """Return for one post how many may hold it, how many perhaps, and how many each requirement refuses.

        The level of the present post is counted by itself; every other requirement among those whose level leads there.
        """
        group = self._group(at)
        overall, refused = group.law, dict(group.refused)
        found = {key: gate.outcome[group.rows, gate.of_post[at]] for key, gate in self.own.items()}
        must = self.must(at)
        if must is not None:
            found[MUST] = must[group.rows]
        for key, outcome in found.items():
            overall = weaker(overall, outcome)
            refused[key] = int((outcome == 0).sum())
        numbers = {key: number for key, number in refused.items() if number}
        return int((overall == 1).sum()), int((overall == -1).sum()), numbers

    def _group(self, at: int) -> _Group:
        """Return what posts of one kind in one OPD have in common; a post that somebody holds stands by itself."""
        post = self.bench.posts[at]
        key = (post.kind, post.opd, post.id if post.id in self._held else 0)
        if key not in self._groups:
            leads = self.leading.to(*key)
            rows, kind = np.flatnonzero(leads), int(self.law.of_post[at])
            refused = {LEVEL: len(leads) - len(rows)}
            refused |= {rule: int((outcome[rows, kind] == 0).sum()) for rule, outcome in self.law.by_rule.items()}
            self._groups[key] = _Group(rows, self.law.outcome[rows, kind], refused)
        return self._groups[key]


def weaker(one: Vector, other: Vector) -> Vector:
    """Return both together: a refusal outweighs a doubt, a doubt a pass."""
    return np.where((one == 0) | (other == 0), 0, np.minimum(one, other)).astype(np.int8)


def count_posts(scenario: PlacementScenario, bench: Workbench) -> None:
    """Note for each post how many the requirements let through, how many each refuses, and the article that says so."""
    found, kinds = Refusals(bench), bench.sheet.post_class.tolist() if bench.posts else []
    by_class: dict[int, tuple[int, int, str]] = {}
    articles = _Articles(found)
    rows = []
    for at, post in enumerate(bench.posts):
        if kinds[at] not in by_class:
            eligible, unsure, numbers = found.counts(at)
            by_class[kinds[at]] = eligible, unsure, json.dumps({key: [n, articles.of(at, key)] for key, n in numbers.items()})
        eligible, unsure, refused = by_class[kinds[at]]
        opening, default = post.opening, all(line.default for line in post.requirements)
        rows.append((
            post.id, eligible, unsure, refused, default, opening.basis.value, opening.places, opening.staying,
            opening.free_from,
        ))  # fmt: skip
    ScenarioPost.objects.filter(scenario=scenario).update(looked_at=len(bench.facts), eligible=0, unsure=0, refusals={})
    with connection.cursor() as cursor:
        cursor.execute(NOTE, [*map(list, zip(*rows, strict=True)), scenario.pk] if rows else [*([[]] * 9), scenario.pk])


NOTE = """
UPDATE plan_scenariopost s SET eligible = n.eligible, unsure = n.unsure, refusals = n.refusals, by_default = n.by_default,
       basis = n.basis, places = n.places, staying = n.staying, free_from = n.free_from
FROM unnest(%s::bigint[], %s::int[], %s::int[], %s::jsonb[], %s::bool[], %s::text[], %s::int[], %s::int[], %s::date[])
     AS n (post_id, eligible, unsure, refusals, by_default, basis, places, staying, free_from)
WHERE s.scenario_id = %s AND s.post_id = n.post_id
"""


class _Articles:
    """The article behind each requirement, read from the answer of one person whom it refuses."""

    def __init__(self, found: Refusals) -> None:
        self.found, self.law = found, LawReader(found.bench.facts)
        self._known: dict[tuple[str, str], str] = {}

    def of(self, at: int, key: str) -> str:
        """Return the article, or an empty text where the requirement is not the law's."""
        post = self.found.bench.posts[at]
        if key in {LEVEL, MUST, POOL, EDUCATION, CONSTRAINT}:
            return ""
        if (post.kind, key) not in self._known:
            row = int(np.flatnonzero(self.found.of(at)[key] == 0)[0])
            bench = self.found.bench
            checks = [*self.law.checks(row, post.kind), *condition_checks(bench.facts, row, post, bench.asked)]
            self._known[post.kind, key] = next((check.article for check in checks if check.key == key), "")
        return self._known[post.kind, key]


@dataclass(frozen=True, eq=False)
class RefusedPeople:
    """People refused for one post, by name; their reasons are told only for those that are shown."""

    bench: Workbench
    rows: list[int]

    def __len__(self) -> int:
        return len(self.rows)

    def told(self, window: slice) -> list[tuple[int, str, str, list[Check]]]:
        """Return some of them: key, name, present post, and the requirements that refuse them."""
        facts, law, made = self.bench.facts, LawReader(self.bench.facts), []
        for row in self.rows[window]:
            post = self.bench.posts[0]
            checks = [
                pool_check(facts, row, post),
                *law.checks(row, post.kind),
                *must_checks(self.bench.sheet.breakdown(row, 0), self.bench.words),
                *condition_checks(facts, row, post, self.bench.asked),
            ]
            failed = [check for check in checks if check.verdict == "fail"]
            made.append((int(facts.ids[row]), facts.names[row], facts.post_names[row], failed))
        return made


def refused_people(actor: Actor, scenario: PlacementScenario, post_id: int, *, reason: str = "", text: str = "") -> RefusedPeople:
    """Return whom the requirements refuse for a post, by name, out of those whom the actor may see.

    ``reason`` keeps one requirement (a key of the counts); all but the level of the present post are asked only of those
    whose level leads to the post, as in the counts. ``text`` keeps names and numbers that hold it.
    """
    bench = workbench(scenario, post_id=post_id)
    if post_id not in bench.post_at or not len(bench.facts):
        return RefusedPeople(bench, [])
    found = Refusals(bench).of(0)
    leads = found.pop(LEVEL) == 1
    if reason == LEVEL:
        out = ~leads
    elif reason in found:
        out = leads & (found[reason] == 0)
    else:
        out = ~leads | np.any([outcome == 0 for outcome in found.values()], axis=0)
    seen = set(people_visible_to(actor, scenario.as_at).values_list("id", flat=True))
    facts, wanted = bench.facts, text.lower()
    rows = [
        row
        for row in np.flatnonzero(out).tolist()
        if int(facts.ids[row]) in seen and (not wanted or wanted in facts.names[row].lower() or wanted in (facts.nips[row] or ""))
    ]
    return RefusedPeople(bench, sorted(rows, key=lambda row: (facts.names[row], int(facts.ids[row]))))
