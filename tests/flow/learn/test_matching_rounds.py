"""A matching round: what is prepared, what comes of it, who decides, and what each applicant is told."""

import hashlib
import json
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
import xlsxwriter
from django.core.exceptions import ValidationError
from django.urls import reverse
from openpyxl import load_workbook

from matang.engine.matching import check_matching
from matang.flow.learn import jobs
from matang.flow.learn.choices import RoundState
from matang.flow.learn.models import Host, MatchingRound, RoundApplicant, RoundPeriod, RoundPlace, RoundRegion, RoundWish
from matang.flow.learn.pages.matching import rounds as pages
from matang.flow.learn.pages.matching.wording import why_not
from matang.flow.learn.selectors.matching import own_lines
from matang.flow.learn.services.matching import solving
from matang.flow.learn.services.matching.applicants import (
    Line,
    remove_applicant,
    save_applicant,
    store_lines,
    take_from_sendings,
)
from matang.flow.learn.services.matching.importing import HEADINGS, UnreadableApplicantsError, read_applicants
from matang.flow.learn.services.matching.rounds import (
    change_round,
    fix_round,
    open_round,
    remove_place,
    remove_round,
    save_period,
    save_place,
    save_region,
)
from matang.flow.learn.services.matching.solving import queue_round, solve_round
from matang.flow.register.models import Partner
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.models import Decision
from matang.foundation.clock.services import now
from matang.foundation.jobs.models import JobState, Progress
from matang.foundation.tenancy.context import acting_in
from tests.cast import START, Cast
from tests.factories.journeys import submitted
from tests.http import ActorClient

pytestmark = pytest.mark.django_db


def hosts(cast: Cast, count: int) -> list[Host]:
    """Make hosts of Palu."""
    partners = [
        Partner.objects.create(agency=cast.palu, name=f"Universitas {letter}", kind="university", valid_from=START)
        for letter in "ABC"[:count]
    ]
    return [Host.objects.create(agency=cast.palu, partner=partner) for partner in partners]


def prepared(cast: Cast, *seats: int, method: str = "stable", kept: int = 0) -> MatchingRound:
    """Make a round with one place for each number of seats; the first keeps ``kept`` seats for lagging regions."""
    actor = actor_of(cast.users["host_coordinator"])
    found = open_round(actor=actor, name="Magang 2027", method=method, seed=42)
    days = {"starts_on": date(2027, 1, 4), "ends_on": date(2027, 3, 31)}
    period = save_period(actor=actor, period=RoundPeriod(round=found, name="Satu", **days))
    for number, (host, count) in enumerate(zip(hosts(cast, len(seats)), seats, strict=True)):
        save_place(
            actor=actor,
            place=RoundPlace(round=found, host=host, period=period, seats=count, kept=0 if number else kept),
        )
    return found


def apply(cast: Cast, found: MatchingRound, *lines: tuple[str, str, int, str]) -> None:
    """Store applicants: name, region, points, and codes of places in one text."""
    actor = actor_of(cast.users["host_coordinator"])
    rows = [Line(name, name, region, points, tuple(wishes)) for name, region, points, wishes in lines]
    store_lines(actor=actor, round_id=found.pk, lines=rows)


def solved(cast: Cast, found: MatchingRound) -> dict[str, str | None]:
    """Compute the round and return the code of everybody's place."""
    done = solve_round(actor=actor_of(cast.users["host_coordinator"]), round_id=found.pk)
    assert (done.state, done.fault) == (RoundState.SOLVED, "")
    rows = RoundApplicant.objects.filter(round=found).select_related("place")
    return {row.name: row.place.code if row.place else None for row in rows}


def refused(work: Callable[[], object], words: str) -> None:
    """Assert a refusal with these words after which nothing has changed."""
    models = (MatchingRound, RoundPeriod, RoundPlace, RoundRegion, RoundApplicant, RoundWish)
    before = [list(model.objects.order_by("pk").values()) for model in models]
    with pytest.raises((RefusedError, ValidationError), match=words):
        work()
    assert [list(model.objects.order_by("pk").values()) for model in models] == before


def test_the_higher_need_gets_the_wished_place_and_the_other_the_next(cast: Cast) -> None:
    found = prepared(cast, 1, 1)
    apply(cast, found, ("Ani", "Kota", 300, "12"), ("Budi", "Kota", 200, "12"), ("Cici", "Kota", 100, "12"))
    assert solved(cast, found) == {"Ani": "1", "Budi": "2", "Cici": None}
    budi, cici = (RoundApplicant.objects.get(name=name) for name in ("Budi", "Cici"))
    assert (budi.rank, len(budi.reasons), len(cici.reasons)) == (2, 1, 2)
    first = {key: budi.reasons[0][key] for key in ("rank", "bar", "points")}
    assert first == {"rank": 1, "bar": "full", "points": 200}
    ani_later = RoundApplicant.objects.get(name="Ani").drawn < budi.drawn
    assert budi.reasons[0]["needed"] == (301 if ani_later else 300)
    words = why_not(budi.reasons[0])
    assert words.startswith("Semua kursi diisi pelamar dengan poin lebih tinggi dari 200.")
    assert "Ani" not in words


def test_equal_points_are_decided_by_a_draw_that_anybody_can_repeat(cast: Cast) -> None:
    found = prepared(cast, 1)
    apply(cast, found, ("Ani", "Kota", 100, "1"), ("Budi", "Kota", 100, "1"))
    keys = {row.name: row.pk for row in RoundApplicant.objects.filter(round=found)}
    lot = {name: hashlib.sha256(f"42:{key}".encode()).hexdigest()[:15] for name, key in keys.items()}
    winner = min(lot, key=lambda name: int(lot[name], 16))
    loser = next(name for name in lot if name != winner)
    assert solved(cast, found) == {winner: "1", loser: None}
    assert RoundApplicant.objects.get(name=loser).reasons[0]["bar"] == "draw"
    assert [RoundApplicant.objects.get(name=name).drawn for name in (winner, loser)] == [1, 2]


def test_seats_are_kept_for_lagging_regions_and_open_to_all_where_these_do_not_need_them(cast: Cast) -> None:
    found, actor = prepared(cast, 2, kept=1), actor_of(cast.users["host_coordinator"])
    apply(cast, found, ("Ani", "Kota", 300, "1"), ("Budi", "Kota", 200, "1"), ("Cici", "Jauh", 100, "1"))
    assert solved(cast, found) == {"Ani": "1", "Budi": "1", "Cici": None}
    region = RoundRegion.objects.get(name="Jauh")
    region.lagging = True
    save_region(actor=actor, region=region)
    assert solved(cast, found) == {"Ani": "1", "Budi": None, "Cici": "1"}
    budi = RoundApplicant.objects.get(name="Budi")
    assert budi.reasons[0]["bar"] == "reserved"
    assert "daerah tertinggal" in why_not(budi.reasons[0])
    cici = RoundApplicant.objects.get(name="Cici")
    remove_applicant(actor=actor, applicant_id=cici.pk)
    assert solved(cast, found) == {"Ani": "1", "Budi": "1"}


def test_a_region_has_no_more_than_its_ceiling(cast: Cast) -> None:
    found, actor = prepared(cast, 3), actor_of(cast.users["host_coordinator"])
    apply(cast, found, ("Ani", "Kota", 300, "1"), ("Budi", "Kota", 200, "1"), ("Cici", "Jauh", 100, "1"))
    region = RoundRegion.objects.get(name="Kota")
    region.most = 1
    save_region(actor=actor, region=region)
    assert solved(cast, found) == {"Ani": "1", "Budi": None, "Cici": "1"}
    reason = RoundApplicant.objects.get(name="Budi").reasons[0]
    assert (reason["bar"], reason["region"]) == ("region_ceiling", region.pk)
    assert why_not(reason | {"region_name": "Kota"}).startswith("Batas peserta dari Kota sudah penuh.")


def test_by_need_the_sum_is_the_greatest_and_objections_are_counted(cast: Cast) -> None:
    table = [("Ani", "Kota", 300, "12"), ("Budi", "Kota", 200, "1")]
    stable = prepared(cast, 1, 1)
    apply(cast, stable, *table)
    assert solved(cast, stable) == {"Ani": "1", "Budi": None}
    change_round(actor=actor_of(cast.users["host_coordinator"]), round_id=stable.pk, name="Magang 2027", method="by_need")
    assert solved(cast, stable) == {"Ani": "2", "Budi": "1"}
    assert MatchingRound.objects.get(pk=stable.pk).objections == 1
    assert RoundApplicant.objects.get(name="Ani").reasons[0]["bar"] in {"greater_sum", "full"}


def test_the_files_of_a_round_pass_the_independent_check_and_an_altered_one_does_not(
    cast: Cast, browse: type[ActorClient]
) -> None:
    found = prepared(cast, 1, 1)
    apply(cast, found, ("Ani", "Kota", 300, "12"), ("Budi", "Kota", 200, "12"))
    solved(cast, found)
    client = browse(cast.users["auditor"])
    problem, matched = (
        json.loads(client.get(reverse("learn:round_file", args=[found.pk, what])).content) for what in ("soal", "hasil")
    )
    assert check_matching(problem, matched).ok
    matched["assigned"].reverse()
    assert not check_matching(problem, matched).ok


def test_a_result_that_the_check_refuses_is_not_kept(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    found = prepared(cast, 1)
    apply(cast, found, ("Ani", "Kota", 300, "1"))
    monkeypatch.setattr(solving, "check_matching", lambda *_args, **_kwargs: type("V", (), {"ok": False})())
    done = solve_round(actor=actor_of(cast.users["host_coordinator"]), round_id=found.pk)
    assert (done.state, done.matched, done.computed_at) == (RoundState.FAILED, "", None)
    assert RoundApplicant.objects.get().place is None


def test_a_change_drops_what_was_computed_and_a_decision_forbids_it(cast: Cast) -> None:
    found, actor = prepared(cast, 1), actor_of(cast.users["host_coordinator"])
    apply(cast, found, ("Ani", "Kota", 300, "1"))
    refused(
        lambda: fix_round(actor=actor_of(cast.users["appointing_official"]), round_id=found.pk, reason="SK"), "sudah dihitung"
    )
    solved(cast, found)
    refused(lambda: fix_round(actor=actor, round_id=found.pk, reason="SK"), "Pejabat Pembina Kepegawaian")
    official = actor_of(cast.users["appointing_official"])
    refused(lambda: fix_round(actor=official, round_id=found.pk, reason=" "), "dasar penetapannya")
    save_applicant(actor=actor, round_id=found.pk, line=Line("B", "Budi", "Kota", 100, ("1",)))
    again = MatchingRound.objects.get(pk=found.pk)
    assert (again.state, again.digest, RoundApplicant.objects.get(name="Ani").place) == (RoundState.DRAFT, "", None)
    solved(cast, found)
    fix_round(actor=official, round_id=found.pk, reason="SK 800/1")
    fix_round(actor=official, round_id=found.pk, reason="SK 800/1")
    entry = Decision.objects.get(kind="learn.round_fixed")
    assert (entry.reason, entry.payload["people"], entry.payload["placed"], entry.payload["seed"]) == ("SK 800/1", 2, 1, 42)
    for work in (
        lambda: solve_round(actor=actor, round_id=found.pk),
        lambda: change_round(actor=actor, round_id=found.pk, name="X", method="stable"),
        lambda: remove_round(actor=actor, round_id=found.pk),
        lambda: take_from_sendings(actor=actor, round_id=found.pk),
    ):
        refused(work, "sudah ditetapkan")


def test_an_incomplete_round_says_what_is_missing(cast: Cast) -> None:
    actor = actor_of(cast.users["host_coordinator"])
    found = open_round(actor=actor, name="Kosong", method="stable", seed=1)
    refused(lambda: solve_round(actor=actor, round_id=found.pk), "Belum ada tempat yang menawarkan kursi. Belum ada pelamar.")


def test_a_line_is_refused_at_its_field(cast: Cast) -> None:
    found, actor = prepared(cast, 1), actor_of(cast.users["host_coordinator"])
    cases = {
        "tidak ada di putaran": Line("1", "Ani", "Kota", 1, ("9",)),
        "dua kali": Line("1", "Ani", "Kota", 1, ("1", "1")),
        "belum diisi": Line("1", "Ani", "", 1, ("1",)),
        "0 dan 1.000.000": Line("1", "Ani", "Kota", 1_000_001, ("1",)),
    }
    for words, line in cases.items():
        refused(lambda line=line: save_applicant(actor=actor, round_id=found.pk, line=line), words)
    save_applicant(actor=actor, round_id=found.pk, line=Line("1", "Ani", "Kota", 1, ("1",)))
    refused(lambda: save_applicant(actor=actor, round_id=found.pk, line=Line("1", "X", "Kota", 1, ("1",))), "sudah ada")
    refused(lambda: remove_place(actor=actor, place_id=RoundPlace.objects.get().pk), "sudah dipilih pelamar")


def sheet(*rows: tuple[object, ...], headings: tuple[str, ...] = HEADINGS) -> bytes:
    """Return a workbook with these rows."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        page = book.add_worksheet("Pelamar")
        for number, row in enumerate((("Judul",), headings, *rows)):
            page.write_row(number, 0, row)
    return file.getvalue()


def test_a_file_is_read_as_a_whole_and_every_fault_is_named_with_its_row() -> None:
    codes = {"1": 1, "b2": 2}
    content = sheet(("001", "Ani", "Kota", 300, 1, "B2"), ("002", "Budi", "", "banyak", "9"), ("001", "Cici", "Kota", "1.500", 1))
    lines, faults = read_applicants(content, codes)
    assert lines[0] == Line("001", "Ani", "Kota", 300, ("1", "B2"))
    assert lines[2].points == 1500
    assert [(one.row, one.field) for one in faults] == [(4, "points"), (4, "region"), (4, "wishes"), (5, "number")]
    assert faults[3].reason == "nomor ini sudah ada di baris 3."


def test_files_that_are_no_lists_are_refused_with_the_way_out() -> None:
    for content, words in (
        (b"no xlsx", "tidak dapat dibaca"),
        (sheet(headings=("A", "B")), "Tidak ada baris judul"),
        (sheet(headings=("NOMOR", "NAMA")), "DAERAH, POIN KEBUTUHAN, PILIHAN 1"),
        (b"x" * 5_000_001, "lebih besar dari 5 MB"),
    ):
        with pytest.raises(UnreadableApplicantsError, match=words):
            read_applicants(content, {})


def test_a_file_with_one_fault_stores_nothing_and_a_good_one_all_and_again_replaces(
    cast: Cast, browse: type[ActorClient]
) -> None:
    found, client = prepared(cast, 1, 1), browse(cast.users["host_coordinator"])
    address = reverse("learn:applicants_import", args=[found.pk])

    def send(content: bytes) -> str:
        file = BytesIO(content)
        file.name = "pelamar.xlsx"
        return client.post(address, {"file": file}, follow=True).content.decode()

    page = send(sheet(("001", "Ani", "Kota", 300, 1), ("002", "Budi", "Kota", 200, 7)))
    assert "Tidak ada yang disimpan" in page
    assert RoundApplicant.objects.count() == 0
    assert "Pelamar disimpan: 2 baru, 0 diganti." in send(
        sheet(("001", "Ani", "Kota", 300, 1, 2), ("002", "Budi", "Jauh", 200, 2))
    )
    assert "Pelamar disimpan: 0 baru, 1 diganti." in send(sheet(("001", "Ani", "Kota", 250, 2)))
    ani = RoundApplicant.objects.get(number="001")
    assert (ani.points, list(ani.wishes.values_list("place__code", "rank")), ani.reasons) == (250, [("2", 1)], [])
    assert RoundRegion.objects.filter(round=found).count() == 2


def test_people_of_submitted_sendings_join_with_points_from_their_gap_once(cast: Cast) -> None:
    journey, actor = submitted(cast), actor_of(cast.users["host_coordinator"])
    found = open_round(actor=actor, name="Putaran", method="stable", seed=1)
    days = {"starts_on": date(2027, 1, 4), "ends_on": date(2027, 3, 31)}
    period = save_period(actor=actor, period=RoundPeriod(round=found, name="Satu", **days))
    assert take_from_sendings(actor=actor, round_id=found.pk) == (0, 0)
    save_place(actor=actor, place=RoundPlace(round=found, host=journey.host, period=period, seats=1))
    assert take_from_sendings(actor=actor, round_id=found.pk) == (1, 0)
    assert take_from_sendings(actor=actor, round_id=found.pk) == (0, 1)
    row = RoundApplicant.objects.get()
    required, shown = journey.participant.level_required or 0, journey.participant.level_shown or 0
    assert (row.name, row.points) == ("Nurul Pegawai", 100 * max(0, required - shown))
    assert row.region.name == cast.palu.name


def test_an_applicant_reads_the_own_result_once_it_was_decided_and_no_other_name(cast: Cast, browse: type[ActorClient]) -> None:
    journey, actor = submitted(cast), actor_of(cast.users["host_coordinator"])
    found = open_round(actor=actor, name="Putaran", method="stable", seed=1)
    days = {"starts_on": date(2027, 1, 4), "ends_on": date(2027, 3, 31)}
    period = save_period(actor=actor, period=RoundPeriod(round=found, name="Satu", **days))
    save_place(actor=actor, place=RoundPlace(round=found, host=journey.host, period=period, seats=1))
    take_from_sendings(actor=actor, round_id=found.pk)
    apply(cast, found, ("Pesaing Rahasia", "Jauh", 999_999, "1"))
    solve_round(actor=actor, round_id=found.pk)
    servant, client = actor_of(cast.users["civil_servant"]), browse(cast.users["civil_servant"])
    assert list(own_lines(servant)) == []
    assert "Belum ada hasil" in client.get(reverse("learn:my_rounds")).content.decode()
    fix_round(actor=actor_of(cast.users["appointing_official"]), round_id=found.pk, reason="SK")
    page = client.get(reverse("learn:my_rounds")).content.decode()
    assert "Tidak mendapat tempat pada putaran ini" in page
    assert "Semua kursi diisi pelamar dengan poin lebih tinggi" in page
    assert "Pesaing Rahasia" not in page
    assert list(own_lines(actor_of(cast.users["other_servant"]))) == []


def test_another_government_sees_no_round(cast: Cast) -> None:
    found = prepared(cast, 1)
    with acting_in(cast.malang.pk), pytest.raises(RefusedError, match="tidak ada di instansi Anda"):
        solve_round(actor=actor_of(cast.users["malang_officer"]), round_id=found.pk)
    head = actor_of(cast.users["unit_head"])
    refused(lambda: solve_round(actor=head, round_id=found.pk), "koordinator tuan rumah")
    refused(lambda: open_round(actor=head, name="X", method="stable"), "koordinator tuan rumah")


def test_a_large_round_waits_for_a_job_and_is_not_put_on_the_queue_twice(
    cast: Cast, browse: type[ActorClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = prepared(cast, 1)
    apply(cast, found, ("Ani", "Kota", 300, "1"), ("Budi", "Kota", 200, "1"))
    monkeypatch.setattr(pages, "INLINE", 1)
    client = browse(cast.users["host_coordinator"])
    client.post(reverse("learn:round_compute", args=[found.pk]))
    waiting = MatchingRound.objects.get(pk=found.pk)
    assert (waiting.state, Progress.objects.filter(job_id=waiting.job_id).count()) == (RoundState.RUNNING, 1)
    client.post(reverse("learn:round_compute", args=[found.pk]))
    assert MatchingRound.objects.get(pk=found.pk).job_id == waiting.job_id
    page = client.get(reverse("learn:round", args=[found.pk])).content.decode()
    assert "Menunggu giliran" in page
    assert "Tambah pelamar" not in page
    refused(lambda: remove_round(actor=actor_of(cast.users["hr_officer"]), round_id=found.pk), "sedang dihitung")
    jobs.match(agency_id=cast.palu.pk, actor_id=cast.users["host_coordinator"].pk, round_id=found.pk)
    assert MatchingRound.objects.get(pk=found.pk).state == RoundState.SOLVED
    answer = client.get(reverse("learn:round_progress", args=[found.pk]))
    assert answer["HX-Redirect"] == reverse("learn:round", args=[found.pk])


def test_a_job_that_was_given_up_lets_the_round_be_computed_again(cast: Cast, browse: type[ActorClient]) -> None:
    found = prepared(cast, 1)
    apply(cast, found, ("Ani", "Kota", 300, "1"))
    actor = actor_of(cast.users["host_coordinator"])
    queue_round(actor=actor, round_id=found.pk, job=lambda: 77)
    Progress.objects.create(agency=cast.palu, job_id=77, task="learn.match", state=JobState.FAILED, updated_at=now())
    client = browse(cast.users["host_coordinator"])
    assert "Perhitungan terhenti" in client.get(reverse("learn:round", args=[found.pk])).content.decode()
    client.post(reverse("learn:round_compute", args=[found.pk]))
    assert MatchingRound.objects.get(pk=found.pk).state == RoundState.SOLVED


def test_the_page_and_the_download_say_who_goes_where_and_why_not(
    cast: Cast, browse: type[ActorClient], django_assert_max_num_queries: Callable[[int], object]
) -> None:
    found = prepared(cast, 1, 2)
    apply(cast, found, ("Ani", "Kota", 300, "12"), ("Budi", "Kota", 200, "1"), ("=1+1", "Jauh", 100, "2"))
    solved(cast, found)
    client = browse(cast.users["auditor"])
    address = reverse("learn:round", args=[found.pk])
    client.get(address)
    with django_assert_max_num_queries(20):  # type: ignore[attr-defined]
        page = client.get(address).content.decode()
    assert "Pemeriksaan mandiri: lulus" in page
    assert "tidak mendapat tempat" in page
    one = client.get(reverse("learn:applicant", args=[RoundApplicant.objects.get(name="Budi").pk])).content.decode()
    assert "Tidak mendapat tempat pada putaran ini" in one
    answer = client.get(reverse("learn:round_download", args=[found.pk]), {"tempat": "tanpa"})
    book = load_workbook(BytesIO(answer.content))
    assert book.sheetnames == ["Pelamar", "Tempat", "Daerah"]
    rows = [[cell.value for cell in row] for row in book["Pelamar"].iter_rows(min_row=6)]
    assert [row[:5] for row in rows] == [["Budi", "Budi", "Kota", 200, "tidak mendapat tempat"]]
    assert rows[0][7].startswith("Universitas A, Satu: Semua kursi diisi")
    places = [[cell.value for cell in row] for row in book["Tempat"].iter_rows(min_row=2)]
    assert [row[3:9] for row in places] == [[1, 1, 0, 300, 2, 2], [2, 1, 1, 100, 2, 1]]
