"""The application as a server loads it."""

from importlib import import_module

from django.template import engines


def test_the_frame_of_every_page_is_loaded_before_the_first_is_asked_for_and_no_database_is_needed() -> None:
    module = import_module("matang.config.wsgi")
    kept = engines["jinja2"].env.cache
    kept.clear()
    module.warm()
    assert {"ui/page.html", "ui/components.html"} <= {name for _loader, name in kept.keys()}  # noqa: SIM118 - not a mapping
