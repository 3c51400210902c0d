"""Each contract, broken on purpose in a copy of the source, is seen to be broken."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection

from tests.contracts import database, keys, layout, templates, views, words
from tests.contracts.source import REPOSITORY, SOURCE

Check = Callable[[Path], list[str]]
LONG = '"""Long."""\n' + "\n".join(f"def f{number}() -> None:\n    pass" for number in range(300)) + "\n"
MODEL = '''"""Model."""

from django.db import models
{imports}


class Planted(models.Model):
    """Planted."""

    personal_data = ()
    link = {key}
'''
PAGE = '"""Page."""\n\n\ndef planted(request):\n    """Answer."""\n'
URLS = (
    '"""Addresses."""\n\nfrom django.urls import path\n\nfrom matang.flow.aims.pages import planted\n\n'
    'urlpatterns = [path("x/", planted.planted)]\n'
)


def key(target: str, *, reverse: str = ', related_name="+"', imports: str = "") -> str:
    """Return a module with one foreign key."""
    return MODEL.format(imports=imports, key=f"models.ForeignKey({target}, on_delete=models.CASCADE{reverse})")


BREACHES: list[tuple[Check, dict[str, str | None], str]] = [
    (layout.top_folders, {"extras/__init__.py": ""}, "extras: unknown at the top"),
    (layout.top_folders, {"exchange": None}, "exchange: missing"),
    (layout.foundation_folders, {"foundation/strings/__init__.py": ""}, "foundation/strings: unknown part"),
    (layout.stages, {"flow/punish/__init__.py": ""}, "flow/punish: not a stage"),
    (layout.stages, {"flow/serve": None}, "flow/serve: missing"),
    (layout.stage_files, {"flow/aims/logic.py": '"""X."""\n'}, "flow/aims/logic: not a name that stages have"),
    (layout.stage_files, {"flow/aims/apps.py": None}, "flow/aims/apps.py: missing"),
    (layout.stage_files, {"flow/aims/templates/needs/x.html": "x"}, "flow/aims/templates/needs: templates of another owner"),
    (layout.vague_names, {"engine/utils.py": '"""X."""\n'}, "engine/utils.py: says nothing about what is inside"),
    (layout.vague_names, {"portal/common/__init__.py": ""}, "portal/common: says nothing about what is inside"),
    (layout.explanations, {"flow/measure/README.md": None}, "flow/measure/README.md: missing"),
    (layout.sizes, {"engine/long.py": LONG}, "engine/long.py: 601 lines"),
    (layout.sizes, {"engine/deep.py": "def f():\n" + "    x = 1\n" * 50}, "engine/deep.py:1: f has 51 lines"),
    (layout.docstrings, {"engine/mute.py": "def f():\n    pass\n"}, "engine/mute.py: no docstring"),
    (layout.docstrings, {"engine/mute.py": "def f():\n    pass\n"}, "engine/mute.py:1: f has no docstring"),
    (
        words.signals,
        {"flow/aims/jobs.py": "from django.db.models.signals import post_save\n"},
        "django.db.models.signals.post_save",
    ),
    (words.clocks, {"flow/aims/jobs.py": "from datetime import date\nX = date.today()\n"}, "flow/aims/jobs.py:2: date.today"),
    (words.clocks, {"flow/aims/jobs.py": "from django.utils import timezone\nX = timezone.now\n"}, "jobs.py:2: timezone.now"),
    (
        words.clocks,
        {"flow/aims/jobs.py": "from matang.foundation.clock.services import living_on\n"},
        "flow/aims/jobs.py:1: matang.foundation.clock.services.living_on",
    ),
    (words.promises, {"flow/aims/jobs.py": "# TODO later\n"}, "flow/aims/jobs.py:1: # TODO later"),
    (
        words.front_doors,
        {"flow/needs/jobs.py": "from matang.flow.register.services import units\n"},
        "matang.flow.register.services.units",
    ),
    (words.front_doors, {"flow/needs/jobs.py": "from matang.flow.register import models\n"}, "matang.flow.register.models"),
    (keys.backwards, {"flow/aims/models/planted.py": key('"place.Decision"')}, "aims points forward to place"),
    (keys.backwards, {"flow/needs/models/x.py": key('"register.Post"', reverse="")}, 'a key to register needs related_name="+"'),
    (
        keys.backwards,
        {"flow/needs/models/x.py": key("Post", reverse="", imports="from matang.flow.register.public import Post")},
        'a key to register needs related_name="+"',
    ),
    (keys.backwards, {"foundation/files/models.py": key('"register.Person"')}, "the foundation points to register"),
    (
        keys.personal_data,
        {"flow/aims/models/planted.py": key("x").replace("personal_data = ()", "")},
        "Planted does not say what personal",
    ),
    (
        templates.own_templates,
        {"flow/aims/templates/aims/x.html": '{% include "register/people.html" %}'},
        "include register/people",
    ),
    (templates.own_templates, {"flow/aims/templates/aims/x.html": '{% extends "needs/x.html" %}'}, "extends needs/x.html"),
    (templates.own_templates, {"flow/aims/templates/aims/x.html": '{%- import "plan/x.html" as p %}'}, "import plan/x.html"),
    (
        templates.own_templates,
        {"flow/aims/templates/aims/x.html": "{% include name %}"},
        "include name is only known at run time",
    ),
    (
        views.gates,
        {"flow/aims/pages/planted.py": PAGE, "flow/aims/pages/urls.py": URLS},
        "aims.pages.planted.planted has no gate",
    ),
]


@pytest.fixture(scope="module")
def template_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the source, from which each test makes its own."""
    copy = tmp_path_factory.mktemp("copy") / "src" / "matang"
    shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns("__pycache__", "static", "locale"))
    return copy


@pytest.fixture
def tree(template_tree: Path, tmp_path: Path) -> Path:
    """Return a fresh copy of the source."""
    copy = tmp_path / "src" / "matang"
    shutil.copytree(template_tree, copy)
    return copy


def plant(tree: Path, files: dict[str, str | None]) -> None:
    """Write the files into the copy; a file or folder without a text is taken away."""
    for name, text in files.items():
        path = tree / name
        if text is None:
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("check", "files", "expected"), BREACHES, ids=[f"{number}-{breach[0].__name__}" for number, breach in enumerate(BREACHES)]
)
def test_a_breach_is_seen(tree: Path, check: Check, files: dict[str, str | None], expected: str) -> None:
    before = set(check(tree))
    plant(tree, files)
    assert [fault for fault in check(tree) if fault not in before and expected in fault]


IMPORT_BREACHES = {
    "The house": {"foundation/clock/planted.py": "import matang.flow.register.models\n"},
    "The flow": {"flow/register/jobs.py": "import matang.flow.needs.public\n"},
    "Inside a stage": {"flow/needs/choices.py": "import matang.flow.needs.models\n"},
    "Rules and engine": {"engine/planted.py": "import django.db\n"},
}


def broken_imports(tree: Path) -> str:
    """Run the import linter on a copy of the source and return what it prints."""
    folder = tree.parent.parent
    shutil.copy(REPOSITORY / ".importlinter", folder)
    script = "import sys; sys.path.insert(0, 'src'); from importlinter.cli import lint_imports_command as run; run()"
    command = [sys.executable, "-c", script, "--no-cache", "--no-logo"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize("contract", IMPORT_BREACHES)
def test_a_forbidden_import_is_seen(tree: Path, contract: str) -> None:
    plant(tree, IMPORT_BREACHES[contract])
    broken = [line for line in " ".join(broken_imports(tree).split()).split(" KEPT") if "BROKEN" in line]
    assert len(broken) == 1
    assert contract in broken[0].split(" BROKEN")[0]


def test_a_new_storey_is_seen_by_the_import_linter(tree: Path) -> None:
    plant(tree, {"extras/__init__.py": "", "flow/punish/__init__.py": ""})
    printed = broken_imports(tree)
    assert "extras" in printed
    assert "punish" in printed


@pytest.mark.django_db
def test_a_table_without_a_wall_is_seen() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE planted (id bigint PRIMARY KEY, agency_id bigint)")
        cursor.execute("ALTER TABLE planted ENABLE ROW LEVEL SECURITY")
    assert "planted" in database.unwalled_tables()


@pytest.mark.django_db
def test_a_key_that_may_leave_the_agency_is_seen() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE planted (id bigint PRIMARY KEY, agency_id bigint, post_id bigint REFERENCES register_post (id))"
        )
    assert "planted.post_id" in database.straying_keys()
