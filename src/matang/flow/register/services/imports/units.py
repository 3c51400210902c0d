"""Match the unit names of a file with the units of the register. Only an exact or a confirmed spelling is taken as it is."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from matang.flow.register.services.imports.cells import one_line

NEAR = 86  # similarity of two spellings of one name; below it a name is another one
SHOWN = 5
_MARKS = re.compile(r"[^A-Z0-9 ]+")
_NUMBERS = re.compile(r"\d+|\b[IVX]+\b")
_SHORT = {
    "KEL": "KELURAHAN", "KEC": "KECAMATAN", "PKM": "PUSKESMAS", "PUSK": "PUSKESMAS", "DIN": "DINAS", "SEKRET": "SEKRETARIAT",
    "SETDA": "SEKRETARIAT DAERAH", "SETWAN": "SEKRETARIAT DPRD", "SDN": "SD NEGERI", "SMPN": "SMP NEGERI", "SMAN": "SMA NEGERI",
    "TKN": "TK NEGERI", "RSUD": "RSU", "DINKES": "DINAS KESEHATAN", "DISDIK": "DINAS PENDIDIKAN", "DISDIKBUD":
    "DINAS PENDIDIKAN DAN KEBUDAYAAN", "DINSOS": "DINAS SOSIAL", "DISHUB": "DINAS PERHUBUNGAN", "DISPAR": "DINAS PARIWISATA",
    "DISKOMINFO": "DINAS KOMUNIKASI DAN INFORMATIKA", "DISPERINDAG": "DINAS PERINDUSTRIAN DAN PERDAGANGAN", "DISNAKER":
    "DINAS TENAGA KERJA", "DISPERKIM": "DINAS PERUMAHAN DAN KAWASAN PERMUKIMAN", "DISDUKCAPIL":
    "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL", "BAPPEDA": "BADAN PERENCANAAN PEMBANGUNAN DAERAH", "BAPENDA":
    "BADAN PENDAPATAN DAERAH", "SATPOL": "SATUAN POLISI PAMONG", "DISPUSIP": "DINAS PERPUSTAKAAN DAN KEARSIPAN",
}  # fmt: skip
_SMALL = frozenset({"DAN", "SERTA", "DI", "KE", "UNTUK", "PADA"})


@lru_cache(maxsize=65_536)
def plain_name(name: str) -> str:
    """Return a unit name without case, punctuation and the difference of ``&`` and ``dan``."""
    return " ".join(_MARKS.sub(" ", name.upper().replace("&", " DAN ").replace("/", " ")).split())


def expand(name: str) -> str:
    """Return a plain name with the usual short forms written out."""
    return " ".join(_SHORT.get(word, word) for word in name.split())


def initials(name: str) -> str:
    """Return the first letters of a plain name's main words: ``BKPSDMD``."""
    return "".join(word[0] for word in name.split() if word not in _SMALL)


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit of the register. ``top`` is the plain name of the agency's department (OPD) above it, or of itself."""

    id: int
    name: str
    top: str


@dataclass(frozen=True, slots=True)
class Match:
    """What became of a name: ``code`` empty = taken as ``unit``; else the code of the finding, with candidates, best first."""

    unit: KnownUnit | None
    code: str = ""
    candidates: tuple[KnownUnit, ...] = ()


class UnitIndex:
    """All units of an agency by name. ``aliases`` are confirmed spellings (plain name → unit id)."""

    def __init__(self, units: Iterable[KnownUnit], aliases: Mapping[str, int]) -> None:
        self._exact: dict[str, list[KnownUnit]] = defaultdict(list)
        self._plain: dict[str, list[KnownUnit]] = defaultdict(list)
        self._by_id: dict[int, KnownUnit] = {}
        for unit in units:
            self._exact[unit.name].append(unit)
            self._plain[plain_name(unit.name)].append(unit)
            self._by_id[unit.id] = unit
        self._aliases = aliases
        self._initials: dict[str, list[str]] = defaultdict(list)
        for name in self._plain:
            if len(name.split()) > 1:
                self._initials[initials(name)].append(name)
        self._numbers = {name: tuple(_NUMBERS.findall(name)) for name in self._plain}
        self._expanded = {name: expand(name) for name in self._plain}
        self._answers: dict[tuple[str, str], Match] = {}

    def __len__(self) -> int:
        return len(self._by_id)

    def knows(self, name: str) -> bool:
        """True when a name is a unit's, up to case and punctuation."""
        return plain_name(name) in self._plain

    def match(self, written: str, top: str = "") -> Match:
        """Return what becomes of a name as written in a cell; ``top`` is the department written beside it."""
        key = (written, top)
        if key not in self._answers:
            self._answers[key] = self._match(written, top)
        return self._answers[key]

    def _match(self, written: str, top: str) -> Match:
        exact = self._one_of(self._exact[written], top) if written in self._exact else None
        if exact is not None and exact.unit:
            return exact
        alias = self._aliases.get(plain_name(written))
        if alias in self._by_id:
            return Match(self._by_id[alias])
        if exact is not None:
            return exact
        near = self._plain.get(plain_name(written)) or [
            unit for name in self._near(plain_name(written)) for unit in self._plain[name]
        ]
        if near:
            return Match(None, "unit_spelling", tuple(near[:SHOWN]))
        return Match(None, "unit_unknown")

    def _one_of(self, units: list[KnownUnit], top: str) -> Match:
        if len(units) == 1:
            return Match(units[0])
        below = [unit for unit in units if unit.top == plain_name(top)]
        return Match(below[0]) if len(below) == 1 else Match(None, "unit_ambiguous", tuple((below or units)[:SHOWN]))

    def _near(self, name: str) -> list[str]:
        """Return known plain names that a slip or a short form could have made into ``name``."""
        long, numbers = expand(name), tuple(_NUMBERS.findall(name))
        if len(name) <= 10 and " " not in name:
            close = [(fuzz.ratio(name, short), known) for short, names in self._initials.items() for known in names]
            if hits := sorted(((score, known) for score, known in close if score >= 80), reverse=True):
                return [known for _score, known in hits]
        hits = process.extract(long, self._expanded, scorer=fuzz.ratio, score_cutoff=NEAR, limit=SHOWN * 4)
        hits += process.extract(long, self._expanded, scorer=fuzz.token_sort_ratio, score_cutoff=NEAR + 4, limit=SHOWN)
        if long != name:  # a short form may stand for the beginning of a longer name
            hits += [(known, 80.0, known) for known, full in self._expanded.items() if full.startswith(long + " ")]
        ordered = sorted(hits, key=lambda hit: -hit[1])
        return list(dict.fromkeys(key for _text, _score, key in ordered if self._numbers[key] == numbers))


def tidy(written: str) -> str:
    """Return a cell's unit name on one line, as it is compared and shown."""
    return one_line(written)
