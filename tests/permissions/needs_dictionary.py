"""What the table of the dictionary names: a technical competency and a prepared change in either agency."""

from matang.flow.needs.choices import ChangeState
from matang.flow.needs.models import DictionaryEdition
from matang.flow.needs.public import ensure_dictionary
from matang.foundation.clock.services import now, today
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast

LEVELS = {str(level): {"short": f"Tingkat {level}.", "official": None, "indicators": None} for level in range(1, 6)}
ENTRY = {
    "key": "t.9",
    "code": "T.9",
    "name": "Hal baru",
    "field": "technical",
    "area": None,
    "definition": None,
    "levels": LEVELS,
}


def objects(cast: Cast) -> dict[str, int | str]:
    """Make them."""
    made: dict[str, int | str] = {}
    for agency, competency, edition in ((cast.palu, "technical", "draft"), (cast.malang, "malang", "malang")):
        with acting_in(agency.pk):
            made[f"competency.{competency}"] = ensure_dictionary(agency.pk)["TEK.KES"]
            made[f"edition.{edition}"] = DictionaryEdition.objects.create(
                agency=agency,
                state=ChangeState.DRAFT,
                title="Kamus contoh",
                source="Contoh",
                effective_from=today(),
                content={"entries": [ENTRY | {"row": 2}]},
                created_at=now(),
            ).pk
    return made
