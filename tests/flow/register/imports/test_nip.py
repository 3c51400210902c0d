"""The NIP and the PPPK number."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matang.flow.register.services.imports.nip import Fault, Nip, clean, is_pppk, judge, looks_like_nip, without_prefix

births = st.dates(date(1940, 1, 1), date(2010, 12, 31))
months = st.tuples(st.integers(1960, 2030), st.integers(1, 12))
sexes = st.sampled_from("12")
serials = st.integers(0, 999)


@given(births, months, sexes, serials)
def test_every_pns_number_is_read_back(birth: date, start: tuple[int, int], sex: str, serial: int) -> None:
    digits = f"{birth:%Y%m%d}{start[0]}{start[1]:02d}{sex}{serial:03d}"
    expected = Nip(digits, birth, date(start[0], start[1], 1), "male" if sex == "1" else "female")
    assert judge(digits, pppk=False) == expected
    assert is_pppk(digits) is False


@given(births, st.integers(2019, 2030), st.integers(21, 29), sexes, serials)
def test_no_pppk_number_is_refused_for_its_month(birth: date, year: int, code: int, sex: str, serial: int) -> None:
    digits = f"{birth:%Y%m%d}{year}{code}{sex}{serial:03d}"
    judged = judge(digits, pppk=True)
    assert isinstance(judged, Nip)
    assert judged.start is None
    assert is_pppk(digits) is True
    assert judge(digits, pppk=False) == Fault("nip_month_13")


@given(st.text(max_size=40))
def test_any_text_gets_an_answer(text: str) -> None:
    digits, _marked = clean(text)
    assert isinstance(judge(digits, pppk=False), Nip | Fault)


@given(births, months, sexes, serials)
def test_marks_do_not_change_the_number(birth: date, start: tuple[int, int], sex: str, serial: int) -> None:
    digits = f"{birth:%Y%m%d}{start[0]}{start[1]:02d}{sex}{serial:03d}"
    written = f"'{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"
    assert clean(written) == (digits, True)
    assert clean(f"NIP. {written}") == (digits, True)
    assert clean(f" {digits} ") == (digits, False)
    assert clean(f"NIP : {digits}") == (digits, False)


@pytest.mark.parametrize(
    ("digits", "code"),
    [
        ("", "nip_missing"),
        ("19800131200501200", "nip_17_digits"),
        ("1980013120050120011", "nip_length"),
        ("131234567", "nip_length"),
        ("1980013120050I2001", "nip_not_digits"),
        ("198013312005012001", "nip_birth_invalid"),
        ("198002302005012001", "nip_birth_invalid"),
        ("198001312005132001", "nip_month_13"),
        ("198001312005002001", "nip_month_13"),
        ("198001312005013001", "nip_sex_digit"),
        ("1.98001312005012e+17".replace(".", ""), "nip_as_number"),
        ("1,98001E+17", "nip_as_number"),
    ],
)
def test_each_fault_has_its_code(digits: str, code: str) -> None:
    assert judge(digits, pppk=False) == Fault(code)


def test_what_looks_like_a_number_below_a_name() -> None:
    assert looks_like_nip("NIP. 19800131200501200")
    assert looks_like_nip("198001312005012001")
    assert not looks_like_nip("Siti 2")
    assert not looks_like_nip("NIP")
    assert without_prefix("NIP. '1980") == "'1980"
