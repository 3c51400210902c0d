"""Who is told what: read from the one file that the settings name."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from matang.foundation.events.base import Event

Handler = Callable[[Any], object]


def name_of(handler: Handler) -> str:
    """Return the name under which deliveries to ``handler`` are kept."""
    return f"{handler.__module__}.{handler.__qualname__}"


@cache
def table() -> Mapping[type[Event], tuple[Handler, ...]]:
    """Return event class → handlers."""
    found: Mapping[type[Event], tuple[Handler, ...]] = import_string(settings.EVENT_SUBSCRIPTIONS)
    return found


def event_class(name: str, version: int) -> type[Event] | None:
    """Return the subscribed class of this name and version, or ``None``."""
    return next((kind for kind in table() if (kind.name, kind.version) == (name, version)), None)


def handler_named(kind: type[Event], name: str) -> Handler | None:
    """Return the handler of ``kind`` with this name, or ``None`` when it is no longer subscribed."""
    return next((handler for handler in table()[kind] if name_of(handler) == name), None)
