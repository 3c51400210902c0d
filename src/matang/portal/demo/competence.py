"""What the demonstration city's posts ask for, and what is known of its people: much is not known, as in life."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from matang.flow.needs.public import EvidenceCost, EvidenceSource, NewEvidence, PostStandard
from matang.foundation.tenancy.bulk import copy_into
from matang.portal.demo.city import MANAGERIAL, SHOWN_OPD, CityPlan
from matang.portal.demo.people import STRUCTURE_SINCE, PersonPlan
from matang.portal.demo.write import ORIGIN, Keys

LEVEL = {
    "jpt_pratama": 4, "administrator": 3, "pengawas": 2, "pelaksana": 1, "jf_ahli_madya": 4, "jf_ahli_muda": 3,
    "jf_ahli_pertama": 2,
    "jf_penyelia": 3, "jf_mahir": 2, "jf_terampil": 2,
}  # fmt: skip
TECHNICAL = {
    "pemerintahan": "TEK.PEM", "umum": "TEK.PEM", "komunikasi": "TEK.TIK", "sosial": "TEK.SOS", "hukum": "TEK.HKM",
    "ekonomi": "TEK.EKO",
    "perencanaan": "TEK.REN", "pengadaan": "TEK.KEU", "organisasi": "TEK.SDM", "keuangan": "TEK.KEU", "pengawasan": "TEK.HKM",
    "kebencanaan": "TEK.LIN", "ketertiban": "TEK.HKM", "infrastruktur": "TEK.INF", "kesehatan": "TEK.KES",
    "pendidikan": "TEK.DIK",
    "teknologi": "TEK.TIK", "lingkungan": "TEK.LIN", "kearsipan": "TEK.TIK",
}  # fmt: skip
COSTS = (
    ("assessment_centre", 4_500_000, 960, "person"), ("test", 750_000, 180, "competency"),
    ("work_result", 150_000, 120, "competency"),
    ("superior", 0, 20, "person"), ("peer", 0, 45, "person"),
)  # fmt: skip
"""What evidence costs in the demonstration city: kind, rupiah, minutes, paid for. Invented; the other kinds are not known."""
CORE = (*(f"MAN.{number}" for number in range(1, 9)), "SOS.1")


def standards(agency_id: int, plan: CityPlan, keys: Keys, codes: dict[str, int], rng: Random) -> int:
    """Write approved standards for about half of the managerial posts, and for all of the OPD that is shown."""
    rows = []
    for post, key in zip(plan.posts, keys.posts, strict=True):
        shown = post.unit.top.code == SHOWN_OPD
        if post.kind not in MANAGERIAL or not (shown or rng.random() < 0.5):
            continue
        level = LEVEL[post.kind]
        rows += [(agency_id, key, codes[code], level, False, STRUCTURE_SINCE, ORIGIN) for code in CORE]
        rows.append((agency_id, key, codes[TECHNICAL[post.unit.field]], level, rng.random() < 0.4, STRUCTURE_SINCE, ORIGIN))
    return copy_into(PostStandard, ("agency", "post", "competency", "level", "must", "valid_from", "origin"), rows)


def costs(agency_id: int) -> int:
    """Write what some kinds of evidence cost."""
    rows = [(agency_id, kind, STRUCTURE_SINCE, basis, rupiah, minutes, "Angka rekaan") for kind, rupiah, minutes, basis in COSTS]
    return copy_into(EvidenceCost, ("agency", "kind", "since", "basis", "rupiah", "minutes", "source"), rows)


def evidence(plan: CityPlan, keys: Keys, codes: dict[str, int], rng: Random, day: date) -> list[NewEvidence]:
    """Return invented evidence: assessments for a good half of the managers, ratings and tests for some of the rest."""
    pieces: list[NewEvidence] = []
    for person, key in zip(plan.people, keys.people, strict=True):
        managerial = person.post.kind in MANAGERIAL
        if rng.random() < (0.62 if managerial else 0.04):
            pieces += _assessment(rng, person, key, codes, day)
        if rng.random() < (0.5 if managerial else 0.3):
            pieces += _superior(rng, person, key, codes, day)
        if rng.random() < (0.45 if managerial else 0.2):
            pieces.append(_certification(rng, person, key, codes, day))
        if rng.random() < 0.12:
            pieces += _own_word(rng, person, key, codes, day)
    return pieces


def _around(rng: Random, level: int) -> int:
    return max(1, min(5, level + rng.choices((-1, 0, 1), (24, 50, 26))[0]))


def _ago(rng: Random, day: date, least: int, most: int) -> date:
    return day - timedelta(days=rng.randint(least, most))


def _assessment(rng: Random, person: PersonPlan, key: int, codes: dict[str, int], day: date) -> Iterator[NewEvidence]:
    on = _ago(rng, day, 40, 1500)
    for code in CORE:
        yield NewEvidence(
            key, codes[code], _around(rng, LEVEL[person.post.kind]), EvidenceSource.ASSESSMENT_CENTRE, on,
            expires_on=on.replace(day=1, year=on.year + 3), rater_role="Asesor", origin=ORIGIN,
        )  # fmt: skip


def _superior(rng: Random, person: PersonPlan, key: int, codes: dict[str, int], day: date) -> Iterator[NewEvidence]:
    on = _ago(rng, day, 20, 500)
    for code in rng.sample(CORE, rng.randint(3, 6)):
        level = min(5, _around(rng, LEVEL[person.post.kind]) + (rng.random() < 0.25))
        yield NewEvidence(key, codes[code], level, EvidenceSource.SUPERIOR, on, rater_role="Atasan langsung", origin=ORIGIN)


def _certification(rng: Random, person: PersonPlan, key: int, codes: dict[str, int], day: date) -> NewEvidence:
    level = min(5, _around(rng, LEVEL[person.post.kind]) + (rng.random() < 0.4))
    on = _ago(rng, day, 60, 1400)
    return NewEvidence(
        key,
        codes[TECHNICAL[person.post.unit.field]],
        level,
        EvidenceSource.TEST,
        on,
        rater_role="Lembaga sertifikasi",
        origin=ORIGIN,
    )


def _own_word(rng: Random, person: PersonPlan, key: int, codes: dict[str, int], day: date) -> Iterator[NewEvidence]:
    on = _ago(rng, day, 10, 300)
    for code in rng.sample(CORE, 4):
        yield NewEvidence(
            key,
            codes[code],
            min(5, LEVEL[person.post.kind] + 1),
            EvidenceSource.SELF,
            on,
            rater_role="Diri sendiri",
            origin=ORIGIN,
        )
