"""What a prepared change would do to the dictionary as it is now. Writes nothing."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz, process

from matang.flow.needs.choices import CompetencyField
from matang.flow.needs.models import Competency, CompetencyText, DictionaryEdition, PostStandard
from matang.flow.needs.services.findings import finding
from matang.flow.needs.services.tables import plain
from matang.foundation.clock.dated import holds_at

CREATE, RENAME, RECODE, MOVE, TEXT, RETIRE, REVIVE, SAME, REFUSED, ASK = (
    "create", "rename", "recode", "move", "text", "retire", "revive", "same", "refused", "ask",
)  # fmt: skip
OUTCOMES = (CREATE, RENAME, RECODE, MOVE, TEXT, REVIVE, RETIRE, REFUSED, ASK, SAME)
CLOSE = 85
"""How alike two names must be, 0–100, before an officer is asked whether they are the same competency."""
DOUBTFUL = 50
"""Below this likeness a known code with another name is shown with a warning: codes are not to be used again."""
SHORTLIST = 5
SAME_ONE, NEW_ONE, KEEP = "same", "new", "keep"
LEVELS = range(1, 6)
PREFIXES = (("SK", CompetencyField.CULTURAL), ("SOS", CompetencyField.CULTURAL), ("M", CompetencyField.MANAGERIAL))


@dataclass(frozen=True, slots=True)
class Question:
    """Is this entry the competency of that name? ``answer`` empty = nobody has said."""

    competency_id: int
    code: str
    name: str
    likeness: int
    answer: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changes. ``part`` is a field, or ``short``, ``official``, ``indicators`` of a level."""

    part: str
    level: int
    before: str
    after: str


@dataclass(slots=True)
class Item:
    """One competency and what happens to it."""

    key: str
    name: str
    code: str
    field: str
    row: int = 0
    competency_id: int | None = None
    base: CompetencyText | None = None
    values: dict[str, Any] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)
    actions: tuple[str, ...] = ()
    question: Question | None = None
    finding: dict[str, Any] | None = None
    kept: bool = False
    doubtful: bool = False


@dataclass(slots=True)
class Plan:
    """Everything that a change does. Applying it needs nothing else."""

    items: list[Item] = field(default_factory=list)

    @property
    def tally(self) -> dict[str, int]:
        """How many competencies undergo what; one may undergo several things."""
        counts = Counter(action for item in self.items for action in item.actions)
        return {key: counts[key] for key in OUTCOMES}

    @property
    def open_questions(self) -> int:
        """How many questions nobody has answered."""
        return sum(1 for item in self.items if item.question is not None and not item.question.answer)

    @property
    def working(self) -> list[Item]:
        """The items that write something."""
        return [item for item in self.items if not {SAME, REFUSED, ASK} & set(item.actions)]

    @property
    def digest(self) -> str:
        """A fingerprint, to notice that the dictionary changed between looking and deciding."""
        parts = [(item.key, item.competency_id, item.actions, sorted(item.values.items(), key=str)) for item in self.items]
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def plan_edition(edition: DictionaryEdition) -> Plan:
    """Return what the change would do now: entries first, then what a whole list leaves out."""
    return _Planner(edition).plan()


class _Planner:
    """Holds the dictionary while entries are matched to it: by code first, then by close names."""

    def __init__(self, edition: DictionaryEdition) -> None:
        self.edition, self.day = edition, edition.effective_from
        self.entries: list[dict[str, Any]] = edition.content.get("entries", [])
        self.latest: dict[int, CompetencyText] = {}
        self.by_code: dict[str, int] = {}
        texts = CompetencyText.objects.filter(agency_id=edition.agency_id).order_by("valid_from", "id")
        for text in texts.select_related("competency"):
            self.latest[text.competency_id] = text
            self.by_code[text.code.casefold()] = text.competency_id
        for text in self.latest.values():
            self.by_code[text.code.casefold()] = text.competency_id
        self.taken = {
            code.casefold() for code in Competency.objects.filter(agency_id=edition.agency_id).values_list("code", flat=True)
        }

    def plan(self) -> Plan:
        """Return the plan."""
        matched = {entry["key"]: self._certain(entry) for entry in self.entries}
        used = {key for key in matched.values() if key is not None}
        questions = self._questions([entry for entry in self.entries if matched[entry["key"]] is None], used)
        items = []
        for entry in self.entries:
            question = questions.get(entry["key"])
            same = matched[entry["key"]]
            if question is not None and question.answer == SAME_ONE:
                same = question.competency_id
            items.append(self._item(entry, same, question))
        named = {item.competency_id for item in items} | {each.competency_id for each in questions.values() if not each.answer}
        return Plan(items + self._retired(items, named))

    def _certain(self, entry: dict[str, Any]) -> int | None:
        if entry.get("id"):
            return int(entry["id"])
        return self.by_code.get(entry["code"].casefold()) if entry["code"] else None

    def _questions(self, entries: list[dict[str, Any]], used: set[int]) -> dict[str, Question]:
        """Ask about the closest names, the closest pairs first, no competency twice."""
        free = {key: text for key, text in self.latest.items() if key not in used}
        names = {key: plain(text.name) for key, text in free.items()}
        pairs = sorted(
            (-round(score), entry["key"], key)
            for entry in entries
            for _name, score, key in process.extract(
                plain(entry["name"]), names, scorer=fuzz.token_sort_ratio, score_cutoff=CLOSE, limit=SHORTLIST
            )
            if not entry["field"] or entry["field"] == free[key].field
        )
        found: dict[str, Question] = {}
        asked: set[int] = set()
        for minus, entry_key, key in pairs:
            if entry_key in found or key in asked:
                continue
            text = free[key]
            preset = SAME_ONE if minus == -100 else ""
            answer = self.edition.answers.get(entry_key, preset)
            found[entry_key] = Question(key, text.code, text.name, -minus, answer)
            if answer != NEW_ONE:
                asked.add(key)
        return found

    def _item(self, entry: dict[str, Any], same: int | None, question: Question | None) -> Item:
        base = self.latest.get(same) if same is not None else None
        item = Item(entry["key"], entry["name"], entry["code"], "", entry.get("row", 0), same, base, question=question)
        item.values = _merged(entry, base)
        item.field = item.values["field"]
        if question is not None and not question.answer:
            item.actions = (ASK,)
        elif base is None:
            self._create(item, entry)
        elif base.valid_from > self.day or (base.valid_to is not None and base.valid_to > self.day):
            later = base.valid_from if base.valid_from > self.day else base.valid_to
            self._refuse(item, "later_text", value=base.name, day=f"{later:%d-%m-%Y}")
        else:
            item.differences = _differences(base, item.values)
            item.doubtful = fuzz.token_sort_ratio(plain(base.name), plain(item.name)) < DOUBTFUL
            revived = (REVIVE,) if base.valid_to is not None else ()
            item.actions = revived + _actions(item.differences) or (SAME,)
        return item

    def _create(self, item: Item, entry: dict[str, Any]) -> None:
        if not entry["code"]:
            self._refuse(item, "code_missing", value=entry["name"])
            return
        item.actions = (CREATE,)

    def _refuse(self, item: Item, code: str, **arguments: Any) -> None:
        item.actions = (REFUSED,)
        item.finding = finding(code, row=item.row, **arguments)

    def _retired(self, items: list[Item], named: set[int | None]) -> list[Item]:
        chosen: set[int] = set(self.edition.content.get("retire", []))
        if self.edition.whole:
            fields = {item.field for item in items}
            skipped = self._skipped()
            chosen |= {key for key, text in self.latest.items() if text.field in fields and key not in named | skipped}
        asked = self._asked_by_posts(chosen)
        found = []
        for key in sorted(chosen):
            text = self.latest[key]
            if text.valid_to is not None and text.valid_to <= self.day:
                continue
            item = Item(f"retire:{key}", text.name, text.code, text.field, 0, key, text, actions=(RETIRE,))
            if self.edition.answers.get(item.key) == KEEP:
                item.actions, item.kept = (SAME,), True
            elif asked.get(key):
                self._refuse(item, "still_required", value=text.name, count=asked[key])
            elif text.valid_from > self.day or text.valid_to is not None:
                self._refuse(item, "later_text", value=text.name, day=f"{text.valid_to or text.valid_from:%d-%m-%Y}")
            elif text.competency.valid_from >= self.day or text.valid_from == self.day:
                self._refuse(item, "too_young", value=text.name)
            found.append(item)
        return found

    def _skipped(self) -> set[int | None]:
        """Return the competencies whose rows were refused: they are in the file, so they are not retired."""
        names = {plain(text.name): key for key, text in self.latest.items()}
        said = self.edition.content.get("skipped", [])
        return {self.by_code.get(code.casefold()) or names.get(plain(name)) for code, name in said}

    def _asked_by_posts(self, competencies: set[int]) -> dict[int, int]:
        rows = PostStandard.objects.filter(agency_id=self.edition.agency_id, competency_id__in=competencies)
        standing = rows.filter(holds_at(self.day)) | rows.filter(valid_from__gte=self.day)
        return Counter(key for key, _post in set(standing.values_list("competency_id", "post_id")))


def _merged(entry: dict[str, Any], base: CompetencyText | None) -> dict[str, Any]:
    """Return the text that would hold: what the file says, and what is known where it says nothing."""
    said = entry["levels"]
    before = base.levels if base else []
    levels = []
    for level in LEVELS:
        old = before[level - 1] if len(before) >= level else {"short": "", "official": "", "indicators": []}
        new = said.get(str(level), {})
        levels.append({part: old[part] if new.get(part) is None else new[part] for part in ("short", "official", "indicators")})
    return {
        "code": entry["code"] or (base.code if base else ""),
        "name": entry["name"],
        "field": entry["field"] or (base.field if base else _field_of(entry["code"])),
        "area": (base.area if base else "") if entry["area"] is None else entry["area"],
        "definition": (base.definition if base else "") if entry["definition"] is None else entry["definition"],
        "levels": levels,
    }


def _field_of(code: str) -> str:
    """Guess the group of a new competency from its code, as national lists write them; technical where nothing tells."""
    stem = code.partition(".")[0].upper()
    return next((str(name) for prefix, name in PREFIXES if stem.startswith(prefix)), str(CompetencyField.TECHNICAL))


def _differences(base: CompetencyText, values: dict[str, Any]) -> list[Difference]:
    found = [
        Difference(part, 0, getattr(base, part), values[part])
        for part in ("code", "name", "field", "area", "definition")
        if getattr(base, part) != values[part]
    ]
    blank = {"short": "", "official": "", "indicators": []}
    for level in LEVELS:
        old = base.levels[level - 1] if len(base.levels) >= level else blank
        new = values["levels"][level - 1]
        found += [
            Difference(part, level, _written(old[part]), _written(new[part]))
            for part in ("short", "official", "indicators")
            if old[part] != new[part]
        ]
    return found


def _written(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "\n".join(value)


def _actions(differences: list[Difference]) -> tuple[str, ...]:
    parts = {difference.part for difference in differences}
    named = {"name": RENAME, "code": RECODE, "field": MOVE, "area": MOVE}
    actions = {named.get(part, TEXT) for part in parts}
    return tuple(action for action in OUTCOMES if action in actions)
