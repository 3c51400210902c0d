"""What a government wants to achieve: plans, aims and their ties, indicators, the national list of codes."""

from matang.flow.aims.models.aims import Aim, AimLink
from matang.flow.aims.models.indicators import Indicator
from matang.flow.aims.models.nomenclature import Nomenclature, NomenclatureEdition
from matang.flow.aims.models.plans import AimPlan

__all__ = ["Aim", "AimLink", "AimPlan", "Indicator", "Nomenclature", "NomenclatureEdition"]
