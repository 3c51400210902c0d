"""Constraints that several models of the stage share."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import BigIntegerField, F, Func, Value
from django.db.models.functions import Cast
from django.utils.functional import Promise


def _as_range(key: str) -> Func:
    """Return a key as a range of one number, which a GiST index compares without an extension."""
    number = Cast(F(key), BigIntegerField())
    return Func(number, number, Value("[]"), function="int8range")


def once_a_day(name: str, *keys: str, message: str | Promise) -> ExclusionConstraint:
    """Return the constraint that at most one row with the same ``keys`` holds on any day."""
    days = Func(F("valid_from"), F("valid_to"), Value("[)"), function="daterange")
    return ExclusionConstraint(
        name=name,
        expressions=[*((_as_range(key), "&&") for key in keys), (days, "&&")],
        violation_error_message=message,
    )


def ends_after_start(name: str, message: str | Promise) -> models.CheckConstraint:
    """Return the constraint that a row ends after the day on which it starts, or not at all."""
    return models.CheckConstraint(
        name=name,
        condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=models.F("valid_from")),
        violation_error_message=message,
    )
