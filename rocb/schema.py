"""Migrations that change many tables at once.

Django renders the models of the whole project anew after each operation of a migration, which for a
schema whose records all point to their writers takes a third of a second a time. One operation
for all changes of a release has it rendered once: an empty database is ready in seconds.
"""

from collections.abc import Sequence

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation


class ApplyTogether(Operation):
    """Changes the tables of an app as `operations` say, in one step.

    Each of them is shown the models as they were before all of them and as they are after all of
    them: it holds what asks for no more (CreateModel, AddField, AlterField, constraints, triggers)
    and no code. Tables may point to each other, since the keys are made when all are there.
    """

    serialization_expand_args = ["operations"]

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = operations

    def deconstruct(self):
        return (type(self).__name__, [], {"operations": self.operations})

    def state_forwards(self, app_label, state):
        # Rendered models would be kept up to date with each change; they are rendered afterwards.
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        made = {one.name_lower for one in self.operations if isinstance(one, CreateModel)}
        for operation in reversed(self.operations):
            if getattr(operation, "model_name", "").lower() in made:
                continue  # it goes with its table, which the models before all this do not know
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def references_model(self, name, app_label):
        return any(operation.references_model(name, app_label) for operation in self.operations)

    def describe(self):
        return f"{len(self.operations)} changes together"
