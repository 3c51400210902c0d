"""One migration step that makes many tables.

A step of its own for every table, index, constraint and trigger makes Django render the models anew each time: with
hundreds of models that alone takes minutes. Here all models are rendered once.
"""

from collections.abc import Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.models import CreateModel
from django.db.migrations.state import ProjectState
from pgtrigger.migrations import AddTrigger


class CreateTables(Operation):
    """Make the tables of ``steps`` with their indexes, constraints and triggers.

    All of them stand in the options of each step (``indexes``, ``constraints``, ``triggers``). The order of the steps is
    free: foreign keys are added when the migration ends.
    """

    def __init__(self, steps: Sequence[CreateModel]) -> None:
        self.steps = list(steps)

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Add the models to ``state``; whoever asks next renders them, once."""
        state.__dict__.pop("apps", None)
        for step in self.steps:
            step.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Make the tables, then the triggers."""
        for step in self.steps:
            step.database_forwards(app_label, schema_editor, from_state, to_state)
        for trigger in self._triggers():
            trigger.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Drop the triggers and the tables."""
        for trigger in self._triggers():
            trigger.database_backwards(app_label, schema_editor, to_state, from_state)
        for step in reversed(self.steps):
            step.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """Return what the step does, for the list of the ``migrate`` command."""
        return f"Create {len(self.steps)} tables"

    def _triggers(self) -> list[AddTrigger]:
        return [AddTrigger(step.name, trigger) for step in self.steps for trigger in step.options.get("triggers", [])]
