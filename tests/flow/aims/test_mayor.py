"""The mayor's programmes: contradictions are shown with their sources, nothing is counted for unknown, files are tried first."""

import re
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from matang.flow.aims.models import MayorAgenda, MayorAnnouncement, MayorProgramme, MayorTie
from matang.flow.aims.selectors.mayor.view import mayor_view
from matang.flow.aims.services.mayor.loading import read_file, sealed, write_rows
from matang.flow.aims.services.mayor.writing import drop, save_agenda, save_announcement, save_programme, tie_programme
from matang.flow.register.public import UnreadableFileError
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from tests.cast import Cast
from tests.flow.aims.planting import planner, plant
from tests.http import ActorClient

Browse = type[ActorClient]
COUNTS = (("SDM", 6), ("Lingkungan", 5), ("Kota", 7), ("Ekonomi", 7), ("Pemerintahan", 4), ("Pelayanan", 7))
FILE = """Agenda;Jumlah diumumkan;Sumber agenda;Program;Jumlah;Satuan;Sumber;Kode simpul
SDM;6;Berita A;Beasiswa;1.000;orang;Berita B;1.02.02
sdm;6;Berita A;beasiswa.;;;;
Kota;7;;Taman;banyak;;;9.99
;;;Tanpa agenda;;;;
"""


def announced(cast: Cast) -> None:
    """Write down six agendas that add up to 36, and that 35 were announced."""
    for title, count in COUNTS:
        save_agenda(actor=planner(cast), title=title, announced_count=count, source=f"Berita {title}")
    save_announcement(actor=planner(cast), programmes=35, agendas=6, source="Siaran pers")


def test_thirty_six_when_thirty_five_are_announced_is_shown_with_both_sources(cast: Cast, browse: Browse) -> None:
    announced(cast)
    view = mayor_view(planner(cast), today())
    assert (view.announced_sum, [one.programmes for one in view.contradicted], view.listed) == (36, [35], 0)
    page = browse(cast.users["civil_servant"]).get(reverse("aims:mayor")).content.decode()
    assert "Diumumkan 35 program, tetapi jumlah menurut agenda 36." in page
    assert "Siaran pers" in page
    assert all(f"{title} {count} (Berita {title})" in page for title, count in COUNTS)


def test_an_unknown_count_is_never_added(cast: Cast) -> None:
    announced(cast)
    MayorAgenda.objects.filter(title="SDM").update(announced_count=None)
    view = mayor_view(planner(cast), today())
    assert (view.announced_sum, view.contradicted) == (None, [])


def test_a_number_needs_its_source(cast: Cast) -> None:
    for act in (
        lambda: save_agenda(actor=planner(cast), title="SDM", announced_count=6),
        lambda: save_announcement(actor=planner(cast), programmes=35, agendas=None, source=""),
        lambda: save_announcement(actor=planner(cast), programmes=None, agendas=None, source="Berita"),
    ):
        with pytest.raises(ValidationError):
            act()
    assert (MayorAgenda.objects.count(), MayorAnnouncement.objects.count()) == (0, 0)


def test_programmes_are_seen_with_what_carries_them_out(cast: Cast) -> None:
    grove, actor = plant(cast), planner(cast)
    one, two = (save_agenda(actor=actor, title=title) for title in ("SDM", "Kota"))
    done = save_programme(actor=actor, agenda_id=one.pk, title="Gizi balita")
    save_programme(actor=actor, agenda_id=two.pk, title="gizi  Balita.")
    tie_programme(actor=actor, programme_id=done.pk, aim_id=grove.at["programme"].pk)
    tie_programme(actor=actor, programme_id=done.pk, aim_id=grove.at["programme"].pk)
    view = mayor_view(actor, today())
    assert MayorTie.objects.count() == 1
    assert [node.title for _key, node in view.groups[0].lines[0].aims] == ["Program Upaya Kesehatan"]
    assert [line.programme.agenda_id for line in view.idle] == [two.pk]
    assert [len(lines) for _title, lines in view.twice] == [2]
    assert (view.loose, view.deeds) == ((), 2)
    drop(actor=actor, model=MayorTie, key=MayorTie.objects.get().pk, reason="Salah")
    view = mayor_view(actor, today())
    assert [node.id for node in view.loose] == [grove.at["activity"].pk, grove.at["sub"].pk]


def test_only_the_planner_of_the_whole_agency_writes(cast: Cast) -> None:
    for name in ("unit_head", "hr_officer", "auditor"):
        with pytest.raises(RefusedError):
            save_agenda(actor=actor_of(cast.users[name]), title="SDM")
    assert MayorAgenda.objects.count() == 0


def test_what_is_sent_twice_is_refused_at_its_field_and_written_once(cast: Cast, browse: Browse) -> None:
    client = browse(cast.users["programme_planner"])
    agenda = save_agenda(actor=planner(cast), title="SDM")
    for name, data, said, model in (
        ("mayor_programme_new", {"agenda": agenda.pk, "title": "Beasiswa"}, "Program dengan nama ini sudah ada", MayorProgramme),
        ("agenda_new", {"title": "Kota"}, "Agenda dengan nama ini sudah ada", MayorAgenda),
        ("announcement_new", {"programmes": 35, "source": "Siaran pers"}, "Pengumuman ini sudah tercatat", MayorAnnouncement),
    ):
        assert client.post(reverse(f"aims:{name}"), data).status_code == 302
        count = model.objects.count()
        again = client.post(reverse(f"aims:{name}"), data)
        assert (again.status_code, said in again.content.decode(), model.objects.count()) == (422, True, count)


def test_an_agenda_with_programmes_is_not_taken_out(cast: Cast) -> None:
    actor = planner(cast)
    agenda = save_agenda(actor=actor, title="SDM")
    save_programme(actor=actor, agenda_id=agenda.pk, title="Beasiswa")
    with pytest.raises(RefusedError):
        drop(actor=actor, model=MayorAgenda, key=agenda.pk, reason="Salah")
    assert MayorAgenda.objects.count() == 1


def test_a_file_is_tried_before_it_is_written(cast: Cast) -> None:
    plant(cast)
    actor = planner(cast)
    reading = read_file(actor=actor, content=FILE.encode(), file_name="program.csv")
    assert MayorProgramme.objects.count() == 0
    assert reading.new == {"agendas": 2, "programmes": 2, "there": 0, "ties": 1}
    assert [(row, column) for row, column, _what, _way_out in reading.findings] == [
        (4, "Jumlah"), (4, "Sumber agenda"), (5, "Agenda"), (3, "Program"), (4, "Kode simpul"),
    ]  # fmt: skip
    seal = sealed(actor, reading)
    assert write_rows(actor=actor, seal=seal) == {"agendas": 2, "programmes": 2, "ties": 1}
    assert write_rows(actor=actor, seal=seal) == {"agendas": 0, "programmes": 0, "ties": 0}
    rows = MayorProgramme.objects.order_by("pk").values_list("title", "announced_total", "agenda__announced_count")
    assert list(rows) == [("Beasiswa", 1000, 6), ("Taman", None, None)]


def test_a_preview_of_somebody_else_or_a_changed_one_is_refused(cast: Cast) -> None:
    actor = planner(cast)
    seal = sealed(actor, read_file(actor=actor, content=FILE.encode(), file_name="program.csv"))
    with pytest.raises(RefusedError):
        write_rows(actor=actor, seal=seal[:-2] + "xx")
    with pytest.raises(RefusedError):
        write_rows(actor=actor_of(cast.users["hr_officer"]), seal=seal)
    with pytest.raises(UnreadableFileError):
        read_file(actor=actor, content=b"a;b\n1;2\n", file_name="lain.csv")
    assert MayorProgramme.objects.count() == 0


def test_a_file_goes_through_the_browser_and_back(cast: Cast, browse: Browse) -> None:
    plant(cast)
    client = browse(cast.users["programme_planner"])
    sent = client.post(reverse("aims:mayor_load"), {"file": SimpleUploadedFile("program.csv", FILE.encode())}).content.decode()
    assert MayorAgenda.objects.count() == 0
    seal = re.search(r'name="seal" value="([^"]+)"', sent)[1]
    assert client.post(reverse("aims:mayor_load"), {"seal": seal}).status_code == 302
    assert MayorProgramme.objects.count() == 2
    content = client.get(reverse("aims:mayor_download")).content
    book = load_workbook(BytesIO(content))
    assert [cell.value for cell in book.active[6]][:4] == ["SDM", 6, "Berita A", "Beasiswa"]
    again = read_file(actor=planner(cast), content=content, file_name="program.xlsx")
    assert again.new == {"agendas": 0, "programmes": 0, "there": 2, "ties": 1}


def test_the_view_asks_few_questions(cast: Cast, browse: Browse, django_assert_max_num_queries) -> None:
    announced(cast)
    for agenda in MayorAgenda.objects.all():
        for number in range(10):
            save_programme(actor=planner(cast), agenda_id=agenda.pk, title=f"Program {number}")
    client = browse(cast.users["auditor"])
    client.get(reverse("aims:mayor"))
    with django_assert_max_num_queries(16):
        client.get(reverse("aims:mayor"))
