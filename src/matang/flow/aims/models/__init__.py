"""What a government wants to achieve: plans, aims and their ties, indicators, the national list of codes."""

from matang.flow.aims.models.aims import Aim, AimLink
from matang.flow.aims.models.flower import NotSame
from matang.flow.aims.models.indicators import Indicator
from matang.flow.aims.models.mayor import MayorAgenda, MayorAnnouncement, MayorProgramme, MayorTie
from matang.flow.aims.models.nomenclature import Nomenclature, NomenclatureEdition
from matang.flow.aims.models.plans import AimPlan
from matang.flow.aims.models.thought import ThoughtEffort, ThoughtPaper, ThoughtVersion

__all__ = [
    "Aim",
    "AimLink",
    "AimPlan",
    "Indicator",
    "MayorAgenda",
    "MayorAnnouncement",
    "MayorProgramme",
    "MayorTie",
    "Nomenclature",
    "NomenclatureEdition",
    "NotSame",
    "ThoughtEffort",
    "ThoughtPaper",
    "ThoughtVersion",
]
