"""Matching many senders to many hosts: ``MatchingProblem`` → ``match_stable`` or ``match_by_need`` → ``check`` → ``explain``."""

from matang.engine.matching.check import MatchVerification, check_matching
from matang.engine.matching.explain import MatchReasons, explain_match
from matang.engine.matching.form import MatchFault
from matang.engine.matching.need import match_by_need
from matang.engine.matching.problem import KindCeiling, MatchingProblem, PlaceCeiling, Region, Reserve
from matang.engine.matching.reasons import Bar, Floor, PlaceReasons, RegionReasons, SeekerReasons, Wish
from matang.engine.matching.result import Matching, Method
from matang.engine.matching.stable import match_stable

__all__ = [
    "Bar",
    "Floor",
    "KindCeiling",
    "MatchFault",
    "MatchReasons",
    "MatchVerification",
    "Matching",
    "MatchingProblem",
    "Method",
    "PlaceCeiling",
    "PlaceReasons",
    "Region",
    "RegionReasons",
    "Reserve",
    "SeekerReasons",
    "Wish",
    "check_matching",
    "explain_match",
    "match_by_need",
    "match_stable",
]
