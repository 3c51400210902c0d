"""The one place that knows what time it is."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """Return the current moment, with its zone."""
    return timezone.now()


def today() -> date:
    """Return today's date in the active time zone (the agency's, once a request is known)."""
    return timezone.localdate()
