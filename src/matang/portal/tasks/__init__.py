"""What is expected of an account today. Each entry says what, by when, and where to do it."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from matang.foundation.access.actor import Actor
from matang.portal.tasks.applying import adoption_checks, recommendations_to_decide
from matang.portal.tasks.beside import mentoring, requests_to_host
from matang.portal.tasks.learning import own_learning
from matang.portal.tasks.measuring import aims_to_settle, values_owed
from matang.portal.tasks.placing import corrections, objections, own_profile, own_reasons, panel, second_factor, vacancies
from matang.portal.tasks.sending import sendings_to_decide
from matang.portal.tasks.task import Task

__all__ = ["Task", "tasks_for"]

FAR = datetime.max.replace(tzinfo=UTC)
ASKS: tuple[Callable[[Actor], Iterable[Task | None]], ...] = (
    lambda actor: (corrections(actor), objections(actor), panel(actor)),
    requests_to_host,
    sendings_to_decide,
    recommendations_to_decide,
    adoption_checks,
    own_learning,
    mentoring,
    values_owed,
    aims_to_settle,
    lambda actor: (vacancies(actor), own_reasons(actor), own_profile(actor), second_factor(actor)),
)


def tasks_for(actor: Actor) -> list[Task]:
    """Return the expectations: what is late first, then what has a clock by its day, then the rest in the order of the work."""
    found = [task for ask in ASKS for task in ask(actor) if task is not None and task.href]
    return sorted(found, key=lambda task: (not task.late, task.due or FAR))
