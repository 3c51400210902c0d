"""Constraints that several models of the stage share."""

from django.db.models import CheckConstraint, F, Q
from django.utils.functional import Promise


def ends_after_start(name: str, message: str | Promise) -> CheckConstraint:
    """Return the constraint that a row ends after the day on which it starts, or not at all."""
    return CheckConstraint(
        name=name,
        condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
        violation_error_message=message,
    )


def not_before(name: str, later: str, earlier: str, message: str | Promise) -> CheckConstraint:
    """Return the constraint that one date does not lie before another, where both are known."""
    unknown = Q(**{f"{later}__isnull": True}) | Q(**{f"{earlier}__isnull": True})
    return CheckConstraint(name=name, condition=unknown | Q(**{f"{later}__gte": F(earlier)}), violation_error_message=message)
