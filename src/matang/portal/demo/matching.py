"""One round of matching, computed and waiting for an official: more people than seats, and one lagging region."""

from datetime import date

from matang.flow.learn.public import (
    Host,
    Line,
    MatchingRound,
    MatchMethod,
    RoundPeriod,
    RoundPlace,
    RoundRegion,
    open_round,
    save_period,
    save_place,
    save_region,
    solve_round,
    store_lines,
    take_from_sendings,
)
from matang.foundation.access.actor import Actor
from matang.portal.demo.cohort import MALANG

SEED = 7271
PLACES = (("MLG", MALANG, 2, 1), ("BDG", "Pemerintah Kota Bandung", 2, 0), ("DKI", "Pemerintah Provinsi DKI Jakarta", 3, 1))
"""Code, host, seats, seats kept for lagging regions."""
LAGGING = "Papua Tengah"
LINES = (
    ("01", LAGGING, 130, "MLG DKI"), ("02", LAGGING, 120, "MLG BDG"), ("03", "Bitung", 310, "MLG BDG DKI"),
    ("04", "Bitung", 250, "MLG"), ("05", "Soppeng", 220, "BDG DKI"), ("06", "Soppeng", 110, "BDG MLG"),
    ("07", "Pohuwato", 210, "DKI MLG"), ("08", "Pohuwato", 140, "DKI"),
)  # fmt: skip
"""Number, region, points of need, wished places in order. Everybody is invented."""


def match(actor: Actor, hosts: dict[str, Host], day: date) -> MatchingRound:
    """Open a round for next year, take in its applicants and compute it."""
    year = day.year + 1
    found = open_round(actor=actor, name=f"Magang antarkota {year} (contoh)", method=MatchMethod.STABLE, seed=SEED)
    period = save_period(
        actor=actor, period=RoundPeriod(round=found, name="Triwulan II", starts_on=date(year, 4, 1), ends_on=date(year, 6, 30))
    )
    for code, host, seats, kept in PLACES:
        place = RoundPlace(round=found, code=code, host=hosts[host], period=period, seats=seats, kept=kept)
        save_place(actor=actor, place=place)
    save_region(actor=actor, region=RoundRegion(round=found, name=LAGGING, lagging=True))
    lines = [
        Line(number, f"Pelamar {number} (rekaan)", region, points, tuple(wishes.split()))
        for number, region, points, wishes in LINES
    ]
    store_lines(actor=actor, round_id=found.pk, lines=lines)
    take_from_sendings(actor=actor, round_id=found.pk)
    return solve_round(actor=actor, round_id=found.pk)
