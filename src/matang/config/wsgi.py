"""The WSGI application for a production server, with what every page needs loaded before the first one is asked for."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "matang.config.settings")
application = get_wsgi_application()


def warm() -> None:
    """Load addresses, words and the frame of every page: about a second that somebody would wait for, in each process."""
    from django.conf import settings  # noqa: PLC0415 - nothing of Django is configured before the application stands
    from django.template import engines  # noqa: PLC0415
    from django.urls import resolve  # noqa: PLC0415
    from django.utils.translation import gettext, override  # noqa: PLC0415

    resolve("/")
    for language, _name in settings.LANGUAGES:
        with override(language):
            gettext("Beranda")
    for name in ("ui/page.html", "ui/components.html"):
        engines["jinja2"].get_template(name)


warm()
