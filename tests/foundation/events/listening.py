"""A subscriber for the killed worker."""

import os
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

from matang.foundation.clock.models import Holiday
from matang.foundation.events.base import Event


@dataclass(frozen=True, kw_only=True)
class Rang(Event):
    """A bell rang; whoever hears it leaves a line in ``folder``."""

    name: ClassVar[str] = "tests.rang"

    folder: str


def hear(event: Rang) -> None:
    """Leave an effect; the first time, hang before the end."""
    Holiday.objects.create(agency_id=event.agency_id, day=date(2026, 1, 1), name="terdengar", kind="local")
    heard = Path(event.folder) / "heard"
    with heard.open("a") as lines:
        lines.write(f"{os.getpid()}\n")
    if len(heard.read_text().splitlines()) == 1:
        time.sleep(60)


SUBSCRIPTIONS = {Rang: (hear,)}
