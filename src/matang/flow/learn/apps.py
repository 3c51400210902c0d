"""Django app."""

from django.apps import AppConfig


class LearnConfig(AppConfig):
    """The stage learn."""

    name = "matang.flow.learn"
    label = "learn"

    def ready(self) -> None:
        """Tell the stage of the needs which sendings serve one."""
        from matang.flow.learn.public import serving_needs  # noqa: PLC0415 - models are read first
        from matang.flow.needs.public import served_by  # noqa: PLC0415

        served_by.by(serving_needs)
