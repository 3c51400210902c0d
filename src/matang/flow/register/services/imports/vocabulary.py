"""Words that files use for closed lists: kind of employment, standing, sex, level of education."""

from functools import lru_cache

from matang.flow.register.choices import EducationLevel, EmploymentKind, ServiceState, Sex

_SEX = dict.fromkeys(("M", "L", "LK", "LAKI LAKI", "LAKI", "PRIA", "MALE", "1"), Sex.MALE) | dict.fromkeys(
    ("F", "P", "PR", "PEREMPUAN", "WANITA", "FEMALE", "2"), Sex.FEMALE
)
_STATES = (
    ("CUTI", ServiceState.LEAVE),
    ("CLTN", ServiceState.LEAVE),
    ("PEMBERHENTIAN SEMENTARA", ServiceState.SUSPENDED),
    ("DIBERHENTIKAN SEMENTARA", ServiceState.SUSPENDED),
    ("SKORSING", ServiceState.SUSPENDED),
    ("TUGAS BELAJAR", ServiceState.STUDY),
    ("PENSIUN", ServiceState.RETIRED),
    ("PURNA", ServiceState.RETIRED),
    ("MENINGGAL", ServiceState.DECEASED),
    ("WAFAT", ServiceState.DECEASED),
    ("BERHENTI", ServiceState.LEFT),
    ("PEMBERHENTIAN", ServiceState.LEFT),
    ("PINDAH", ServiceState.LEFT),
    ("TIDAK AKTIF", ServiceState.INACTIVE),
    ("NON AKTIF", ServiceState.INACTIVE),
    ("NONAKTIF", ServiceState.INACTIVE),
)
_LEVELS = (
    (("S3", "DOKTOR"), EducationLevel.S3),
    (("S2", "MAGISTER", "PASCASARJANA"), EducationLevel.S2),
    (("PROFESI", "SPESIALIS"), EducationLevel.PROFESSION),
    (("D3", "DIII", "DIPLOMA3", "DIPLOMAIII", "SARJANAMUDA"), EducationLevel.D3),
    (("D4", "DIV", "DIPLOMA4", "DIPLOMAIV"), EducationLevel.D4),
    (("D2", "DII", "DIPLOMA2", "DIPLOMAII"), EducationLevel.D2),
    (("D1", "DI", "DIPLOMA1", "DIPLOMAI"), EducationLevel.D1),
    (("S1", "SARJANA"), EducationLevel.S1),
    (("SLTA", "SMA", "SMK", "SMU", "MA", "STM", "SMEA", "SPG", "SPK"), EducationLevel.SMA),
    (("SLTP", "SMP", "MTS"), EducationLevel.SMP),
    (("SD", "MI", "SEKOLAHDASAR"), EducationLevel.SD),
)  # fmt: skip


@lru_cache(maxsize=1024)
def read_sex(written: str) -> Sex:
    """Return the sex that a cell names; unknown when it names none."""
    return _SEX.get(" ".join(written.upper().replace("-", " ").split()), Sex.UNKNOWN)


@lru_cache(maxsize=1024)
def read_state(written: str) -> ServiceState | None:
    """Return the standing, None when the words are not known."""
    words = " ".join(written.upper().replace("-", " ").split())
    found = next((state for mark, state in _STATES if mark in words), None)
    return found or (ServiceState.ACTIVE if "AKTIF" in words or words in {"PNS", "CPNS", "PPPK"} else None)


@lru_cache(maxsize=1024)
def read_kind(*written: str) -> EmploymentKind | None:
    """Return PNS or PPPK when one of the cells names it."""
    words = " ".join(written).upper()
    if "PPPK" in words or "P3K" in words or "PERJANJIAN KERJA" in words:
        return EmploymentKind.PPPK
    return EmploymentKind.PNS if "PNS" in words or "PEGAWAI NEGERI" in words else None


@lru_cache(maxsize=4096)
def read_level(level: str, education: str) -> EducationLevel | None:
    """Return the level of education from its own column, else from the beginning of the education's name."""
    for text in (level, education):
        tight = text.upper().replace("-", "").replace(".", "").replace(" ", "")
        first = text.upper().replace("-", "").replace(".", "").split(" ")[0].split("/")[0] if text else ""
        for marks, found in _LEVELS:
            if first in marks or (len(tight) > 3 and any(len(mark) > 3 and tight.startswith(mark) for mark in marks)):
                return found
    return None
