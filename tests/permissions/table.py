"""Read the permission tables, and the registry of objects that they name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from django.urls import URLPattern, URLResolver, get_resolver

from tests.cast import NAMES, Cast

FOLDER = Path(__file__).parent
VISITOR = "visitor"
FOREIGNER = "malang_officer"
GROUPS = {
    "everyone": (*NAMES, VISITOR),
    "accounts": NAMES,
    "holders": tuple(name for name in NAMES if name not in {"no_role", FOREIGNER}),
}
KEYS = {"name", "method", "args", "query", "data", "allowed", "status", "refused", "refused_as", "shared", "prepare"}


class Address(NamedTuple):
    """An address: its name with namespace (empty where there is none), its route, its view."""

    name: str
    route: str
    view: Callable[..., Any]


class TableError(Exception):
    """A permission table cannot be read; the message names the file and the entry."""


@dataclass(frozen=True)
class Entry:
    """One address with one method, and who may call it."""

    area: str
    name: str
    method: str
    allowed: frozenset[str]
    status: int
    refusals: dict[str, str]
    args: dict[str, Any] = field(default_factory=dict)
    query: dict[str, Any] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)
    shared: bool = False
    prepare: str = ""

    def __str__(self) -> str:
        return f"{self.method} {self.name} {self.args or ''}".strip()


def people(names: list[str], where: str) -> frozenset[str]:
    """Return the names with groups spelled out."""
    found: set[str] = set()
    for name in names:
        if name not in GROUPS and name not in GROUPS["everyone"]:
            raise TableError(f"{where}: nobody of the cast is called {name!r}")
        found.update(GROUPS.get(name, (name,)))
    return frozenset(found)


def read_entry(area: str, raw: dict[str, Any]) -> Entry:
    """Return one entry, checked."""
    where = f"{area}.yaml: {raw.get('name')}"
    if unknown := set(raw) - KEYS:
        raise TableError(f"{where}: unknown keys {sorted(unknown)}")
    method = raw.get("method", "GET")
    allowed = people(raw["allowed"], where)
    refusals = {name: str(raw.get("refused", 403)) for name in GROUPS["everyone"] if name not in allowed}
    if VISITOR in refusals:
        refusals[VISITOR] = "login"
    for answer, names in raw.get("refused_as", {}).items():
        refusals.update(dict.fromkeys(people(names, where) - allowed, str(answer)))
    return Entry(
        area=area,
        name=raw["name"],
        method=method,
        allowed=allowed,
        status=int(raw.get("status", 200 if method == "GET" else 302)),
        refusals=refusals,
        **{key: raw[key] for key in ("args", "query", "data", "shared", "prepare") if raw.get(key)},
    )


def areas() -> list[str]:
    """Return the names of the tables."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def read(area: str) -> list[Entry]:
    """Return the entries of one table."""
    return [read_entry(area, raw) for raw in yaml.safe_load((FOLDER / f"{area}.yaml").read_text()) or []]


def module_of(area: str) -> Any:
    """Return the module beside a table, or None."""
    return import_module(f"tests.permissions.{area}") if (FOLDER / f"{area}.py").exists() else None


def objects_of(area: str, cast: Cast) -> dict[str, int | str]:
    """Return the registry of one area: what the cast brings and what the area makes."""
    registry: dict[str, int | str] = {"agency.palu": cast.palu.pk, "agency.malang": cast.malang.pk}
    for kind, members in (("person", cast.people), ("unit", cast.units), ("user", cast.users)):
        registry |= {f"{kind}.{name}": member.pk for name, member in members.items()}
    registry["user.malang"] = cast.users[FOREIGNER].pk
    module = module_of(area)
    return registry | (module.objects(cast) if hasattr(module, "objects") else {})


def preparation(entry: Entry) -> Callable[[Cast], None] | None:
    """Return the function that brings about the state an entry needs, or None."""
    return getattr(module_of(entry.area), entry.prepare) if entry.prepare else None


def addresses(resolver: URLResolver | None = None, spaces: tuple[str, ...] = (), route: str = "") -> Iterator[Address]:
    """Yield every address."""
    for pattern in (resolver or get_resolver()).url_patterns:
        path = route + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield Address(":".join((*spaces, pattern.name)) if pattern.name else "", path, pattern.callback)
        else:
            yield from addresses(pattern, (*spaces, pattern.namespace) if pattern.namespace else spaces, path)
