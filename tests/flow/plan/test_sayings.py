"""Reasons are stored as they were meant and told in the reader's language."""

import pytest
from django.utils import translation

from matang.flow.needs.public import set_standard
from matang.flow.plan.public import why
from matang.flow.plan.services.sayings import said, told
from tests.flow.plan.world import DAY, World

TOLD = {
    "id": (
        (
            "Apakah jenjang jabatan sekarang menuju jabatan ini?",
            "Sekarang Pelaksana; calon hanya diambil dari Pengawas, Administrator, JF ahli muda, JF ahli madya.",
        ),
        ("Integritas (mutlak)", "Disyaratkan level 3; belum ada bukti pasti."),
        "Tidak mengosongkan jabatan Administrator",
        "Pengalaman sebagai pengawas, administrator, atau JF ahli muda/madya (tahun)",
        "Bertugas di Dinas Contoh",
    ),
    "en": (
        (
            "Does the level of the current post lead to this post?",
            "Now Pelaksana; candidates come only from Pengawas, Administrator, JF ahli muda, JF ahli madya.",
        ),
        ("Integritas (must-have)", "Level 3 is required; no firm evidence yet."),
        "Leaves no Administrator post vacant",
        "Experience as pengawas, administrator or JF ahli muda/madya (years)",
        "Serves in Dinas Contoh",
    ),
}


@pytest.mark.parametrize("written_in", ["id", "en"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_the_same_stored_reason_is_told_in_either_language(world: World, written_in: str, language: str) -> None:
    """Whatever language was active when the scenario was computed."""
    set_standard(
        actor=world.actor("hr_officer"),
        post_id=world.vacant.pk,
        competency_id=world.codes["MAN.1"],
        level=3,
        must=True,
        valid_from=DAY,
    )
    with translation.override(written_in):
        dedi = why(world.scenario(), world.people["dedi"].pk, world.vacant.pk)
    assert dedi is not None
    with translation.override(language):
        shown = told(dedi.reasons)
        checks = {check["key"]: (check["title"], check["reason"]) for check in shown["checks"]}
        names = {term["name"] for term in shown["terms"]}
    pool, must, stays, experience, serves = TOLD[language]
    assert checks["pool"] == pool
    assert checks["must"] == must
    assert {stays, experience, serves, must[0]} <= names


def test_the_law_speaks_either_language_with_its_numbers_and_dates(world: World) -> None:
    proposed = world.scenario().proposals.get(rank=1)
    texts = {}
    for language in ("id", "en"):
        with translation.override(language):
            texts[language] = {check["key"]: said(check["reason"]) for check in proposed.reasons["checks"]}
    key = "retirement.is_still_in_service"
    assert texts["id"][key] == "Batas usia pensiun 58 tahun; pensiun mulai 1 Februari 2043."
    assert texts["en"][key] == "Retirement age: 58 years; retires from 1 February 2043."
    assert set(texts["id"].values()).isdisjoint(texts["en"].values())
