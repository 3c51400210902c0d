"""What other stages, the portal, the API and commands may use of the register."""

from matang.flow.register.choices import (
    EDUCATION_RANK,
    MANAGERIAL_KINDS,
    PNS_GRADES,
    PPPK_GRADES,
    AppraisalRating,
    EducationLevel,
    EmploymentKind,
    IncumbencyKind,
    PartnerKind,
    PostKind,
    ServiceState,
    Sex,
)
from matang.flow.register.models import (
    AppraisalRecord,
    CareerEntry,
    CorrectionRequest,
    Education,
    GradeRecord,
    Incumbency,
    Partner,
    Person,
    Post,
    PostsReplaced,
    Region,
    Replacement,
    ServiceRecord,
    Unit,
)
from matang.flow.register.permissions import MOVER_ROLES, READER_ROLES
from matang.flow.register.selectors.people import people_visible_to, person_visible_to, reading_scope, unit_path_of
from matang.flow.register.selectors.posts import posts_at, vacant_posts
from matang.flow.register.selectors.retirement import Retirement, retirement_at
from matang.flow.register.selectors.units import UnitNode, UnitTree, ids_of, unit_tree, units_at
from matang.flow.register.services.agencies import create_agency, officer_for
from matang.flow.register.services.imports.cells import as_date, as_text, one_line
from matang.flow.register.services.imports.reading import UnreadableFileError, open_sheets
from matang.flow.register.services.incumbencies import move_person
from matang.flow.register.services.partners import create_partner
from matang.flow.register.services.posts import create_post
from matang.flow.register.services.undo import ended_by, undo_move
from matang.flow.register.services.units import create_unit

__all__ = [
    "EDUCATION_RANK",
    "MANAGERIAL_KINDS",
    "MOVER_ROLES",
    "PNS_GRADES",
    "PPPK_GRADES",
    "READER_ROLES",
    "AppraisalRating",
    "AppraisalRecord",
    "CareerEntry",
    "CorrectionRequest",
    "Education",
    "EducationLevel",
    "EmploymentKind",
    "GradeRecord",
    "Incumbency",
    "IncumbencyKind",
    "Partner",
    "PartnerKind",
    "Person",
    "Post",
    "PostKind",
    "PostsReplaced",
    "Region",
    "Replacement",
    "Retirement",
    "ServiceRecord",
    "ServiceState",
    "Sex",
    "Unit",
    "UnitNode",
    "UnitTree",
    "UnreadableFileError",
    "as_date",
    "as_text",
    "create_agency",
    "create_partner",
    "create_post",
    "create_unit",
    "ended_by",
    "ids_of",
    "move_person",
    "officer_for",
    "one_line",
    "open_sheets",
    "people_visible_to",
    "person_visible_to",
    "posts_at",
    "reading_scope",
    "retirement_at",
    "undo_move",
    "unit_path_of",
    "unit_tree",
    "units_at",
    "vacant_posts",
]
