"""The dictionary: the one an agency starts with, changes of it by file or by hand, and taking them back."""

from matang.flow.needs.services.dictionary.editions import name_as_of_today
from matang.flow.needs.services.dictionary.starting import ensure_dictionary

__all__ = ["ensure_dictionary", "name_as_of_today"]
