"""Another book of parameters: what a legal officer proposes in a file, and what an agency decides for itself."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matang import rules

ON, LATER = date(2026, 11, 23), date(2028, 6, 1)
HEAD = "source: pp-11-2017, article: pasal 239 ayat (2), confidence: V1, last_checked: 2026-11-23"
PROPOSED = f"""
retirement.age:
  values:
    pengawas:
      - {{from: 2028-01-01, value: 60, {HEAD}}}
"""
BORN_1969 = {"post_kind": "pengawas", "birth_date": date(1969, 3, 9)}


def book_with(folder: Path, text: str) -> rules.Book:
    """Return the shipped book as a proposed file would change it."""
    path = folder / "proposed.yaml"
    path.write_text(text)
    return rules.load_book(overlay=path)


def test_the_same_person_gets_two_answers_from_two_books(tmp_path: Path) -> None:
    """Retired by the shipped book, in service by the proposed one; nothing is changed for anybody else."""
    book = book_with(tmp_path, PROPOSED)
    shipped = rules.answer("retirement.is_still_in_service", BORN_1969, LATER)
    proposed = rules.answer("retirement.is_still_in_service", BORN_1969, LATER, book=book)
    assert (shipped.outcome, proposed.outcome) == (rules.Outcome.FAIL, rules.Outcome.PASS)
    assert proposed.message().text() == "Batas usia pensiun 60 tahun; pensiun mulai 1 April 2029."
    assert rules.RETIREMENT_DAY.trace(BORN_1969, on=LATER).shown == date(2027, 4, 1)
    assert rules.RETIREMENT_DAY.trace(BORN_1969, on=LATER, book=book).shown == date(2029, 4, 1)


def test_earlier_days_keep_their_value(tmp_path: Path) -> None:
    """A proposal holds from its first day on; what held before is cut off there, and other lines are untouched."""
    book = book_with(tmp_path, PROPOSED)
    line = book.parameters["retirement.age"].values["pengawas"]
    assert [(value.begin, value.end, value.value) for value in line] == [
        (date(2017, 4, 7), date(2028, 1, 1), 58),
        (date(2028, 1, 1), None, 60),
    ]
    assert book.parameters["retirement.age"].values["pelaksana"] == rules.PARAMETERS["retirement.age"].values["pelaksana"]
    assert rules.RETIREMENT_AGE.trace({"post_kind": "pengawas"}, on=date(2027, 12, 31), book=book).value == 58
    assert rules.PARAMETERS["retirement.age"].values["pengawas"][0].end is None


def test_columns_and_grid_take_the_other_book_too(tmp_path: Path) -> None:
    """Many people and posts, two books, two answers."""
    book = book_with(
        tmp_path,
        PROPOSED
        + """
eligibility.education_minimum:
  values:
    pengawas:
      - {from: 2017-04-07, value: s1, source: pp-11-2017, article: pasal 54, confidence: V1, last_checked: 2026-11-23}
""",
    )
    people, posts = rules.columns(education=["d3", "s1"]), rules.columns(post_kind=["pengawas"])
    law = (rules.RULES["eligibility.has_enough_education"],)
    assert rules.grid(law, people, posts, on=ON).outcome.tolist() == [[1], [1]]
    assert rules.grid(law, people, posts, on=ON, book=book).outcome.tolist() == [[0], [1]]
    assert rules.assess(law, {"post_kind": "pengawas", "education": "d3"}, on=ON, book=book).outcome is rules.Outcome.FAIL
    low, high = rules.RETIREMENT_AGE.columns(posts, on=LATER, book=book)
    assert (low.tolist(), high.tolist()) == ([60], [60])


@pytest.mark.parametrize("key", sorted(rules.ALL))
def test_every_question_reads_the_book_it_is_given(key: str) -> None:
    """With a book of the same values the answer is the same; with a book that says nothing there is nothing to say."""
    same = rules.Book(rules.SOURCES, dict(rules.PARAMETERS))
    empty = rules.Book(
        rules.SOURCES,
        {
            name: rules.Parameter(
                name, known.label, known.unit, known.by, {}, words=known.words, decimals=known.decimals, local=known.local
            )
            for name, known in rules.PARAMETERS.items()
        },
    )
    case = {fact.key: _some(fact) for fact in rules.needs(key)} | {"held_kind": "pengawas"}
    assert rules.answer(key, case, ON, book=same) == rules.answer(key, case, ON)
    silent = rules.answer(key, case, ON, book=empty)
    assert silent.references == () or {reference.article for reference in silent.references} == {silent.item.reference.article}
    if key != "identity.is_nip_readable":  # its form is no parameter
        assert silent.outcome is rules.Outcome.CANNOT_TELL


def _some(fact: rules.Fact) -> object:
    """Return some value of a fact."""
    if fact.kind is rules.Kind.DATE:
        return date(1980, 5, 1)
    if fact.kind is rules.Kind.NUMBER:
        return min(max(fact.least, 10), fact.most)
    return "198005012005011003" if fact.kind is rules.Kind.TEXT else fact.choices[0].key


def test_a_proposal_may_bring_its_sources(tmp_path: Path) -> None:
    """A new instrument stands in the file that cites it, and only once."""
    text = """
sources:
  pp-1-2027:
    title: PP 1/2027
    about: contoh
    in_force: 2027-01-01
    url: ""
learning.floor:
  values:
    pns:
      - {from: 2027-01-01, value: 24.5, source: pp-1-2027, article: pasal 3, confidence: V1, last_checked: 2026-11-23}
"""
    book = book_with(tmp_path, text)
    found = rules.number("learning.floor", on=date(2027, 1, 1), line="pns", book=book)
    assert (found.value, str(found.reference)) == (2450, "PP 1/2027 pasal 3")
    assert rules.said(book.parameters["learning.floor"], found) == rules.Quantity(Decimal("24.5"), "JP")
    with pytest.raises(rules.LoadError, match=r"proposed\.yaml: sources: pp-11-2017: is in the book already"):
        book_with(tmp_path, text.replace("pp-1-2027", "pp-11-2017"))


def test_a_folder_of_proposals_is_read_together(tmp_path: Path) -> None:
    """Every YAML file of it; the same parameter in two files, or none at all, is refused."""
    (tmp_path / "a.yaml").write_text(PROPOSED)
    (tmp_path / "b.yaml").write_text(
        PROPOSED.replace("retirement.age", "retirement.age_by_statute").replace("pengawas", "teacher")
    )
    book = rules.load_book(overlay=tmp_path)
    assert rules.number("retirement.age_by_statute", on=LATER, line="teacher", book=book).value == 60
    (tmp_path / "c.yaml").write_text(PROPOSED)
    with pytest.raises(rules.LoadError, match=r"c\.yaml: retirement\.age: stands in two files"):
        rules.load_book(overlay=tmp_path)
    (tmp_path / "none").mkdir()
    with pytest.raises(rules.LoadError, match="none: holds no YAML file"):
        rules.load_book(overlay=tmp_path / "none")


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("retirement.age:", "retirement.height:", "no rule reads this parameter"),
        ("pengawas", "lurah", "'lurah' is not one of"),
        ("value: 60", "value: baik", "expected a number, not a word"),
        ("value: 60", "value: [a, b]", "expected a number, not a list of words"),
        ("value: 60", "value: 60.5", "no value a parameter can have"),
        ("  values:", "  unit: bulan\n  values:", "unit is 'tahun' in the book, not 'bulan'"),
        ("  values:", "  wert: 3\n  values:", "unknown field wert"),
        ("  values:", "  unit: tahun\n  lines:", "values is missing"),
        (", article: pasal 239 ayat (2)", "", "article is missing"),
        ("confidence: V1", "confidence: M", "must be marked unverified"),
        ("source: pp-11-2017", "source: pp-9-2099", "source 'pp-9-2099' is not in sources/"),
        ("source: pp-11-2017, ", "", "source is missing"),
        ("retirement.age:", "retirement.age: 3\nx:", "expected a mapping"),
    ],
)
def test_a_proposal_nobody_answers_for_is_refused(tmp_path: Path, before: str, after: str, message: str) -> None:
    """The message says what is wrong, and the shipped book stays as it is."""
    assert before in PROPOSED
    with pytest.raises(rules.LoadError, match=message.replace("(", r"\(").replace("[", r"\[")):
        book_with(tmp_path, PROPOSED.replace(before, after, 1))
    assert rules.number("retirement.age", on=LATER, line="pengawas").value == 58


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, r"proposed\.yaml: cannot be read"),
        (b"\xff\xfe\x00", r"proposed\.yaml: "),
        (b"", r"proposed\.yaml: expected a mapping"),
        (b"? [a, b]\n: 3\n", "a list cannot be a key"),
        (PROPOSED.replace("2028-01-01", "2028-13-45").encode(), r"proposed\.yaml: month must be"),
        (PROPOSED.replace("source: pp-11-2017", "source: [pp-11-2017]").encode(), "is not in sources/"),
        (PROPOSED.replace("value: 60", "value: 60, 1: 2, x: 3").encode(), "unknown field 1"),
        (PROPOSED.replace("value: 60", "value: 99999999999").encode(), "no value a parameter can have"),
    ],
)
def test_an_ugly_file_is_refused_and_named(tmp_path: Path, content: bytes | None, message: str) -> None:
    """Missing, not text, empty, or with dates and fields that cannot be: always the one error that names the file."""
    path = tmp_path / "proposed.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(rules.LoadError, match=message):
        rules.load_book(overlay=path)


PENGAWAS = rules.columns(post_kind=["pengawas"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    begin=st.integers(0, len(PROPOSED)),
    length=st.integers(0, 12),
    put=st.sampled_from(["", "- ", ": ", "[", "}", "*", "&a ", "null", "1e999", "2028-02-30", "!!python/none", "\t", "ya", "\n"]),
)
def test_a_damaged_file_is_taken_or_refused_but_never_breaks(tmp_path: Path, begin: int, length: int, put: str) -> None:
    """Whatever stands in a file, there is a book that answers, or the one error that says where and what."""
    path = tmp_path / "proposed.yaml"
    path.write_text(PROPOSED[:begin] + put + PROPOSED[begin + length :])
    try:
        book = rules.load_book(overlay=path)
    except rules.LoadError as error:
        where, _, what = str(error).partition(": ")
    else:
        where, what = [ages.shape for ages in rules.RETIREMENT_AGE.columns(PENGAWAS, on=LATER, book=book)]
        assert (where, what) == ((1,), (1,))
    assert where
    assert what


def test_a_proposed_word_must_be_one_of_its_fact(tmp_path: Path) -> None:
    """A grade that is none, and a box that is none, are refused when the file is read."""
    text = """
eligibility.grade_minimum:
  values:
    pengawas:
      - {from: 2027-01-01, value: V/a, source: pp-11-2017, article: pasal 54, confidence: V1, last_checked: 2026-11-23}
"""
    with pytest.raises(rules.LoadError, match=r"grade: 'V/a' is not one of"):
        book_with(tmp_path, text)
    assert book_with(tmp_path, text.replace("V/a", "III/b")).parameters["eligibility.grade_minimum"].words == "grade"


def test_a_gap_between_book_and_proposal_is_refused(tmp_path: Path) -> None:
    """Where the shipped value ends, the proposed one must begin."""
    first = book_with(tmp_path, PROPOSED.replace("value: 60", "until: 2030-01-01, value: 60"))
    assert first.parameters["retirement.age"].on(date(2030, 1, 1), "pengawas") is None
    folder = tmp_path / "folder"
    (folder / "sources").mkdir(parents=True)
    (folder / "parameters").mkdir()
    (folder / "sources" / "all.yaml").write_text((Path(rules.__file__).parent / "sources" / "instruments.yaml").read_text())
    shipped = PROPOSED.replace("  values:", "  label: usia\n  unit: tahun\n  by: post_kind\n  values:")
    (folder / "parameters" / "all.yaml").write_text(shipped.replace("value: 60", "until: 2030-01-01, value: 60"))
    (folder / "next.yaml").write_text(PROPOSED.replace("2028-01-01", "2030-01-02"))
    with pytest.raises(rules.LoadError, match="from 2030-01-02: leaves a gap after the value from 2028-01-01"):
        rules.load_book(folder, overlay=folder / "next.yaml")
    assert rules.load_book(folder).parameters.keys() == {"retirement.age"}


def test_an_agency_decides_what_is_left_to_it() -> None:
    """Cut-offs of the talent box: in doubt until decided; the decision is the source that is shown, and it is verified."""
    facts = {"performance_score": 85, "potential_score": 78}
    assert rules.TALENT_BOX_BY_SCORE.trace(facts, on=ON)[0] is None
    book = rules.BOOK
    for key, value in (("talent.middle_from", 75), ("talent.high_from", Decimal("84.5"))):
        book = rules.decided(
            book, key, value, begin=date(2026, 1, 1), source=rules.SOURCES["agency-decision"], article="800/12/2026"
        )
    category, references = rules.TALENT_BOX_BY_SCORE.trace(facts, on=ON, book=book)
    assert category is not None
    assert category.key == "7"
    decision = next(reference for reference in references if reference.source.key == "agency-decision")
    assert (str(decision), decision.unverified) == ("Keputusan instansi 800/12/2026", False)
    assert rules.TALENT_BOX_BY_SCORE.trace(facts, on=date(2025, 12, 31), book=book)[0] is None


def test_an_agency_does_not_decide_the_law() -> None:
    """What is not left to it, a decision without number, and a word for a number are refused."""
    source = rules.SOURCES["agency-decision"]
    with pytest.raises(rules.LoadError, match=r"retirement\.age: is not for an agency to decide"):
        rules.decided(rules.BOOK, "retirement.age", 70, begin=ON, source=source, article="1/2026", line="pengawas")
    with pytest.raises(rules.LoadError, match="article is empty"):
        rules.decided(rules.BOOK, "talent.high_from", 70, begin=ON, source=source, article=" ")
    with pytest.raises(rules.LoadError, match="expected a number, not a word"):
        rules.decided(rules.BOOK, "talent.high_from", "tinggi", begin=ON, source=source, article="1/2026")


@pytest.mark.parametrize(
    ("key", "line", "value", "message"),
    [
        ("talent.high_from", "workshop", 80, "is the same for all, not 'workshop'"),
        ("learning.jp_national", rules.EVERY, 8, r"differs by jp_kind, not '\*'"),
        ("learning.jp_national", "picnic", 8, "jp_kind: 'picnic' is not one of"),
        ("learning.jp_national", "workshop", 10**9, "no value a parameter can have"),
        ("index.licence_counts", rules.EVERY, "perhaps", "licence_counts: 'perhaps' is not one of"),
    ],
)
def test_a_decision_fits_its_parameter(key: str, line: str, value: int | str, message: str) -> None:
    """The line and the words must be those the parameter knows, the number one that can be."""
    source = rules.SOURCES["agency-decision"]
    with pytest.raises(rules.LoadError, match=message):
        rules.decided(rules.BOOK, key, value, begin=ON, source=source, article="1/2026", line=line)


def test_a_workshop_counts_what_the_agency_decided() -> None:
    """By line: one kind of development is decided, the others stay."""
    book = rules.decided(
        rules.BOOK,
        "learning.jp_national",
        8,
        begin=date(2026, 1, 1),
        source=rules.SOURCES["agency-decision"],
        article="800/13/2026",
        line="workshop",
    )
    workshop = {"jp_kind": "workshop", "jp_place": "national", "jp_quantity": 1}
    assert rules.answer("learning.how_many_hours", workshop, ON, book=book).message().text() == "8 JP"
    assert rules.answer("learning.how_many_hours", {**workshop, "jp_kind": "seminar"}, ON, book=book).message().text() == "4 JP"


def test_a_value_is_shown_in_its_words() -> None:
    """A quantity, a word, a list, "not set", an interval, and everybody."""

    def shown(key: str, line: str = rules.EVERY) -> object:
        found = rules.said(rules.PARAMETERS[key], rules.number(key, on=ON, line=line))
        if isinstance(found, tuple):
            return [term.label for term in found]
        return found.text() if isinstance(found, rules.Message) else str(found)

    assert shown("transfer.months_minimum") == "24 bulan"
    assert shown("credit.coefficient", "jf_ahli_pertama") == "12,5 angka kredit"
    assert shown("eligibility.education_minimum", "pengawas") == "D-III"
    assert shown("eligibility.age_maximum", "pengawas") == "tidak diatur"
    assert shown("talent.high_from") == "antara 81 poin dan 90 poin"
    assert shown("social_data.publication_day") == "20"
    assert shown("index.licence_counts") == "tidak dihitung"
    assert shown("eligibility.employment_kinds", "pelaksana") == ["semua"]
    assert shown("rating.matrix", "above") == ["Kurang", "Baik", "Sangat Baik"]


def test_every_value_of_the_book_can_be_shown() -> None:
    """Whatever a page shows of a parameter is a text without holes."""
    for parameter in rules.PARAMETERS.values():
        for line in parameter.values.values():
            for value in line:
                found = rules.said(parameter, value)
                for part in found if isinstance(found, tuple) else (found,):
                    text = rules.Message.of("%(value)s", value=part).text()
                    assert text, parameter.key
                    assert text == " ".join(text.split()), parameter.key
                    assert "None" not in text, parameter.key


def test_a_licence_counts_where_the_agency_says_so() -> None:
    """Fifteen points of functional training for a licence, by the agency's own setting."""
    case = {
        "employment_kind": "pns", "post_kind": "jf_ahli_muda", "education": "s1", "functional_training": "absent",
        "has_licence": "present", "technical_jp": 0, "seminar_last_two_years": "absent", "appraisal_form": "none",
        "heaviest_penalty": "none",
    }  # fmt: skip
    book = rules.decided(
        rules.BOOK,
        "index.licence_counts",
        "counted",
        begin=date(2026, 1, 1),
        source=rules.SOURCES["agency-decision"],
        article="2/2026",
    )
    assert rules.answer("index.how_professional", case, ON).message().text() == "20 poin"
    assert rules.answer("index.how_professional", case, ON, book=book).message().text() == "35 poin"
