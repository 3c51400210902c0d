"""Who may be a candidate for a post, and why not: the scenario's own pool, the law, and must-have competencies."""

from collections.abc import Mapping

import numpy as np
from django.utils.translation import gettext_noop as _

from matang import engine
from matang.flow.plan.choices import CandidateState
from matang.flow.plan.selectors.facts import PeopleFacts
from matang.flow.plan.services.law import VERDICTS, Check, law_checks, law_grid
from matang.flow.plan.services.sayings import saying
from matang.flow.plan.services.sheet import STEPPING, AskedPost, WordedTerm, opd_of


def gates(facts: PeopleFacts, posts: list[AskedPost]) -> engine.Gates:
    """Return for every person and class of post: 1 may, 0 may not, -1 cannot be told. Pool and law together.

    A class is a kind in an OPD; a post that somebody holds is a class of its own, for its holder is no candidate.
    """
    law = law_grid(facts, [post.kind for post in posts])
    held = set(facts.post_ids.tolist())
    of = [(post.kind, post.opd, post.id if post.id in held else 0) for post in posts]
    classes = sorted(set(of))
    first = {key: int(law.of_post[at]) for at, key in enumerate(of)}
    kinds, opds = np.array(facts.kinds), np.array([opd_of(path) for path in facts.unit_paths])
    columns = [
        np.where(_pool(kinds, opds, kind, opd) & ~((facts.post_ids == own) & (own > 0)), law.outcome[:, first[kind, opd, own]], 0)
        for kind, opd, own in classes
    ]
    of_post = np.array([classes.index(key) for key in of], dtype=np.int64)
    return engine.Gates(np.stack(columns, axis=1).astype(np.int8), of_post)


def _pool(kinds: np.ndarray, opds: np.ndarray, kind: str, opd: str) -> np.ndarray:
    """Return who comes from a level that leads to the post; holders of functional posts only from its own OPD.

    The law asks for functional posts "in the field"; the register does not hold fields, so the OPD stands for it.
    """
    leads = np.isin(kinds, STEPPING[kind])
    functional = np.char.startswith(kinds.astype(str), "jf_")
    return leads & (~functional | (opds == opd))


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
