"""The archive of earlier sendings: cases that news and letters tell, with their holes, brought in as an officer would."""

from matang.flow.learn.public import apply_cases, upload_cases
from matang.foundation.access.actor import Actor
from matang.portal.demo.facts import FOLDER

PARTS = {"C02": True, "C07": True}
"""What the officer confirmed of "part of"; whether C04 is part of C05 stays a question."""
OFFICES = {"C20": True}


def bring_in(actor: Actor) -> int:
    """Check the file and put it into the archive; return how many cases it has."""
    path = FOLDER / "past_cases.csv"
    found = upload_cases(actor=actor, content=path.read_bytes(), name=path.name)
    return apply_cases(actor=actor, import_id=found.pk, parts=PARTS, offices=OFFICES)
