"""Who may be a candidate for a post, and why not: the scenario's own pool, the law, and must-have competencies."""

import numpy as np
from django.utils.translation import gettext as _

from matang import engine
from matang.flow.plan.choices import CandidateState
from matang.flow.plan.selectors.facts import PeopleFacts
from matang.flow.plan.services.law import VERDICTS, Check, law_checks, law_grid
from matang.flow.plan.services.sheet import STEPPING, AskedPost
from matang.flow.register.public import PostKind


def gates(facts: PeopleFacts, posts: list[AskedPost]) -> engine.Gates:
    """Return for every person and kind of post: 1 may, 0 may not, -1 cannot be told. The pool and the law together."""
    found = law_grid(facts, [post.kind for post in posts])
    kind_of_class = {int(found.of_post[at]): post.kind for at, post in enumerate(posts)}
    pool = np.stack([_pool(facts, kind_of_class[at]) for at in range(found.outcome.shape[1])], axis=1)
    return engine.Gates(np.where(pool == 0, 0, found.outcome).astype(np.int8), found.of_post)


def _pool(facts: PeopleFacts, kind: str) -> np.ndarray:
    """Return who comes from the level of the post or from one that leads to it."""
    return np.isin(np.array(facts.kinds), STEPPING[kind]).astype(np.int8)


def pool_check(facts: PeopleFacts, row: int, post: AskedPost) -> Check:
    """Answer whether the person's present post leads to this one."""
    kind = facts.kinds[row]
    title = _("Calon berasal dari jenjang yang sesuai")
    if not kind:
        return Check("pool", title, "fail", _("Tidak memangku jabatan definitif."))
    leads = ", ".join(str(PostKind(step).label) for step in STEPPING[post.kind])
    if kind in STEPPING[post.kind]:
        return Check(
            "pool",
            title,
            "pass",
            _("Sekarang %(kind)s; calon diambil dari %(leads)s.") % {"kind": PostKind(kind).label, "leads": leads},
        )
    return Check(
        "pool",
        title,
        "fail",
        _("Sekarang %(kind)s; calon hanya diambil dari %(leads)s.") % {"kind": PostKind(kind).label, "leads": leads},
    )


def must_checks(terms: tuple[engine.TermScore, ...]) -> list[Check]:
    """Answer the must-have competencies of a post for one person."""
    made = []
    for term in terms:
        if not term.must or not term.asked:
            continue
        shown = _("belum ada bukti pasti") if term.shown is None else _("terbukti level %(level)s") % {"level": term.shown}
        reason = _("Disyaratkan level %(asked)s; %(shown)s.") % {"asked": term.asked, "shown": shown}
        made.append(Check("must", term.name, VERDICTS[term.gate], reason))
    return made


def checks_for(facts: PeopleFacts, row: int, post: AskedPost, terms: tuple[engine.TermScore, ...]) -> list[Check]:
    """Answer every requirement of a post for one person, one by one."""
    return [pool_check(facts, row, post), *law_checks(facts, row, post.kind), *must_checks(terms)]


def state_of(checks: list[Check]) -> CandidateState:
    """Sum up: a failure outweighs a doubt, a doubt outweighs a pass."""
    verdicts = {check.verdict for check in checks}
    if "fail" in verdicts:
        return CandidateState.REFUSED
    return CandidateState.UNSURE if "unknown" in verdicts else CandidateState.ELIGIBLE
