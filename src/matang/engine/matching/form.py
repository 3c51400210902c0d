"""What a fault of a matching says, and whether the two contents can be read at all. Knows nothing of how either was made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PROBLEM_FORMAT = "matang.engine.matching/1"
MATCHED_FORMAT = "matang.engine.matched/1"
PER_PAIR = ("pair_seeker", "pair_place", "pair_rank", "pair_priority")
PER_SEEKER = ("seekers", "seeker_region", "standing")
PER_PLACE = ("places", "host", "period", "kind", "capacity", "least")
PER_REGION = ("regions", "inside", "region_most")
RULES = ("reserves", "place_ceilings", "kind_ceilings")
POINTS_TO = {"pair_seeker": "seekers", "pair_place": "places", "seeker_region": "regions", "inside": "regions"}


def N_(text: str) -> str:  # noqa: N802 - the customary name of the mark for translation
    """Mark a text for translation without translating it."""
    return text


MESSAGES = {
    "format": N_("Berkas %(name)s bukan format %(expected)s."),
    "field": N_("Berkas %(name)s: isian %(field)s tidak ada atau bukan bilangan bulat."),
    "range": N_("Berkas %(name)s: isian %(field)s menunjuk ke urutan %(value)s yang tidak ada."),
    "length": N_("Berkas %(name)s: isian %(field)s berisi %(given)s angka, seharusnya %(expected)s."),
    "digest": N_("Hasil ini dibuat untuk soal lain: sidik jari soal %(actual)s, yang disebut hasil %(stated)s."),
    "others": N_("Daftar %(field)s pada hasil berbeda dari soal."),
    "unknown_place": N_("Peserta %(seeker)s diberi tempat urutan %(place)s yang tidak ada dalam soal."),
    "not_accepted": N_("Peserta %(seeker)s diberi tempat %(place)s, padahal tempat itu tidak menerimanya."),
    "not_wished": N_("Peserta %(seeker)s diberi tempat %(place)s yang tidak dipilihnya."),
    "barred": N_("Peserta %(seeker)s di tempat %(place)s berada di luar batas daerahnya untuk jenis tuan rumah itu."),
    "over_capacity": N_("Tempat %(place)s diisi %(filled)s orang, padahal kursinya %(seats)s."),
    "shut_filled": N_("Tempat %(place)s ditutup, tetapi diisi %(filled)s orang."),
    "shut_without_cause": N_("Tempat %(place)s ditutup, padahal tidak mensyaratkan rombongan terkecil."),
    "too_few": N_("Tempat %(place)s diisi %(filled)s orang, padahal rombongan terkecilnya %(least)s."),
    "region_over": N_("Daerah %(region)s mendapat %(filled)s kursi, padahal batasnya %(most)s."),
    "region_over_at_place": N_("Daerah %(region)s mendapat %(filled)s kursi di tempat %(place)s, padahal batasnya %(most)s."),
    "value": N_("Nilai keseluruhan tertulis %(stated)s, hasil hitung ulang %(actual)s."),
    "empty_seat": N_("Peserta %(seeker)s lebih memilih tempat %(place)s, yang masih punya kursi untuknya."),
    "reserved_seat": N_("Peserta %(seeker)s lebih memilih tempat %(place)s, yang punya kursi khusus daerahnya."),
    "higher_priority": N_("Peserta %(seeker)s lebih memilih tempat %(place)s dan lebih diutamakan daripada peserta %(other)s."),
}


@dataclass(frozen=True)
class MatchFault:
    """One thing that is wrong: its code, and the identifiers and numbers that show it."""

    code: str
    numbers: tuple[tuple[str, Any], ...]

    @property
    def template(self) -> str:
        """Return the Indonesian source text with named places, for translation."""
        return MESSAGES[self.code]

    @property
    def message(self) -> str:
        """Return the Indonesian sentence."""
        return self.template % dict(self.numbers)


def fault(code: str, **numbers: Any) -> MatchFault:
    """Return a fault with its numbers in the order given."""
    return MatchFault(code, tuple(numbers.items()))


def plain(values: Any) -> list[int]:
    """Return a vector as a list; ``TypeError`` when it is none."""
    return values.tolist() if hasattr(values, "tolist") else list(values)


def unreadable(problem: Mapping[str, Any], matching: Mapping[str, Any]) -> list[MatchFault]:
    """Return what keeps the contents from being compared: format, missing or other than whole numbers, lengths, people."""
    for name, content, expected in (("soal", problem, PROBLEM_FORMAT), ("hasil", matching, MATCHED_FORMAT)):
        if content.get("format") != expected:
            return [fault("format", name=name, expected=expected)]
    return [*_problem(problem)] or [*_matching(problem, matching)]


def _problem(problem: Mapping[str, Any]) -> Iterator[MatchFault]:
    """Yield fields of the problem that are missing, of the wrong length, or point nowhere."""
    missing = [field for names in (PER_PAIR, PER_SEEKER, PER_PLACE, PER_REGION) for field in names]
    missing = [field for field in missing if not _whole(problem.get(field))]
    missing += [field for field in RULES if not isinstance(problem.get(field), list | tuple)]
    if not _whole([problem.get("seed")]):
        missing.append("seed")
    yield from (fault("field", name="soal", field=field) for field in missing)
    if missing:
        return
    for names in (PER_PAIR, PER_SEEKER, PER_PLACE, PER_REGION):
        for field in names:
            if len(problem[field]) != len(problem[names[0]]):
                yield fault("length", name="soal", field=field, given=len(problem[field]), expected=len(problem[names[0]]))
    for field, target in POINTS_TO.items():
        known, lowest = len(problem[target]), -1 if target == "regions" else 0
        wrong = next((value for value in plain(problem[field]) if not lowest <= value < known), None)
        if wrong is not None:
            yield fault("range", name="soal", field=field, value=wrong)


def _matching(problem: Mapping[str, Any], matching: Mapping[str, Any]) -> Iterator[MatchFault]:
    """Yield fields of the matching that are missing or about other people."""
    for field in ("seekers", "places", "assigned", "closed"):
        if not _whole(matching.get(field)):
            yield fault("field", name="hasil", field=field)
        elif field in {"seekers", "places"} and plain(matching[field]) != plain(problem[field]):
            yield fault("others", field=field)
        elif field == "assigned" and len(matching[field]) != len(problem["seekers"]):
            yield fault("length", name="hasil", field=field, given=len(matching[field]), expected=len(problem["seekers"]))
    for field in ("value", "bonus"):
        if not _whole([matching.get(field)]):
            yield fault("field", name="hasil", field=field)
    if matching.get("method") not in {"stable", "by_need"}:
        yield fault("field", name="hasil", field="method")


def _whole(values: Any) -> bool:
    """Return whether this is a row of whole numbers."""
    if hasattr(values, "dtype"):
        return bool(values.dtype.kind in "iu" and values.ndim == 1)
    try:
        return all(isinstance(value, int) and not isinstance(value, bool) for value in plain(values))
    except TypeError:
        return False
