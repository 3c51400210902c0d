"""The mayor's programmes as they were announced: six agendas whose numbers add up to 36, where 35 were announced.

The list of the programmes was never found, so none is invented: the three that reports name stand here, the others are missing.
"""

from matang.flow.aims.public import Aim, Indicator, save_agenda, save_announcement, save_programme, tie_programme
from matang.foundation.access.actor import Actor

PRINTED = "Pemberitaan kampanye 2024 (referensia.id); keenam agendanya juga di satunurani.com"
REPORTED = "Pemberitaan 2025 (teraskabar.id, kausa.id); letaknya pada agenda ini contoh peragaan"
ANNOUNCED = 35
AGENDAS = (
    ("Sumber daya manusia", 6), ("Lingkungan", 5), ("Pembangunan kota", 7), ("Ekonomi", 7), ("Pemerintahan", 4),
    ("Layanan dasar", 7),
)  # fmt: skip
NAMED = (
    ("Layanan dasar", "Pusat Layanan Sosial satu pintu", "DINSOS"),
    ("Pembangunan kota", "Akupunktur kota: kepala dinas memetakan masalah di kelurahan", ""),
    ("Pemerintahan", "Aplikasi Sangu Palu", ""),
)
"""Agenda, programme, and the OPD whose programme carries it out (empty = nobody has said)."""


def announce(actor: Actor, serves: dict[str, tuple[Aim, Indicator]]) -> None:
    """Write down what was announced, and tie what is known to the tree."""
    save_announcement(actor=actor, programmes=ANNOUNCED, agendas=len(AGENDAS), source=PRINTED)
    agendas = {title: save_agenda(actor=actor, title=title, announced_count=count, source=PRINTED).pk for title, count in AGENDAS}
    for agenda, title, code in NAMED:
        programme = save_programme(actor=actor, agenda_id=agendas[agenda], title=title, source=REPORTED)
        if code:
            tie_programme(actor=actor, programme_id=programme.pk, aim_id=serves[code][0].pk)
