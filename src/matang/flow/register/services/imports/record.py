"""A row that was read: what the file says about one person. Unknown values are None or empty."""

from dataclasses import dataclass
from datetime import date

from matang.flow.register.choices import EducationLevel, EmploymentKind, IncumbencyKind, PostKind, ServiceState, Sex


@dataclass(slots=True)
class Record:
    """One person as a file states them; what it does not state is None or empty.

    ``appointed`` and ``sex_in_nip`` come from the number, for a person who is new. ``unit`` is the id of the matched
    unit, None while a question about its name is open.
    """

    sheet: int
    row: int
    nip: str
    kind: EmploymentKind
    name: str
    title_front: str
    title_back: str
    birth_date: date
    birth_place: str
    sex: Sex | None
    sex_in_nip: Sex
    service_start: date | None
    appointed: date | None
    grade: str | None
    grade_from: date | None
    state: ServiceState | None
    post: str
    post_kind: PostKind
    holding: IncumbencyKind
    echelon: str
    post_from: date | None
    unit: int | None
    unit_written: str
    education_level: EducationLevel | None
    education: str
    education_year: int | None
    school: str
