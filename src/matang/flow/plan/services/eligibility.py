"""Who may be a candidate for a post, and why not: the scenario's own pool, the law, and must-have competencies."""

from collections.abc import Mapping

import numpy as np
from django.utils.translation import gettext_noop as _

from matang import engine, rules
from matang.flow.plan.choices import CandidateState
from matang.flow.plan.selectors.facts import PeopleFacts
from matang.flow.plan.services.law import VERDICTS, Check, law_checks
from matang.flow.plan.services.leading import Leading
from matang.flow.plan.services.sayings import saying
from matang.flow.plan.services.sheet import STEPPING, AskedPost, WordedTerm, opd_of


def gates(posts: list[AskedPost], leading: Leading, law: rules.Grid) -> engine.Gates:
    """Return for every person and class of post: 1 may, 0 may not, -1 cannot be told. Pool and law together.

    A class is a kind in an OPD; a post that somebody holds is a class of its own, for its holder is no candidate.
    """
    held = set(leading.facts.post_ids.tolist())
    of = [(post.kind, post.opd, post.id if post.id in held else 0) for post in posts]
    first = {key: int(law.of_post[at]) for at, key in enumerate(of)}
    classes = {key: number for number, key in enumerate(sorted(first))}
    answers = np.ascontiguousarray(law.outcome.T)
    outcome = np.empty((len(leading.facts), len(classes)), dtype=np.int8)
    for key, number in classes.items():
        outcome[:, number] = np.where(leading.to(*key), answers[first[key]], 0)
    return engine.Gates(outcome, np.array([classes[key] for key in of], dtype=np.int64))


def pool_check(facts: PeopleFacts, row: int, post: AskedPost) -> Check:
    """Answer whether the person's present post leads to this one."""
    kind = facts.kinds[row]
    title = saying(_("Apakah jenjang jabatan sekarang menuju jabatan ini?"))
    if not kind:
        return Check("pool", title, "fail", saying(_("Tidak memangku jabatan definitif.")))
    if facts.post_ids[row] == post.id:
        return Check("pool", title, "fail", saying(_("Memangku jabatan ini sekarang; yang dicari adalah penggantinya.")))
    leads = [{"kind": step} for step in STEPPING[post.kind]]
    if kind not in STEPPING[post.kind]:
        return Check(
            "pool",
            title,
            "fail",
            saying(_("Sekarang %(kind)s; calon hanya diambil dari %(leads)s."), kind={"kind": kind}, leads=leads),
        )
    if kind.startswith("jf_") and opd_of(facts.unit_paths[row]) != post.opd:
        return Check(
            "pool",
            title,
            "fail",
            saying(
                _("Sekarang %(kind)s di perangkat daerah lain; pejabat fungsional hanya menjadi calon di bidangnya sendiri."),
                kind={"kind": kind},
            ),
        )
    return Check(
        "pool", title, "pass", saying(_("Sekarang %(kind)s, termasuk jenjang yang menuju jabatan ini."), kind={"kind": kind})
    )


def must_checks(terms: tuple[engine.TermScore, ...], words: Mapping[str, WordedTerm]) -> list[Check]:
    """Answer the must-have competencies of a post for one person."""
    made = []
    for term in terms:
        if not term.must or not term.asked:
            continue
        nothing = saying(_("belum ada bukti pasti"))
        shown = nothing if term.shown is None else saying(_("terbukti level %(level)s"), level=int(term.shown))
        reason = saying(_("Disyaratkan level %(asked)s; %(shown)s."), asked=int(term.asked), shown=shown)
        made.append(Check("must", words[term.name].name, VERDICTS[term.gate], reason))
    return made


def checks_for(
    facts: PeopleFacts, row: int, post: AskedPost, terms: tuple[engine.TermScore, ...], words: Mapping[str, WordedTerm]
) -> list[Check]:
    """Answer every requirement of a post for one person, one by one."""
    return [pool_check(facts, row, post), *law_checks(facts, row, post.kind), *must_checks(terms, words)]


def state_of(checks: list[Check]) -> CandidateState:
    """Sum up: a failure outweighs a doubt, a doubt outweighs a pass."""
    verdicts = {check.verdict for check in checks}
    if "fail" in verdicts:
        return CandidateState.REFUSED
    return CandidateState.UNSURE if "unknown" in verdicts else CandidateState.ELIGIBLE
