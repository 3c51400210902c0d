"""Name a few of many things in a sentence."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

NAMED = 3


def named(titles: Sequence[str]) -> str:
    """Return at most three of the titles in quotes, and how many others there are."""
    shown = ", ".join(f"“{title}”" for title in titles[:NAMED])
    more = len(titles) - NAMED
    if more <= 0:
        return shown
    others = ngettext("%(n)s lainnya", "%(n)s lainnya", more) % {"n": more}
    return _("%(names)s, dan %(others)s") % {"names": shown, "others": others}
