"""The contracts hold for the product as it stands."""

import subprocess
import sys

import pytest
from django.apps import apps

from tests.contracts import database, keys, layout, templates, views, words
from tests.contracts.source import REPOSITORY, SOURCE, STAGES
from tests.permissions.table import addresses

CHECKS = [
    layout.top_folders,
    layout.foundation_folders,
    layout.stages,
    layout.stage_files,
    layout.vague_names,
    layout.explanations,
    layout.sizes,
    layout.docstrings,
    words.signals,
    words.clocks,
    words.promises,
    words.front_doors,
    keys.backwards,
    keys.personal_data,
    templates.own_templates,
    views.gates,
]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: f"{check.__module__.split('.')[-1]}.{check.__name__}")
def test_the_source_keeps_the_contract(check) -> None:
    assert check(SOURCE) == []


def test_imports_keep_their_layers() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache", "--no-logo"]
    result = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_tests_have_no_vague_names_either() -> None:
    assert layout.vague_names(REPOSITORY / "tests") == []


@pytest.mark.django_db
def test_every_tenant_table_has_forced_row_policies() -> None:
    assert database.unwalled_tables() == []


@pytest.mark.django_db
def test_no_foreign_key_leads_into_another_agency() -> None:
    assert database.straying_keys() == []


def test_every_view_has_a_gate_or_belongs_to_the_sign_in() -> None:
    open_ones = [
        name for name, _, view in addresses() if not hasattr(view, "access") and not view.__module__.startswith("allauth.")
    ]
    assert open_ones == []


def test_models_as_django_sees_them_point_backwards() -> None:
    order = {stage: number for number, stage in enumerate(STAGES)}
    faults = []
    for model in apps.get_models():
        for field in model._meta.get_fields():
            target = getattr(field, "related_model", None)
            if not field.concrete or target is None or isinstance(target, str):
                continue
            owner, aim = model._meta.app_label, target._meta.app_label
            if aim in order and owner != aim and (owner not in order or order[aim] > order[owner]):
                faults.append(f"{model.__name__}.{field.name} -> {aim}")
    assert faults == []


def test_personal_data_names_real_fields() -> None:
    faults = []
    for model in apps.get_models():
        if model.__module__.startswith("matang.") and "personal_data" in vars(model):
            names = {field.name for field in model._meta.get_fields()}
            faults += [f"{model.__name__}.{name}" for name in model.personal_data if name not in names]
    assert faults == []
