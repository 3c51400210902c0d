"""The present of the story: one back, one away, one to be ordered, one that a missed target asked for, one held by the gate."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from matang.flow.learn.public import Participant, SendingDetails, SendingKind, create_sending
from matang.flow.measure.public import open_need_for
from matang.flow.needs.public import UnitNeed, open_need
from matang.foundation.clock.services import today
from matang.portal.demo import accounts, adopting, cohort, matching, outcomes, past, pilot, sendings, thoughts
from matang.portal.demo.sendings import Journey
from matang.portal.demo.world import World

MISSED = date(2026, 7, 27)
BACK, AWAY, READY, ASKED = "DPU kembali", "DPU", "DINKES", "DPRP"
"""The sendings by the code of the OPD, and a word more where it has two."""
WASTEWATER = (
    "Tenaga yang mampu merawat instalasi air limbah komunal",
    "Empat instalasi dibangun sejak 2022; dua berhenti karena tidak ada yang merawatnya.",
)
DATA = (
    "Pendamping yang mampu memilah data penerima bantuan",
    "Data penerima dari kelurahan belum dapat dipadankan sendiri; dinas menunggu tenaga dari luar setiap triwulan.",
)


def tell(world: World) -> None:
    """Put the present into the story."""
    story = world.story
    story.on(MISSED, partial(_miss, world))
    story.on(story.ago(150), partial(_wastewater, world))
    story.on(story.ago(146), partial(_step, world, BACK, Journey.be_accepted))
    story.on(story.ago(140), partial(_step, world, BACK, lambda one: one.be_ordered("1")))
    story.on(story.ago(130), partial(_step, world, BACK, Journey.leave))
    story.on(story.ago(38), partial(_step, world, BACK, Journey.come_back))
    story.on(story.ago(36), partial(_come_home, world))
    story.on(story.ago(33), partial(_pilot, world))
    story.on(story.ago(20), partial(_again, world))
    story.on(story.ago(17), partial(_step, world, AWAY, Journey.be_accepted))
    story.on(story.ago(14), partial(_step, world, AWAY, lambda one: one.be_ordered("2")))
    story.on(story.ago(13), partial(_draft, world))
    story.on(story.ago(12), partial(_clinics, world))
    story.on(story.ago(11), partial(_think, world))
    monday = left_on(story.day)
    story.on(monday, partial(_step, world, AWAY, Journey.leave))
    for number in range(len(sendings.DONE)):
        story.on(monday + timedelta(days=number), partial(_write, world, number))
    story.on(story.ago(8), partial(_step, world, READY, Journey.be_accepted))
    story.on(story.ago(6), partial(_from_missed, world))
    story.on(story.day, partial(_today, world))


def left_on(day: date) -> date:
    """Return the Monday of the week before: the first of five days that the intern wrote down."""
    return day - timedelta(days=day.weekday() + 7)


def _step(world: World, code: str, step: Callable[[Journey], None]) -> None:
    step(world.journeys[code])


def _journey(world: World, code: str, need: UnitNeed, said: tuple[str, str], begins: date) -> Journey:
    """Write a sending of an OPD (``said``: what is learned, what follows), put forward who was nowhere yet, pass the gate."""
    owner, host = code.split(maxsplit=1)[0], world.hosts[cohort.MALANG]
    unit = world.units[owner]
    made = Journey(world.roles, unit, need, world.serves[owner], host, *said, begins)
    gone = set(Participant.objects.values_list("person_id", flat=True))
    made.submit(next(one for one in sendings.learners(unit, today()) if one.person_id not in gone))
    world.journeys[code] = made
    return made


def _wastewater(world: World) -> None:
    need = open_need(actor=world.who("kepegawaian"), unit_id=world.units["DPU"].pk, what=WASTEWATER[0], why=WASTEWATER[1])
    said = (
        "Perawatan instalasi air limbah komunal bersama warga",
        "Dua kelompok pengelola dibentuk; bidang Cipta Karya merawatnya sesudah itu.",
    )
    made = _journey(world, BACK, need, said, world.story.ago(130))
    world.users[accounts.RETURNED.username] = accounts.open_login(world.agency, accounts.RETURNED, made.going.person_id)


def _again(world: World) -> None:
    said = (
        "Uji laik instalasi air limbah perumahan",
        "Tiga perumahan diuji sebelum serah terima; bidang Cipta Karya meneruskannya.",
    )
    made = _journey(world, AWAY, world.journeys[BACK].need, said, left_on(world.story.day))
    world.users[accounts.INTERN.username] = accounts.open_login(world.agency, accounts.INTERN, made.going.person_id)


def _write(world: World, number: int) -> None:
    sendings.write_day(world.users[accounts.INTERN.username], world.journeys[AWAY].going, number)


def _come_home(world: World) -> None:
    report = world.journeys[BACK].report(world.users[accounts.RETURNED.username])
    officer, unit, indicator = world.who("kepegawaian"), world.units["DPU"], world.serves["DPU"][1]
    key = pilot.recommend(officer, report, unit, indicator)
    adopting.present(officer, unit, "Paparan hasil magang air limbah", today(), [key])
    world.pilot = key


def _pilot(world: World) -> None:
    ends = date(world.story.day.year + 1, 6, 30)
    pilot.decide(
        world.who("kepegawaian"), world.who("walikota"), world.pilot, world.serves["DPU"][1], ends
    )  # fmt: skip


def _draft(world: World) -> None:
    head, unit = world.who("kepala.dinas"), world.units["DINSOS"]
    need = open_need(actor=head, unit_id=unit.pk, what=DATA[0], why=DATA[1])
    aim, indicator = world.serves["DINSOS"]
    details = SendingDetails(
        kind=SendingKind.INTERNSHIP, title="Memadankan data penerima bantuan", need_id=need.pk, aim_id=aim.pk,
        indicator_id=indicator.pk, host_id=world.hosts[cohort.MALANG].pk,
    )  # fmt: skip
    create_sending(actor=head, unit_id=unit.pk, details=details)


def _think(world: World) -> None:
    about, social = world.serves["DPU"][0], world.units["DINSOS"]
    again = date(world.story.day.year + 1, 6, 30)
    thoughts.think(world.who("bappeda"), world.who("kepala.dinas"), about, social, again)


def _clinics(world: World) -> None:
    need = open_need(
        actor=world.who("kepegawaian"), unit_id=world.units["DINKES"].pk, what="Pengelola antrean puskesmas",
        why="Pendaftaran sore tutup; tidak ada yang mengatur kuota tiap jam.",
    )  # fmt: skip
    begins = world.story.day + timedelta(days=30)
    _journey(world, READY, need, ("Antrean puskesmas terjadwal", "Dua puskesmas mencoba kuota tiap jam."), begins)


def _miss(world: World) -> None:
    world.series = outcomes.measure(world.who("bappeda"), world.serves, world.units, today())
    world.missed = open_need_for(actor=world.who("kepegawaian"), indicator_id=world.serves["DPRP"][1].pk)


def _from_missed(world: World) -> None:
    begins = world.story.day + timedelta(days=60)
    said = ("Pengesahan kesesuaian ruang dalam dua pekan", "Satu meja pengesahan dicoba di dua kecamatan.")
    if world.missed is not None:
        _journey(world, ASKED, world.missed, said, begins)


def _today(world: World) -> None:
    planner, day = world.who("bappeda"), world.story.day
    for code, key in world.series.items():
        outcomes.fill(planner, key, *outcomes.MAIN[code], day)
    clinic = world.units["DINKES.P01"]
    treated, beside = outcomes.compare(planner, world.serves["DINKES"][1], clinic, day)
    changed = next(one for one in world.walkers if one.owner == clinic)
    for walker, key, others in ((changed, treated, beside), (past.late(world), world.series[past.LATE], [])):
        adoption = walker.adoption
        outcomes.ask(
            planner, treated=key, beside=others, adoption_id=adoption.pk, began=adoption.began_on, what=walker.lesson.title
        )
    matching.match(world.who("kepegawaian"), world.hosts, day)
