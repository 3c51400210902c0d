"""What posts ask for: prepared, looked at, decided, and taken back."""

from matang.flow.needs.services.standards.setting import set_standard

__all__ = ["set_standard"]
