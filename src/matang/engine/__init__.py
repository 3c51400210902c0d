"""Placement with a proof. Numbers and identifiers only: knows no person, no law, no Django.

``Problem`` (validated arrays) → ``solve`` → ``Result`` (assignment, objective, dual prices) → ``check``
(independent) → ``explain``. See README.md beside this file.
"""

from matang.engine.brief import Brief
from matang.engine.candidates import CandidateEdges, PairSource, TablePairs, build_candidates, top_columns
from matang.engine.certificate import certificate, fingerprint, is_certificate, verify_certificate
from matang.engine.check import Verification, Violation, check, verify
from matang.engine.compare import Comparison, compare
from matang.engine.complete import Completed, solve_complete
from matang.engine.effect import Effect, EffectError, Observation, Study, Verdict, Wanted, in_words, measure_effect
from matang.engine.explain import Change, Explanation, Move, RunnerUp, Standing, explain, runners_up, smallest_changes
from matang.engine.limits import Bounded, solve_bounded
from matang.engine.matching import Matching, MatchingProblem, check_matching, explain_match, match_by_need, match_stable
from matang.engine.pairs import SheetPairs
from matang.engine.problem import Problem, ProblemError
from matang.engine.residual import Residual
from matang.engine.result import Result, ResultError
from matang.engine.score import NOT_SHOWN, Gates, ScoreSheet, ScoreTerm, TermScore, levers
from matang.engine.shortlist import Nearest, shortlists
from matang.engine.solve import solve
from matang.engine.stability import Break, Placement, StabilityError, StableRange, stable_range

__all__ = [
    "NOT_SHOWN",
    "Bounded",
    "Break",
    "Brief",
    "CandidateEdges",
    "Change",
    "Comparison",
    "Completed",
    "Effect",
    "EffectError",
    "Explanation",
    "Gates",
    "Matching",
    "MatchingProblem",
    "Move",
    "Nearest",
    "Observation",
    "PairSource",
    "Placement",
    "Problem",
    "ProblemError",
    "Residual",
    "Result",
    "ResultError",
    "RunnerUp",
    "ScoreSheet",
    "ScoreTerm",
    "SheetPairs",
    "StabilityError",
    "StableRange",
    "Standing",
    "Study",
    "TablePairs",
    "TermScore",
    "Verdict",
    "Verification",
    "Violation",
    "Wanted",
    "build_candidates",
    "certificate",
    "check",
    "check_matching",
    "compare",
    "explain",
    "explain_match",
    "fingerprint",
    "in_words",
    "is_certificate",
    "levers",
    "match_by_need",
    "match_stable",
    "measure_effect",
    "runners_up",
    "shortlists",
    "smallest_changes",
    "solve",
    "solve_bounded",
    "solve_complete",
    "stable_range",
    "top_columns",
    "verify",
    "verify_certificate",
]
