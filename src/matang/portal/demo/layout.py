"""Units and posts of a demonstration city, without a database."""

from dataclasses import dataclass, field

from matang.portal.demo import facts

FIRST_OPD = (
    "SETDA",
    "BKPSDMD",
    "BKPSDM",
    "BAPPEDA",
    "DINKES",
    "DISDIKBUD",
    "DINSOS",
    "DPU",
    "BPKAD",
    "DPRP",
    "DISKOMINFO",
    "DLH",
)
SCHOOLS = (
    ("TK", "TK Negeri Pembina {n} Palu", 8, 9),
    ("SD", "SD Negeri {n} Palu", 96, 23),
    ("SMP", "SMP Negeri {n} Palu", 22, 44),
)


@dataclass(slots=True)
class PostPlan:
    """A post to be made. ``seats`` is how many hold it; a vacant post has none."""

    unit: "UnitPlan"
    name: str
    kind: str
    echelon: str = ""
    job_class: int | None = None
    seats: int = 1
    capacity: int = 1


@dataclass(slots=True)
class UnitPlan:
    """A unit to be made. ``where`` says which staff patterns fit; ``weight`` is its share of the staff."""

    code: str
    name: str
    kind: str
    field: str
    where: str = "office"
    weight: float = 0
    parent: "UnitPlan | None" = None
    region: str = ""
    posts: list[PostPlan] = field(default_factory=list)

    @property
    def top(self) -> "UnitPlan":
        """The OPD that this unit belongs to."""
        return self if self.parent is None else self.parent.top

    def add(self, name: str, kind: str, echelon: str, job_class: int) -> None:
        """Add a post for one person."""
        self.posts.append(PostPlan(self, name, kind, echelon, job_class))


def _office(unit: UnitPlan, parts: list[str], heading: str) -> list[UnitPlan]:
    """Give an office its head, its secretariat and its parts; return the new units."""
    unit.add(heading, "jpt_pratama", "II/b", 14)
    secretariat = UnitPlan(f"{unit.code}.S", f"Sekretariat {unit.name}", "Sekretariat", unit.field, parent=unit)
    secretariat.add(f"Sekretaris {unit.name}", "administrator", "III/a", 12)
    for desk in ("Umum dan Kepegawaian", "Keuangan dan Aset", "Perencanaan Program"):
        secretariat.add(f"Kepala Subbagian {desk} {unit.name}", "pengawas", "IV/a", 9)
    made = [secretariat]
    for number, part in enumerate(parts, start=1):
        bureau = UnitPlan(f"{unit.code}.{number}", _part_name(part), "Bidang", unit.field, parent=unit)
        bureau.add(_part_head(part, unit.name), "administrator", "III/b", 11)
        if unit.weight >= 80:
            bureau.add(f"Kepala Seksi Operasional {part}", "pengawas", "IV/a", 9)
        made.append(bureau)
    share = unit.weight / len(made)
    for child in made:
        child.weight = share
    unit.weight = 0
    return made


def _part_name(part: str) -> str:
    return part if part.startswith(("Bagian", "Inspektur")) else f"Bidang {part}"


def _part_head(part: str, owner: str) -> str:
    if part.startswith("Inspektur"):
        return part
    return f"Kepala {_part_name(part)}" if part.startswith("Bagian") else f"Kepala Bidang {part} {owner}"


def _regional_secretariat(unit: UnitPlan) -> None:
    unit.add("Sekretaris Daerah", "jpt_pratama", "II/a", 15)
    for name in ("Pemerintahan dan Kesejahteraan Rakyat", "Perekonomian dan Pembangunan", "Administrasi Umum"):
        unit.add(f"Asisten {name}", "jpt_pratama", "II/b", 14)
    for name in ("Hukum, Politik, dan Pemerintahan", "Ekonomi dan Pembangunan", "Kemasyarakatan dan SDM"):
        unit.add(f"Staf Ahli Bidang {name}", "jpt_pratama", "II/b", 13)


def _hospital(unit: UnitPlan, parts: list[str]) -> list[UnitPlan]:
    unit.where = "hospital"
    unit.add(f"Direktur {unit.name}", "jpt_pratama", "II/b", 13)
    for name in ("Pelayanan", "Umum dan Keuangan"):
        unit.add(f"Wakil Direktur {name} {unit.name}", "administrator", "III/a", 12)
    made = []
    for number, part in enumerate(parts, start=1):
        bureau = UnitPlan(
            f"{unit.code}.{number}",
            f"Bidang {part} {unit.name}",
            "Bidang",
            unit.field,
            "hospital",
            unit.weight / len(parts),
            unit,
        )
        bureau.add(f"Kepala Bidang {part} {unit.name}", "administrator", "III/b", 11)
        for desk in ("Pengembangan Mutu", "Sumber Daya"):
            bureau.add(f"Kepala Seksi {desk} {part} {unit.name}", "pengawas", "IV/a", 9)
        made.append(bureau)
    unit.weight = 0
    return made


HEADINGS = {"Inspektorat": "Inspektur Daerah", "Sekretariat": "Sekretaris DPRD"}


def _listed(name: str, wanted: set[str]) -> list[UnitPlan]:
    """Return the units of a units file whose OPD is wanted."""
    made: dict[str, UnitPlan] = {}
    extra: list[UnitPlan] = []
    for row in facts.rows(name):
        parent = made.get(row["parent"])
        if (row["parent"] or row["code"]) not in wanted:
            continue
        unit = UnitPlan(row["code"], row["name"], row["kind"], row["field"], weight=float(row["weight"]), parent=parent)
        made[row["code"]] = unit
        parts = [part for part in row["parts"].split("|") if part]
        if unit.kind == "Sekretariat Daerah":
            _regional_secretariat(unit)
        elif unit.kind == "Bagian":
            unit.add(f"Kepala {unit.name}", "administrator", "III/a", 12)
            for desk in ("Tata Usaha", "Pelaksanaan"):
                unit.add(f"Kepala Subbagian {desk} {unit.name}", "pengawas", "IV/a", 9)
        elif unit.kind == "RSUD":
            extra += _hospital(unit, parts)
        else:
            extra += _office(unit, parts, HEADINGS.get(unit.kind, f"Kepala {unit.name}"))
    return [*made.values(), *extra]


def _districts(count: int, villages_each: int) -> list[UnitPlan]:
    made: list[UnitPlan] = []
    regions = facts.rows("regions")
    for district in [row for row in regions if row["level"] == "district"][:count]:
        unit = UnitPlan(
            f"KEC.{district['code'][-2:]}", f"Kecamatan {district['name']}", "Kecamatan", "pemerintahan", "village", 16,
            region=district["code"],
        )  # fmt: skip
        unit.add(f"Camat {district['name']}", "administrator", "III/a", 12)
        unit.add(f"Sekretaris {unit.name}", "administrator", "III/b", 11)
        for desk in ("Umum dan Kepegawaian", "Keuangan dan Program"):
            unit.add(f"Kepala Subbagian {desk} {unit.name}", "pengawas", "IV/b", 8)
        for desk in ("Pemerintahan", "Ketenteraman dan Ketertiban", "Ekonomi dan Pembangunan", "Kesejahteraan Sosial"):
            unit.add(f"Kepala Seksi {desk} {unit.name}", "pengawas", "IV/a", 9)
        made.append(unit)
        inside = [row for row in regions if row["level"] == "village" and row["code"].startswith(district["code"])]
        made += [_village(unit, row) for row in inside[:villages_each]]
    return made


def _village(district: UnitPlan, row: dict[str, str]) -> UnitPlan:
    unit = UnitPlan(
        f"{district.code}.{row['code'][-4:]}",
        f"Kelurahan {row['name']}",
        "Kelurahan",
        "pemerintahan",
        "village",
        7,
        district,
        row["code"],
    )
    unit.add(f"Lurah {row['name']}", "pengawas", "IV/a", 9)
    unit.add(f"Sekretaris {unit.name}", "pengawas", "IV/b", 8)
    for desk in ("Pemerintahan", "Pemberdayaan Masyarakat", "Ketenteraman dan Ketertiban"):
        unit.add(f"Kepala Seksi {desk} {unit.name}", "pengawas", "IV/b", 8)
    return unit


def _clinics(owner: UnitPlan, count: int) -> list[UnitPlan]:
    made = []
    for number, row in enumerate(facts.rows("palu_clinics")[:count], start=1):
        unit = UnitPlan(f"{owner.code}.P{number:02}", row["name"], "Puskesmas", "kesehatan", "clinic", 70, owner, row["village"])
        unit.add(f"Kepala {unit.name}", "jf_ahli_muda", "", 10)
        unit.add(f"Kepala Subbagian Tata Usaha {unit.name}", "pengawas", "IV/b", 8)
        made.append(unit)
    return made


def _schools(owner: UnitPlan, size: float) -> list[UnitPlan]:
    made = []
    for short, pattern, count, weight in SCHOOLS:
        for number in range(1, max(1, round(count * size)) + 1):
            name = pattern.format(n=number)
            unit = UnitPlan(f"{owner.code}.{short}{number:03}", name, "Sekolah", "pendidikan", "school", weight, owner)
            unit.add(f"Kepala {name}", "jf_ahli_madya", "", 11)
            made.append(unit)
    return made


def palu(size: float) -> list[UnitPlan]:
    """Return Palu's units with their single posts, parents first; ``size`` 1 is the whole city, less is a part of it."""
    codes = [row["code"] for row in facts.rows("palu_units") if not row["parent"]]
    ordered = [code for code in FIRST_OPD if code in codes] + [code for code in codes if code not in FIRST_OPD]
    wanted = set(ordered[: max(10, round(len(ordered) * min(1.0, size * 1.5)))])
    units = _listed("palu_units", wanted)
    if size < 0.5:
        units = [unit for unit in units if unit.kind != "RSUD" and (unit.parent is None or unit.parent.kind != "RSUD")]
    by_code = {unit.code: unit for unit in units}
    units += _districts(max(2, round(8 * size)), max(2, round(8 * size)))
    units += _clinics(by_code["DINKES"], max(2, round(14 * size)))
    units += _schools(by_code["DISDIKBUD"], size)
    return _parents_first(units)


def malang() -> list[UnitPlan]:
    """Return a few units of Malang, the second agency."""
    return _parents_first(_listed("malang_units", {row["code"] for row in facts.rows("malang_units")}))


def _parents_first(units: list[UnitPlan]) -> list[UnitPlan]:
    def depth(unit: UnitPlan) -> int:
        return 0 if unit.parent is None else 1 + depth(unit.parent)

    return sorted(units, key=depth)


def staff(units: list[UnitPlan], people: int) -> None:
    """Give the units non-managerial posts so that ``people`` people in all hold a post (largest remainder)."""
    left = people - sum(post.seats for unit in units for post in unit.posts)
    if left < 0:
        raise ValueError(f"{people} people are fewer than the filled single posts; ask for at least {people - left}.")
    wants: list[tuple[float, UnitPlan, facts.StaffPattern]] = []
    for unit in units:
        fitting = [p for p in facts.staff_patterns() if p.where == unit.where and p.field in ("*", unit.field)]
        total = sum(pattern.weight for pattern in fitting)
        wants += [(unit.weight * pattern.weight / total, unit, pattern) for pattern in fitting if unit.weight]
    scale = left / sum(want for want, _, _ in wants)
    seats = [int(want * scale) for want, _, _ in wants]
    by_remainder = sorted(range(len(wants)), key=lambda i: (seats[i] - wants[i][0] * scale, i))
    for index in by_remainder[: left - sum(seats)]:
        seats[index] += 1
    for (_, unit, pattern), count in zip(wants, seats, strict=True):
        if count:
            unit.posts.append(PostPlan(unit, pattern.name, pattern.kind, seats=count, capacity=count + count // 12))
