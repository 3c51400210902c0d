"""Django app."""

from django.apps import AppConfig


class ApplyConfig(AppConfig):
    """The stage apply."""

    name = "matang.flow.apply"
    label = "apply"

    def ready(self) -> None:
        """Tell the stage before how to count what was adopted of what came home, and what of it is open."""
        from matang.flow.apply.public import brought_home_of, came_home_of, returned_by_sending  # noqa: PLC0415 - models are read first
        from matang.flow.learn.public import brought_home, provide_came_home, provide_returned  # noqa: PLC0415

        brought_home.by(brought_home_of)
        provide_came_home(came_home_of)
        provide_returned(returned_by_sending)
