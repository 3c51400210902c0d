"""What changed since a scenario was computed, told apart by whether it concerns a post on the agenda."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from matang.flow.plan.public import PlacementScenario, StaleChange, stale_changes

BY_THEMSELVES = frozenset({"filled", "moved"})
"""Changes of who holds what: whether they stand in the way of a choice depends on the day, and ``stale_reason`` says it."""


@dataclass(frozen=True, slots=True)
class Since:
    """What changed. ``binding`` makes every choice on the post stale; ``noted`` concerns it too; ``elsewhere`` does not."""

    binding: list[StaleChange]
    noted: list[StaleChange]
    elsewhere: list[StaleChange]

    @property
    def reason(self) -> str:
        """Why the post cannot be decided from this computation, with the way out; empty when it can."""
        if not self.binding:
            return ""
        told = "; ".join(f"{change.name}: {change.text}" for change in self.binding)
        return _("Usulan ini sudah usang untuk jabatan ini. %(told)s. Salin skenarionya, hitung ulang, lalu ajukan lagi.") % {
            "told": told
        }


def changed_since(scenario: PlacementScenario, post_id: int, people: Iterable[int]) -> Since:
    """Return what changed since the computation; ``people`` are those on the sheet of the post.

    The rules, the post and its standard, and facts about the people on its sheet concern it. Facts about others may change
    other posts and are told, no more.
    """
    known = set(people)
    since = Since([], [], [])
    for change in stale_changes(scenario):
        concerns = change.kind == "rules" or change.post_id == post_id or change.person_id in known
        if not concerns:
            since.elsewhere.append(change)
        elif change.kind in BY_THEMSELVES:
            since.noted.append(change)
        else:
            since.binding.append(change)
    return since
