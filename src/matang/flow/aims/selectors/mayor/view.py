"""Agendas, programmes and the aims that carry them out; and where what was announced contradicts itself."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from matang.flow.aims.choices import DEED_LEVELS, WORK_LEVELS
from matang.flow.aims.models import MayorAgenda, MayorAnnouncement, MayorProgramme, MayorTie
from matang.flow.aims.selectors.forest import Forest, Node, forest_at
from matang.foundation.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Line:
    """A programme of the mayor with the aims tied to it (``(key of the tie, aim)``); ``working`` = somebody works on it."""

    programme: MayorProgramme
    aims: tuple[tuple[int, Node], ...]
    working: bool


@dataclass(frozen=True, slots=True)
class Group:
    """An agenda with its programmes."""

    agenda: MayorAgenda
    lines: tuple[Line, ...]

    @property
    def differs(self) -> bool:
        """True where as many programmes were announced as are not listed; unknown is no difference."""
        return self.agenda.announced_count is not None and self.agenda.announced_count != len(self.lines)


@dataclass(frozen=True, slots=True)
class View:
    """The mayor's programmes on a day.

    ``announced_sum`` adds what was announced for the agendas; None where one of them is unknown. ``twice`` are titles that stand
    in more than one agenda; ``idle`` programmes nobody works on; ``loose`` activities that serve no programme of the mayor.
    """

    groups: tuple[Group, ...]
    announcements: tuple[MayorAnnouncement, ...]
    announced_sum: int | None
    listed: int
    twice: tuple[tuple[str, tuple[Line, ...]], ...]
    idle: tuple[Line, ...]
    loose: tuple[Node, ...]
    deeds: int

    @property
    def contradicted(self) -> list[MayorAnnouncement]:
        """Announcements whose number of programmes is not what the agendas' announced numbers add up to."""
        said = [one for one in self.announcements if one.programmes is not None]
        return [one for one in said if self.announced_sum is not None and one.programmes != self.announced_sum]

    @property
    def agendas_contradicted(self) -> list[MayorAnnouncement]:
        """Announcements whose number of agendas is not how many are listed."""
        return [one for one in self.announcements if one.agendas is not None and one.agendas != len(self.groups)]

    @property
    def quarrelling(self) -> bool:
        """True where two announcements give different numbers of programmes."""
        return len({one.programmes for one in self.announcements if one.programmes is not None}) > 1


def mayor_view(actor: Actor, day: date) -> View:
    """Return the mayor's programmes with the health of what carries them out. Four queries beside the tree's."""
    forest = forest_at(actor, day)
    agendas = list(MayorAgenda.objects.filter(agency_id=actor.agency_id))
    programmes = list(MayorProgramme.objects.filter(agency_id=actor.agency_id).select_related("agenda"))
    ties: dict[int, list[tuple[int, Node]]] = defaultdict(list)
    for key, programme_id, aim_id in MayorTie.objects.filter(agency_id=actor.agency_id).values_list(
        "id", "programme_id", "aim_id"
    ):
        if aim_id in forest.by_id:
            ties[programme_id].append((key, forest.by_id[aim_id]))
    lines = [Line(one, tuple(ties[one.pk]), _working(ties[one.pk])) for one in programmes]
    groups = tuple(Group(agenda, tuple(line for line in lines if line.programme.agenda_id == agenda.pk)) for agenda in agendas)
    counts = [agenda.announced_count for agenda in agendas]
    served = _served(forest, [node for line in lines for _key, node in line.aims])
    deeds = [node for node in forest.walk() if node.level in DEED_LEVELS]
    return View(
        groups=groups,
        announcements=tuple(MayorAnnouncement.objects.filter(agency_id=actor.agency_id)),
        announced_sum=sum(count for count in counts if count is not None) if counts and None not in counts else None,
        listed=len(lines),
        twice=_twice(lines),
        idle=tuple(line for line in lines if not line.working),
        loose=tuple(node for node in deeds if node.id not in served),
        deeds=len(deeds),
    )


def plain(title: str) -> str:
    """Return a title for comparing: small letters, single blanks, no full stop at the end."""
    return " ".join(title.lower().split()).rstrip(".")


def _twice(lines: list[Line]) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    named: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        named[plain(line.programme.title)].append(line)
    return tuple((same[0].programme.title, tuple(same)) for same in named.values() if len(same) > 1)


def _working(ties: list[tuple[int, Node]]) -> bool:
    """True where an aim tied to it is an activity, or has one below."""
    return any(below.level in DEED_LEVELS for _key, node in ties for below in node.walk())


def _served(forest: Forest, tied: list[Node]) -> set[int]:
    """Return the aims that are tied to a programme of the mayor, or stand below or right above such work."""
    found = {below.id for node in tied for below in node.walk()}
    for node in tied:
        if node.level in WORK_LEVELS:
            found |= {above.id for above in forest.line(node)}
    return found
