"""Changing the dictionary: what a file would do is shown first, ids stay, and everything can be taken back until used."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from matang.flow.needs.choices import ChangeState
from matang.flow.needs.models import Competency, CompetencyText, DictionaryEdition
from matang.flow.needs.public import NewEvidence, ensure_dictionary, record_many, set_standard
from matang.flow.needs.selectors.dictionary import DictionaryQuestion, texts_asked
from matang.flow.needs.selectors.standards import competencies_at, core_ids
from matang.flow.needs.services.dictionary import editions, manual
from matang.flow.needs.services.dictionary.planning import Plan, plan_edition
from matang.flow.needs.services.dictionary.reading import read_dictionary
from matang.flow.needs.services.dictionary.workbook import dictionary_workbook
from matang.flow.register.models import Incumbency
from matang.flow.register.public import UnreadableFileError
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.models import Decision
from matang.foundation.clock.services import today
from tests.cast import Cast

HEAD = "kode,kompetensi,definisi,level,deskripsi_level,no_indikator,indikator_perilaku\n"
SOON = timedelta(days=30)


@pytest.fixture
def codes(cast: Cast) -> dict[str, int]:
    return ensure_dictionary(cast.palu.pk)


@pytest.fixture
def officer(cast: Cast) -> Actor:
    return actor_of(cast.users["hr_officer"])


def official(code: str, name: str, *, indicators: int = 2) -> str:
    """Return the rows of one competency in the shape of the published dictionary."""
    return "".join(
        f'{code},{name},"Arti {name}, resmi",{level},Mampu {name} tingkat {level},{level}.{n},Perilaku {level}.{n};\n'
        for level in range(1, 6)
        for n in range(1, indicators + 1)
    )


def load(officer: Actor, text: str, day: date | None = None, *, whole: bool = False) -> DictionaryEdition:
    found = read_dictionary(text.encode(), "kamus.csv")
    return editions.prepare_edition(
        actor=officer,
        title="Kamus resmi",
        source="Peraturan Contoh 1/2026",
        effective_from=day or today(),
        content={"entries": found.entries, "skipped": found.skipped},
        findings=found.findings,
        whole=whole,
    )


def actions(plan: Plan) -> dict[str, tuple[str, ...]]:
    return {item.key: item.actions for item in plan.items}


def test_official_texts_stand_beside_ours_and_the_key_stays(codes: dict[str, int], officer: Actor) -> None:
    edition = load(officer, HEAD + official("MAN.1", "Integritas"))
    assert actions(plan_edition(edition)) == {"man.1": ("text",)}
    assert CompetencyText.objects.filter(competency_id=codes["MAN.1"]).count() == 1
    editions.apply_edition(actor=officer, edition_id=edition.pk)
    before, after = CompetencyText.objects.filter(competency_id=codes["MAN.1"])
    assert (before.valid_to, after.valid_from, after.valid_to, after.source) == (
        today(),
        today(),
        None,
        "Peraturan Contoh 1/2026",
    )
    assert after.levels[2] == {
        "short": "Memastikan orang yang dipimpinnya bekerja sesuai aturan.",
        "official": "Mampu Integritas tingkat 3",
        "indicators": ["Perilaku 3.1;", "Perilaku 3.2;"],
    }
    assert after.definition == "Arti Integritas, resmi"
    assert (Decision.objects.get().kind, Decision.objects.get().payload["tally"]["text"]) == ("needs.dictionary_changed", 1)


def test_loading_the_same_again_changes_nothing(codes: dict[str, int], officer: Actor) -> None:
    text = HEAD + official("MAN.1", "Integritas")
    editions.apply_edition(actor=officer, edition_id=load(officer, text).pk)
    again = load(officer, text)
    assert actions(plan_edition(again)) == {"man.1": ("same",)}
    editions.apply_edition(actor=officer, edition_id=again.pk)
    assert CompetencyText.objects.filter(competency_id=codes["MAN.1"]).count() == 2


def test_what_is_downloaded_loads_again_without_a_change(codes: dict[str, int], officer: Actor) -> None:
    editions.apply_edition(actor=officer, edition_id=load(officer, HEAD + official("MAN.1", "Integritas")).pk)
    book = dictionary_workbook(texts_asked(officer, DictionaryQuestion(today())))
    found = read_dictionary(book, "kamus.xlsx")
    assert (len(found.entries), found.findings) == (len(codes), [])
    edition = editions.prepare_edition(
        actor=officer, title="Ulang", source="x", effective_from=today(), content={"entries": found.entries}, whole=True
    )
    tally = plan_edition(edition).tally
    assert tally == dict.fromkeys(tally, 0) | {"same": len(codes)}


def test_a_known_code_with_another_name_is_a_rename_from_its_day_on(codes: dict[str, int], officer: Actor) -> None:
    day = today() + SOON
    edition = load(officer, HEAD + official("MAN.2", "Kolaborasi"), day)
    assert actions(plan_edition(edition)) == {"man.2": ("rename", "text")}
    editions.apply_edition(actor=officer, edition_id=edition.pk)

    def name_on(at: date) -> str:
        return next(each.name for each in competencies_at(officer.agency_id, at) if each.pk == codes["MAN.2"])

    assert (name_on(day - timedelta(days=1)), name_on(day)) == ("Kerja sama", "Kolaborasi")
    assert Competency.objects.get(pk=codes["MAN.2"]).name == "Kerja sama"
    assert editions.refresh_names(officer.agency_id, day) == 1
    assert Competency.objects.get(pk=codes["MAN.2"]).name == "Kolaborasi"
    assert editions.refresh_names(officer.agency_id, day) == 0


def test_an_equal_name_under_another_code_is_taken_for_the_same_unless_the_officer_says_no(
    codes: dict[str, int], officer: Actor
) -> None:
    edition = load(officer, HEAD + official("M.2", "Kerja Sama"))
    plan = plan_edition(edition)
    assert (plan.items[0].actions, plan.items[0].question.likeness, plan.open_questions) == (("rename", "recode", "text"), 100, 0)
    edition = editions.answer_questions(actor=officer, edition_id=edition.pk, answers={"m.2": "new"})
    assert plan_edition(edition).items[0].actions == ("create",)
    edition = editions.answer_questions(actor=officer, edition_id=edition.pk, answers={"m.2": "same"})
    editions.apply_edition(actor=officer, edition_id=edition.pk)
    assert Competency.objects.get(code="M.2").pk == codes["MAN.2"]
    assert plan_edition(load(officer, HEAD + official("MAN.2", "Kerja Sama"))).items[0].competency_id == codes["MAN.2"]


def test_a_close_name_must_be_answered_before_anything_is_written(codes: dict[str, int], officer: Actor) -> None:
    edition = load(officer, HEAD + official("T.9", "Perencanaan Pembangunan Daerah"))
    plan = plan_edition(edition)
    question = plan.items[0].question
    assert (question.competency_id, question.answer, plan.open_questions) == (codes["TEK.REN"], "", 1)
    with pytest.raises(editions.OpenQuestionError):
        editions.apply_edition(actor=officer, edition_id=edition.pk)
    assert Competency.objects.count() == len(codes)
    editions.answer_questions(actor=officer, edition_id=edition.pk, answers={"t.9": "new"})
    editions.apply_edition(actor=officer, edition_id=edition.pk)
    made = Competency.objects.get(code="T.9")
    assert (made.field, made.name, made.pk in codes.values()) == ("technical", "Perencanaan Pembangunan Daerah", False)


def test_a_whole_list_retires_what_it_leaves_out_in_its_groups_only(codes: dict[str, int], officer: Actor) -> None:
    edition = load(officer, HEAD + official("MAN.1", "Integritas") + official("MAN.2", "Kerja sama"), whole=True)
    plan = plan_edition(edition)
    retired = sorted(item.code for item in plan.items if item.actions == ("retire",))
    assert retired == ["MAN.3", "MAN.4", "MAN.5", "MAN.6", "MAN.7", "MAN.8"]
    editions.answer_questions(actor=officer, edition_id=edition.pk, answers={f"retire:{codes['MAN.3']}": "keep"})
    editions.apply_edition(actor=officer, edition_id=edition.pk)
    assert len(core_ids(officer.agency_id, today())) == 4
    assert len(core_ids(officer.agency_id, today() - timedelta(days=1))) == 9
    assert Competency.objects.as_at(today()).filter(pk=codes["MAN.4"]).exists() is False


def test_a_competency_with_a_refused_row_is_left_as_it_is_and_not_retired(codes: dict[str, int], officer: Actor) -> None:
    bad = official("MAN.2", "Kerja sama").replace(",3,Mampu", ",7,Mampu", 1)
    edition = load(officer, HEAD + official("MAN.1", "Integritas") + bad, whole=True)
    assert [(found["code"], found["row"], found["value"]) for found in edition.findings] == [("level_invalid", 16, "7")]
    assert codes["MAN.2"] not in {item.competency_id for item in plan_edition(edition).items}


def test_what_posts_ask_for_is_not_retired(cast: Cast, codes: dict[str, int], officer: Actor) -> None:
    post = Incumbency.objects.get(person=cast.people["superior"]).post
    set_standard(actor=officer, post_id=post.pk, competency_id=codes["TEK.KES"], level=3, must=True, valid_from=date(2026, 1, 1))
    with pytest.raises(ValidationError, match="masih diminta oleh 1 jabatan"):
        manual.retire(actor=officer, competency_id=codes["TEK.KES"], effective_from=today(), reason="Digabung")
    assert CompetencyText.objects.get(competency_id=codes["TEK.KES"]).valid_to is None


WORDING = manual.Wording(
    "TEK.GIS", "Pemetaan wilayah", "Perencanaan", "Membuat peta", tuple(f"Tingkat {n}." for n in range(1, 6))
)


def test_an_officer_adds_rewords_retires_and_revives_a_technical_competency(codes: dict[str, int], officer: Actor) -> None:
    start = today() - timedelta(days=90)
    manual.save_technical(actor=officer, wording=WORDING, effective_from=start, reason="SK 1")
    made = Competency.objects.get(code="TEK.GIS")
    other = manual.Wording("TEK.GIS", "Informasi geospasial", "Komunikasi dan informatika", "Membuat peta", WORDING.levels)
    edition = manual.save_technical(
        actor=officer, wording=other, effective_from=start + SOON, reason="SK 2", competency_id=made.pk
    )
    assert (edition.tally["rename"], edition.tally["move"], edition.tally["text"]) == (1, 1, 0)
    manual.retire(actor=officer, competency_id=made.pk, effective_from=today(), reason="SK 3")
    manual.revive(actor=officer, competency_id=made.pk, effective_from=today() + SOON, reason="SK 4")

    def on(day: date) -> list[str]:
        return [each.name for each in competencies_at(officer.agency_id, day) if each.pk == made.pk]

    assert [on(start), on(start + SOON), on(today()), on(today() + SOON)] == [
        ["Pemetaan wilayah"], ["Informasi geospasial"], [], ["Informasi geospasial"],
    ]  # fmt: skip
    again = manual.save_technical(
        actor=officer, wording=other, effective_from=today() + SOON, reason="SK 5", competency_id=made.pk
    )
    assert again is None
    assert DictionaryEdition.objects.count() == 4


@pytest.mark.parametrize(("code", "name", "field"), [("tek.kes", "Lain", "code"), ("TEK.X", "integritas", "name")])
def test_a_taken_code_or_name_is_refused(codes: dict[str, int], officer: Actor, code: str, name: str, field: str) -> None:
    with pytest.raises(ValidationError) as caught:
        manual.save_technical(
            actor=officer, wording=manual.Wording(code, name, "", "", ("",) * 5), effective_from=today(), reason="SK"
        )
    assert list(caught.value.error_dict) == [field]
    assert (Competency.objects.count(), DictionaryEdition.objects.count()) == (len(codes), 0)


def test_managerial_competencies_change_by_file_only(codes: dict[str, int], officer: Actor) -> None:
    with pytest.raises(RefusedError):
        manual.retire(actor=officer, competency_id=codes["MAN.1"], effective_from=today(), reason="x")
    assert DictionaryEdition.objects.count() == 0


def test_undo_brings_back_texts_names_and_days(codes: dict[str, int], officer: Actor) -> None:
    rows = list(CompetencyText.objects.order_by("pk").values("pk", "name", "valid_from", "valid_to", "levels"))
    text = HEAD + official("MAN.1", "Kejujuran") + official("T.1", "Hal Baru")
    edition = load(officer, text, whole=True)
    editions.apply_edition(actor=officer, edition_id=edition.pk)
    assert Competency.objects.get(pk=codes["MAN.1"]).name == "Kejujuran"
    editions.undo_edition(actor=officer, edition_id=edition.pk, reason="Salah berkas")
    assert list(CompetencyText.objects.order_by("pk").values("pk", "name", "valid_from", "valid_to", "levels")) == rows
    assert Competency.objects.get(pk=codes["MAN.1"]).name == "Integritas"
    assert Competency.objects.filter(valid_to__isnull=False).count() == 0
    assert Competency.objects.count() == len(codes)
    edition.refresh_from_db()
    assert (edition.state, edition.undone_reason) == (ChangeState.UNDONE, "Salah berkas")
    assert editions.undo_edition(actor=officer, edition_id=edition.pk, reason="lagi").undone_reason == "Salah berkas"


def test_a_change_of_the_same_day_replaces_the_text_and_its_undo_brings_it_back(codes: dict[str, int], officer: Actor) -> None:
    first = load(officer, HEAD + official("MAN.1", "Satu"))
    editions.apply_edition(actor=officer, edition_id=first.pk)
    second = load(officer, HEAD + official("MAN.1", "Dua"))
    editions.apply_edition(actor=officer, edition_id=second.pk)
    with pytest.raises(RefusedError, match="lebih baru"):
        editions.undo_edition(actor=officer, edition_id=first.pk, reason="x")
    editions.undo_edition(actor=officer, edition_id=second.pk, reason="x")
    assert [text.name for text in CompetencyText.objects.filter(competency_id=codes["MAN.1"])] == ["Integritas", "Satu"]
    editions.undo_edition(actor=officer, edition_id=first.pk, reason="x")
    assert [text.name for text in CompetencyText.objects.filter(competency_id=codes["MAN.1"])] == ["Integritas"]


def test_what_was_used_cannot_be_taken_back(cast: Cast, codes: dict[str, int], officer: Actor) -> None:
    made = manual.save_technical(actor=officer, wording=WORDING, effective_from=today(), reason="SK 1")
    worded = load(officer, HEAD + official("MAN.1", "Integritas"))
    editions.apply_edition(actor=officer, edition_id=worded.pk)
    person, key = cast.people["servant"].pk, Competency.objects.get(code="TEK.GIS").pk
    record_many(cast.palu.pk, [NewEvidence(person, each, 2, "test", today()) for each in (key, codes["MAN.1"])], day=today())
    with pytest.raises(RefusedError, match="sudah dipakai"):
        editions.undo_edition(actor=officer, edition_id=made.pk, reason="x")
    with pytest.raises(RefusedError, match="sudah ada bukti"):
        editions.undo_edition(actor=officer, edition_id=worded.pk, reason="x")
    assert Competency.objects.filter(pk=key).exists()


def test_what_changed_since_it_was_looked_at_is_not_written(codes: dict[str, int], officer: Actor) -> None:
    edition = load(officer, HEAD + official("MAN.1", "Integritas"))
    digest = plan_edition(edition).digest
    editions.apply_edition(actor=officer, edition_id=load(officer, HEAD + official("MAN.1", "Lain")).pk)
    with pytest.raises(editions.StaleError):
        editions.apply_edition(actor=officer, edition_id=edition.pk, digest=digest)
    assert DictionaryEdition.objects.get(pk=edition.pk).state == ChangeState.DRAFT


def test_an_earlier_day_than_a_later_change_is_refused(codes: dict[str, int], officer: Actor) -> None:
    editions.apply_edition(actor=officer, edition_id=load(officer, HEAD + official("MAN.1", "Nanti"), today() + SOON).pk)
    item = plan_edition(load(officer, HEAD + official("MAN.1", "Kini"))).items[0]
    assert (item.actions, item.finding["code"]) == (("refused",), "later_text")


def test_a_file_without_the_columns_is_refused_with_their_names(codes: dict[str, int]) -> None:
    with pytest.raises(UnreadableFileError, match="kompetensi; level"):
        read_dictionary(b"nip,nama\n1,2\n", "x.csv")


def test_only_officers_of_the_whole_agency_change_it(cast: Cast, codes: dict[str, int], officer: Actor) -> None:
    edition = load(officer, HEAD + official("MAN.1", "Integritas"))
    for name in ("unit_head", "auditor", "civil_servant", "no_role"):
        with pytest.raises(RefusedError):
            editions.apply_edition(actor=actor_of(cast.users[name]), edition_id=edition.pk)
    assert DictionaryEdition.objects.get().state == ChangeState.DRAFT
