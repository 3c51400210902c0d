"""Which fact each worked example varies, and what is held the same meanwhile. The law's numbers themselves never stand here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from matang import rules

YEARS_OLD, YEARS_IN_POST = 45, 3


@dataclass(frozen=True, slots=True)
class Plan:
    """One set of examples: the fact that varies and the facts that are set; ``values`` instead of looking for the limits."""

    pivot: str
    given: Mapping[str, object] = field(default_factory=dict)
    values: tuple[object, ...] = ()


RETIRING = (date(1970, 3, 9), date(1970, 1, 31), date(1972, 2, 29))
PROPOSED = (date(2026, 1, 19), date(2026, 1, 20), date(2026, 12, 31))
INVENTED_NIPS = ("198001012005012001", "198013012005012001", "19800101 200501 2 001")
TOP = {"post_kind": "jpt_pratama"}
PLANS: dict[str, tuple[Plan, ...]] = {
    "eligibility.is_of_right_employment": (Plan("employment_kind", {"post_kind": "administrator"}),),
    "eligibility.has_enough_education": (
        Plan("education", {"post_kind": "administrator"}),
        Plan("education", {"post_kind": "pengawas"}),
    ),
    "eligibility.has_high_enough_grade": (Plan("grade", {"post_kind": "administrator"}),),
    "eligibility.has_enough_field_experience": (Plan("field_months", TOP),),
    "eligibility.has_enough_prior_posts": (Plan("months_as_pengawas", {"post_kind": "administrator", "held_kind": "pengawas"}),),
    "eligibility.is_young_enough": (Plan("birth_date", TOP),),
    "eligibility.has_good_appraisals": (Plan("rating_last_year", {"post_kind": "administrator", "rating_year_before": "baik"}),),
    "identity.is_nip_readable": (Plan("nip", values=INVENTED_NIPS),),
    "retirement.is_still_in_service": (Plan("birth_date", {"post_kind": "pengawas"}), Plan("birth_date", TOP)),
    "retirement.at_what_age": (Plan("post_kind"), Plan("functional_kind", {"post_kind": "jf_ahli_pertama"})),
    "retirement.on_which_day": (Plan("birth_date", {"post_kind": "pengawas"}, RETIRING),),
    "learning.is_floor_met": (Plan("jp_year"),),
    "learning.is_within_ceiling": (Plan("jp_year", {"employment_kind": "pppk"}),),
    "learning.how_many_hours": (Plan("jp_quantity"), Plan("jp_kind", {"jp_quantity": 1})),
    "index.how_professional": (Plan("education"), Plan("heaviest_penalty")),
    "index.which_category": (Plan("education"), Plan("technical_jp")),
    "credit.how_many_points": (Plan("rating"), Plan("credit_months", values=(1, 6, 12))),
    "discipline.which_penalty": (Plan("absent_days"), Plan("absent_run")),
    "rating.which_rating": (Plan("behaviour", {"work_result": "above"}), Plan("behaviour", {"work_result": "as_expected"})),
    "rating.does_distribution_fit": (Plan("count_sangat_baik"), Plan("count_butuh_perbaikan", {"organisation_rating": "baik"})),
    "rating.is_team_large_enough": (
        Plan("count_baik", {"count_sangat_baik": 2, "count_butuh_perbaikan": 1, "count_kurang": 0, "count_sangat_kurang": 0}),
    ),
    "talent.which_box": (Plan("potential_level", {"performance_level": "above"}), Plan("performance_level")),
    "social_data.when_published": (Plan("proposed_on", values=PROPOSED),),
    "social_data.when_refreshed": (Plan("proposed_on", values=PROPOSED),),
}
"""What is not named here varies its most telling fact: the last number or date it asks for, else the last level or choice."""

USUAL: dict[str, object] = {
    "post_kind": "administrator", "held_kind": "pengawas", "employment_kind": "pns", "education": "s1", "grade": "III/d",
    "functional_kind": "general", "jpm_required": 40, "jpm_shown": 30, "jpm_purpose": "selection", "jp_year": 20,
    "jp_kind": "internship", "jp_place": "home", "jp_quantity": 1, "credit_months": 12, "rating": "baik",
    "behaviour": "as_expected", "appraisal_form": "rating", "appraisal_rating": "baik", "heaviest_penalty": "none",
    "absent_days": 0, "absent_run": 0, "organisation_rating": "baik", "count_sangat_baik": 2, "count_baik": 12,
    "count_butuh_perbaikan": 4, "count_kurang": 1,
    "count_sangat_kurang": 1, "performance_level": "as_expected", "potential_level": "medium", "talent_box": "7",
}  # fmt: skip
"""What is held the same unless a plan says otherwise; other choices take their first word, other numbers 60."""
OTHER_NUMBER = 60


def usual(fact: rules.Fact, on: date) -> object:
    """Return an ordinary value of a fact on a day."""
    if fact.key == "birth_date":
        return date(on.year - YEARS_OLD, 6, 15)
    if fact.kind is rules.Kind.DATE:
        return date(on.year - YEARS_IN_POST, 2, 1)
    if fact.key.startswith("months_as_"):
        return 0
    known = USUAL.get(fact.key)
    if fact.choices:
        return known if any(term.key == known for term in fact.choices) else fact.choices[0].key
    return None if fact.kind is rules.Kind.TEXT else OTHER_NUMBER if known is None else known


def plans_of(key: str) -> tuple[Plan, ...]:
    """Return the plans of an item, at least one."""
    if key in PLANS:
        return PLANS[key]
    asked = rules.needs(key)
    ordered = [fact for fact in asked if fact.kind in {rules.Kind.NUMBER, rules.Kind.DATE}] or list(asked)
    return (Plan(ordered[-1].key),)
