"""One glossary: every model and every closed list of the code stands in it under its standard term."""

import re
from pathlib import Path

from django.apps import apps
from django.db.models import Choices, Model

ROOT = Path(__file__).resolve().parents[2]
CELLS = r"^\| (?P<indonesian>[^|]+?) \| (?P<english>[^|]+?) \| (?P<code>[^|]*?) \| (?P<meaning>[^|]+?) \|$"
ROW = re.compile(CELLS, re.MULTILINE)


def rows() -> list[dict[str, str]]:
    """Return the rows of the glossary table, headings left out."""
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    found = [match.groupdict() for match in ROW.finditer(text)]
    return [row for row in found if row["indonesian"] not in {"Indonesian", "---"}]


def code_names() -> dict[str, str]:
    """Return the glossary's code names with their Indonesian term."""
    return {name.strip("` "): row["indonesian"] for row in rows() for name in row["code"].split(",") if name.strip("` ")}


def own_models() -> list[type[Model]]:
    """Return the models of the product, made-by-library history tables left out."""
    return [
        model for model in apps.get_models() if model.__module__.startswith("matang.") and not hasattr(model, "pgh_tracked_model")
    ]


def own_choices() -> set[str]:
    """Return the names of the product's closed lists."""
    waiting, found = [Choices], set()
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__.startswith("matang."):
            found.add(kind.__name__)
    return found


def test_every_model_stands_in_the_glossary_under_its_screen_name() -> None:
    terms = code_names()
    wrong = {
        model.__name__: str(model._meta.verbose_name)
        for model in own_models()
        if terms.get(model.__name__, "").lower() != str(model._meta.verbose_name).lower()
    }
    assert wrong == {}


def test_every_closed_list_stands_in_the_glossary() -> None:
    assert own_choices() - set(code_names()) == set()


def test_the_glossary_names_nothing_that_the_code_does_not_have() -> None:
    known = {model.__name__ for model in own_models()} | own_choices()
    assert {name for name in code_names() if name not in known} == set()


def test_no_term_stands_twice() -> None:
    terms = [row["indonesian"].lower() for row in rows()]
    assert sorted({term for term in terms if terms.count(term) > 1}) == []
