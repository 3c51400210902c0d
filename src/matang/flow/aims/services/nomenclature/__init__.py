"""The national list of codes: read from a file, looked at, put into use, and programmes taken from it into the tree."""

from matang.flow.aims.services.nomenclature.editions import discard_nomenclature, load_nomenclature, use_nomenclature
from matang.flow.aims.services.nomenclature.planting import add_programme
from matang.flow.aims.services.nomenclature.reading import read_nomenclature

__all__ = ["add_programme", "discard_nomenclature", "load_nomenclature", "read_nomenclature", "use_nomenclature"]
