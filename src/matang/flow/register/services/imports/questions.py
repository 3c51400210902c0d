"""The open questions of a run: unit names that somebody must confirm, each once, however many rows carry it."""

from collections.abc import Mapping
from dataclasses import dataclass

from matang.flow.register.models import ImportRow, ImportRun, Unit
from matang.flow.register.services.imports.aliases import confirm_spelling
from matang.foundation.access.actor import Actor

UNIT_CODES = ("unit_spelling", "unit_ambiguous", "unit_unknown")


@dataclass(slots=True)
class Question:
    """A unit name as written, how many rows carry it, and the units that may be meant, best first."""

    written: str
    code: str
    rows: int
    example: str
    units: list[int]


def unit_questions(run: ImportRun) -> list[Question]:
    """Return the names to confirm, most frequent first."""
    found: dict[str, Question] = {}
    rows = ImportRow.objects.filter(agency_id=run.agency_id, run_id=run.pk, codes__overlap=list(UNIT_CODES))
    for name, findings in rows.order_by("position").values_list("name", "findings"):
        for finding in findings:
            if finding["code"] not in UNIT_CODES:
                continue
            written = finding["value"]
            if written in found:
                found[written].rows += 1
                continue
            found[written] = Question(written, finding["code"], 1, name, finding["args"].get("units", []))
    return sorted(found.values(), key=lambda question: (-question.rows, question.written))


def answer(*, actor: Actor, run: ImportRun, answers: Mapping[str, int]) -> int:
    """Confirm spellings (written → unit id) and return how many. Names that the run does not ask about are ignored."""
    asked = {question.written for question in unit_questions(run)}
    units = Unit.objects.filter(agency_id=run.agency_id).in_bulk([number for number in answers.values() if number])
    confirmed = 0
    for written, number in answers.items():
        if written in asked and number in units:
            confirm_spelling(actor=actor, written=written, unit=units[number])
            confirmed += 1
    return confirmed
