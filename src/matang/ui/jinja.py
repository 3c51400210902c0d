"""The Jinja2 environment of all pages."""

from functools import lru_cache

from django.templatetags.static import static
from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext, ngettext, pgettext
from jinja2 import Environment

from matang.ui import charts, formats, icons
from matang.ui.navigation import address


@lru_cache(maxsize=8192)
def _address(_prefix: str, name: str, args: tuple[object, ...], named: tuple[tuple[str, object], ...]) -> str:
    return reverse(name, args=args, kwargs=dict(named))


def url(name: str, *args: object, **named: object) -> str:
    """Return the address of a view; the same as ``reverse``, remembered."""
    return _address(get_script_prefix(), name, args, tuple(named.items()))


def environment(**options: object) -> Environment:
    """Return the environment that Django's Jinja2 backend uses."""
    env = Environment(**options, extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True)  # noqa: S701 -- Django's backend switches autoescape on
    env.install_gettext_callables(gettext, ngettext, newstyle=True)
    env.globals.update(static=static, url=url, icon=icons.icon, address=address, pgettext=pgettext, charts=charts)
    env.filters.update(
        tanggal=formats.tanggal,
        waktu=formats.waktu,
        angka=formats.angka,
        persen=formats.persen,
        rupiah=formats.rupiah,
    )
    return env
