"""Law as code: rules with reasons, sources and dates. No Django. See README.md beside this file."""

from matang.rules.answer import Finding, answer, needs, parameters_read
from matang.rules.assess import Assessment, Grid, assess, grid
from matang.rules.book import BOOK, PARAMETERS, SOURCES, decided, load_book, number, said
from matang.rules.catalogue import ALL, CALCULATIONS, CLASSIFICATIONS, RULES, TOPICS, templates
from matang.rules.competency import DEFAULT_LEVEL, JPM_CATEGORY, JPM_NAMES
from matang.rules.complaint import COMPLAINT_TERM, IS_COMPLAINT_IN_TIME, complaint_due
from matang.rules.core.calculation import Answer, Calculation
from matang.rules.core.classification import Category, Classed, Classification
from matang.rules.core.clocks import Due
from matang.rules.core.facts import Between, Fact, FactError, Kind
from matang.rules.core.loader import LoadError
from matang.rules.core.message import Message, Quantity, Term
from matang.rules.core.outcome import Outcome
from matang.rules.core.parameters import EVERY, Book, DatedValue, Parameter
from matang.rules.core.rule import Criterion, Rule, Step, Verdict
from matang.rules.core.sources import Confidence, Reference, Source
from matang.rules.credit import (
    CREDIT_POINTS_OF_YEAR,
    HAS_CREDIT_FOR_GRADE,
    HAS_CREDIT_FOR_LEVEL,
    NEEDED_FOR_GRADE,
    NEEDED_FOR_LEVEL,
)
from matang.rules.discipline import PENALTY_OF_ABSENCE, WEIGHT_OF_PENALTY
from matang.rules.eligibility import ELIGIBILITY
from matang.rules.identity import IS_NIP_READABLE, Nip, read_nip
from matang.rules.index import CATEGORY_OF_INDEX, INDEX_CATEGORY, PROFESSIONALISM_INDEX
from matang.rules.learning import (
    IS_LEARNING_FLOOR_MET,
    IS_WITHIN_LEARNING_CEILING,
    LEARNING_HOURS,
    LEARNING_UNIT,
    HoursTotal,
    total_hours,
)
from matang.rules.objection import IS_OBJECTION_IN_TIME, OBJECTION_TERM, objection_due
from matang.rules.personal_data import DATA_REQUEST_TERM, IS_DATA_REQUEST_IN_TIME, data_request_due
from matang.rules.rating import DOES_DISTRIBUTION_FIT, IS_TEAM_LARGE_ENOUGH, RATING_OF_RESULTS
from matang.rules.response import IS_FIRST_RESPONSE_IN_TIME, first_response_due
from matang.rules.retirement import IS_STILL_IN_SERVICE, RETIREMENT_AGE, RETIREMENT_DAY
from matang.rules.social_data import SOCIAL_DATA_PUBLICATION, SOCIAL_DATA_REFRESH
from matang.rules.talent import (
    FOLLOW_UP,
    SUCCESSION_GROUP,
    TALENT_BOX,
    TALENT_BOX_BY_SCORE,
    TALENT_PERFORMANCE,
    TALENT_POTENTIAL,
    TALENT_SCORE,
)
from matang.rules.transfer import MAY_BE_TRANSFERRED, TRANSFER_WINDOW
from matang.rules.vocabulary import FACTS, columns
from matang.rules.vocabulary.development import SIASN_JP_KINDS

__all__ = [
    "ALL",
    "BOOK",
    "CALCULATIONS",
    "CATEGORY_OF_INDEX",
    "CLASSIFICATIONS",
    "COMPLAINT_TERM",
    "CREDIT_POINTS_OF_YEAR",
    "DATA_REQUEST_TERM",
    "DEFAULT_LEVEL",
    "DOES_DISTRIBUTION_FIT",
    "ELIGIBILITY",
    "EVERY",
    "FACTS",
    "FOLLOW_UP",
    "HAS_CREDIT_FOR_GRADE",
    "HAS_CREDIT_FOR_LEVEL",
    "INDEX_CATEGORY",
    "IS_COMPLAINT_IN_TIME",
    "IS_DATA_REQUEST_IN_TIME",
    "IS_FIRST_RESPONSE_IN_TIME",
    "IS_LEARNING_FLOOR_MET",
    "IS_NIP_READABLE",
    "IS_OBJECTION_IN_TIME",
    "IS_STILL_IN_SERVICE",
    "IS_TEAM_LARGE_ENOUGH",
    "IS_WITHIN_LEARNING_CEILING",
    "JPM_CATEGORY",
    "JPM_NAMES",
    "LEARNING_HOURS",
    "LEARNING_UNIT",
    "MAY_BE_TRANSFERRED",
    "NEEDED_FOR_GRADE",
    "NEEDED_FOR_LEVEL",
    "OBJECTION_TERM",
    "PARAMETERS",
    "PENALTY_OF_ABSENCE",
    "PROFESSIONALISM_INDEX",
    "RATING_OF_RESULTS",
    "RETIREMENT_AGE",
    "RETIREMENT_DAY",
    "RULES",
    "SIASN_JP_KINDS",
    "SOCIAL_DATA_PUBLICATION",
    "SOCIAL_DATA_REFRESH",
    "SOURCES",
    "SUCCESSION_GROUP",
    "TALENT_BOX",
    "TALENT_BOX_BY_SCORE",
    "TALENT_PERFORMANCE",
    "TALENT_POTENTIAL",
    "TALENT_SCORE",
    "TOPICS",
    "TRANSFER_WINDOW",
    "WEIGHT_OF_PENALTY",
    "Answer",
    "Assessment",
    "Between",
    "Book",
    "Calculation",
    "Category",
    "Classed",
    "Classification",
    "Confidence",
    "Criterion",
    "DatedValue",
    "Due",
    "Fact",
    "FactError",
    "Finding",
    "Grid",
    "HoursTotal",
    "Kind",
    "LoadError",
    "Message",
    "Nip",
    "Outcome",
    "Parameter",
    "Quantity",
    "Reference",
    "Rule",
    "Source",
    "Step",
    "Term",
    "Verdict",
    "answer",
    "assess",
    "columns",
    "complaint_due",
    "data_request_due",
    "decided",
    "first_response_due",
    "grid",
    "load_book",
    "needs",
    "number",
    "objection_due",
    "parameters_read",
    "read_nip",
    "said",
    "templates",
    "total_hours",
]
