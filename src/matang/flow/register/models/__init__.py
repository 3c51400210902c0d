"""Who and what exists, as at any date."""

from matang.flow.register.models.corrections import CorrectionRequest
from matang.flow.register.models.events import PostsReplaced, Replacement
from matang.flow.register.models.imports import ColumnMapping, ImportContent, ImportRow, ImportRun, UnitAlias
from matang.flow.register.models.incumbencies import Incumbency
from matang.flow.register.models.organisation import Post, Unit
from matang.flow.register.models.partners import Partner
from matang.flow.register.models.people import (
    AppraisalRecord,
    CareerEntry,
    Education,
    GradeRecord,
    Person,
    ServiceRecord,
)
from matang.flow.register.models.regions import Region

__all__ = [
    "AppraisalRecord",
    "CareerEntry",
    "ColumnMapping",
    "CorrectionRequest",
    "Education",
    "GradeRecord",
    "ImportContent",
    "ImportRow",
    "ImportRun",
    "Incumbency",
    "Partner",
    "Person",
    "Post",
    "PostsReplaced",
    "Region",
    "Replacement",
    "ServiceRecord",
    "Unit",
    "UnitAlias",
]
