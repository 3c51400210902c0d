"""Law as code: rules with reasons, sources and dates. No Django. See README.md beside this file."""

from matang.rules.assess import Assessment, Grid, assess, grid
from matang.rules.book import PARAMETERS, SOURCES, number
from matang.rules.catalogue import CALCULATIONS, CLASSIFICATIONS, RULES, templates
from matang.rules.competency import DEFAULT_LEVEL, JPM_CATEGORY, JPM_NAMES
from matang.rules.core.calculation import Answer, Calculation
from matang.rules.core.classification import Category, Classed, Classification
from matang.rules.core.facts import Between, Fact, FactError
from matang.rules.core.loader import LoadError
from matang.rules.core.message import Message, Quantity, Term
from matang.rules.core.outcome import Outcome
from matang.rules.core.parameters import DatedValue, Parameter
from matang.rules.core.rule import Criterion, Rule, Step, Verdict
from matang.rules.core.sources import Confidence, Reference, Source
from matang.rules.eligibility import ELIGIBILITY
from matang.rules.identity import IS_NIP_READABLE, Nip, read_nip
from matang.rules.retirement import IS_STILL_IN_SERVICE, RETIREMENT_AGE, RETIREMENT_DAY
from matang.rules.transfer import MAY_BE_TRANSFERRED, TRANSFER_WINDOW
from matang.rules.vocabulary import FACTS, columns

__all__ = [
    "CALCULATIONS",
    "CLASSIFICATIONS",
    "DEFAULT_LEVEL",
    "ELIGIBILITY",
    "FACTS",
    "IS_NIP_READABLE",
    "IS_STILL_IN_SERVICE",
    "JPM_CATEGORY",
    "JPM_NAMES",
    "MAY_BE_TRANSFERRED",
    "PARAMETERS",
    "RETIREMENT_AGE",
    "RETIREMENT_DAY",
    "RULES",
    "SOURCES",
    "TRANSFER_WINDOW",
    "Answer",
    "Assessment",
    "Between",
    "Calculation",
    "Category",
    "Classed",
    "Classification",
    "Confidence",
    "Criterion",
    "DatedValue",
    "Fact",
    "FactError",
    "Grid",
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
    "assess",
    "columns",
    "grid",
    "number",
    "read_nip",
    "templates",
]
