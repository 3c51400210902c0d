"""Django app."""

from django.apps import AppConfig


class MeasureConfig(AppConfig):
    """The stage measure."""

    name = "matang.flow.measure"
    label = "measure"

    def ready(self) -> None:
        """Tell earlier stages where an indicator stands, and what opened a need."""
        from matang.flow.learn.public import measured  # noqa: PLC0415 - models are read first
        from matang.flow.measure.public import opened_by, results_of  # noqa: PLC0415
        from matang.flow.needs.public import provide_origin  # noqa: PLC0415

        measured.by(results_of)
        provide_origin(opened_by)
