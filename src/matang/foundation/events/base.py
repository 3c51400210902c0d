"""What an event is, and its form as JSON."""

import enum
import types
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, Union, get_args, get_origin, get_type_hints


@dataclass(frozen=True, kw_only=True)
class Event:
    """Base of every event: a frozen dataclass that names itself and says whose it is.

    A changed meaning of a field is a new ``version``. ``subject`` says what it is about (``person:12``): a subscriber
    gets events of one subject in the order in which they happened.
    """

    name: ClassVar[str]
    version: ClassVar[int] = 1

    agency_id: int

    @property
    def subject(self) -> str:
        """What the event is about; empty = no order is kept."""
        return ""


def to_json(value: Any) -> Any:
    """Return ``value`` in JSON's types.

    Raises:
        TypeError: a type that an event may not carry, floats included.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, enum.Enum):
        return to_json(value.value)
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    raise TypeError(f"An event cannot carry {type(value).__name__}; use text, whole numbers, Decimal, dates or tuples.")


def from_json(kind: Any, value: Any) -> Any:
    """Return ``value`` (JSON's types) as ``kind``, the annotation of a field or a dataclass."""
    if value is None:
        return None
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        (kind,) = [option for option in get_args(kind) if option is not types.NoneType]
        return from_json(kind, value)
    if origin is tuple:
        return tuple(from_json(get_args(kind)[0], item) for item in value)
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{field.name: from_json(hints[field.name], value[field.name]) for field in fields(kind)})  # type: ignore[operator]
    if kind in (datetime, date):
        return kind.fromisoformat(value)
    return kind(value)
