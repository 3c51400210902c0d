"""Keep tariffs, and choose by which rule a sending is paid."""

from matang.flow.learn.services.costs.choosing import choose_cost_rule
from matang.flow.learn.services.costs.importing import (
    HEADINGS,
    TariffFault,
    TariffLine,
    UnreadableTariffsError,
    read_tariffs,
    sealed,
    unsealed,
)
from matang.flow.learn.services.costs.keeping import import_tariffs, remove_tariff, save_tariff

__all__ = [
    "HEADINGS",
    "TariffFault",
    "TariffLine",
    "UnreadableTariffsError",
    "choose_cost_rule",
    "import_tariffs",
    "read_tariffs",
    "remove_tariff",
    "save_tariff",
    "sealed",
    "unsealed",
]
