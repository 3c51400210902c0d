"""Papers: typeset from data alone, kept with a fingerprint, found again by their code."""

import re
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client

from matang.foundation.documents.codes import LETTERS, new_code, read_code
from matang.foundation.documents.models import IssuedDocument
from matang.foundation.documents.selectors import documents_about, issued_by_code
from matang.foundation.documents.services import Paper, issue, withdraw
from matang.foundation.documents.typesetting import TypesettingError, typeset
from matang.foundation.files.models import StoredFile
from matang.foundation.files.services import open_file
from matang.foundation.tenancy import context
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast

SOURCE = Path(__file__).parent / "paper.typ"
MOMENT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
HOSTILE = '#read("/etc/passwd") #import "x" $ \\ " <a> *b* _c_ ]'
DATA = {
    "agency": "Pemerintah Kota Palu",
    "title": "Berita acara",
    "code_label": "Kode",
    "code_note": "",
    "rows": [["Waktu", "x"]],
}


def paper(text: str = "Isi.") -> Paper:
    return Paper(
        kind="Berita acara",
        title="Berita acara tim penilai kinerja",
        subject="meeting:1",
        name="berita-acara.pdf",
        source=SOURCE,
        data={"rows": [["Waktu", "23 November 2026"]], "text": text},
        check_at="http://localhost/periksa/",
    )


def content_of(document: IssuedDocument) -> bytes:
    with open_file(document.file) as file:
        return file.read()


def test_the_same_data_give_the_same_bytes() -> None:
    made = [typeset(SOURCE, {**DATA, "text": "Isi"}, made_at=MOMENT, code="7271-K3MX-0Q9D-T4WE") for _ in range(2)]
    assert made[0][:5] == b"%PDF-"
    assert made[0] == made[1]


def test_what_people_typed_is_never_read_as_a_command() -> None:
    """Signs of the typesetting language, quotes and brackets come out as they went in."""
    plain = typeset(SOURCE, {**DATA, "text": "Isi"}, made_at=MOMENT, code="7271-K3MX-0Q9D-T4WE")
    hostile = typeset(SOURCE, {**DATA, "text": HOSTILE}, made_at=MOMENT, code="7271-K3MX-0Q9D-T4WE")
    assert b"root:" not in hostile
    assert len(hostile) < len(plain) + 20_000


def test_data_that_do_not_fit_are_a_fault_of_the_program() -> None:
    with pytest.raises(TypesettingError, match=r"paper\.typ"):
        typeset(SOURCE, {**DATA}, made_at=MOMENT, code="7271-K3MX-0Q9D-T4WE")


def test_codes_are_random_and_clear() -> None:
    made = {new_code("7271") for _ in range(1000)}
    assert len(made) == 1000
    assert all(re.fullmatch(rf"7271(-[{LETTERS}]{{4}}){{3}}", code) for code in made)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("7271-K3MX-0Q9D-T4WE", ("7271", "7271-K3MX-0Q9D-T4WE")),
        (" 7271-k3mx-oq9d-t4we ", ("7271", "7271-K3MX-0Q9D-T4WE")),
        ("7271 – K3MX – 0Q9D – T4WE", ("7271", "7271-K3MX-0Q9D-T4WE")),
        ("KAB-01-K3MX-0Q9D-T4WE", ("KAB-01", "KAB-01-K3MX-0Q9D-T4WE")),
        ("7271-K3MX-0Q9D", None),
        ("7271-K3MX-0Q9D-T4W", None),
        ("7271-K3MX-0Q9D-T4W!", None),
        ("-K3MX-0Q9D-T4WE", None),
        ("", None),
    ],
)
def test_a_code_is_read_as_people_type_it(typed: str, read: tuple[str, str] | None) -> None:
    assert read_code(typed) == read


@pytest.mark.django_db
def test_an_issued_paper_is_kept_and_found_by_its_code_from_outside(cast: Cast) -> None:
    with acting_in(cast.palu.pk):
        made = issue(agency_id=cast.palu.pk, actor_id=None, paper=paper())
        assert documents_about(cast.palu.pk, "meeting:1") == [made]
        content = content_of(made)
    assert sha256(content).hexdigest() == made.sha256
    with transaction.atomic():
        context.enter(None, None)
        assert IssuedDocument.objects.count() == 0
        found = issued_by_code(made.code.lower())
    assert found is not None
    assert (found.title, found.agency, found.sha256, found.withdrawn_at) == (
        "Berita acara tim penilai kinerja", cast.palu.name, made.sha256, None
    )  # fmt: skip
    assert issued_by_code("7271-0000-0000-0000") is None
    assert issued_by_code("9999-K3MX-0Q9D-T4WE") is None


@pytest.mark.django_db
def test_another_agency_does_not_see_it(cast: Cast) -> None:
    with acting_in(cast.palu.pk):
        issue(agency_id=cast.palu.pk, actor_id=None, paper=paper())
    with acting_in(cast.malang.pk):
        assert IssuedDocument.objects.count() == 0
        assert documents_about(cast.palu.pk, "meeting:1") == []


@pytest.mark.django_db
def test_a_paper_that_cannot_be_typeset_leaves_nothing(cast: Cast) -> None:
    with acting_in(cast.palu.pk):
        broken = Paper(**{**{f: getattr(paper(), f) for f in Paper.__dataclass_fields__}, "data": {}})
        with pytest.raises(TypesettingError):
            issue(agency_id=cast.palu.pk, actor_id=None, paper=broken)
        assert (IssuedDocument.objects.count(), StoredFile.objects.count()) == (0, 0)


@pytest.mark.django_db
def test_withdrawing_needs_a_reason_and_happens_once(cast: Cast) -> None:
    with acting_in(cast.palu.pk):
        made = issue(agency_id=cast.palu.pk, actor_id=None, paper=paper())
        with pytest.raises(ValueError, match="reason"):
            withdraw(made, actor_id=None, reason=" ")
        withdraw(made, actor_id=None, reason="Keliru tanggal")
        first = made.withdrawn_at
        withdraw(made, actor_id=None, reason="Lagi")
        made.refresh_from_db()
        assert (made.withdrawn_at, made.withdrawn_reason) == (first, "Keliru tanggal")
        with pytest.raises(IntegrityError, match="issueddocument_withdrawn_with_reason"), transaction.atomic():
            IssuedDocument.objects.filter(pk=made.pk).update(withdrawn_reason="")


@pytest.mark.django_db
def test_anybody_may_compare_a_file_and_nothing_is_kept(cast: Cast, client: Client) -> None:
    with acting_in(cast.palu.pk):
        made = issue(agency_id=cast.palu.pk, actor_id=None, paper=paper())
        content = content_of(made)
    page = f"/periksa/{made.code}/"
    same = client.post(page, {"file": SimpleUploadedFile("a.pdf", content)}).content.decode()
    other = client.post(page, {"file": SimpleUploadedFile("a.pdf", content + b"\n")}).content.decode()
    assert ("Sama persis" in same, "Berbeda" in same) == (True, False)
    assert ("Sama persis" in other, "Berbeda" in other) == (False, True)
    with acting_in(cast.palu.pk):
        assert StoredFile.objects.count() == 1


@pytest.mark.django_db
def test_a_code_leads_to_its_page_and_an_unknown_one_says_so(cast: Cast, client: Client) -> None:
    assert client.get("/periksa/", {"kode": "7271-k3mx-oq9d-t4we"})["Location"] == "/periksa/7271-K3MX-0Q9D-T4WE/"
    assert "bukan kode verifikasi" in client.get("/periksa/", {"kode": "abc"}).content.decode()
    unknown = client.get("/periksa/7271-K3MX-0Q9D-T4WE/")
    assert unknown.status_code == 404
    assert "tidak dikenal" in unknown.content.decode()


@pytest.mark.django_db
def test_a_withdrawn_paper_says_so_without_its_reason(cast: Cast, client: Client) -> None:
    with acting_in(cast.palu.pk):
        made = issue(agency_id=cast.palu.pk, actor_id=None, paper=paper())
        withdraw(made, actor_id=None, reason="Menyebut Ratna Contoh")
    said = client.get(f"/periksa/{made.code}/").content.decode()
    assert "sudah dicabut" in said
    assert "Ratna" not in said
