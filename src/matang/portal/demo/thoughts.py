"""Two papers of thought: one submitted, about wastewater, and one that a head has begun and not finished. Both invented."""

from datetime import date

from matang.flow.aims.public import Aim, EffortDetails, begin_paper, mark_of, save_answer, save_effort, submit_paper
from matang.flow.register.public import Unit
from matang.foundation.access.actor import Actor

WASTEWATER = {
    "problem": "Dua dari empat instalasi air limbah komunal berhenti; air limbah 600 rumah kembali ke selokan.",
    "evidence": "Pemeriksaan dinas Juni 2026: dua instalasi tanpa aliran. Sumber: buku pemeriksaan (contoh).",
    "cause": "Instalasi diserahkan tanpa menyebut siapa yang merawat dan dari mana biayanya.",
    "legal_base": "Urusan air limbah adalah pelayanan dasar kota; pengelola warga belum diatur Perwali.",
    "environment": "RT bersedia menagih iuran; pompa cadangan harus dibeli dari luar pulau.",
    "expected": "Akhir 2027 keempat instalasi berjalan dan airnya diuji tiap tiga bulan.",
    "policy": "Mendahulukan merawat yang ada daripada membangun yang baru.",
    "strategy": "Perjanjian dengan kelompok warga, satu pompa cadangan tiap kecamatan, uji air tiap triwulan.",
    "subject": "Bidang Cipta Karya dan dua kelompok pengelola.",
    "object": "Empat instalasi dan 600 rumah.",
    "method": "Perjanjian ditandatangani di kelurahan; pompa dibeli; jadwal uji ditempel di balai RW.",
    "resources": "Rp185 juta untuk pompa dan pelatihan (perkiraan peragaan); laboratorium kesehatan daerah.",
    "output": "Dua perjanjian dan empat hasil uji setahun.",
    "outcome": "Rumah tangga dengan air limbah terkelola naik.",
}
BEGUN = {"problem": "Bantuan tidak sampai ke warga yang berhak karena data kelurahan tidak padan."}


def think(planner: Actor, head: Actor, about: Aim, social: Unit, again: date) -> None:
    """Write both; ``again`` is the day on which the first is looked at anew."""
    paper = begin_paper(actor=planner, aim_id=about.pk)
    for key, said in (*WASTEWATER.items(), ("feedback_on", again.isoformat())):
        save_answer(actor=planner, paper_id=paper.pk, key=key, value=said, seen=mark_of(None))
    effort = EffortDetails(
        text="Perjanjian dengan dua kelompok pengelola", actor_unit_id=about.unit_id, carer_unit_id=about.unit_id,
        indicator="Instalasi yang berjalan", measure_unit="instalasi", mission_id=mission_of(about),
    )  # fmt: skip
    save_effort(actor=planner, paper_id=paper.pk, details=effort)
    submit_paper(actor=planner, paper_id=paper.pk)
    begun = begin_paper(actor=head, unit_id=social.pk)
    for key, said in BEGUN.items():
        save_answer(actor=head, paper_id=begun.pk, key=key, value=said, seen=mark_of(None))


def mission_of(aim: Aim) -> int:
    """Return the key of the mission above an aim."""
    above = [int(part) for part in aim.path.split("/") if part]
    found: int = Aim.objects.values_list("pk", flat=True).get(pk__in=above, level="mission")
    return found
