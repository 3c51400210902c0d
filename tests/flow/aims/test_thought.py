"""Papers of thought: saved as one goes, nothing of two lost, refused while somebody is missing, kept as versions, issued."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from matang.flow.aims.models import Aim, ThoughtEffort, ThoughtPaper, ThoughtVersion
from matang.flow.aims.selectors.thought.feeding import covered, feeds_of
from matang.flow.aims.selectors.thought.papers import efforts_of, lacks_of
from matang.flow.aims.services.thought.efforts import EffortDetails, drop_effort, effort_version, plant_effort, save_effort
from matang.flow.aims.services.thought.papers import issue_version
from matang.flow.aims.services.thought.writing import (
    IncompleteError,
    begin_paper,
    close_paper,
    mark_of,
    save_answer,
    submit_paper,
)
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from matang.foundation.documents.models import IssuedDocument
from tests.cast import Cast
from tests.flow.aims.planting import Grove, planner, plant
from tests.http import ActorClient

Browse = type[ActorClient]


def say(actor: Actor, paper: ThoughtPaper, **answers: str) -> None:
    for key, value in answers.items():
        paper.refresh_from_db()
        save_answer(actor=actor, paper_id=paper.pk, key=key, value=value, seen=mark_of(getattr(paper, key)))


def whole(cast: Cast, grove: Grove, **more: object) -> ThoughtPaper:
    """Return a paper that can be submitted."""
    actor = planner(cast)
    paper = begin_paper(actor=actor, aim_id=grove.at["programme"].pk)
    say(
        actor, paper, problem="Balita pendek", cause="Kader tidak tahu melapor", expected="Semua dikunjungi", output="Daftar anak"
    )
    say(actor, paper, feedback_on=str(today().replace(year=today().year + 1, day=1)))
    said = {
        "text": "Kunjungan rumah", "actor_unit_id": cast.units["clinic"].pk, "carer_unit_id": cast.units["social"].pk,
        "indicator": "Anak dikunjungi", "measure_unit": "Anak", "mission_id": grove.at["mission"].pk,
    }  # fmt: skip
    save_effort(actor=actor, paper_id=paper.pk, details=EffortDetails(**{**said, **more}))
    return paper


def test_one_paper_is_open_for_a_subject(cast: Cast) -> None:
    grove, actor = plant(cast), planner(cast)
    first = begin_paper(actor=actor, aim_id=grove.at["programme"].pk)
    assert begin_paper(actor=actor, aim_id=grove.at["programme"].pk).pk == first.pk
    close_paper(actor=actor, paper_id=first.pk, reason="Diganti")
    assert begin_paper(actor=actor, aim_id=grove.at["programme"].pk).pk != first.pk
    with pytest.raises(RefusedError):
        begin_paper(actor=actor, aim_id=grove.at["programme"].pk, unit_id=cast.units["health"].pk)


def test_a_head_writes_the_own_unit_only(cast: Cast) -> None:
    plant(cast)
    head, other = actor_of(cast.users["unit_head"]), actor_of(cast.users["other_unit_head"])
    paper = begin_paper(actor=head, unit_id=cast.units["clinic"].pk)
    for act in (
        lambda: begin_paper(actor=other, unit_id=cast.units["health"].pk),
        lambda: save_answer(actor=other, paper_id=paper.pk, key="problem", value="X", seen=mark_of("")),
        lambda: submit_paper(actor=other, paper_id=paper.pk),
        lambda: begin_paper(actor=head, unit_id=cast.units["malang"].pk),
    ):
        with pytest.raises(RefusedError):
            act()
    paper.refresh_from_db()
    assert (paper.problem, ThoughtPaper.objects.count()) == ("", 1)


def test_the_second_of_two_is_told_and_nothing_is_lost(cast: Cast) -> None:
    plant(cast)
    head, actor = actor_of(cast.users["unit_head"]), planner(cast)
    paper = begin_paper(actor=head, unit_id=cast.units["health"].pk)
    seen = mark_of("")
    assert save_answer(actor=head, paper_id=paper.pk, key="problem", value="Pertama", seen=seen).theirs is None
    assert save_answer(actor=actor, paper_id=paper.pk, key="problem", value="Kedua", seen=seen).theirs == "Pertama"
    paper.refresh_from_db()
    assert paper.problem == "Pertama"
    assert save_answer(actor=actor, paper_id=paper.pk, key="problem", value="Pertama", seen=seen).theirs is None
    again = save_answer(actor=actor, paper_id=paper.pk, key="problem", value="Kedua", seen=mark_of("Pertama"))
    assert (again.theirs, again.paper.problem) == (None, "Kedua")
    assert save_answer(actor=head, paper_id=paper.pk, key="cause", value="Lain", seen=seen).theirs is None


@pytest.mark.parametrize(
    ("missing", "key"),
    [
        ({"actor_unit_id": None}, "no_actor"),
        ({"carer_unit_id": None}, "no_carer"),
        ({"indicator": ""}, "no_indicator"),
        ({"mission_id": None}, "no_mission"),
    ],
)
def test_an_effort_that_nobody_carries_is_refused(cast: Cast, missing: dict[str, object], key: str) -> None:
    paper = whole(cast, plant(cast), **missing)
    with pytest.raises(IncompleteError) as refused:
        submit_paper(actor=planner(cast), paper_id=paper.pk)
    assert [(lack.key, lack.effort.text) for lack in refused.value.lacks] == [(key, "Kunjungan rumah")]
    paper.refresh_from_db()
    assert (paper.state, paper.version, ThoughtVersion.objects.count()) == ("draft", 0, 0)


def test_the_page_says_each_lack_with_a_link_to_its_place(cast: Cast, browse: Browse) -> None:
    paper = whole(cast, plant(cast), carer_unit_id=None)
    effort = efforts_of(paper)[0]
    client = browse(cast.users["programme_planner"])
    answer = client.post(reverse("aims:thought", args=[paper.pk]))
    assert answer.status_code == 422
    link = reverse("aims:effort_change", args=[paper.pk, effort.pk])
    assert re.search(rf'<a href="{link}">Upaya “Kunjungan rumah”</a>: belum ada yang meneruskan', answer.content.decode())


def test_every_submission_is_kept_and_a_second_click_makes_no_second_version(cast: Cast) -> None:
    grove, actor = plant(cast), planner(cast)
    paper = whole(cast, grove)
    assert submit_paper(actor=actor, paper_id=paper.pk).number == 1
    assert submit_paper(actor=actor, paper_id=paper.pk).number == 1
    say(actor, paper, problem="Balita pendek di tiga kelurahan")
    assert ThoughtPaper.objects.get(pk=paper.pk).state == "draft"
    assert submit_paper(actor=actor, paper_id=paper.pk).number == 2
    said = ThoughtVersion.objects.order_by("number").values_list("content", flat=True)
    assert [one["answers"]["problem"] for one in said] == ["Balita pendek", "Balita pendek di tiga kelurahan"]
    assert said[0]["efforts"] == [
        {
            "text": "Kunjungan rumah", "actor": "Puskesmas Contoh", "carer": "Dinas Sosial",
            "indicator": "Anak dikunjungi (Anak)", "mission": "Meningkatkan mutu hidup warga",
        }
    ]  # fmt: skip


def test_dates_and_lengths_are_refused_in_words(cast: Cast) -> None:
    grove, actor = plant(cast), planner(cast)
    paper = begin_paper(actor=actor, aim_id=grove.at["programme"].pk)
    for key, value in (("feedback_on", "2026-02-30"), ("problem", "x" * 4001)):
        with pytest.raises(ValidationError):
            save_answer(actor=actor, paper_id=paper.pk, key=key, value=value, seen=mark_of(""))
    with pytest.raises(RefusedError):
        save_answer(actor=actor, paper_id=paper.pk, key="state", value="closed", seen=mark_of("draft"))
    say(actor, paper, feedback_on=str(today()))
    assert "feedback_past" not in {lack.key for lack in lacks_of(ThoughtPaper.objects.get(), [], today())}


def test_an_effort_becomes_an_activity_once(cast: Cast) -> None:
    grove, actor = plant(cast), planner(cast)
    paper = whole(cast, grove)
    effort = efforts_of(paper)[0]
    with pytest.raises(RefusedError):
        plant_effort(actor=actor_of(cast.users["unit_head"]), effort_id=effort.pk, programme_id=grove.at["programme"].pk)
    assert Aim.objects.count() == 7
    made = plant_effort(actor=actor, effort_id=effort.pk, programme_id=grove.at["programme"].pk)
    assert plant_effort(actor=actor, effort_id=effort.pk, programme_id=grove.at["programme"].pk).pk == made.pk
    assert (made.level, made.title, made.parent_id) == ("activity", "Kunjungan rumah", grove.at["programme"].pk)
    assert (made.doer_unit_id, made.carer_unit_id) == (cast.units["clinic"].pk, cast.units["social"].pk)
    assert [one.name for one in made.indicators.all()] == ["Anak dikunjungi"]
    with pytest.raises(RefusedError):
        drop_effort(actor=actor, paper_id=paper.pk, effort_id=effort.pk)
    before = Aim.objects.count()
    with pytest.raises(RefusedError):
        plant_effort(actor=actor_of(cast.users["unit_head"]), effort_id=effort.pk, programme_id=grove.at["programme"].pk)
    assert (Aim.objects.count(), ThoughtEffort.objects.count()) == (before, 1)


def test_an_effort_changed_meanwhile_is_not_written_over(cast: Cast) -> None:
    grove, actor = plant(cast), planner(cast)
    paper = whole(cast, grove)
    effort = efforts_of(paper)[0]
    seen = effort_version(effort)
    save_effort(actor=actor, paper_id=paper.pk, effort_id=effort.pk, details=EffortDetails(text="Satu"), seen=seen)
    with pytest.raises(RefusedError):
        save_effort(actor=actor, paper_id=paper.pk, effort_id=effort.pk, details=EffortDetails(text="Dua"), seen=seen)
    assert [one.text for one in efforts_of(paper)] == ["Satu"]


def test_papers_that_feed_each_other_are_shown(cast: Cast) -> None:
    grove, actor = plant(cast), planner(cast)
    mine = begin_paper(actor=actor, aim_id=grove.at["programme"].pk)
    theirs = begin_paper(actor=actor, unit_id=cast.units["social"].pk)
    say(actor, mine, resources="Rp180 juta dan daftar keluarga penerima bantuan")
    say(actor, theirs, output="Daftar keluarga penerima bantuan terbaru")
    mine.refresh_from_db()
    theirs.refresh_from_db()
    assert [(feed.paper.pk, feed.gives, feed.share) for feed in feeds_of(actor, mine)] == [(theirs.pk, True, 0.8)]
    assert [(feed.paper.pk, feed.gives) for feed in feeds_of(actor, theirs)] == [(mine.pk, False)]
    assert covered("Daftar", "daftar hadir") == 0.0


def test_a_version_is_issued_once_with_a_code(cast: Cast, browse: Browse) -> None:
    paper = whole(cast, plant(cast))
    submit_paper(actor=planner(cast), paper_id=paper.pk)
    made = issue_version(actor=planner(cast), paper_id=paper.pk, number=1)
    assert issue_version(actor=planner(cast), paper_id=paper.pk, number=1).pk == made.pk
    assert IssuedDocument.objects.count() == 1
    client = browse(cast.users["auditor"])
    page = client.get(reverse("aims:thought_version", args=[paper.pk, 1])).content.decode()
    assert made.code in page
    file = client.get(reverse("aims:thought_document", args=[made.pk]))
    assert b"".join(file.streaming_content if file.streaming else [file.content]).startswith(b"%PDF")


def test_the_browser_saves_while_one_writes_and_without_scripts(cast: Cast, browse: Browse) -> None:
    grove = plant(cast)
    client = browse(cast.users["programme_planner"])
    client.post(f"{reverse('aims:thought_new')}?simpul={grove.at['programme'].pk}")
    paper = ThoughtPaper.objects.get()
    ask = reverse("aims:thought_ask", args=[paper.pk, "problem"])
    seen = re.search(r'name="seen" value="(\w+)"', client.get(ask).content.decode())[1]
    quiet = client.post(ask, {"answer": "Balita", "seen": seen}, headers={"HX-Request": "true"}).content.decode()
    assert "Tersimpan" in quiet
    assert mark_of("Balita") in quiet
    told = client.post(ask, {"answer": "Anak", "seen": seen}, headers={"HX-Request": "true"}).content.decode()
    assert "Orang lain baru saja menulis" in told
    slow = client.post(ask, {"answer": "Anak", "seen": seen})
    assert (slow.status_code, ThoughtPaper.objects.get().problem) == (409, "Balita")
    assert ">Anak</textarea>" in slow.content.decode()
    gone_on = client.post(ask, {"answer": "Anak", "seen": seen, "over": mark_of("Balita")})
    assert gone_on.headers["Location"] == reverse("aims:thought_ask", args=[paper.pk, "evidence"])
    assert ThoughtPaper.objects.get().problem == "Anak"


def test_the_list_asks_few_questions(cast: Cast, browse: Browse, django_assert_max_num_queries) -> None:
    grove, actor = plant(cast), planner(cast)
    for name in ("programme", "activity", "sub", "objective"):
        begin_paper(actor=actor, aim_id=grove.at[name].pk)
    client = browse(cast.users["auditor"])
    client.get(reverse("aims:thoughts"))
    with django_assert_max_num_queries(12):
        page = client.get(reverse("aims:thoughts")).content.decode()
    assert page.count("<tr><th scope=") == 5
