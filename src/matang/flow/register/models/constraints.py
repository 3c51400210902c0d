"""Database constraints that several models share."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db.models import BigIntegerField, CheckConstraint, F, Func, Q, Value
from django.db.models.functions import Cast
from django.utils.functional import Promise


def no_overlap(name: str, key: str, message: str | Promise, condition: Q | None = None) -> ExclusionConstraint:
    """Forbid two rows with the same ``key`` on the same day.

    The key is compared as a range of one number: the ranges' operator class is built in, while equality
    inside a GiST index would need an extension that the embedded server does not carry.
    """
    number = Cast(F(key), BigIntegerField())
    return ExclusionConstraint(
        name=name,
        expressions=[
            (Func(number, number, Value("[]"), function="int8range"), "&&"),
            (Func(F("valid_from"), F("valid_to"), Value("[)"), function="daterange"), "&&"),
        ],
        condition=condition,
        violation_error_message=message,
    )


def ends_after_start(name: str, message: str | Promise) -> CheckConstraint:
    """Forbid a span that ends before or on the day it starts."""
    return CheckConstraint(
        name=name,
        condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
        violation_error_message=message,
    )
