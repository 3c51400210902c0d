"""Django app."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    """The stage plan."""

    name = "matang.flow.plan"
    label = "plan"
